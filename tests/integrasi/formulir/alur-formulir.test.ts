import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { jalankan } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { PDF } from '../berkas/contoh-berkas.ts'
import { formulirUji, isianBarisUji, isiSemua, siapkanSiklus } from './bantuan-formulir.ts'

let app: AplikasiUji
let sari: OrangUji
let kasi: OrangUji
let staf: OrangUji
let siklusId: string
const UNIT = [
  'subbag-umum',
  'subbag-program',
  'seksi-pemerintahan',
  'seksi-trantib',
  'seksi-pmd',
  'seksi-kesos',
  'seksi-pelayanan',
]

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P5')
  sari = await app.masukSebagai('sakip1')
  kasi = await app.masukSebagai('kasi.pemerintahan')
  staf = await app.masukSebagai('staf.pemerintahan')
})
afterAll(() => app.tutup())

const langkah = (kode: string, jenis: string) => `/siklus/${siklusId}/langkah/${kode}/${jenis}`
const status = async () =>
  (await app.sql<{ status: string }>('select status from formulir where siklus_id = $1 order by urut', [siklusId])).map(
    (f) => f.status,
  )
const langkahKini = async () =>
  (
    await app.sql<{ kode: string }>("select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'", [
      siklusId,
    ])
  )[0]?.kode

describe('langkah 5, menyiapkan formulir', () => {
  it('satu formulir per unit dari PK yang berlaku; indikator tahunan belum jatuh tempo pada triwulan II', async () => {
    const baris = await app.sql<{ kode: string }>(
      'select u.kode from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 order by f.urut',
      [siklusId],
    )
    expect(baris.map((b) => b.kode).sort()).toEqual([...UNIT].sort())
    const f = await formulirUji(app, siklusId, 'subbag-program')
    expect(f.baris.find((b) => b.kode === 'IKU-01')?.jatuh).toBe(false)
    expect(f.baris.find((b) => b.kode === 'IKK-07')?.jatuh).toBe(true)
  })
  it('halaman menunjukkan asal tiap target; baris dapat dikeluarkan dan dimasukkan lagi; catatan tersimpan', async () => {
    const $ = await sari.halaman(langkah('P5', 'siapkan-formulir'))
    expect($('h1').length).toBe(1)
    expect($.text()).toContain('PK Kepala Seksi')
    const f = await formulirUji(app, siklusId)
    const [{ indikator_id: indikatorId } = { indikator_id: '' }] = await app.sql<{ indikator_id: string }>(
      'select indikator_id from baris_formulir where id = $1',
      [f.baris[0]?.id],
    )
    expect(
      (await sari.kirim(`${langkah('P5', 'siapkan-formulir')}/pengeluaran`, { formulirId: f.id, indikatorId })).status,
    ).toBe(303)
    expect((await formulirUji(app, siklusId)).baris.length).toBe(f.baris.length - 1)
    expect((await sari.halaman(langkah('P5', 'siapkan-formulir'))).text()).toContain('Tidak dimasukkan')
    expect(
      (await sari.kirim(`${langkah('P5', 'siapkan-formulir')}/pemasukan`, { formulirId: f.id, indikatorId })).status,
    ).toBe(303)
    const catatan = { formulirId: f.id, versi: String(f.versi), catatan: 'Perhatikan data desa' }
    expect((await sari.kirim(`${langkah('P5', 'siapkan-formulir')}/catatan`, catatan)).status).toBe(303)
    expect((await sari.kirim(`${langkah('P5', 'siapkan-formulir')}/catatan`, catatan)).status).toBe(409)
    expect((await kasi.kirim(`${langkah('P5', 'siapkan-formulir')}/catatan`, catatan)).status).toBe(403)
    expect((await sari.kirim(`${langkah('P5', 'siapkan-formulir')}/penyusunan-ulang`)).status).toBe(303)
    expect((await kasi.halaman(`/formulir/${f.id}`)).text()).toContain('Perhatikan data desa')
  })
  it('belum dibagikan: unit belum dapat mengisi atau menerima', async () => {
    const f = await formulirUji(app, siklusId)
    const b = f.baris[0]
    if (!b) throw new Error('tanpa baris')
    expect((await staf.kirim(`/formulir/${f.id}/baris/${b.id}`, isianBarisUji(b, {}))).status).toBe(409)
    expect((await staf.kirim(`/formulir/${f.id}/penerimaan`, { versi: String(f.versi) })).status).toBe(409)
  })
  it('blangko semua unit menjadi dokumen langkah', async () => {
    expect((await kasi.kirim(`${langkah('P5', 'siapkan-formulir')}/penyelesaian`)).status).toBe(403)
    expect((await sari.kirim(`${langkah('P5', 'siapkan-formulir')}/penyelesaian`)).status).toBe(303)
    const dokumen = await app.sql<{ judul: string }>(
      'select d.judul from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 and l.urut >= 5',
      [siklusId],
    )
    expect(dokumen.map((d) => d.judul)).toEqual(['Formulir Pengumpulan Data Capaian Kinerja Triwulan II 2026'])
    expect(await langkahKini()).toBe('P6')
  })
})

