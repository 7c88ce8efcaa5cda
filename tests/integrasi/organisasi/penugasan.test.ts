import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambilKecamatan, daftarPejabat, daftarUnit } from '../../../src/modul/organisasi/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let admin: OrangUji

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
const tugaskan = async (akun: string, isian: Record<string, string>) =>
  admin.kirim(`/organisasi/pegawai/${await idPegawai(akun)}/penugasan`, { nomorSk: '', ...isian })

test('Jabatan struktural yang sudah dipegang ditolak dengan nama pemegangnya; Plh. boleh di sampingnya dan didahulukan', async () => {
  const jabatanId = await idJabatan('kasi-pelayanan')
  const isian = { jabatanId, mulai: '2026-07-01', selesai: '2026-07-31' }
  for (const jenis of ['DEFINITIF', 'PLT', 'PJ']) {
    const jawab = await tugaskan('kasubbag.umum', { ...isian, jenis })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toMatch(
      /Kepala Seksi Pelayanan Umum masih dipegang Kasi Pelayanan Umum \(contoh\) \(definitif\) sejak 2 Januari 2025/,
    )
  }
  expect((await tugaskan('kasubbag.umum', { ...isian, jenis: 'PLH', nomorSk: '800/1/2026' })).status).toBe(303)
  const ganda = await tugaskan('kasubbag.umum', { ...isian, jenis: 'PLH' })
  expect(ganda.text).toContain('Pegawai ini sudah memegang jabatan')
  const pejabat = await uji.sebagai('camat', (pelaku) => daftarPejabat(uji.db.baca, pelaku, '2026-07-10'))
  expect(pejabat.filter((p) => p.jabatanId === jabatanId).map((p) => p.jenisPenugasan)).toEqual(['PLH', 'DEFINITIF'])
  const agustus = await uji.sebagai('camat', (pelaku) => daftarPejabat(uji.db.baca, pelaku, '2026-08-01'))
  expect(agustus.filter((p) => p.jabatanId === jabatanId).map((p) => p.jenisPenugasan)).toEqual(['DEFINITIF'])
})

test('Wewenang Plh. berlaku sejak permintaan berikutnya', async () => {
  const staf = await uji.masukSebagai('staf.pelayanan')
  expect((await staf.buka('/jejak-audit')).status).toBe(403)
  await tugaskan('staf.pelayanan', {
    jabatanId: await idJabatan('sekcam'),
    jenis: 'PLH',
    mulai: '2026-07-06',
    selesai: '2026-07-07',
  })
  expect((await staf.buka('/jejak-audit')).status).toBe(200)
})

test('Dua penugasan definitif pada jabatan kosong pada saat yang sama: tepat satu berhasil', async () => {
  const jabatanId = await idJabatan('kasi-kesos')
  await uji.sql("update penugasan set selesai = '2026-06-30' where jabatan_id = $1", [jabatanId])
  const isian = { jabatanId, jenis: 'DEFINITIF', mulai: '2026-07-06' }
  const hasil = await Promise.all([tugaskan('staf.kesos', isian), tugaskan('staf.umum', isian)])
  expect(hasil.map((h) => h.status).sort()).toEqual([303, 422])
  expect(await uji.sql('select 1 from penugasan where jabatan_id = $1 and selesai is null', [jabatanId])).toHaveLength(
    1,
  )
})

test('Struktur: semua orang kantor membaca, tanpa tautan ke halaman admin; jabatan kosong tampak', async () => {
  const staf = await uji.masukSebagai('staf.umum')
  const $ = await staf.halaman('/organisasi/struktur')
  expect($('h1').text()).toBe('Struktur organisasi')
  expect($('main').text()).toContain('Camat Taman (contoh)')
  expect($('main a[href^="/organisasi/pegawai"]')).toHaveLength(0)
  expect($('main').text()).not.toContain('Candipuro')
})

test('SK Tim SAKIP: anggota di luar masa SK atau ganda ditolak; peran hilang sesudah keanggotaan berakhir', async () => {
  const anggota = await uji.masukSebagai('staf.umum')
  expect((await anggota.buka('/jejak-audit')).status).toBe(403)
  const $ = await admin.halaman('/organisasi/tim-sakip')
  const tambah = String($('a[href$="/anggota"]').first().attr('href'))
  const isian = { pegawaiId: await idPegawai('staf.umum'), kedudukan: 'Anggota', mulai: '2026-07-01' }
  expect((await admin.kirim(tambah, { ...isian, mulai: '2020-01-01' })).status).toBe(422)
  expect((await admin.kirim(tambah, { ...isian, kedudukan: '' })).text).toContain('Tulis kedudukannya')
  expect((await admin.kirim(tambah, isian)).status).toBe(303)
  expect((await admin.kirim(tambah, isian)).status).toBe(422)
  expect((await anggota.buka('/jejak-audit')).status).toBe(200)
  const [baris] = await uji.sql<{ id: string }>('select id from anggota_tim_sakip where pegawai_id = $1', [
    isian.pegawaiId,
  ])
  const akhiri = `/organisasi/anggota-tim/${baris?.id}/pengakhiran`
  const versi = String((await admin.halaman(akhiri))('input[name=versi]').val())
  expect((await admin.kirim(akhiri, { versi, selesai: '2026-07-05' })).status).toBe(303)
  expect((await admin.kirim(akhiri, { versi, selesai: '2026-07-04' })).status).toBe(409)
  expect((await anggota.buka('/jejak-audit')).status).toBe(403)
})

