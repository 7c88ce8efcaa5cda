import { afterAll, beforeAll, expect, test } from 'vitest'
import { targetBerlaku } from '../../../src/modul/perjanjian-kinerja/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let camat: OrangUji

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  camat = await uji.masukSebagai('camat')
})
afterAll(() => uji?.tutup())

const target = (tanggal: string, nama = 'camat') =>
  uji.sebagai(nama, (pelaku) => targetBerlaku(uji.db.baca, pelaku, { tanggal }))
const idPk = async (jabatan: string) =>
  (
    await uji.sql<{ id: string }>(
      "select pk.id from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join kecamatan k on k.id = pk.kecamatan_id where k.kode = 'taman' and j.kode = $1 order by pk.berlaku_sejak",
      [jabatan],
    )
  )[0]?.id ?? ''
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

test('Daftar PK 2026: semua pejabat, jumlah indikator, anggaran masing-masing', async () => {
  const $ = await camat.halaman('/perjanjian-kinerja?tahun=2026')
  expect($('main tbody tr')).toHaveLength(9)
  const baris = rapi($('main tbody tr').first().text())
  expect(baris).toContain('Camat Taman')
  expect(baris).toContain('Berlaku')
  expect(baris).toContain('3.250.891.000')
  const kosong = await camat.halaman('/perjanjian-kinerja?tahun=2020')
  expect(kosong('main').text()).toContain('Belum ada Perjanjian Kinerja tahun 2020')
})

test('Halaman PK: para pihak menurut tanggalnya, target triwulan dan cara mengisinya, jumlah anggaran', async () => {
  const kasubbag = await camat.halaman(`/perjanjian-kinerja/${await idPk('kasubbag-umum')}`)
  const teks = rapi(kasubbag('main').text())
  expect(teks).toContain('Sekretaris Kecamatan (contoh)')
  expect(teks).toContain('target triwulan untuk triwulan itu sendiri')
  expect(teks).toContain('target triwulan dihitung sejak awal tahun')
  expect(rapi(kasubbag('tfoot').text())).toContain('606.090.000')
  const punyaCamat = await camat.halaman(`/perjanjian-kinerja/${await idPk('camat')}`)
  expect(rapi(punyaCamat('main').text())).toContain('Bupati Pemalang')
  expect(rapi(punyaCamat('main').text())).toContain('Sasaran Strategis')
})

test('PDF dua lembar', async () => {
  for (const jabatan of ['camat', 'kasi-pmd']) {
    const jawab = await camat
      .buka(`/perjanjian-kinerja/${await idPk(jabatan)}/pdf`)
      .buffer(true)
      .parse((res, selesai) => {
        const potong: Buffer[] = []
        res.on('data', (b: Buffer) => potong.push(b))
        res.on('end', () => selesai(null, Buffer.concat(potong)))
      })
    expect(jawab.status).toBe(200)
    expect(jawab.type).toBe('application/pdf')
    const pdf = (jawab.body as Buffer).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(2)
  }
})

test('Target yang berlaku: tiap indikator sekali, dengan kartu, unit dan target triwulannya', async () => {
  const semua = await target('2026-06-30')
  expect(semua.length).toBe(new Set(semua.map((t) => t.indikator.id)).size)
  expect(semua).toHaveLength(40)
  const satu = semua.find((t) => t.indikator.kode === 'IKK-14')
  expect(satu).toMatchObject({
    jabatanNama: 'Kepala Seksi Pemerintahan',
    unitKode: 'seksi-pemerintahan',
    tahun: 2026,
    berlakuSejak: '2026-01-02',
    target: { tahunan: '38', atas: null, teks: null, cara: 'PER_TRIWULAN', tw: ['19', '0', '10', '9'] },
  })
  expect(satu?.indikator.variabel[0]).toHaveProperty('kode')
  const tahunan = semua.find((t) => t.indikator.kode === 'IKU-01')
  expect(tahunan?.target.tw).toEqual([null, null, null, '86'])
  expect(await target('2025-12-31')).toEqual([])
  expect(await target('2026-01-01')).toEqual([])
  expect(
    (await target('2026-06-30', 'camat.candipuro')).every((t) => t.unitNama !== 'Seksi Kesejahteraan Sosial'),
  ).toBe(true)
})

