import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambilKalenderKerja } from '../../../src/modul/kalender/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let admin: OrangUji
const LIBUR = {
  tanggal: '2026-08-18',
  nama: 'Sedekah Bumi Taman',
  jenis: 'LIBUR_DAERAH',
  status: 'RESMI',
  sumber: 'Surat Bupati',
}

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  admin = await uji.masukSebagai('admin')
})
afterAll(() => uji?.tutup())

const cariLibur = async (tanggal: string) =>
  (
    await uji.sql<{ id: string; nama: string }>(
      "select h.id, h.nama from hari_libur h join kecamatan k on k.id = h.kecamatan_id where k.kode = 'taman' and h.tanggal = $1",
      [tanggal],
    )
  )[0]

test('Semua orang membaca hari libur 2026: 17 libur nasional dan 8 cuti bersama; hanya admin melihat formulir', async () => {
  const camat = await uji.masukSebagai('camat')
  const $ = await camat.halaman('/kalender?tahun=2026')
  expect($('h1').text()).toBe('Hari libur 2026')
  expect($('.hitungan').text().replace(/\s+/g, ' ')).toContain('17 libur nasional 8 cuti bersama')
  expect($('form[action="/kalender/hari-libur"]')).toHaveLength(0)
  const punyaAdmin = await admin.halaman('/kalender?tahun=2026')
  expect(punyaAdmin('form[action="/kalender/hari-libur"]')).toHaveLength(1)
})

test('Admin menambah libur daerah: tersimpan sekali, tercatat di jejak, dan masuk kalender kerja', async () => {
  const jawab = await admin.kirim('/kalender/hari-libur', { kunci: 'k-1', ...LIBUR })
  expect(jawab.status).toBe(303)
  expect(jawab.headers.location).toBe('/kalender?tahun=2026&pesan=libur-ditambah')
  const lagi = await admin.kirim('/kalender/hari-libur', { kunci: 'k-1', ...LIBUR })
  expect(lagi.headers.location).toContain('sudah-diterima')
  const jejak = await uji.sql(
    "select rincian->>'nama' as nama, jabatan_pelaku from jejak where peristiwa = 'kalender.libur-ditambah'",
  )
  expect(jejak).toEqual([{ nama: LIBUR.nama, jabatan_pelaku: 'Operator Aplikasi' }])
  const kalender = await uji.sebagai('camat', (pelaku) => ambilKalenderKerja(uji.db.baca, pelaku.kecamatanId))
  expect(kalender.libur.has('2026-08-18')).toBe(true)
  expect(kalender.zona).toBe('Asia/Jakarta')
})

test('Tanggal yang sudah libur atau isian kosong ditolak 422, isian tetap, tidak ada yang tersimpan', async () => {
  const ganda = await admin.kirim('/kalender/hari-libur', { ...LIBUR, tanggal: '2026-08-17', nama: 'Ganda' })
  expect(ganda.status).toBe(422)
  expect(ganda.text).toContain('sudah tercatat sebagai hari libur')
  expect(ganda.text).toContain('value="Ganda"')
  const kosong = await admin.kirim('/kalender/hari-libur', { tanggal: '2026-02-30', nama: '', jenis: '' })
  expect(kosong.status).toBe(422)
  expect(kosong.text).toContain('Tanggal ini tidak ada di kalender.')
  expect(kosong.text).toContain('Tulis nama hari liburnya.')
  expect((await cariLibur('2026-08-17'))?.nama).not.toBe('Ganda')
})

test('Dua admin mengubah libur yang sama: yang kedua diberi tahu (409), perubahan pertama tetap', async () => {
  const libur = await cariLibur('2026-08-18')
  const alamat = `/kalender/hari-libur/${libur?.id}`
  const versi = String((await admin.halaman(alamat))('input[name=versi]').first().val())
  const [satu, dua] = await Promise.all([
    admin.kirim(alamat, { ...LIBUR, versi, nama: 'Pertama' }),
    admin.kirim(alamat, { ...LIBUR, versi, nama: 'Kedua' }),
  ])
  expect([satu.status, dua.status].sort()).toEqual([303, 409])
  const ubahan = await uji.sql("select rincian from jejak where peristiwa = 'kalender.libur-diubah'")
  expect(ubahan).toHaveLength(1)
})

test('Menghapus memerlukan versi yang dilihat; yang dihapus tetap di jejak', async () => {
  const libur = await cariLibur('2026-08-18')
  const alamat = `/kalender/hari-libur/${libur?.id}`
  expect((await admin.kirim(`${alamat}/penghapusan`, { versi: 'lama' })).status).toBe(409)
  const versi = String((await admin.halaman(alamat))('input[name=versi]').first().val())
  expect((await admin.kirim(`${alamat}/penghapusan`, { versi })).status).toBe(303)
  expect(await cariLibur('2026-08-18')).toBeUndefined()
  expect(await uji.sql("select 1 from jejak where peristiwa = 'kalender.libur-dihapus'")).toHaveLength(1)
})

test('Selain admin ditolak 403, admin kecamatan lain 404, GET tidak mengubah apa pun', async () => {
  const libur = await cariLibur('2026-08-17')
  const alamat = `/kalender/hari-libur/${libur?.id}`
  const lain = await uji.masukSebagai('admin.candipuro')
  expect((await lain.buka(alamat)).status).toBe(404)
  expect((await lain.kirim(alamat, { ...LIBUR, versi: 'x' })).status).toBe(404)
  expect((await lain.kirim(`${alamat}/penghapusan`, { versi: 'x' })).status).toBe(404)
  for (const nama of ['camat', 'sakip1', 'staf.umum', 'pengamat']) {
    const orang = await uji.masukSebagai(nama)
    expect((await orang.kirim('/kalender/hari-libur', LIBUR)).status).toBe(403)
    expect((await orang.kirim(`${alamat}/penghapusan`, { versi: 'x' })).status).toBe(403)
  }
  const sebelum = await uji.sql('select count(*) from jejak')
  await admin.buka('/kalender?tahun=2027')
  await admin.buka(alamat)
  expect(await uji.sql('select count(*) from jejak')).toEqual(sebelum)
})
