import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BasisData, bukaBasisData } from '../../../src/inti/basis-data/index.ts'
import { bukaPengirim, type Pengirim } from '../../../src/inti/surel/index.ts'
import { JEDA_MENIT } from '../../../src/modul/pengingat/kirim-surel.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaServerSurel, type ServerSurel } from '../../bantuan/server-surel.ts'
import { ALAMAT, beriSurel, beriTugas, putar, setel } from './panggung.ts'

const PENGIRIM = 'Takar Kecamatan Taman <takar@taman.example>'
let app: AplikasiUji
let proses: BasisData
let server: ServerSurel
let pengirim: Pengirim
beforeAll(async () => {
  app = await bukaAplikasiUji()
  proses = bukaBasisData(app.basis.urlAplikasi)
  server = await bukaServerSurel()
  pengirim = bukaPengirim({ smtp: server.url, pengirim: PENGIRIM })
}, 120_000)
afterAll(async () => {
  await server?.mati()
  await proses?.tutup()
  await app?.tutup()
})
afterEach(async () => {
  for (const tabel of ['surel_keluar', 'pengingat', 'putaran_pengingat', 'tindak_lanjut'])
    await app.sql(`delete from ${tabel}`)
  await app.sql('update pegawai set surel = null, ingat_surel = true')
  server.surat.length = 0
  server.tolak.clear()
  server.lambat = 0
  server.putus = null
})

const antrean = () =>
  app.sql<{ kepada: string; status: string; percobaan: number; galat: string }>(
    'select kepada, status, percobaan, galat from surel_keluar order by dibuat_pada, kepada',
  )
const tenggat = '2026-07-09'

it('satu surel seorang: ke alamatnya, berbahasa Indonesia, dengan tautan dan Message-ID yang tetap', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Kirim laporan desa', tenggat })
  await beriTugas(app, 'staf.pmd', { uraian: 'Tanpa alamat surel', tenggat })
  setel(tenggat)
  await putar(app.db, pengirim)
  await putar(app.db, pengirim)
  expect(server.surat.map((s) => s.kepada)).toEqual(['kasi.pmd@taman.example'])
  const mentah = server.surat[0]?.mentah ?? ''
  const [baris] = await app.sql<{ id: string; teks: string }>('select id, teks from surel_keluar')
  expect(mentah).toContain(`Message-ID: <${baris?.id}@taman.example>`)
  expect(mentah).toContain('Subject: Pengingat Takar: 1 tugas')
  expect(mentah).toContain('multipart/alternative')
  expect(baris?.teks).toContain('Kirim laporan desa')
  expect(baris?.teks).toContain(`${ALAMAT}/tindak-lanjut/`)
  expect(await antrean()).toEqual([{ kepada: 'kasi.pmd@taman.example', status: 'TERKIRIM', percobaan: 1, galat: '' }])
})

it('dua pengirim sekaligus: tiap surel sekali', async () => {
  const orang = ['kasi.pmd', 'kasi.trantib', 'kasi.kesos', 'staf.pmd', 'staf.umum']
  for (const nama of orang) {
    await beriSurel(app, nama, `${nama}@taman.example`)
    await beriTugas(app, nama, { uraian: 'Bersama', tenggat })
  }
  server.lambat = 50
  setel(tenggat)
  await Promise.all([
    putar(app.db, pengirim),
    putar(proses, pengirim),
    putar(app.db, pengirim),
    putar(proses, pengirim),
  ])
  await putar(app.db, pengirim)
  expect(server.surat.map((s) => s.kepada).sort()).toEqual(orang.map((nama) => `${nama}@taman.example`).sort())
})

it('server surel mati: dicoba lagi sesudah jeda, tidak sebelumnya, lalu terkirim sekali', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Nanti', tenggat })
  await server.mati()
  setel(tenggat, '08:00')
  await putar(app.db, pengirim)
  expect(await antrean()).toMatchObject([
    { status: 'MENUNGGU', percobaan: 1, galat: expect.stringContaining('tidak dapat dihubungi') },
  ])
  await putar(app.db, pengirim)
  expect(await antrean()).toMatchObject([{ percobaan: 1 }])
  await server.hidup()
  setel(tenggat, '08:01')
  await putar(app.db, pengirim)
  expect(server.surat).toHaveLength(1)
  expect(await antrean()).toMatchObject([{ status: 'TERKIRIM', percobaan: 2, galat: '' }])
})

