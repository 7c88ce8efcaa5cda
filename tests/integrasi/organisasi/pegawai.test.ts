import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'

let uji: AplikasiUji
let admin: OrangUji
const SARI = {
  nama: 'Sari Wulandari, S.Sos.',
  jenisNip: 'PNS',
  nip: '19870405 201001 2 903',
  golongan: 'III/b',
  pangkat: '',
}

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  admin = await uji.masukSebagai('admin')
})
afterAll(() => uji?.tutup())

const idPegawai = async (akun: string) =>
  (await uji.sql<{ id: string }>('select pegawai_id as id from akun where nama_pengguna = $1', [akun]))[0]?.id ?? ''
const idJabatan = async (kode: string) =>
  (
    await uji.sql<{ id: string }>(
      "select j.id from jabatan j join kecamatan k on k.id = j.kecamatan_id where k.kode = 'taman' and j.kode = $1",
      [kode],
    )
  )[0]?.id ?? ''
const jumlahJejak = async (peristiwa: string) =>
  (await uji.sql('select 1 from jejak where peristiwa = $1', [peristiwa])).length
/** The fingerprint that a form of the page carries. */
const versi = async (alamat: string, formulir: string) =>
  String((await admin.halaman(alamat))(`form[action="${formulir}"] input[name=versi]`).val() ?? '')
/** A first passphrase as the page shows it. */
const sandiDi = (html: string) => /[a-z]+-[a-z]+-[a-z]+-[a-z]+-\d\d/.exec(html)?.[0] ?? ''

async function masuk(nama: string, sandi: string) {
  const orang = uji.tamu()
  return { orang, jawab: await orang.kirim('/masuk', { nama, sandi }) }
}

test('Admin menambah pegawai: NIP disimpan tanpa spasi, pangkat diisi dari golongan, sekali saja', async () => {
  const jawab = await admin.kirim('/organisasi/pegawai', { kunci: 'p1', ...SARI })
  expect(jawab.status).toBe(303)
  expect((await admin.kirim('/organisasi/pegawai', { kunci: 'p1', ...SARI })).headers.location).toContain(
    'sudah-diterima',
  )
  const baris = await uji.sql("select nip, pangkat, golongan from pegawai where nama like 'Sari Wulandari%'")
  expect(baris).toEqual([{ nip: '198704052010012903', pangkat: 'Penata Muda Tk. I', golongan: 'III/b' }])
  const $ = await admin.halaman(String(jawab.headers.location).replace(/\?.*/, ''))
  expect($('h1').text()).toContain('Sari Wulandari')
  expect($('input[name=namaPengguna]').val()).toBe('sari.wulandari')
})

test('NIP salah panjang, NIP kembar (juga milik kecamatan lain) ditolak 422 dan isian tetap; bulan aneh hanya diperingatkan', async () => {
  const pendek = await admin.kirim('/organisasi/pegawai', { ...SARI, nama: 'Joko', nip: '1987' })
  expect(pendek.status).toBe(422)
  expect(pendek.text).toContain('NIP harus 18 angka; yang ditulis 4 angka.')
  expect(pendek.text).toContain('value="Joko"')
  const nipLain = (
    await uji.sql<{ nip: string }>(
      "select p.nip from pegawai p join kecamatan k on k.id = p.kecamatan_id where k.kode = 'candipuro' and p.nip is not null",
    )
  )[0]?.nip
  for (const nip of [SARI.nip, nipLain ?? '']) {
    const kembar = await admin.kirim('/organisasi/pegawai', { ...SARI, nama: 'Joko', nip })
    expect(kembar.status).toBe(422)
    expect(kembar.text).toContain('NIP ini sudah dipakai pegawai lain')
  }
  const aneh = await admin.kirim('/organisasi/pegawai', { ...SARI, nama: 'Joko Aneh', nip: '198713052010212903' })
  expect(aneh.status).toBe(303)
  const halaman = await admin.buka(String(aneh.headers.location))
  expect(halaman.text).toContain('Delapan angka pertama bukan tanggal lahir')
  expect(halaman.text).toContain('Bulan pengangkatan tidak dikenal')
})

test('Dua admin mengubah data orang yang sama: yang kedua 409; NIP milik orang lain 422', async () => {
  const alamat = `/organisasi/pegawai/${await idPegawai('staf.umum')}/data`
  const v = await versi(alamat, alamat)
  const isian = { nama: 'Staf Umum Baru', jenisNip: 'PNS', nip: '', golongan: '', pangkat: '' }
  const dua = await Promise.all([
    admin.kirim(alamat, { ...isian, versi: v }),
    admin.kirim(alamat, { ...isian, versi: v, nama: 'Lain' }),
  ])
  expect(dua.map((d) => d.status).sort()).toEqual([303, 409])
  expect(await jumlahJejak('pegawai.diubah')).toBe(1)
  const kembar = await admin.kirim(alamat, { ...isian, nip: SARI.nip, versi: await versi(alamat, alamat) })
  expect(kembar.status).toBe(422)
})

