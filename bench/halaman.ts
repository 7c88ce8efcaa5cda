import type pg from 'pg'
import { type DataBeban, idSalinan } from './data.ts'
import { daftarOrang, type OrangKantor } from './orang.ts'
import type { Alamat } from './tugas-beban.ts'

/** A page of P1 with the addresses that its 50 connections ask for: another person (and office) each. */
export type HalamanUkur = { readonly nama: string; readonly judul: string; readonly alamat: readonly Alamat[] }

const PEMIMPIN = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT']
const KANTOR = [...PEMIMPIN, 'STAF']

type Bahan = {
  readonly klien: pg.Client
  readonly data: DataBeban
  readonly jumlahKecamatan: number
  readonly sesi: (nama: string) => Promise<string>
  /** addresses per page (50) */
  readonly sambungan?: number
}
type Pilih = (orang: OrangKantor) => boolean

/** The read pages of P1 of bench/HASIL.md, and the two lists beside them. */
export async function susunHalaman(bahan: Bahan): Promise<HalamanUkur[]> {
  const { siklus } = bahan.data
  const semua = await daftarOrang(bahan.klien, bahan.data.kecamatanId)
  const { rows: formulir } = await bahan.klien.query<{ id: string; unit_id: string }>(
    'select id, unit_id from formulir where siklus_id = $1',
    [siklus.pengisian],
  )
  const milikUnit = new Map(formulir.map((f) => [f.unit_id, f.id]))
  const peran =
    (daftar: readonly string[]): Pilih =>
    (o) =>
      daftar.includes(o.peran)
  const buat = (
    nama: string,
    judul: string,
    pilih: Pilih,
    jalur: (id: (asal: string) => Promise<string>, o: OrangKantor) => Promise<string>,
  ) => susunSatu(bahan, semua.filter(pilih), { nama, judul, jalur })
  return [
    await buat('tugas-saya', 'Tugas Saya', peran(KANTOR), async () => '/'),
    await buat('dasbor', 'Dasbor', peran(PEMIMPIN), async () => '/dasbor'),
    await buat('capaian', 'Dasbor capaian', peran(PEMIMPIN), async () => '/dasbor/capaian'),
    await buat('lkjip', 'Bahan LKjIP', peran(PEMIMPIN), async () => '/lkjip'),
    await buat('daftar-siklus', 'Siklus (daftar)', peran(KANTOR), async () => '/siklus'),
    await buat('siklus', 'Siklus', peran(KANTOR), async (id) => `/siklus/${await id(siklus.pengisian)}`),
    await buat(
      'formulir',
      'Formulir',
      (o) => ['KASI', 'STAF'].includes(o.peran) && milikUnit.has(o.unitId ?? ''),
      async (id, o) => `/formulir/${await id(milikUnit.get(o.unitId ?? '') ?? '')}`,
    ),
    await buat('rekap', 'Rekap', peran(PEMIMPIN), async (id) => `/rekap/${await id(siklus.telaah)}`),
    await buat('perencanaan', 'Perencanaan (Renstra)', peran(KANTOR), async () => '/perencanaan'),
    await buat('indikator', 'Perencanaan (indikator)', peran(KANTOR), async () => '/perencanaan/indikator'),
  ]
}

type Satu = {
  nama: string
  judul: string
  jalur: (id: (asal: string) => Promise<string>, o: OrangKantor) => Promise<string>
}

async function susunSatu(
  { klien, jumlahKecamatan, sesi, sambungan = 50 }: Bahan,
  orang: readonly OrangKantor[],
  { nama, judul, jalur }: Satu,
): Promise<HalamanUkur> {
  const alamat: Alamat[] = []
  for (let ke = 0; ke < sambungan; ke++) {
    const kecamatan = (ke % jumlahKecamatan) + 1
    const satu = orang[Math.floor(ke / jumlahKecamatan) % orang.length]
    if (!satu) throw new Error(`tidak ada orang untuk ${nama}`)
    alamat.push({
      jalur: await jalur((asal) => idSalinan(klien, asal, kecamatan), satu),
      cookie: await sesi(kecamatan === 1 ? satu.nama : `${satu.nama}.k${kecamatan}`),
    })
  }
  return { nama, judul, alamat }
}
