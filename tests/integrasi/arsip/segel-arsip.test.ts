import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { segel, sidikSiklus } from '../../bantuan/segel.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { barisManifest, bukaZip } from '../../bantuan/zip.ts'

const BUKTI = 'Laporan – “Juni” (é).pdf'
const ISI_BUKTI = Buffer.from('%PDF-1.4\nbukti seksi pemerintahan\n%%EOF\n')
let app: AplikasiUji
let sakip: OrangUji
let siklusId: string
let arsipId: string
let isi: Map<string, Buffer>

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
  siklusId = await mulaiSiklusUji(app)
  await sampaiLangkah(app, siklusId, 'P7')
  const [b] = await app.sql<{ id: string; formulir_id: string }>(
    `select b.id, b.formulir_id from baris_formulir b join formulir f on f.id = b.formulir_id join unit_kerja u on u.id = f.unit_id
     where b.siklus_id = $1 and u.kode = 'seksi-pemerintahan' and b.jatuh_tempo order by b.urut limit 1`,
    [siklusId],
  )
  const staf = await app.masukSebagai('staf.pemerintahan')
  await app.sql(
    "update baris_formulir set status = 'TIDAK_BERLAKU', alasan_tidak_berlaku = 'uji' where siklus_id = $1",
    [siklusId],
  )
  const unggah = await staf.unggah(
    `/formulir/${b?.formulir_id}/baris/${b?.id}/bukti`,
    { jenis: 'berkas' },
    { berkas: { nama: BUKTI, isi: ISI_BUKTI } },
  )
  if (unggah.status !== 303) throw new Error(`bukti ditolak: ${unggah.status} ${unggah.text}`)
  await sampaiLangkah(app, siklusId, 'P12')
}, 120_000)
afterAll(() => app.tutup())

const sha = (b: Buffer) => createHash('sha256').update(b).digest('hex')
const gudang = () => join(app.folderData, 'berkas')
const bukti = async () =>
  join(
    gudang(),
    (
      await app.sql<{ lokasi: string }>('select lokasi from berkas where siklus_id = $1 and unit_id is not null', [
        siklusId,
      ])
    )[0]?.lokasi ?? '',
  )
const paket = async () =>
  join(
    gudang(),
    (await app.sql<{ lokasi: string }>('select lokasi from arsip where siklus_id = $1', [siklusId]))[0]?.lokasi ?? '',
  )
const versi = async () =>
  String((await app.sql<{ versi: number }>('select versi from siklus where id = $1', [siklusId]))[0]?.versi)
const kirimSegel = async (orang: OrangUji, lain: Record<string, string> = {}) =>
  orang.kirim(`/siklus/${siklusId}/langkah/P12/arsip/penyegelan`, { versi: await versi(), tempatKertas: '', ...lain })
const unduh = (orang: OrangUji, alamat: string) =>
  orang
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (p: Buffer) => potong.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })
const belumDisegel = async () => {
  const [s] = await app.sql<{ n: number; disegel: boolean }>(
    'select (select count(*)::int from arsip) as n, diarsipkan_pada is not null as disegel from siklus where id = $1',
    [siklusId],
  )
  expect(s).toEqual({ n: 0, disegel: false })
  expect(readdirSync(join(gudang(), 'sementara'))).toEqual([])
}