test('Akun: sandi pertama tampil sekali, wajib diganti, mati setelah 72 jam; akun ganda dan nama terpakai ditolak', async () => {
  const [sari] = await uji.sql<{ id: string }>("select id from pegawai where nama like 'Sari%'")
  const alamat = `/organisasi/pegawai/${sari?.id}`
  const terpakai = await admin.kirim(`${alamat}/akun`, { namaPengguna: 'camat' })
  expect(terpakai.status).toBe(422)
  expect(terpakai.text).toContain('Nama pengguna ini sudah dipakai')
  expect((await admin.kirim(`${alamat}/akun`, { namaPengguna: '1' })).status).toBe(422)
  const buat = await admin.kirim(`${alamat}/akun`, { kunci: 'a1', namaPengguna: 'sari.wulandari' })
  const sandi = sandiDi(buat.text)
  expect(buat.status).toBe(200)
  expect(sandi).not.toBe('')
  expect((await admin.kirim(`${alamat}/akun`, { kunci: 'a1', namaPengguna: 'sari.wulandari' })).status).toBe(303)
  expect((await admin.kirim(`${alamat}/akun`, { namaPengguna: 'sari.lagi' })).status).toBe(409)
  expect((await admin.buka(alamat)).text).not.toContain(sandi)
  expect(JSON.stringify(await uji.sql("select rincian from jejak where peristiwa = 'akun.dibuat'"))).not.toContain(
    sandi,
  )

  const { orang, jawab } = await masuk('sari.wulandari', sandi)
  expect(jawab.status).toBe(303)
  expect((await orang.buka('/kalender')).headers.location).toBe('/akun/sandi')
  await uji.sql("update akun set sandi_berlaku_sampai = '2026-07-05' where nama_pengguna = 'sari.wulandari'")
  expect((await masuk('sari.wulandari', sandi)).jawab.status).toBe(422)
  expect((await admin.buka(alamat)).text).toContain('Sandi pertama sudah tidak berlaku')
})

test('Atur ulang sandi dan akhiri sesi: pada permintaan berikutnya akses hilang', async () => {
  const alamat = `/organisasi/pegawai/${await idPegawai('staf.kesos')}`
  const staf = await uji.masukSebagai('staf.kesos')
  expect((await staf.buka('/kalender')).status).toBe(200)
  const akhiri = `${alamat}/akun/pengakhiran-sesi`
  const v = await versi(alamat, akhiri)
  expect((await admin.kirim(akhiri, { versi: v })).status).toBe(303)
  expect((await staf.buka('/kalender')).headers.location).toContain('/masuk')
  const ulang = `${alamat}/akun/sandi-pertama`
  expect((await admin.kirim(ulang, { versi: v })).status).toBe(409)
  const jawab = await admin.kirim(ulang, { versi: await versi(alamat, ulang) })
  expect(jawab.status).toBe(200)
  expect((await masuk('staf.kesos', SANDI_UJI)).jawab.status, 'sandi lama').not.toBe(303)
  expect((await masuk('staf.kesos', sandiDi(jawab.text))).jawab.status).toBe(303)
})

test('Akun dinonaktifkan dengan alasan: akses hilang pada permintaan berikutnya, dapat diaktifkan kembali', async () => {
  const alamat = `/organisasi/pegawai/${await idPegawai('staf.pmd')}`
  const staf = await uji.masukSebagai('staf.pmd')
  const mati = `${alamat}/akun/penonaktifan`
  const tanpaAlasan = await admin.kirim(mati, { versi: await versi(alamat, mati), alasanAkun: '' })
  expect(tanpaAlasan.status).toBe(422)
  expect(tanpaAlasan.text).toContain('Tulis alasannya')
  expect((await admin.kirim(mati, { versi: await versi(alamat, mati), alasanAkun: 'Cuti panjang' })).status).toBe(303)
  expect((await staf.buka('/kalender')).status).toBe(303)
  expect((await masuk('staf.pmd', SANDI_UJI)).jawab.status, 'akun mati').not.toBe(303)
  const hidup = `${alamat}/akun/pengaktifan`
  expect((await admin.kirim(hidup, { versi: await versi(alamat, hidup) })).status).toBe(303)
  await uji.masukSebagai('staf.pmd')
})