test('PK Perubahan berlaku sejak tanggalnya; draf tidak dipakai; PK tahun lalu tidak dipakai tahun ini', async () => {
  const asal = await idPk('kasi-pemerintahan')
  const salin = async (status: string, sejak: string, jumlah: string, tahun = 2026) => {
    const [baru] = await uji.sql<{ id: string }>(
      `insert into perjanjian_kinerja (kecamatan_id, tahun, jabatan_id, pegawai_id, jenis, status, berlaku_sejak, alasan)
       select kecamatan_id, $4, jabatan_id, pegawai_id, 'PERUBAHAN', $2::status_pk, $3, 'Perubahan anggaran' from perjanjian_kinerja where id = $1 returning id`,
      [asal, status, sejak, tahun],
    )
    await uji.sql(
      `insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target, cara_target, tw1, tw2, tw3, tw4)
       select kecamatan_id, $2, indikator_id, urut, $3, cara_target, tw1, tw2, tw3, tw4 from target_pk where pk_id = $1`,
      [asal, baru?.id, jumlah],
    )
    return baru?.id ?? ''
  }
  const perubahan = await salin('BERLAKU', '2026-09-01', '50')
  await salin('DRAF', '2026-09-02', '99')
  const ambil = async (tanggal: string) => (await target(tanggal)).find((t) => t.indikator.kode === 'IKK-14')
  expect((await ambil('2026-08-31'))?.target.tahunan).toBe('38')
  expect(await ambil('2026-09-30')).toMatchObject({ pkId: perubahan, jenisPk: 'PERUBAHAN', target: { tahunan: '50' } })
  expect(await ambil('2027-03-31')).toBeUndefined()
  const $ = await camat.halaman(`/perjanjian-kinerja/${perubahan}`)
  expect($('h1').text()).toBe('Perjanjian Kinerja Perubahan 2026')
  expect(rapi($('main').text())).toContain('Perubahan anggaran')
  expect($(`a[href="/perjanjian-kinerja/${asal}"]`).text()).toContain('PK Awal')
})

test('Indikator di beberapa PK: PK kepala unitnya menang, lalu Sekcam, lalu Camat', async () => {
  const [indikator] = await uji.sql<{ id: string; kecamatan_id: string }>(
    "select i.id, i.kecamatan_id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = 'IKK-27'",
  )
  const sisip = async (jabatan: string, jumlah: number) =>
    uji.sql('insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target) values ($1, $2, $3, 90, $4)', [
      indikator?.kecamatan_id,
      await idPk(jabatan),
      indikator?.id,
      jumlah,
    ])
  await sisip('camat', 1)
  await sisip('sekcam', 2)
  const ambil = async () => (await target('2026-06-30')).find((t) => t.indikator.kode === 'IKK-27')?.target.tahunan
  expect(await ambil()).toBe('99.5')
  await uji.sql('delete from target_pk where pk_id = $1 and indikator_id = $2', [
    await idPk('kasi-pelayanan'),
    indikator?.id,
  ])
  expect(await ambil()).toBe('2')
  await uji.sql('delete from target_pk where pk_id = $1 and indikator_id = $2', [await idPk('sekcam'), indikator?.id])
  expect(await ambil()).toBe('1')
})

test('Admin 403, kecamatan lain 404, membaca tidak mencatat apa pun', async () => {
  const id = await idPk('camat')
  const admin = await uji.masukSebagai('admin')
  const lain = await uji.masukSebagai('camat.candipuro')
  const sebelum = await uji.sql('select count(*) from jejak')
  for (const alamat of ['/perjanjian-kinerja', `/perjanjian-kinerja/${id}`, `/perjanjian-kinerja/${id}/pdf`])
    expect((await admin.buka(alamat)).status).toBe(403)
  expect((await lain.buka(`/perjanjian-kinerja/${id}`)).status).toBe(404)
  expect((await lain.buka(`/perjanjian-kinerja/${id}/pdf`)).status).toBe(404)
  expect((await lain.buka('/perjanjian-kinerja')).text).not.toContain(id)
  expect(await uji.sql('select count(*) from jejak')).toEqual(sebelum)
})
