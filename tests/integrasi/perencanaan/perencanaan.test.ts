import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambilRiwayatIndikator } from '../../../src/modul/perencanaan/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let camat: OrangUji

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  camat = await uji.masukSebagai('camat')
})
afterAll(() => uji?.tutup())

const idIndikator = async (kode: string, kecamatan = 'taman') =>
  (
    await uji.sql<{ id: string }>(
      'select i.id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = $2 and i.kode = $1',
      [kode, kecamatan],
    )
  )[0]?.id ?? ''
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

test('Renstra: tujuan, sasaran, kondisi awal dan target lima tahun dengan koma', async () => {
  const $ = await camat.halaman('/perencanaan')
  expect(rapi($('main').text())).toContain(
    'Tujuan 1: Meningkatnya Kinerja Tata Kelola Pemerintahan dan Pelayanan Publik',
  )
  expect(
    $('thead th')
      .map((_, t) => rapi($(t).text()))
      .get()
      .join(' '),
  ).toMatch(/Kondisi awal 2024 .*2025 2026tahun ini 2027 2028 2029/)
  const baris = $('tbody tr').filter((_, t) => $(t).text().includes('Indeks Kinerja Wilayah'))
  expect(
    baris
      .find('td.angka')
      .map((_, t) => $(t).text())
      .get(),
  ).toEqual(['83,45', '85', '86', '87', '88', '89', '89'])
  expect($('main').text()).not.toContain('Candipuro')
})

test('Daftar indikator: halaman, saringan jenis, unit dan kata; kata dengan % dicari apa adanya', async () => {
  const $ = await camat.halaman('/perencanaan/indikator')
  expect($('main tbody tr')).toHaveLength(20)
  expect(rapi($('nav.nomor').text())).toContain('Halaman 1 dari 2')
  const iku = await camat.halaman('/perencanaan/indikator?jenis=IKU')
  expect(iku('main tbody tr').length).toBeGreaterThanOrEqual(8)
  expect(iku('main tbody').text()).not.toContain('IKK-')
  const kata = await camat.halaman('/perencanaan/indikator?q=kinerja%20wilayah')
  expect(kata('main tbody tr')).toHaveLength(1)
  const persen = await camat.halaman('/perencanaan/indikator?q=%25%25%25')
  expect(persen('main tbody').text()).toContain('Tidak ada indikator yang cocok')
  const lebih = await camat.halaman('/perencanaan/indikator?halaman=99&unit=salah')
  expect(lebih('h1').text()).toBe('Indikator kinerja')
})

test('Kartu indikator: rumus, data yang diisi, riwayat 2023–2025 dan triwulan, PK yang memuatnya', async () => {
  const $ = await camat.halaman(`/perencanaan/indikator/${await idIndikator('IKK-13')}`)
  const teks = rapi($('main').text())
  expect(teks).toContain('Dijumlahkan sejak awal tahun')
  expect(teks).toContain('Triwulan I 2026')
  expect($('a[href^="/perjanjian-kinerja/"]').text()).toContain('Kepala Seksi Pemerintahan')
  const kategori = await camat.halaman(`/perencanaan/indikator/${await idIndikator('IKK-06')}`)
  expect(
    kategori('table')
      .filter((_, t) => kategori(t).text().includes('Per tahun'))
      .text(),
  ).toMatch(/BB|A/)
})

test('Program: jumlah tiap program adalah jumlah sub kegiatannya, dihitung satu kali, dan sama dengan basis data', async () => {
  const $ = await camat.halaman('/perencanaan/program?tahun=2026')
  const [jumlah] = await uji.sql<{ pagu: string }>(
    "select sum(pagu)::bigint::text as pagu from anggaran a join kecamatan k on k.id = a.kecamatan_id where k.kode = 'taman' and a.tahun = 2026",
  )
  const tampil = rapi($('tfoot td.angka').first().text()).replaceAll('.', '')
  expect(tampil).toBe(jumlah?.pagu)
  const perProgram = $('tr.baris--kelompok')
    .map((_, t) => Number($(t).find('td.angka').first().text().replaceAll('.', '')))
    .get()
  expect(perProgram.reduce((a, b) => a + b, 0)).toBe(Number(tampil))
  expect(perProgram).toContain(3032475000)
  expect($('tfoot td.angka').eq(2).text()).toMatch(/^\d+,\d\d%$/)
})

test('Riwayat indikator: hanya periode sebelum triwulan yang diminta, terbaru dahulu', async () => {
  const id = await idIndikator('IKK-13')
  const ambil = (sebelum: { tahun: number; triwulan: number }) =>
    uji.sebagai(
      'camat',
      async (pelaku) => (await ambilRiwayatIndikator(uji.db.baca, pelaku, [id], sebelum)).get(id) ?? [],
    )
  const kini = await ambil({ tahun: 2026, triwulan: 2 })
  expect(kini[0]).toMatchObject({ tahun: 2026, triwulan: 1 })
  const awal = await ambil({ tahun: 2026, triwulan: 1 })
  expect(awal.every((n) => n.tahun < 2026)).toBe(true)
  const lain = await uji.sebagai('camat.candipuro', (pelaku) =>
    ambilRiwayatIndikator(uji.db.baca, pelaku, [id], { tahun: 2027, triwulan: 1 }),
  )
  expect(lain.size).toBe(0)
  expect(
    (
      await uji.sebagai('camat', (pelaku) =>
        ambilRiwayatIndikator(uji.db.baca, pelaku, [], { tahun: 2027, triwulan: 1 }),
      )
    ).size,
  ).toBe(0)
})

test('Admin 403, kecamatan lain 404 dan tidak melihat apa pun, membaca tidak mencatat apa pun', async () => {
  const id = await idIndikator('IKU-01')
  const admin = await uji.masukSebagai('admin')
  const halaman = ['/perencanaan', '/perencanaan/indikator', `/perencanaan/indikator/${id}`, '/perencanaan/program']
  const sebelum = await uji.sql('select count(*) from jejak')
  for (const alamat of halaman) {
    expect((await admin.buka(alamat)).status).toBe(403)
    for (const nama of ['sakip1', 'kasi.pmd', 'staf.umum', 'pengamat']) {
      const orang = await uji.masukSebagai(nama)
      expect((await orang.buka(alamat)).status).toBe(200)
    }
  }
  const lain = await uji.masukSebagai('camat.candipuro')
  expect((await lain.buka(`/perencanaan/indikator/${id}`)).status).toBe(404)
  expect((await lain.buka('/perencanaan/indikator')).text).not.toContain(id)
  expect((await uji.tamu().buka('/perencanaan')).headers.location).toContain('/masuk')
  expect(await uji.sql('select count(*) from jejak')).toEqual(sebelum)
})