describe('sebelum disegel', () => {
  it('halaman menyebut dokumen dan berkas yang akan disegel, tombol hanya bagi Tim SAKIP', async () => {
    const $ = await sakip.halaman(`/siklus/${siklusId}/langkah/P12/arsip`)
    expect($('main').text()).toContain('Yang akan disegel')
    expect($('main').text()).toContain(BUKTI)
    expect($('button.btn-primary').text()).toContain('Segel arsip')
    const camat = await (await app.masukSebagai('camat')).halaman(`/siklus/${siklusId}/langkah/P12/arsip`)
    expect(camat('main form').length).toBe(0)
  })

  it.each(['kasi.pemerintahan', 'staf.pmd', 'camat', 'sekcam', 'pengamat', 'admin'])('%s ditolak', async (nama) => {
    expect((await kirimSegel(await app.masukSebagai(nama))).status).toBe(403)
    await belumDisegel()
  })

  it('dari halaman lama: 409; tempat kertas terlalu panjang: 422 dan isian tetap', async () => {
    expect((await kirimSegel(sakip, { versi: '1' })).status).toBe(409)
    const panjang = 'x'.repeat(301)
    const jawab = await kirimSegel(sakip, { tempatKertas: panjang })
    expect([jawab.status, jawab.text.includes(panjang)]).toEqual([422, true])
    await belumDisegel()
  })

  it('berkas bukti hilang atau berubah di penyimpanan: 409 menyebut namanya, tidak ada yang disegel', async () => {
    const jalur = await bukti()
    renameSync(jalur, `${jalur}.hilang`)
    const hilang = await kirimSegel(sakip)
    expect([hilang.status, hilang.text.includes('hilang atau berubah di penyimpanan')]).toEqual([409, true])
    await belumDisegel()
    writeFileSync(jalur, Buffer.from('%PDF-1.4\nlain\n%%EOF\n'))
    expect((await kirimSegel(sakip)).status).toBe(409)
    await belumDisegel()
    rmSync(jalur)
    renameSync(`${jalur}.hilang`, jalur)
  })
})