test('SK baru dicatat, SK lama diakhiri', async () => {
  const kosong = await admin.kirim('/organisasi/tim-sakip', { nomorSk: '', tanggalSk: '', mulai: '', selesai: '' })
  expect(kosong.status).toBe(422)
  const terbalik = await admin.kirim('/organisasi/tim-sakip', {
    nomorSk: '800/9/2026',
    tanggalSk: '2026-07-01',
    mulai: '2026-07-10',
    selesai: '2026-07-01',
  })
  expect(terbalik.text).toContain('Tanggal selesai tidak boleh sebelum tanggal mulai.')
  expect(
    (
      await admin.kirim('/organisasi/tim-sakip', {
        nomorSk: '800/9/2026',
        tanggalSk: '2026-07-01',
        mulai: '2026-07-10',
      })
    ).status,
  ).toBe(303)
  const $ = await admin.halaman('/organisasi/tim-sakip')
  const akhiri = String($('a[href*="/tim-sakip/"][href$="/pengakhiran"]').last().attr('href'))
  const versi = String((await admin.halaman(akhiri))('input[name=versi]').val())
  expect((await admin.kirim(akhiri, { versi, selesai: '2026-07-09' })).status).toBe(303)
})

test('Selain admin 403 di setiap halaman dan tindakan admin; kecamatan lain 404; GET tidak mencatat apa pun', async () => {
  const id = await idPegawai('sekcam')
  const [n] = await uji.sql<{ id: string }>('select id from penugasan where pegawai_id = $1', [id])
  const [tim] = await uji.sql<{ id: string }>(
    "select t.id from tim_sakip t join kecamatan k on k.id = t.kecamatan_id where k.kode = 'taman'",
  )
  const baca = [
    '/organisasi/pegawai',
    `/organisasi/pegawai/${id}`,
    `/organisasi/pegawai/${id}/data`,
    `/organisasi/pegawai/${id}/penugasan`,
    `/organisasi/penugasan/${n?.id}/pengakhiran`,
    '/organisasi/tim-sakip',
    `/organisasi/tim-sakip/${tim?.id}/anggota`,
    `/organisasi/tim-sakip/${tim?.id}/pengakhiran`,
  ]
  const tulis = uji.rute.filter((r) => r.metode === 'POST' && r.jalur.startsWith('/organisasi')).map((r) => r.jalur)
  expect(tulis.length).toBeGreaterThanOrEqual(13)
  for (const nama of ['camat', 'sakip1', 'kasi.pmd', 'staf.umum', 'pengamat']) {
    const orang = await uji.masukSebagai(nama)
    for (const alamat of ['/organisasi', ...baca])
      expect((await orang.buka(alamat)).status, `${nama} ${alamat}`).toBe(403)
    for (const alamat of tulis)
      expect((await orang.kirim(alamat.replace(':id', id))).status, `${nama} ${alamat}`).toBe(403)
  }
  const lain = await uji.masukSebagai('admin.candipuro')
  for (const alamat of baca.filter((a) => /[0-9a-f]{8}-/.test(a)))
    expect((await lain.buka(alamat)).status, alamat).toBe(404)
  expect((await lain.kirim(`/organisasi/pegawai/${id}/data`, { nama: 'X', jenisNip: 'PNS', versi: 'x' })).status).toBe(
    404,
  )
  expect((await lain.kirim(`/organisasi/pegawai/${id}/akun/sandi-pertama`, { versi: 'x' })).status).toBe(404)
  expect((await lain.buka('/organisasi/pegawai')).text).not.toContain('Camat Taman')
  expect((await admin.buka('/organisasi/pegawai/bukan-uuid')).status).toBe(404)
  const sebelum = await uji.sql('select count(*) from jejak')
  for (const alamat of ['/organisasi', '/organisasi/struktur', ...baca])
    expect((await admin.buka(alamat)).status, alamat).toBe(200)
  expect(await uji.sql('select count(*) from jejak')).toEqual(sebelum)
})

test('Fungsi bagi modul lain hanya memberi milik kecamatan sendiri', async () => {
  const [kecamatan, unit] = await uji.sebagai('camat.candipuro', (pelaku) =>
    Promise.all([ambilKecamatan(uji.db.baca, pelaku), daftarUnit(uji.db.baca, pelaku)]),
  )
  expect(kecamatan.nama).toBe('Kecamatan Candipuro')
  expect(unit.every((u) => !u.nama.includes('Taman'))).toBe(true)
})