it('ditolak sementara terus: menyerah sesudah percobaan terakhir, dan admin diberi tahu di aplikasi', async () => {
  await beriSurel(app, 'kasi.pmd', 'penuh@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Penuh', tenggat })
  server.tolak.set('penuh@taman.example', 452)
  for (let ke = 0; ke <= JEDA_MENIT.length; ke++) {
    setel(tenggat, '08:00')
    await app.sql("update surel_keluar set coba_pada = '2026-07-09T00:00:00Z' where status = 'MENUNGGU'")
    await putar(app.db, pengirim)
  }
  expect(await antrean()).toMatchObject([{ status: 'GAGAL', percobaan: JEDA_MENIT.length + 1 }])
  const admin = await app.masukSebagai('admin')
  expect((await admin.halaman('/'))('.pita-pengingat').text()).toContain('1 daftar pengingat belum Anda baca')
  expect((await admin.halaman('/pengingat'))('main').text()).toContain('1 surel pengingat gagal dikirim')
  const setelan = await admin.halaman('/pengingat/setelan')
  expect(setelan('main').text()).toContain('penuh@taman.example')
  // once the mailbox has room again, the admin has it sent
  server.tolak.clear()
  const kirimUlang = String(setelan('form[action$="/pengulangan"]').attr('action'))
  expect((await admin.kirim(kirimUlang)).status).toBe(303)
  expect((await admin.kirim(kirimUlang)).status).toBe(409)
  await putar(app.db, pengirim)
  expect(server.surat).toHaveLength(1)
  const jejak = await app.sql("select rincian from jejak where peristiwa = 'pengingat.surel-diulang'")
  expect(jejak).toHaveLength(1)
})

it('alamat ditolak selamanya: tidak dicoba lagi, yang lain tetap terkirim', async () => {
  await beriSurel(app, 'kasi.pmd', 'tidak.ada@taman.example')
  await beriSurel(app, 'kasi.trantib', 'trantib@taman.example')
  for (const nama of ['kasi.pmd', 'kasi.trantib']) await beriTugas(app, nama, { uraian: 'Coba', tenggat })
  server.tolak.set('tidak.ada@taman.example', 550)
  setel(tenggat)
  await putar(app.db, pengirim)
  expect(await antrean()).toMatchObject([
    {
      kepada: 'tidak.ada@taman.example',
      status: 'GAGAL',
      percobaan: 1,
      galat: expect.stringContaining('Alamatnya ditolak'),
    },
    { kepada: 'trantib@taman.example', status: 'TERKIRIM' },
  ])
})

it('sandi server salah: tetap menunggu dengan sebab yang dapat dibaca', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Sandi', tenggat })
  setel(tenggat)
  await putar(app.db, bukaPengirim({ smtp: server.url.replace('mangga', 'jambu'), pengirim: PENGIRIM }))
  expect(await antrean()).toMatchObject([
    { status: 'MENUNGGU', galat: expect.stringContaining('menolak nama atau sandi') },
  ])
})

it('daftar baru menggantikan surel lama yang belum keluar; surel tidak dikirim pada hari libur', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Lama', tenggat: '2026-07-10' })
  await server.mati()
  setel('2026-07-10', '15:59')
  await putar(app.db, pengirim)
  await server.hidup()
  setel('2026-07-11', '10:00')
  await putar(app.db, pengirim)
  expect(server.surat).toHaveLength(0)
  setel('2026-07-13', '08:00')
  await putar(app.db, pengirim)
  expect((await antrean()).map((a) => a.status)).toEqual(['DIGANTI', 'TERKIRIM'])
  expect(server.surat).toHaveLength(1)
})

const messageId = () => server.surat.map((s) => /^Message-ID: (.*)$/m.exec(s.mentah)?.[1]?.trim())

