import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let admin: OrangUji

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  admin = await uji.masukSebagai('admin')
})
afterAll(() => uji?.tutup())

const cari = async (tabel: 'unit_kerja' | 'jabatan', kode: string) =>
  (
    await uji.sql<{ id: string; aktif: boolean; nama: string }>(
      `select t.id, t.aktif, t.nama from ${tabel} t join kecamatan k on k.id = t.kecamatan_id where k.kode = 'taman' and t.kode = $1`,
      [kode],
    )
  )[0]
const versi = async (alamat: string) => String((await admin.halaman(alamat))('input[name=versi]').first().val())
const UNIT = { kode: 'kel-beji', nama: 'Kelurahan Beji', jenis: 'KELURAHAN', indukId: '', urut: '20' }
const JABATAN = { kode: 'lurah-beji', nama: 'Lurah Beji', peran: 'KASI', kepalaUnit: 'ya', urut: '1' }

test('Unit dan jabatan baru: muncul di struktur, tercatat, kode kembar dan isian kosong ditolak 422', async () => {
  expect((await admin.kirim('/organisasi/unit', UNIT)).status).toBe(303)
  const kembar = await admin.kirim('/organisasi/unit', { ...UNIT, nama: 'Lain' })
  expect(kembar.status).toBe(422)
  expect(kembar.text).toContain('Kode ini sudah dipakai unit lain')
  expect((await admin.kirim('/organisasi/unit', { ...UNIT, kode: 'Ada Spasi', urut: 'satu' })).status).toBe(422)
  const unitId = (await cari('unit_kerja', 'kel-beji'))?.id ?? ''
  expect((await admin.kirim('/organisasi/jabatan', { ...JABATAN, unitId })).status).toBe(303)
  const tanpaUnit = await admin.kirim('/organisasi/jabatan', { ...JABATAN, kode: 'lain', unitId: '' })
  expect(tanpaUnit.text).toContain('Kepala unit harus mempunyai unit')
  const kepalaKedua = await admin.kirim('/organisasi/jabatan', { ...JABATAN, kode: 'lain', unitId })
  expect(kepalaKedua.status).toBe(422)
  expect(kepalaKedua.text).toContain('Unit ini sudah dipimpin Lurah Beji')
  expect(
    (await admin.kirim('/organisasi/jabatan', { ...JABATAN, kode: 'lain', peran: 'TIM_SAKIP', unitId })).status,
  ).toBe(422)
  const $ = await admin.halaman('/organisasi')
  expect($('tr.baris--ragu').text()).toContain('Lurah Beji')
  expect(
    await uji.sql("select peristiwa from jejak where peristiwa in ('unit.ditambah', 'jabatan.ditambah')"),
  ).toHaveLength(2)
})

test('Mengubah: dua admin bersamaan satu yang berhasil; unit tidak dapat di bawah bawahannya sendiri', async () => {
  const unit = await cari('unit_kerja', 'kel-beji')
  const alamat = `/organisasi/unit/${unit?.id}`
  const v = await versi(alamat)
  const isian = { nama: 'Kelurahan Beji Baru', indukId: '', urut: '21', versi: v }
  const dua = await Promise.all([
    admin.kirim(`${alamat}/data`, isian),
    admin.kirim(`${alamat}/data`, { ...isian, urut: '22' }),
  ])
  expect(dua.map((d) => d.status).sort()).toEqual([303, 409])
  const sekretariat = await cari('unit_kerja', 'sekretariat')
  const subbag = await cari('unit_kerja', 'subbag-umum')
  const putar = await admin.kirim(`/organisasi/unit/${sekretariat?.id}/data`, {
    nama: 'Sekretariat',
    indukId: subbag?.id ?? '',
    urut: '2',
    versi: await versi(`/organisasi/unit/${sekretariat?.id}`),
  })
  expect(putar.status).toBe(422)
  expect(putar.text).toContain('tidak dapat berada di bawah dirinya sendiri')
})

test('Yang masih dipakai tidak dapat dinonaktifkan; sesudahnya dapat, dan dapat diaktifkan kembali', async () => {
  const unit = `/organisasi/unit/${(await cari('unit_kerja', 'kel-beji'))?.id}`
  const masih = await admin.kirim(`${unit}/penonaktifan`, { versi: await versi(unit) })
  expect(masih.status).toBe(409)
  expect(masih.text).toContain('Unit ini masih dipakai: Lurah Beji')
  const kasi = `/organisasi/jabatan/${(await cari('jabatan', 'kasi-pmd'))?.id}`
  const dipegang = await admin.kirim(`${kasi}/penonaktifan`, { versi: await versi(kasi) })
  expect(dipegang.text).toContain('Jabatan ini masih dipegang Kasi Pemberdayaan Masyarakat dan Desa (contoh)')
  const lurah = `/organisasi/jabatan/${(await cari('jabatan', 'lurah-beji'))?.id}`
  expect((await admin.kirim(`${lurah}/penonaktifan`, { versi: await versi(lurah) })).status).toBe(303)
  expect((await admin.kirim(`${unit}/penonaktifan`, { versi: await versi(unit) })).status).toBe(303)
  expect((await admin.halaman('/organisasi'))('main ul').last().text()).toContain('Kelurahan Beji Baru')
  expect((await admin.kirim(`${unit}/pengaktifan`, { versi: await versi(unit) })).status).toBe(303)
  expect((await cari('unit_kerja', 'kel-beji'))?.aktif).toBe(true)
})

test('Jabatan: nama dan unit dapat diubah, kode dan peran tidak', async () => {
  const id = (await cari('jabatan', 'staf-kesos'))?.id
  const alamat = `/organisasi/jabatan/${id}`
  const isian = {
    nama: 'Pengadministrasi Kesejahteraan Sosial',
    unitId: (await cari('unit_kerja', 'seksi-kesos'))?.id ?? '',
    urut: '3',
    peran: 'CAMAT',
    kode: 'camat-palsu',
  }
  expect((await admin.kirim(`${alamat}/data`, { ...isian, versi: await versi(alamat) })).status).toBe(303)
  expect(await uji.sql('select kode, peran, nama from jabatan where id = $1', [id])).toEqual([
    { kode: 'staf-kesos', peran: 'STAF', nama: isian.nama },
  ])
})

test('Admin kecamatan lain 404 pada unit dan jabatan', async () => {
  const lain = await uji.masukSebagai('admin.candipuro')
  const unit = (await cari('unit_kerja', 'sekretariat'))?.id ?? ''
  const jabatan = (await cari('jabatan', 'camat'))?.id
  for (const alamat of [`/organisasi/unit/${unit}`, `/organisasi/jabatan/${jabatan}`]) {
    expect((await lain.buka(alamat)).status).toBe(404)
    expect((await lain.kirim(`${alamat}/data`, { nama: 'Palsu', urut: '1', versi: 'x' })).status).toBe(404)
    expect((await lain.kirim(`${alamat}/penonaktifan`, { versi: 'x' })).status).toBe(404)
  }
  const asing = await lain.kirim('/organisasi/jabatan', { ...JABATAN, kode: 'asing', unitId: unit })
  expect(asing.status).toBe(422)
  expect(asing.text).toContain('Unit ini tidak ada')
})