describe('langkah 6, distribusi', () => {
  it('Tim SAKIP membagikan, unit menyatakan menerima, satu dicatat dari kertas; baru langkah dapat selesai', async () => {
    const alamat = langkah('P6', 'distribusi')
    expect((await kasi.kirim(`${alamat}/pembagian`)).status).toBe(403)
    expect((await sari.kirim(`${alamat}/pembagian`)).status).toBe(303)
    expect(await status()).toEqual(UNIT.map(() => 'DIBAGIKAN'))
    const giliran = (await kasi.halaman(alamat))('.mengapa').text()
    expect(giliran).toBe('Giliran Anda: nyatakan bahwa unit Anda sudah menerima formulirnya.')
    const gagal = await sari.kirim(`${alamat}/penyelesaian`)
    expect(gagal.status).toBe(422)
    expect(gagal.text).toContain('Belum menyatakan menerima')
    const kertas = await formulirUji(app, siklusId, 'seksi-kesos')
    const tanda = {
      formulirId: kertas.id,
      penerima: 'Kasi Kesos (contoh)',
      jabatanPenerima: 'Kepala Seksi',
      tanggal: '2026-07-06',
    }
    const pindaian = { berkas: { nama: 'tanda terima.pdf', isi: PDF } }
    const catat = (isian: typeof tanda) => sari.unggah(`${alamat}/tanda-terima`, isian, pindaian)
    expect((await catat({ ...tanda, tanggal: '2026-08-01' })).status).toBe(422)
    const asing = await sari.kirim(`${alamat}/tanda-terima`, { ...tanda, pindaianId: crypto.randomUUID() })
    expect([asing.status, asing.text]).toEqual([422, expect.stringContaining('Pindaian yang dipilih tidak ada lagi')])
    expect((await catat(tanda)).status).toBe(303)
    const bukti = (await sari.halaman(alamat))('table a[href^="/berkas/"]').attr('href') ?? ''
    expect((await sari.buka(bukti)).headers['content-type']).toContain('application/pdf')
    const orang: Record<string, string> = {
      'subbag-umum': 'kasubbag.umum',
      'subbag-program': 'staf.program',
      'seksi-pemerintahan': 'staf.pemerintahan',
      'seksi-trantib': 'kasi.trantib',
      'seksi-pmd': 'kasi.pmd',
      'seksi-pelayanan': 'kasi.pelayanan',
    }
    for (const [unit, nama] of Object.entries(orang)) {
      const f = await formulirUji(app, siklusId, unit)
      const penerima = await app.masukSebagai(nama)
      expect((await penerima.kirim(`/formulir/${f.id}/penerimaan`, { versi: String(f.versi) })).status, unit).toBe(303)
    }
    expect(await status()).toEqual(UNIT.map(() => 'DITERIMA'))
    expect((await sari.kirim(`${alamat}/penyelesaian`)).status).toBe(303)
    expect(await langkahKini()).toBe('P7')
    expect((await sari.halaman(alamat)).text()).toContain('(kertas)')
  })
})