describe('paket arsip', () => {
  it('disegel sekali; yang kedua 409', async () => {
    arsipId = await segel(sakip, siklusId)
    expect((await kirimSegel(sakip)).status).toBe(409)
    const [a] = await app.sql<{ n: number; jabatan_penyegel: string }>(
      'select count(*) over ()::int as n, jabatan_penyegel from arsip',
    )
    expect(a).toEqual({ n: 1, jabatan_penyegel: 'Tim SAKIP' })
    expect(readdirSync(join(gudang(), 'sementara'))).toEqual([])
  })

  it('manifes menyebut setiap isi selain dirinya, dan setiap sidiknya cocok', async () => {
    const jawab = await unduh(sakip, `/arsip/${arsipId}/unduh`)
    expect([jawab.status, jawab.headers['content-type']]).toEqual([200, 'application/zip'])
    expect(decodeURIComponent(jawab.headers['content-disposition'] ?? '')).toContain(
      'Arsip Pengumpulan Data Kinerja Triwulan II 2026.zip',
    )
    const zip = jawab.body as Buffer
    const [a] = await app.sql<{
      sha256: string
      ukuran: number
      manifest: { nama: string; sha256: string; ukuran: number }[]
    }>('select sha256, ukuran, manifest from arsip')
    expect([sha(zip), zip.length]).toEqual([a?.sha256, a?.ukuran])
    isi = await bukaZip(zip)
    const manifest = barisManifest(isi.get('MANIFEST.sha256')?.toString() ?? '')
    expect(manifest.map(([, nama]) => nama).sort()).toEqual(
      [...isi.keys()].filter((n) => n !== 'MANIFEST.sha256').sort(),
    )
    for (const [sidik, nama] of manifest) expect(sha(isi.get(nama) ?? Buffer.alloc(0)), nama).toBe(sidik)
    expect(a?.manifest.map((m) => [m.sha256, m.nama, m.ukuran])).toEqual(
      manifest.map(([s, n]) => [s, n, isi.get(n)?.length]),
    )
  })

  it('memuat setiap dokumen sebagai PDF, data, rekap, bukti, riwayat, jejak, petunjuk', async () => {
    const nama = [...isi.keys()]
    const dokumen = await app.sql<{ judul: string; kode: string }>(
      "select d.judul, l.kode from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 and l.kode <> 'P12'",
      [siklusId],
    )
    const pdf = nama.filter((n) => n.startsWith('dokumen/'))
    expect(pdf.length).toBe(dokumen.length)
    expect(pdf.length).toBeGreaterThanOrEqual(4)
    for (const n of pdf) expect(isi.get(n)?.subarray(0, 5).toString(), n).toBe('%PDF-')
    expect(nama).toEqual(
      expect.arrayContaining([
        'BACA-SAYA.txt',
        'lembar-sop.pdf',
        'data/siklus.json',
        'data/sop.json',
        'data/isi.json',
        'data/riwayat.json',
        'data/jejak-audit.json',
        'data/rekap versi 1.xlsx',
      ]),
    )
    const berkas = nama.filter((n) => n.startsWith('bukti/'))
    expect(berkas.length).toBe(1)
    expect(berkas[0]).toMatch(/^bukti\/Seksi Pemerintahan\/[0-9a-f]{8} Laporan – “Juni” \(é\)\.pdf$/)
    expect(isi.get(berkas[0] ?? '')).toEqual(ISI_BUKTI)
    expect(isi.get('BACA-SAYA.txt')?.toString()).toContain('sha256sum -c MANIFEST.sha256')
  })

  it('lembar SOP di dalamnya menunjukkan keadaan akhir: setiap langkah selesai, juga penyegelannya', async () => {
    const teks = (await teksPdf(isi.get('lembar-sop.pdf') ?? Buffer.alloc(0))).join(' ')
    expect(teks.match(/Selesai/g)?.length).toBeGreaterThanOrEqual(12)
    expect(teks).not.toMatch(/Belum mulai|Sedang dikerjakan/)
    expect(teks).toContain('Triwulan II 2026 · keadaan 6 Juli 2026')
  })

  it('datanya sama dengan basis data: baris, riwayat yang diputar ulang, rekap beku', async () => {
    const data = JSON.parse(isi.get('data/isi.json')?.toString() ?? '{}') as Record<string, unknown[]>
    for (const tabel of [
      'langkah_siklus',
      'bagian_langkah',
      'formulir',
      'baris_formulir',
      'baris_anggaran',
      'bukti',
      'rekap',
      'berkas',
      'lampiran_langkah',
    ]) {
      const dari =
        tabel === 'lampiran_langkah'
          ? 'langkah_id in (select id from langkah_siklus where siklus_id = $1)'
          : 'siklus_id = $1'
      const [b] = await app.sql<{ n: number }>(`select count(*)::int as n from ${tabel} where ${dari}`, [siklusId])
      expect(data[tabel]?.length, tabel).toBe(b?.n)
    }
    const riwayat = JSON.parse(isi.get('data/riwayat.json')?.toString() ?? '[]') as { jenis: string }[]
    expect(riwayat[0]?.jenis).toBe('SIKLUS_DIMULAI')
    expect(riwayat.length).toBeGreaterThan(20)
    const jejak = JSON.parse(isi.get('data/jejak-audit.json')?.toString() ?? '[]') as {
      hash: string
      siklus_id: string
    }[]
    expect(jejak.every((j) => j.siklus_id === siklusId && /^[0-9a-f]{64}$/.test(j.hash))).toBe(true)
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load(isi.get('data/rekap versi 1.xlsx') as unknown as ArrayBuffer)
    expect(buku.getWorksheet('Rekap')?.getCell('A3').value).toBe('Triwulan II 2026 · versi 1')
  })

  it('tidak memuat apa pun dari kecamatan lain', async () => {
    const [k] = await app.sql<{ id: string }>("select id from kecamatan where kode = 'candipuro'")
    for (const [nama, b] of isi) {
      if (nama.endsWith('.xlsx') || nama.endsWith('.pdf')) continue
      const teks = b.toString('utf8')
      expect(teks.includes(k?.id ?? '?') || /candipuro/i.test(teks), nama).toBe(false)
    }
  })
})