test('Admin tidak dapat menonaktifkan diri sendiri, mengatur ulang sandinya di sini, atau mengakhiri jabatan admin terakhir', async () => {
  const saya = await idPegawai('admin')
  for (const [jalur, isian] of [
    ['akun/penonaktifan', { alasanAkun: 'coba coba' }],
    ['penonaktifan', { alasanPegawai: 'coba coba' }],
    ['akun/sandi-pertama', {}],
  ] as const)
    expect((await admin.kirim(`/organisasi/pegawai/${saya}/${jalur}`, { versi: 'x', ...isian })).status).toBe(403)
  const [jabatan] = await uji.sql<{ id: string }>('select id from penugasan where pegawai_id = $1', [saya])
  const akhiri = `/organisasi/penugasan/${jabatan?.id}/pengakhiran`
  const jawab = await admin.kirim(akhiri, { versi: await versi(akhiri, akhiri), selesai: '2026-07-31' })
  expect(jawab.status).toBe(409)
  expect(jawab.text).toContain('tidak ada lagi admin yang dapat masuk')
  expect(await uji.sql('select selesai from penugasan where id = $1', [jabatan?.id])).toEqual([{ selesai: null }])
})

test('Dua admin yang saling menonaktifkan pada saat yang sama: paling banyak satu berhasil', async () => {
  const idKedua = await idPegawai('staf.program')
  await admin.kirim(`/organisasi/pegawai/${idKedua}/penugasan`, {
    jabatanId: await idJabatan('operator'),
    jenis: 'DEFINITIF',
    mulai: '2026-07-01',
  })
  const kedua = await uji.masukSebagai('staf.program')
  const saya = await idPegawai('admin')
  const [a, b] = [`/organisasi/pegawai/${idKedua}`, `/organisasi/pegawai/${saya}`]
  const [va, vb] = await Promise.all([
    versi(a, `${a}/akun/penonaktifan`),
    kedua.halaman(b).then(($) => String($(`form[action="${b}/akun/penonaktifan"] input[name=versi]`).val())),
  ])
  const hasil = await Promise.all([
    admin.kirim(`${a}/akun/penonaktifan`, { versi: va, alasanAkun: 'uji balapan' }),
    kedua.kirim(`${b}/akun/penonaktifan`, { versi: vb, alasanAkun: 'uji balapan' }),
  ])
  expect(hasil.filter((h) => h.status === 303 && !String(h.headers.location).includes('/masuk')).length).toBe(1)
  const aktif = await uji.sql("select 1 from akun where aktif and nama_pengguna in ('admin', 'staf.program')")
  expect(aktif).toHaveLength(1)
  await uji.sql(
    "update akun set aktif = true, sesi_berlaku_sejak = '2026-01-01' where nama_pengguna in ('admin', 'staf.program')",
  )
  admin = await uji.masukSebagai('admin')
})

test('Pegawai yang masih menjabat tidak dapat dinonaktifkan; sesudah jabatannya berakhir dapat, dan tidak pernah dihapus', async () => {
  const id = await idPegawai('staf.trantib')
  const alamat = `/organisasi/pegawai/${id}`
  const isian = async () => ({ versi: await versi(alamat, `${alamat}/penonaktifan`), alasanPegawai: 'Pindah tugas' })
  const masih = await admin.kirim(`${alamat}/penonaktifan`, await isian())
  expect(masih.status).toBe(422)
  expect(masih.text).toContain('Akhiri dahulu: Staf Seksi Ketenteraman dan Ketertiban Umum')
  const [n] = await uji.sql<{ id: string }>('select id from penugasan where pegawai_id = $1', [id])
  const akhiri = `/organisasi/penugasan/${n?.id}/pengakhiran`
  const staf = await uji.masukSebagai('staf.trantib')
  expect((await admin.kirim(akhiri, { versi: await versi(akhiri, akhiri), selesai: '2024-01-01' })).status).toBe(422)
  expect((await admin.kirim(akhiri, { versi: await versi(akhiri, akhiri), selesai: '2026-07-05' })).status).toBe(303)
  expect((await staf.buka('/perencanaan')).status).toBe(403)
  expect((await admin.kirim(`${alamat}/penonaktifan`, await isian())).status).toBe(303)
  expect(await uji.sql('select aktif from pegawai where id = $1', [id])).toEqual([{ aktif: false }])
  expect(
    (await admin.kirim(`${alamat}/pengaktifan`, { versi: await versi(alamat, `${alamat}/pengaktifan`) })).status,
  ).toBe(303)
})