describe('langkah 7, menyerahkan', () => {
  it('bukti: tautan harus https, tempat kertas, berkas PDF; dihapus selagi terbuka', async () => {
    const f = await formulirUji(app, siklusId)
    const alamat = `/formulir/${f.id}/baris/${f.baris[0]?.id}/bukti`
    expect((await staf.kirim(alamat, { jenis: 'tautan', tautan: 'http://contoh.go.id' })).status).toBe(422)
    expect((await staf.kirim(alamat, { jenis: 'tautan', tautan: 'javascript:alert(1)' })).status).toBe(422)
    expect((await staf.kirim(alamat, { jenis: 'tautan', tautan: 'https://contoh.go.id/laporan' })).status).toBe(303)
    expect((await staf.kirim(alamat, { jenis: 'kertas', tempatKertas: 'Map TW II, lemari Seksi' })).status).toBe(303)
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    expect(
      (await staf.unggah(alamat, { jenis: 'berkas' }, { berkas: { nama: 'laporan desa.pdf', isi: pdf } })).status,
    ).toBe(303)
    expect(
      (await staf.unggah(alamat, { jenis: 'berkas' }, { berkas: { nama: 'x.pdf', isi: Buffer.from('bukan pdf') } }))
        .status,
    ).toBe(422)
    const $ = await staf.halaman(alamat)
    expect($('.berkas li').length).toBe(3)
    const hapus = $('.berkas form').first().attr('action') ?? ''
    expect((await sari.kirim(hapus)).status).toBe(403)
    expect((await staf.kirim(hapus)).status).toBe(303)
    expect((await staf.halaman(alamat))('.berkas li').length).toBe(2)
  })

  it('baris jatuh tempo yang kosong menghalangi; staf tidak menyerahkan; kepala unit menyerahkan', async () => {
    let f = await formulirUji(app, siklusId)
    const kosong = await kasi.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Belum diisi')
    await isiSemua(app, f.id)
    f = await formulirUji(app, siklusId)
    expect((await staf.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })).status).toBe(403)
    const lain = await app.masukSebagai('kasi.trantib')
    expect((await lain.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })).status).toBe(404)
    const $ = await kasi.halaman(`/formulir/${f.id}/pemeriksaan`)
    expect($('form[action$="/penyerahan"] button').text()).toContain('Serahkan formulir')
    const dua = await Promise.all(
      [1, 2].map(() => kasi.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })),
    )
    expect(dua.map((j) => j.status).sort()).toEqual([303, 409])
    expect((await sari.halaman(langkah('P7', 'pengisian'))).text()).toContain('1 dari 7 unit sudah menyerahkan')
  })

  it('setelah diserahkan tidak ada jalan yang mengubah', async () => {
    const f = await formulirUji(app, siklusId)
    const b = f.baris[0]
    const a = f.anggaran[0]
    if (!b || !a) throw new Error('tanpa baris')
    const jalan = [
      [`/formulir/${f.id}/baris/${b.id}`, isianBarisUji(b, { [b.variabel[0] ?? '']: '5' })],
      [`/formulir/${f.id}/anggaran/${a.id}`, { versi: String(a.versi), realisasi: '5' }],
      [`/formulir/${f.id}`, { [`b.${b.id}.versi`]: String(b.versi), [`b.${b.id}.v.${b.variabel[0]}`]: '5' }],
      [`/formulir/${f.id}/baris/${b.id}/bukti`, { jenis: 'kertas', tempatKertas: 'lemari' }],
      [`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) }],
      [`/formulir/${f.id}/penerimaan`, { versi: String(f.versi) }],
    ] as const
    for (const [alamat, isian] of jalan) expect((await kasi.kirim(alamat, isian)).status, alamat).toBe(409)
  })

  it('ditarik kembali selagi unit lain mengisi, lalu diserahkan lagi', async () => {
    let f = await formulirUji(app, siklusId)
    expect((await staf.kirim(`/formulir/${f.id}/penarikan`, { versi: String(f.versi) })).status).toBe(403)
    expect((await kasi.kirim(`/formulir/${f.id}/penarikan`, { versi: String(f.versi) })).status).toBe(303)
    f = await formulirUji(app, siklusId)
    const b = f.baris[0]
    if (!b) throw new Error('tanpa baris')
    const jawab = await kasi.kirim(
      `/formulir/${f.id}/baris/${b.id}`,
      isianBarisUji(b, {}, { tb: '1', alasan: 'Belum ada kegiatan', kunci: randomUUID() }),
    )
    expect(jawab.status).toBe(303)
    f = await formulirUji(app, siklusId)
    expect((await kasi.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })).status).toBe(303)
  })

  it('unit terakhir menyerahkan: langkah selesai sendiri dengan dokumennya', async () => {
    for (const unit of UNIT.filter((u) => u !== 'seksi-pemerintahan')) {
      let f = await formulirUji(app, siklusId, unit)
      await isiSemua(app, f.id)
      f = await formulirUji(app, siklusId, unit)
      const kepala = await app.masukSebagai(unit.replace('seksi-', 'kasi.').replace('subbag-', 'kasubbag.'))
      expect((await kepala.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })).status, unit).toBe(303)
    }
    expect(await langkahKini()).toBe('P8')
    const f = await formulirUji(app, siklusId)
    expect((await kasi.kirim(`/formulir/${f.id}/penarikan`, { versi: String(f.versi) })).status).toBe(409)
    const dokumen = await app.sql<{ jenis: string }>(
      'select d.jenis from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 and l.urut >= 5 order by l.urut',
      [siklusId],
    )
    expect(dokumen.map((d) => d.jenis)).toEqual(['FORMULIR_BLANGKO', 'TANDA_TERIMA', 'FORMULIR_TERISI'])
  })
})

describe('pengembalian', () => {
  it('dua nilai satu unit dikembalikan: hanya keduanya terbuka, alasan tampak di nilainya', async () => {
    const f = await formulirUji(app, siklusId)
    const [b1, b2, b3] = f.baris
    if (!b1 || !b2 || !b3) throw new Error('kurang baris')
    const [unit] = await app.sql<{ id: string }>(
      "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where u.kode = 'seksi-pemerintahan' and k.kode = (select kode from kecamatan where id = (select kecamatan_id from siklus where id = $1))",
      [siklusId],
    )
    const kunci = unit?.id ?? ''
    await app.sebagai('sakip1', (pelaku) =>
      transaksi(app.db, pelaku, (tx) =>
        jalankan(
          tx,
          pelaku,
          {
            jenis: 'KEMBALIKAN_BAGIAN',
            siklusId,
            langkah: 'P8',
            tujuan: 'P7',
            cakupan: { jenis: 'NILAI', nilai: [b1, b2].map((b) => ({ kunci, barisId: b.id })) },
            alasan: 'Periksa angkanya',
          },
          { alasanPer: { [b1.id]: 'Angka desa keliru' } },
        ),
      ),
    )
    const $ = await staf.halaman(`/formulir/${f.id}`)
    expect($('[data-simpan-otomatis]').length).toBe(2)
    expect($(`#baris-${b1.id}`).text()).toContain('Angka desa keliru')
    expect($(`#baris-${b2.id}`).text()).toContain('Periksa angkanya')
    const kini = await formulirUji(app, siklusId)
    const cari = (id: string) => kini.baris.find((b) => b.id === id) ?? b3
    expect((await staf.kirim(`/formulir/${f.id}/baris/${b3.id}`, isianBarisUji(cari(b3.id), {}))).status).toBe(409)
    const isi = isianBarisUji(cari(b1.id), Object.fromEntries(b1.variabel.map((v) => [v, '19'])))
    expect((await staf.kirim(`/formulir/${f.id}/baris/${b1.id}`, isi)).status).toBe(303)
    const lain = await formulirUji(app, siklusId, 'seksi-trantib')
    const trantib = await app.masukSebagai('kasi.trantib')
    const bt = lain.baris[0]
    if (!bt) throw new Error('tanpa baris')
    expect((await trantib.kirim(`/formulir/${lain.id}/baris/${bt.id}`, isianBarisUji(bt, {}))).status).toBe(409)
  })

  it('diserahkan lagi: alasan hilang dari barisnya, putaran terhitung, rekap terbuka kembali', async () => {
    let f = await formulirUji(app, siklusId)
    await kasi.kirim(`/formulir/${f.id}/baris/${f.baris[0]?.id}/bukti`, { jenis: 'kertas', tempatKertas: 'Map TW II' })
    f = await formulirUji(app, siklusId)
    expect((await kasi.kirim(`/formulir/${f.id}/penyerahan`, { versi: String(f.versi) })).status).toBe(303)
    const [isi] = await app.sql<{ n: number; putaran: number }>(
      'select (select count(*)::int from baris_formulir where formulir_id = f.id and alasan_kembali is not null) as n, putaran from formulir f where id = $1',
      [f.id],
    )
    expect(isi).toEqual({ n: 0, putaran: 2 })
    expect(await langkahKini()).toBe('P8')
  })

  it('blangko dan formulir terisi sebagai PDF', async () => {
    const f = await formulirUji(app, siklusId)
    for (const jenis of ['blangko', 'cetak']) {
      const jawab = await kasi
        .buka(`/formulir/${f.id}/${jenis}`)
        .buffer(true)
        .parse((res, selesai) => {
          const potong: Buffer[] = []
          res.on('data', (p: Buffer) => potong.push(p))
          res.on('end', () => selesai(null, Buffer.concat(potong)))
        })
      expect(jawab.status).toBe(200)
      expect((jawab.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})