it('proses mati sesudah server menerima, sebelum mencatat: sesudah sewanya habis dikirim sekali lagi dengan Message-ID yang sama', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Mati', tenggat })
  const mati: Pengirim = {
    kirim: async (pesan) => Promise.reject(new Error(`proses mati: ${(await pengirim.kirim(pesan)).jenis}`)),
    tutup: () => {},
  }
  setel(tenggat, '08:00')
  await putar(app.db, mati)
  expect(server.surat).toHaveLength(1)
  setel(tenggat, '08:02')
  await putar(app.db, pengirim)
  expect(server.surat, 'masih disewa').toHaveLength(1)
  setel(tenggat, '08:03')
  await putar(app.db, pengirim)
  expect(new Set(messageId()).size).toBe(1)
  expect(await antrean()).toMatchObject([{ status: 'TERKIRIM', percobaan: 2 }])
  setel(tenggat, '09:00')
  await putar(app.db, pengirim)
  expect(server.surat).toHaveLength(2)
})

it('proses mati dua kali pada surel yang sama: tidak dikirim untuk ketiga kalinya, dan admin diberi tahu', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Mati dua kali', tenggat })
  const mati: Pengirim = { kirim: () => Promise.reject(new Error('proses mati')), tutup: () => {} }
  for (const pukul of ['08:00', '08:03']) {
    setel(tenggat, pukul)
    await putar(app.db, mati)
  }
  setel(tenggat, '08:06')
  await putar(app.db, pengirim)
  expect(server.surat).toHaveLength(0)
  expect(await antrean()).toMatchObject([{ status: 'GAGAL', galat: expect.stringContaining('mungkin sudah sampai') }])
})

it('server menerima isinya lalu putus sebelum menjawab: diulang satu kali, lalu admin yang memutuskan', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Putus', tenggat })
  server.putus = 'isi'
  setel(tenggat, '08:00')
  await putar(app.db, pengirim)
  expect(await antrean()).toMatchObject([
    { status: 'MENUNGGU', galat: expect.stringContaining('mungkin sudah sampai') },
  ])
  setel(tenggat, '08:01')
  await putar(app.db, pengirim)
  expect(await antrean()).toMatchObject([
    { status: 'GAGAL', percobaan: 2, galat: expect.stringContaining('Tanyakan kepada penerimanya') },
  ])
  setel(tenggat, '15:00')
  await putar(app.db, pengirim)
  expect(messageId()).toHaveLength(2)
  expect(new Set(messageId()).size).toBe(1)
  server.putus = null
  const admin = await app.masukSebagai('admin')
  const setelan = await admin.halaman('/pengingat/setelan')
  await admin.kirim(String(setelan('form[action$="/pengulangan"]').attr('action')))
  await putar(app.db, pengirim)
  expect(messageId()).toHaveLength(3)
  expect(await antrean()).toMatchObject([{ status: 'TERKIRIM' }])
})

it('putus sebelum isinya dikirim: pasti belum sampai, jadi dicoba terus seperti biasa', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Putus dini', tenggat })
  server.putus = 'alamat'
  for (const pukul of ['08:00', '08:10', '08:30']) {
    setel(tenggat, pukul)
    await putar(app.db, pengirim)
  }
  expect(await antrean()).toMatchObject([
    { status: 'MENUNGGU', percobaan: 3, galat: expect.stringContaining('tidak dapat dihubungi') },
  ])
  server.putus = null
  setel(tenggat, '09:00')
  await putar(app.db, pengirim)
  expect(server.surat).toHaveLength(1)
})

it('yang mematikan surel tidak dikirimi, juga bila sudah di antrean; tanpa server surel tidak ada antrean', async () => {
  await beriSurel(app, 'kasi.pmd', 'kasi.pmd@taman.example')
  await beriTugas(app, 'kasi.pmd', { uraian: 'Diam', tenggat: '2026-07-10' })
  setel('2026-07-09')
  await putar(app.db, null)
  expect(await antrean()).toEqual([])
  setel('2026-07-10')
  await server.mati()
  await putar(app.db, pengirim)
  await server.hidup()
  const kasi = await app.masukSebagai('kasi.pmd')
  const versi = String((await kasi.halaman('/akun/kontak'))('input[name=versi]').val())
  expect((await kasi.kirim('/akun/kontak', { versi, surel: 'kasi.pmd@taman.example', telepon: '' })).status).toBe(303)
  setel('2026-07-10', '09:00')
  await putar(app.db, pengirim)
  expect(await antrean()).toMatchObject([{ status: 'DIGANTI' }])
  expect(server.surat).toHaveLength(0)
})
