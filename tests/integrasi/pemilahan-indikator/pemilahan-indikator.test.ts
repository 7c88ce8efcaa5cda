import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

let app: AplikasiUji
let sari: OrangUji
let siklusId = ''
let alamat = ''
type Baris = {
  id: string
  versi: number
  nama: string
  unit_id: string
  unit_asal_id: string
  alasan: string
  indikator_id: string
}
const daftar = () =>
  app.sql<Baris>('select * from pemilahan_indikator where siklus_id = $1 order by urut, id', [siklusId])
const unitLain = async (bukan: string) =>
  (
    await app.sql<{ id: string }>(
      "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where k.kode = 'taman' and u.kode = 'seksi-kesos' and u.id <> $1",
      [bukan],
    )
  )[0]?.id ?? ''
const kirimBaris = (b: Baris, lain: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ id: b.id, versi: String(b.versi), unitId: b.unit_id, alasan: b.alasan, ...lain }).map(([k, v]) => [
      `baris.0.${k}`,
      v,
    ]),
  )
const pertama = async (): Promise<Baris> => {
  const [b] = await daftar()
  if (!b) throw new Error('pemilahan kosong')
  return b
}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sari = await app.masukSebagai('sakip1')
  await pasangSopKecil(app, 'pilah', [
    { kode: 'A', jenis: 'pemilahan-indikator', berikutnya: ['B'] },
    { kode: 'B', jenis: 'pengisian', pelaksana: 'KASI', berikutnya: ['C'] },
    { kode: 'C', jenis: 'rekap' },
  ])
  siklusId = await mulaiSiklusUji(app, { sop: 'pilah' })
  alamat = `/siklus/${siklusId}/langkah/A/pemilahan-indikator`
})
afterAll(() => app.tutup())

describe('langkah pemilahan indikator', () => {
  it('indikator PK yang berlaku diusulkan kepada unit pada kartunya', async () => {
    const semua = await daftar()
    expect(semua.length).toBeGreaterThan(30)
    expect(semua.every((b) => b.unit_id === b.unit_asal_id && b.alasan === '')).toBe(true)
    expect((await sari.halaman(alamat))('tbody select').length).toBe(semua.length)
  })

  it('unit lain tanpa alasan → 422, isian tetap; dengan alasan tersimpan; kembali ke kartu menghapus alasannya', async () => {
    const b = await pertama()
    const unitId = await unitLain(b.unit_id)
    const salah = await sari.kirim(alamat, kirimBaris(b, { unitId, alasan: 'pendek' }))
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('value="pendek"')
    expect((await sari.kirim(alamat, kirimBaris(b, { unitId, alasan: 'Datanya dipegang seksi itu' }))).status).toBe(303)
    expect(await pertama()).toMatchObject({ unit_id: unitId, alasan: 'Datanya dipegang seksi itu' })
    expect((await sari.kirim(alamat, kirimBaris(b, { unitId, alasan: 'Alasan yang lain lagi' }))).status).toBe(409)
    expect((await sari.kirim(alamat, kirimBaris(await pertama(), { unitId: b.unit_asal_id }))).status).toBe(303)
    expect(await pertama()).toMatchObject({ unit_id: b.unit_asal_id, alasan: '' })
    await expect(app.sql('update pemilahan_indikator set unit_id = $2 where id = $1', [b.id, unitId])).rejects.toThrow(
      'pemilahan_indikator_alasan',
    )
  })

  it('unit kecamatan lain ditolak; yang bukan gilirannya 403; kecamatan lain 404', async () => {
    const b = await pertama()
    const [asing] = await app.sql<{ id: string }>(
      "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where k.kode = 'candipuro' limit 1",
    )
    expect(
      (await sari.kirim(alamat, kirimBaris(b, { unitId: asing?.id ?? '', alasan: 'Unit kecamatan lain' }))).status,
    ).toBe(422)
    for (const nama of ['camat', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat'])
      for (const jalur of ['', '/susun-ulang', '/penyelesaian'])
        expect((await (await app.masukSebagai(nama)).kirim(alamat + jalur, kirimBaris(b))).status, nama + jalur).toBe(
          403,
        )
    expect((await (await app.masukSebagai('sakip.candipuro')).buka(alamat)).status).toBe(404)
  })

  it('susun ulang mengikuti PK; pilihan yang sudah dibuat tetap', async () => {
    const b = await pertama()
    await app.sql('delete from pemilahan_indikator where id = $1', [b.id])
    expect((await sari.kirim(`${alamat}/susun-ulang`)).status).toBe(303)
    expect((await daftar()).some((d) => d.indikator_id === b.indikator_id)).toBe(true)
  })

  it('formulir pengisian tersusun menurut pemilahan, tanpa langkah penyiapan', async () => {
    const b = await pertama()
    const unitId = await unitLain(b.unit_id)
    expect(
      (await sari.kirim(`${alamat}/penyelesaian`, kirimBaris(b, { unitId, alasan: 'Datanya dipegang seksi itu' })))
        .status,
    ).toBe(303)
    const [letak] = await app.sql<{ unit_id: string; status: string }>(
      'select f.unit_id, f.status::text from baris_formulir r join formulir f on f.id = r.formulir_id where r.siklus_id = $1 and r.indikator_id = $2',
      [siklusId, b.indikator_id],
    )
    expect(letak).toMatchObject({ unit_id: unitId, status: 'DITERIMA' })
    expect((await sari.kirim(alamat, kirimBaris(b))).status).toBe(409)
    expect((await sari.halaman(alamat))('main').text()).toContain('Menurut kartu')
    await sampaiLangkah(app, siklusId, 'C')
  })
})
