import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BasisData, bukaBasisData } from '../../../src/inti/basis-data/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { beriTugas, putar, semuaPengingat, setel } from './panggung.ts'

let app: AplikasiUji
/** a second process on the same database */
let proses: BasisData
beforeAll(async () => {
  app = await bukaAplikasiUji()
  proses = bukaBasisData(app.basis.urlAplikasi)
}, 120_000)
afterAll(async () => {
  await proses?.tutup()
  await app?.tutup()
})
afterEach(async () => {
  await app.sql('delete from pengingat')
  await app.sql('delete from putaran_pengingat')
  await app.sql('delete from tindak_lanjut')
})

it('staf diingatkan pada harinya; terlambat 1 hari kerja kepala unitnya diberi tahu, 3 hari kerja Sekcam', async () => {
  await beriTugas(app, 'staf.trantib', { uraian: 'Rapikan data pos ronda', tenggat: '2026-07-09' })
  for (const hari of [
    '2026-07-06',
    '2026-07-07',
    '2026-07-08',
    '2026-07-09',
    '2026-07-10',
    '2026-07-13',
    '2026-07-14',
  ]) {
    setel(hari)
    await putar(app.db)
  }
  const tugas = ['Rapikan data pos ronda']
  const kosong = { tugas: [], bawahan: [], kantor: [] }
  expect(await semuaPengingat(app)).toEqual([
    { nama: 'staf.trantib', tanggal: '2026-07-06', ...kosong, tugas },
    { nama: 'staf.trantib', tanggal: '2026-07-08', ...kosong, tugas },
    { nama: 'staf.trantib', tanggal: '2026-07-09', ...kosong, tugas },
    { nama: 'kasi.trantib', tanggal: '2026-07-10', ...kosong, bawahan: tugas },
    { nama: 'staf.trantib', tanggal: '2026-07-10', ...kosong, tugas },
    { nama: 'kasi.trantib', tanggal: '2026-07-14', ...kosong, bawahan: tugas },
    { nama: 'sekcam', tanggal: '2026-07-14', ...kosong, kantor: tugas },
    { nama: 'staf.trantib', tanggal: '2026-07-14', ...kosong, tugas },
  ])
})

it('dua proses melihat bersamaan, berkali-kali: satu daftar seorang sehari', async () => {
  await beriTugas(app, 'staf.trantib', { uraian: 'Satu', tenggat: '2026-07-09' })
  await beriTugas(app, 'staf.trantib', { uraian: 'Dua', tenggat: '2026-07-10' })
  await beriTugas(app, 'kasi.pmd', { uraian: 'Tiga', tenggat: '2026-07-09' })
  setel('2026-07-09')
  await Promise.all([putar(app.db), putar(proses), putar(app.db), putar(proses)])
  await putar(proses)
  expect((await semuaPengingat(app)).map(({ nama, tugas }) => [nama, tugas])).toEqual([
    ['kasi.pmd', ['Tiga']],
    ['staf.trantib', ['Satu', 'Dua']],
  ])
})

it('di luar jam pengingat, Sabtu, Minggu, dan hari libur tidak ada apa pun; hari kerja berikutnya satu daftar untuk semua yang terlewat', async () => {
  await beriTugas(app, 'kasi.pmd', { uraian: 'Terlewat', tenggat: '2026-08-14' })
  const hariSepi: [string, string][] = [
    ['2026-08-14', '06:00'],
    ['2026-08-14', '16:00'],
    ['2026-08-15', '09:00'],
    ['2026-08-16', '09:00'],
    ['2026-08-17', '09:00'],
  ]
  setel('2026-08-13', '07:29')
  await putar(app.db)
  for (const [hari, pukul] of hariSepi) {
    setel(hari, pukul)
    await putar(app.db)
  }
  expect(await semuaPengingat(app)).toEqual([])
  setel('2026-08-18')
  await putar(app.db)
  await putar(app.db)
  expect(await semuaPengingat(app)).toMatchObject([{ nama: 'kasi.pmd', tanggal: '2026-08-18', tugas: ['Terlewat'] }])
})

it('yang sudah selesai tidak diingatkan; kantor yang mematikan pengingat tidak mendapat apa pun', async () => {
  const id = await beriTugas(app, 'kasi.pmd', { uraian: 'Selesai', tenggat: '2026-07-09' })
  await app.sql("update tindak_lanjut set status = 'SELESAI' where id = $1", [id])
  setel('2026-07-09')
  await putar(app.db)
  expect(await semuaPengingat(app)).toEqual([])
  await app.sql('delete from putaran_pengingat')
  await app.sql("update tindak_lanjut set status = 'TERBUKA' where id = $1", [id])
  const sakip = await app.masukSebagai('sakip1')
  const $ = await sakip.halaman('/pengingat/setelan')
  const isi: Record<string, string> = {}
  $('main form input[type=text], main form input[type=hidden]').each((_, el) => {
    isi[String($(el).attr('name'))] = String($(el).val())
  })
  expect(isi).toMatchObject({ hariSebelum: '3, 1', jamMulai: '07.30', keSekcam: '3', versi: '0' })
  // without the ticked boxes: off
  expect((await sakip.kirim('/pengingat/setelan', isi)).status).toBe(303)
  await putar(app.db)
  expect(await semuaPengingat(app)).toEqual([])
  await app.sql('delete from setelan_pengingat')
})

it('kantor lain dengan kesalahan tidak menahan kantor ini', async () => {
  await beriTugas(app, 'kasi.pmd', { uraian: 'Tetap', tenggat: '2026-07-09' })
  await app.sql("update kecamatan set zona_waktu = 'Asia/Tidak_Ada' where kode = 'candipuro'")
  setel('2026-07-09')
  await putar(app.db)
  expect(await semuaPengingat(app)).toHaveLength(1)
  await app.sql("update kecamatan set zona_waktu = 'Asia/Jakarta' where kode = 'candipuro'")
})