describe('sesudah disegel', () => {
  it('didaftar, dicari menurut kata dan tahun, dibuka semua peran kantor; kecamatan lain tidak melihatnya', async () => {
    for (const [saringan, ada] of [
      ['', 1],
      ['?kata=triwulan%20II', 1],
      ['?kata=lemari', 1],
      ['?tahun=2026', 1],
      ['?tahun=2025', 0],
      ['?kata=tidak-ada', 0],
      ['?kata=%25', 0],
      ['?tahun=abc', 1],
    ] as const) {
      const $ = await sakip.halaman(`/arsip${saringan}`)
      expect($(`a[href="/arsip/${arsipId}"]`).length, saringan).toBe(ada)
    }
    const lain = await app.masukSebagai('camat.candipuro')
    expect((await lain.halaman('/arsip'))('a[href^="/arsip/"]').length).toBe(0)
    for (const akhir of ['', '/unduh', '/pemeriksaan'])
      expect((await lain.buka(`/arsip/${arsipId}${akhir}`)).status, akhir).toBe(404)
    const $ = await sakip.halaman(`/arsip/${arsipId}`)
    expect($('main').text()).toContain('Lemari 2, map TW II 2026')
    expect($('main').text()).toContain('Koordinator Tim SAKIP (contoh), Tim SAKIP')
  })

  it('diunduh hanya oleh yang melihat seluruh siklus; yang lain tidak melihat tombolnya', async () => {
    for (const [nama, boleh] of [
      ['camat', true],
      ['sekcam', true],
      ['pengamat', true],
      ['kasi.pemerintahan', false],
      ['staf.pemerintahan', false],
    ] as const) {
      const orang = await app.masukSebagai(nama)
      expect((await orang.halaman(`/arsip/${arsipId}`))(`a[href$="/unduh"]`).length, nama).toBe(boleh ? 1 : 0)
      expect((await orang.buka(`/arsip/${arsipId}/unduh`)).status, nama).toBe(boleh ? 200 : 403)
    }
    expect((await (await app.masukSebagai('admin')).buka(`/arsip/${arsipId}`)).status).toBe(403)
    expect((await sakip.buka('/arsip/bukan-id')).status).toBe(404)
  })

  it('satu bita dibalik: dikatakan TIDAK sama; dipulihkan: utuh', async () => {
    const jalur = await paket()
    const asli = readFileSync(jalur)
    const rusak = Buffer.from(asli)
    rusak[Math.floor(rusak.length / 2)] = (rusak[Math.floor(rusak.length / 2)] ?? 0) ^ 1
    const periksa = async () => {
      const jawab = await sakip.buka(`/arsip/${arsipId}/pemeriksaan`)
      return (await sakip.halaman(jawab.headers.location ?? ''))('.pesan').text()
    }
    writeFileSync(jalur, rusak)
    expect(await periksa()).toContain('TIDAK sama')
    truncateSync(jalur, 100)
    expect(await periksa()).toContain('TIDAK sama')
    expect((await sakip.buka(`/arsip/${arsipId}/unduh`)).status).toBe(409)
    renameSync(jalur, `${jalur}.x`)
    expect(await periksa()).toContain('TIDAK sama')
    expect((await sakip.buka(`/arsip/${arsipId}/unduh`)).status).toBe(404)
    rmSync(`${jalur}.x`)
    writeFileSync(jalur, asli)
    expect(await periksa()).toContain('Arsip utuh')
  })

  it('daftar isi arsip menjadi dokumen langkah terakhir; sesudah itu tidak ada yang berubah oleh membaca', async () => {
    const sidik = await sidikSiklus(app, siklusId)
    const $ = await sakip.halaman(`/siklus/${siklusId}/langkah/P12/arsip`)
    expect($('main').text()).toContain('Sudah disegel')
    expect($('.daftar-dokumen a').first().text()).toContain('Daftar Isi Arsip')
    await sakip.halaman(`/arsip/${arsipId}`)
    expect(await sidikSiklus(app, siklusId)).toEqual(sidik)
  })
})
