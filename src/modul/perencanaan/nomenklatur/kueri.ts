import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { TingkatNomenklatur } from './kode.ts'

export type Pembaca = Tx | BasisData['baca']
export type VersiNomenklatur = {
  readonly id: string
  readonly nama: string
  readonly sumber: string
  readonly berlakuTahun: number
  readonly versi: number
  readonly jumlah: number
}
export type BarisNomenklatur = {
  readonly id: string
  readonly versiId: string
  readonly tingkat: TingkatNomenklatur
  readonly kode: string
  readonly nama: string
  readonly indikator: string
  readonly satuan: string
  readonly aktif: boolean
  readonly versi: number
}

/** Editions of the office, newest first, with how many rows each has. One query. */
export const daftarVersi = (baca: Pembaca, pelaku: Pelaku): Promise<VersiNomenklatur[]> =>
  baca.$queryRaw<VersiNomenklatur[]>`
    select v.id, v.nama, v.sumber, v.berlaku_tahun as "berlakuTahun", v.versi,
      (select count(*) from nomenklatur n where n.versi_id = v.id and n.kecamatan_id = v.kecamatan_id)::int as jumlah
    from versi_nomenklatur v where v.kecamatan_id = ${pelaku.kecamatanId}::uuid order by v.berlaku_tahun desc, v.nama desc`

const KOLOM = Prisma.sql`n.id, n.versi_id as "versiId", n.tingkat, n.kode, n.nama, n.indikator, n.satuan, n.aktif, n.versi`

/** Rows of an edition by code, all or those whose code or name contains `q`; `batas`: at most so many. One query. */
export const daftarNomenklatur = (
  baca: Pembaca,
  pelaku: Pelaku,
  { versiId, q = '', batas = null }: { versiId: string; q?: string; batas?: number | null },
): Promise<BarisNomenklatur[]> => {
  const pola = `%${q.replace(/[\\%_]/g, (huruf) => `\\${huruf}`)}%`
  return baca.$queryRaw<BarisNomenklatur[]>`
    select ${KOLOM} from nomenklatur n where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and n.versi_id = ${versiId}::uuid
      ${q ? Prisma.sql`and (n.kode ilike ${pola} or n.nama ilike ${pola})` : Prisma.empty}
    order by n.kode limit ${batas}::int`
}

/** What may be picked for a level in a year: of the newest edition that holds then, below a code. One query. */
export const pilihanNomenklatur = (
  baca: Pembaca,
  pelaku: Pelaku,
  { tingkat, tahun, induk = '' }: { tingkat: TingkatNomenklatur; tahun: number; induk?: string },
): Promise<BarisNomenklatur[]> =>
  baca.$queryRaw<BarisNomenklatur[]>`
    select ${KOLOM} from nomenklatur n where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and n.aktif
      and n.tingkat = ${tingkat}::tingkat_nomenklatur and (${induk} = '' or starts_with(n.kode, ${induk} || '.'))
      and n.versi_id = (select v.id from versi_nomenklatur v where v.kecamatan_id = ${pelaku.kecamatanId}::uuid
        order by (v.berlaku_tahun <= ${tahun}) desc, v.berlaku_tahun desc, v.nama desc limit 1)
    order by n.kode limit 1000`

/** One row of this office; 404 when it is not there. */
export async function ambilNomenklatur(baca: Pembaca, pelaku: Pelaku, id: string): Promise<BarisNomenklatur> {
  const [baris] = await baca.$queryRaw<BarisNomenklatur[]>`
    select ${KOLOM} from nomenklatur n where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and n.id = ${id}::uuid`
  if (!baris) throw galat.tidakDitemukan('Kode nomenklatur')
  return baris
}

/** One edition of this office; 404 when it is not there. */
export async function ambilVersi(baca: Pembaca, pelaku: Pelaku, id: string): Promise<VersiNomenklatur> {
  const versi = (await daftarVersi(baca, pelaku)).find((v) => v.id === id)
  if (!versi) throw galat.tidakDitemukan('Versi nomenklatur')
  return versi
}
