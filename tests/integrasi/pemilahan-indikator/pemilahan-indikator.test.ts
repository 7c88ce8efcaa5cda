import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { jalankan } from '../../../src/modul/siklus/index.ts'
import type { IsiPerintah } from '../../../src/modul/siklus/mesin/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bandingkanBaris, ulangi } from '../../bantuan/jalan-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { formulirUji, isiSemua } from '../formulir/bantuan-formulir.ts'

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

describe('dikembalikan ke pemilahan setelah formulir masuk', () => {
  const KESOS = 'seksi-kesos'
  const PEM = 'seksi-pemerintahan'
  const unitId = async (kode: string) =>
    (
      await app.sql<{ id: string }>(
        "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where k.kode = 'taman' and u.kode = $1",
        [kode],
      )
    )[0]?.id ?? ''
  const perintahkan = (nama: string, isi: IsiPerintah) =>
    app.sebagai(nama, (pelaku) => transaksi(app.db, pelaku, (tx) => jalankan(tx, pelaku, { siklusId, ...isi })))
  const bagian = () =>
    app.sql<{ kode: string; status: string }>(
      `select u.kode, b.status::text from bagian_langkah b join langkah_siklus l on l.id = b.langkah_id join unit_kerja u on u.id = b.unit_id
       where l.siklus_id = $1 and l.kode = 'B' order by u.urut`,
      [siklusId],
    )
  async function serahkanSemua(): Promise<void> {
    for (const { kode } of (await bagian()).filter((b) => b.status === 'BERJALAN')) {
      const { id } = await formulirUji(app, siklusId, kode)
      await isiSemua(app, id)
      const { versi } = await formulirUji(app, siklusId, kode)
      const kepala = await app.masukSebagai(kode.replace('seksi-', 'kasi.').replace('subbag-', 'kasubbag.'))
      expect((await kepala.kirim(`/formulir/${id}/penyerahan`, { versi: String(versi) })).status, kode).toBe(303)
    }
  }

  it('baris pindah bersama isian dan buktinya; unit yang tidak menjawab apa pun lagi tidak ditunggu', async () => {
    await app.sql('update sub_kegiatan set unit_id = $1 where unit_id = $2', [await unitId(PEM), await unitId(KESOS)])
    await pasangSopKecil(app, 'pilah-kembali', [
      { kode: 'A', jenis: 'pemilahan-indikator' },
      { kode: 'B', jenis: 'pengisian', pelaksana: 'KASI' },
      { kode: 'C', pelaksana: 'SEKCAM', keputusan: { ya: null, tidak: ['A'] } },
    ])
    siklusId = await mulaiSiklusUji(app, { sop: 'pilah-kembali' })
    alamat = `/siklus/${siklusId}/langkah/A/pemilahan-indikator`
    expect((await sari.kirim(`${alamat}/penyelesaian`, kirimBaris(await pertama()))).status).toBe(303)
    const kesos = await app.masukSebagai('kasi.kesos')
    const lama = await formulirUji(app, siklusId, KESOS)
    const [baris, juga] = lama.baris.filter((b) => b.jatuh)
    const pdf = Buffer.from('%PDF-1.4\nregister\n%%EOF\n')
    const bukti = `/formulir/${lama.id}/baris/${baris?.id}/bukti`
    const berkas = { berkas: { nama: 'register.pdf', isi: pdf } }
    expect((await kesos.unggah(bukti, { jenis: 'berkas', juga: juga?.id ?? '' }, berkas)).status).toBe(303)
    const { pegawaiId } = await app.pelaku('staf.kesos')
    const tugas = { baris: baris?.id ?? '', pegawaiId, tanggal: '', catatan: '' }
    expect((await kesos.kirim(`/formulir/${lama.id}/tugas`, tugas)).status).toBe(303)
    await serahkanSemua()
    await perintahkan('sekcam', {
      jenis: 'PUTUSKAN',
      langkah: 'C',
      keputusan: 'tidak',
      alasan: 'Datanya dipegang seksi lain.',
    })
    const [kesosId, pemId] = [await unitId(KESOS), await unitId(PEM)]
    const milikKesos = (await daftar()).filter((b) => b.unit_id === kesosId)
    const kiriman = Object.assign(
      {},
      ...milikKesos.map((b, i) =>
        Object.fromEntries(
          Object.entries(kirimBaris(b, { unitId: pemId, alasan: 'Datanya dipegang seksi itu' })).map(([k, v]) => [
            k.replace('baris.0.', `baris.${i}.`),
            v,
          ]),
        ),
      ),
    )
    expect((await sari.kirim(`${alamat}/penyelesaian`, kiriman)).status).toBe(303)
    expect((await bagian()).find((b) => b.kode === KESOS)?.status).toBe('DILEWATI')
    expect((await kesos.halaman('/'))('.tugas__judul').text()).not.toContain('Isi dan serahkan')
    expect((await kesos.buka(`/formulir/${lama.id}`)).status).toBe(404)
    const baru = await formulirUji(app, siklusId, PEM)
    expect(baru.baris.map((b) => b.id)).toContain(baris?.id)
    expect(await app.sql('select id from delegasi_baris where baris_id = $1', [baris?.id])).toEqual([])
    const pem = await app.masukSebagai('kasi.pemerintahan')
    expect((await pem.halaman(`/formulir/${baru.id}/baris/${baris?.id}/bukti`)).text()).toContain('register.pdf')
    const [f] = await app.sql<{ id: string }>('select berkas_id as id from bukti where baris_id = $1', [baris?.id])
    expect((await pem.buka(`/berkas/${f?.id}`)).status).toBe(200)
    expect(await app.sql('select unit_id from berkas where id = $1', [f?.id])).toEqual([{ unit_id: pemId }])
    await serahkanSemua()
    await perintahkan('sekcam', { jenis: 'PUTUSKAN', langkah: 'C', keputusan: 'ya' })
    expect((await ulangi(app, siklusId)).status).toBe('SELESAI')
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})
