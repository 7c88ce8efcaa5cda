import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dokumen } from '../../../src/inti/dokumen/index.ts'
import { ambilLkjip } from '../../../src/modul/lkjip/lkjip.ts'
import { susunDokumenLkjip } from '../../../src/modul/lkjip/susun-dokumen.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { angkaTabel, bacaTigaBentuk } from '../../bantuan/tiga-bentuk.ts'
import { idIndikator, siapkanHasil } from './siapkan.ts'

let app: AplikasiUji
let hasil: Awaited<ReturnType<typeof siapkanHasil>>
let sakip: OrangUji
let kamtib: string
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const isiKini = (nama = 'sakip1', tahun = 2026) => app.sebagai(nama, (p) => ambilLkjip(app.db.baca, p, tahun))
const iku = async (id: string) =>
  (await isiKini()).isi.capaian.sasaran.flatMap((s) => s.indikator).find((i) => i.id === id)

beforeAll(async () => {
  app = await bukaAplikasiUji()
  hasil = await siapkanHasil(app)
  sakip = await app.masukSebagai('sakip1')
  kamtib = await idIndikator(app, 'IKU-09')
}, 180_000)
afterAll(() => app.tutup())

describe('angka hanya dari hasil yang disetujui', () => {
  it('rekap yang beku tetapi belum disetujui tidak dipakai', async () => {
    expect(await iku(kamtib)).toMatchObject({ kini: { sampai: 'Triwulan I 2026', sumber: 'Data contoh' }, asal: null })
  })

  it('sesudah disetujui: angka rekap itu sendiri, beserta bukti, pengisi, dan penyetujunya', async () => {
    await hasil.setujui()
    const i = await iku(kamtib)
    const [baris] = await app.sql<{ b: { capaian: unknown; realisasi: { nilai: string } }; formulir: string }>(
      `select b, u->>'formulirId' as formulir from rekap r, jsonb_array_elements(r.isi->'unit') u, jsonb_array_elements(u->'baris') b
       where r.siklus_id = $1 and b->>'indikatorId' = $2`,
      [hasil.uji.siklusId, kamtib],
    )
    expect(i?.kini).toMatchObject({
      sampai: 'Triwulan II 2026',
      setahun: false,
      capaian: baris?.b.capaian,
      realisasi: baris?.b.realisasi.nilai,
      sumber: 'Rekapitulasi versi 1',
    })
    expect(i?.triwulan.map((t) => t?.sampai ?? null)).toEqual(['Triwulan I 2026', 'Triwulan II 2026', null, null])
    expect(i?.lalu.map((l) => l.hasil?.realisasi)).toEqual(['84.38', '87.1', '89.29', '92.31'])
    expect(i?.asal).toMatchObject({ siklusId: hasil.uji.siklusId, versiRekap: 1, formulirId: baris?.formulir })
    expect(i?.asal?.penyetuju).toMatch(/, Sekretaris Kecamatan/)
  })

  it('siklus yang dibatalkan tidak dihitung', async () => {
    await app.sql("update siklus set status = 'DIBATALKAN' where id = $1", [hasil.uji.siklusId])
    expect((await iku(kamtib))?.asal).toBeNull()
    await app.sql("update siklus set status = 'BERJALAN' where id = $1", [hasil.uji.siklusId])
    expect((await iku(kamtib))?.asal).not.toBeNull()
  })

  it('yang belum ada disebut beserta tempat mengisinya, tidak menjadi nol', async () => {
    const $ = await sakip.halaman('/lkjip?tahun=2026')
    const kurang = $('section[aria-labelledby=kurang] tbody tr')
    expect(kurang.length).toBe((await isiKini()).isi.kurang.length)
    const ikm = kurang.filter((_, tr) => rapi($(tr).text()).includes('Indeks Kepuasan Masyarakat (IKM) Kecamatan'))
    expect(rapi(ikm.first().text())).toContain('Pada Triwulan II 2026 belum jatuh tempo')
    kurang.each((_, tr) =>
      expect($(tr).find('a').attr('href')).toMatch(/^\/(siklus|perencanaan|perjanjian-kinerja|lkjip)/),
    )
    expect($('main').text()).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('tiga bentuk dari satu dokumen', () => {
  let dokumen: Readonly<Record<'bahan' | 'evaluasi-renja', Dokumen>>
  beforeAll(async () => {
    dokumen = await app.sebagai('sakip1', async (p) =>
      susunDokumenLkjip(app.db.baca, p, (await ambilLkjip(app.db.baca, p, 2026)).isi, 'konsep'),
    )
  })

  it.each(['bahan', 'evaluasi-renja'] as const)(
    '%s: setiap angka setiap tabel sama di PDF, Word, dan Excel; rumus Excel menghitung angka tercetak',
    async (nama) => {
      expect(angkaTabel(dokumen[nama]).length).toBeGreaterThan(150)
      expect(angkaTabel(dokumen[nama]).filter((s) => s.rumus).length).toBeGreaterThan(50)
      expect(await bacaTigaBentuk(dokumen[nama])).toEqual({ pdf: [], word: [], excel: [] })
    },
    60_000,
  )

  it('Bab III memuat ketujuh perbandingan tiap sasaran, dan lampirannya', () => {
    const { isi } = dokumen.bahan
    const judul = isi.flatMap((b) => (b.jenis === 'tabel' ? [b.judul ?? ''] : []))
    const berapa = (pola: RegExp) => judul.filter((j) => pola.test(j)).length
    expect(berapa(/Perbandingan target dan realisasi 2026/)).toBe(4)
    expect(berapa(/Realisasi dan capaian 2022–2026/)).toBe(4)
    expect(berapa(/target akhir Renstra 2029/)).toBe(4)
    expect(berapa(/standar nasional/)).toBe(1)
    expect(berapa(/Efisiensi penggunaan sumber daya/)).toBe(4)
    expect(berapa(/Program dan kegiatan penunjang/)).toBe(4)
    expect(judul).toEqual(
      expect.arrayContaining(['Lampiran 1.1 Sasaran, indikator, dan target', 'Lampiran 2.1 Pengukuran kinerja 2026']),
    )
    const teks = JSON.stringify(isi)
    expect(teks).toContain('Penyebab keberhasilan atau kegagalan. ')
    expect(teks).toContain('(kalimat bantu dari data)')
    expect(teks).toContain('Rencana aksi 2026 belum ada di Takar')
  })

  it('jumlah anggaran adalah jumlah sub kegiatan, sekali, dan sama dengan basis data', async () => {
    const [jumlah] = await app.sql<{ pagu: string; nilai: string }>(
      `select (select sum(a.pagu)::bigint::text from anggaran a join kecamatan k on k.id = a.kecamatan_id where k.kode = 'taman' and a.tahun = 2026) as pagu,
        (select sum(x.nilai)::bigint::text from (select distinct on (r.sub_kegiatan_id) r.nilai from realisasi_anggaran r
          join kecamatan k on k.id = r.kecamatan_id where k.kode = 'taman' and r.tahun = 2026
          order by r.sub_kegiatan_id, (r.triwulan = 0) desc, r.triwulan desc) x) as nilai`,
    )
    const tabel = dokumen.bahan.isi.find((b) => b.jenis === 'tabel' && b.judul?.includes('Pagu dan realisasi anggaran'))
    const akhir = tabel?.jenis === 'tabel' ? tabel.isi.at(-1)?.sel : []
    expect(akhir?.slice(2, 4)).toMatchObject([{ angka: jumlah?.pagu }, { angka: jumlah?.nilai }])
  })

  it('E.81 ditutup tanda tangan: disusun Camat pada tanggal dokumen, dievaluasi Kepala Bappeda yang mengisinya sendiri', async () => {
    const ttd = (satu: Dokumen) => satu.isi.find((b) => b.jenis === 'tandaTangan')?.pihak
    expect(ttd(dokumen['evaluasi-renja'])).toMatchObject([
      { pengantar: ['Disusun', 'Taman, 6 Juli 2026'], jabatan: ['CAMAT TAMAN,'], nama: 'CAMAT TAMAN (CONTOH)' },
      { pengantar: ['Dievaluasi', expect.any(String)], jabatan: ['KEPALA BAPPEDA KABUPATEN PEMALANG,'], nama: '' },
    ])
    const lain = await app.sebagai('sakip.candipuro', async (p) =>
      susunDokumenLkjip(app.db.baca, p, (await ambilLkjip(app.db.baca, p, 2026)).isi, 'konsep'),
    )
    expect(ttd(lain['evaluasi-renja'])?.[0]?.jabatan).toEqual(['Plt. CAMAT CANDIPURO,'])
  })

  it('unduhan: jenis berkas benar, nama menyebut tahun dan keadaannya; yang tidak ada 404', async () => {
    for (const [bentuk, jenis, awal] of [
      ['pdf', 'application/pdf', '%PDF'],
      ['word', 'wordprocessingml', 'PK'],
      ['excel', 'spreadsheetml', 'PK'],
    ] as const) {
      const jawab = await sakip
        .buka(`/lkjip/2026/dokumen/evaluasi-renja/${bentuk}`)
        .buffer(true)
        .parse((res, selesai) => {
          const potong: Buffer[] = []
          res.on('data', (d: Buffer) => potong.push(d)).on('end', () => selesai(null, Buffer.concat(potong)))
        })
      expect(jawab.headers['content-type']).toContain(jenis)
      expect((jawab.body as Buffer).subarray(0, awal.length).toString()).toBe(awal)
      expect(decodeURIComponent(String(jawab.headers['content-disposition']))).toContain('Tahun 2026 (konsep)')
    }
    for (const alamat of [
      '2026/dokumen/lain/pdf',
      '2026/dokumen/bahan/odt',
      'abc/dokumen/bahan/pdf',
      '2026/versi/9/bahan/pdf',
    ])
      expect((await sakip.buka(`/lkjip/${alamat}`)).status, alamat).toBe(404)
  })
})

describe('paragraf Tim SAKIP', () => {
  const alamat = () => `/lkjip/2026/teks/${kamtib}`
  const isian = (lain: Record<string, string> = {}) => ({
    penyebab: 'Patroli bersama.',
    'versi-penyebab': '0',
    ...lain,
  })

  it('halamannya memuat perbandingan dan kalimat bantu dari data, dengan kolom untuk menulis', async () => {
    const $ = await sakip.halaman(alamat())
    expect($('h1').text()).toContain('Gangguan Kamtib')
    expect(rapi($('table').first().text())).toContain('Target akhir Renstra 2029')
    expect(rapi($('section[aria-labelledby=judul-bantu]').text())).toContain('sampai Triwulan II 2026')
    expect($('textarea').length).toBe(5)
    expect((await (await app.masukSebagai('kasi.trantib')).halaman(alamat()))('textarea').length).toBe(0)
  })

  it('disimpan sebagai versi 1, tercatat di jejak, masuk dokumen; yang sama tidak menjadi versi baru', async () => {
    const jawab = await sakip.kirim(alamat(), isian())
    expect(jawab.headers.location).toContain('pesan=lkjip-teks-disimpan')
    expect((await sakip.kirim(alamat(), isian({ 'versi-penyebab': '1' }))).headers.location).toContain(
      'lkjip-teks-sama',
    )
    const $ = await sakip.halaman(alamat())
    expect($('textarea[name=penyebab]').text().trim()).toBe('Patroli bersama.')
    expect(rapi($('.riwayat').text())).toContain('Penyebab keberhasilan atau kegagalan, versi 1')
    const [jejak] = await app.sql<{ rincian: object }>(
      "select rincian from jejak where peristiwa = 'lkjip.paragraf-ditulis'",
    )
    expect(jejak?.rincian).toMatchObject({ tahun: 2026, versi: 1, baru: { isi: 'Patroli bersama.' } })
    expect((await isiKini()).isi.paragraf).toMatchObject([{ objek: kamtib, bagian: 'penyebab', versi: 1 }])
  })

  it('halaman lama → 409, terlalu panjang → 422 dengan isian tetap, keduanya tidak mengubah apa pun', async () => {
    expect((await sakip.kirim(alamat(), isian({ penyebab: 'Lain.' }))).status).toBe(409)
    const panjang = await sakip.kirim(alamat(), isian({ 'versi-penyebab': '1', penyebab: 'x'.repeat(6001) }))
    expect(panjang.status).toBe(422)
    expect(panjang.text).toContain('Paling banyak 6000 huruf')
    expect(panjang.text).toContain('x'.repeat(6001))
    expect((await isiKini()).isi.paragraf).toMatchObject([{ versi: 1, isi: 'Patroli bersama.' }])
  })

  it('versi yang tertulis tidak dapat diubah atau dihapus, juga oleh aplikasinya', async () => {
    await app.sebagai('sakip1', async (p) => {
      const milik = { kecamatanId: p.kecamatanId }
      await expect(app.db.tulis.paragrafLkjip.updateMany({ where: milik, data: { isi: 'x' } })).rejects.toThrow()
      await expect(app.db.tulis.paragrafLkjip.deleteMany({ where: milik })).rejects.toThrow()
    })
  })

  it.each(['camat', 'kasi.trantib', 'pengamat', 'staf.trantib'])('%s tidak menulis', async (nama) => {
    expect((await (await app.masukSebagai(nama)).kirim(alamat(), isian({ 'versi-penyebab': '1' }))).status).toBe(403)
  })

  it('indikator yang tidak ada, IKK, dan kecamatan lain: 404', async () => {
    const ikk = await idIndikator(app, 'IKK-01')
    for (const objek of ['00000000-0000-4000-8000-000000000000', ikk, 'bukan-apa-apa'])
      expect((await sakip.kirim(`/lkjip/2026/teks/${objek}`, isian())).status, objek).toBe(404)
    expect((await (await app.masukSebagai('camat.candipuro')).buka(alamat())).status).toBe(404)
  })
})

describe('versi yang dibekukan', () => {
  const bekukan = (orang: OrangUji, lain: Record<string, string> = {}) =>
    orang.kirim('/lkjip/2026/versi', { versi: '0', catatan: 'Untuk direviu Inspektorat', ...lain })

  it('catatan terlalu panjang → 422; tahun tanpa hasil → 422; belum ada versi', async () => {
    const panjang = await bekukan(sakip, { catatan: 'x'.repeat(501) })
    expect(panjang.status).toBe(422)
    expect(panjang.text).toContain('Paling banyak 500 huruf')
    const kosong = await sakip.kirim('/lkjip/2031/versi', { versi: '0' })
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Belum ada satu pun hasil tahun 2031 yang disetujui')
    expect(await app.sql('select 1 from lkjip')).toEqual([])
  })

  it('dibekukan dua kali bersamaan: satu versi, yang lain diberi tahu; dokumennya tersimpan', async () => {
    const jawab = await Promise.all([bekukan(sakip), bekukan(await app.masukSebagai('sakip2'))])
    expect(jawab.map((j) => j.status).sort()).toEqual([303, 409])
    const [versi] = await app.sql<{ nomor_versi: number; kurang: number; sha256: string; jabatan_pembeku: string }>(
      'select * from lkjip',
    )
    expect(versi).toMatchObject({
      nomor_versi: 1,
      kurang: (await isiKini()).isi.kurang.length,
      jabatan_pembeku: 'Tim SAKIP',
    })
    const $ = await (await app.masukSebagai('pengamat')).halaman('/lkjip?tahun=2026')
    const bagian = rapi($('section[aria-labelledby=versi]').text())
    expect(bagian).toContain('Versi 1')
    expect(bagian).toContain('Untuk direviu Inspektorat')
    expect(bagian).toContain(versi?.sha256.slice(0, 12) ?? '?')
    expect($('form[action$="/versi"]').length).toBe(0)
  })

  it('perubahan sesudahnya tidak sampai ke versi beku; kecamatan lain tidak menemukannya', async () => {
    await sakip.kirim(`/lkjip/2026/teks/${kamtib}`, { penyebab: 'Sesudah dibekukan.', 'versi-penyebab': '1' })
    const baca = async (alamat: string) => {
      const jawab = await sakip
        .buka(alamat)
        .buffer(true)
        .parse((res, selesai) => {
          const potong: Buffer[] = []
          res.on('data', (d: Buffer) => potong.push(d)).on('end', () => selesai(null, Buffer.concat(potong)))
        })
      return (await teksPdf(jawab.body as Buffer)).join(' ')
    }
    const beku = await baca('/lkjip/2026/versi/1/bahan/pdf')
    expect(beku).toContain('Patroli bersama.')
    expect(beku).toContain('versi 1')
    expect(await baca('/lkjip/2026/dokumen/bahan/pdf')).toContain('Sesudah dibekukan.')
    const lain = await app.masukSebagai('camat.candipuro')
    expect((await lain.buka('/lkjip/2026/versi/1/bahan/pdf')).status).toBe(404)
    await app.sebagai('sakip1', async (p) => {
      await expect(app.db.tulis.lkjip.deleteMany({ where: { kecamatanId: p.kecamatanId } })).rejects.toThrow()
    })
  })

  it.each(['camat', 'kasi.pmd', 'pengamat'])('%s tidak membekukan', async (nama) => {
    expect((await bekukan(await app.masukSebagai(nama), { versi: '1' })).status).toBe(403)
  })
})
