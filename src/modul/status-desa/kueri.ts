import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisDesa } from './isian.ts'
import type { BatasIndeks, StatusKemajuan, UkuranDesa } from './status.ts'

export type Pembaca = Tx | BasisData['baca']
export type Desa = {
  readonly id: string
  readonly nama: string
  readonly jenis: JenisDesa
  readonly kode: string
  readonly aktif: boolean
  readonly versi: number
}
/** Score and status of a desa in one year; `skor` a plain decimal. */
export type StatusTahun = {
  readonly desaId: string
  readonly tahun: number
  readonly ukuran: UkuranDesa
  readonly skor: string | null
  readonly status: StatusKemajuan
  readonly sumber: string
  readonly versi: number
}
export type DesaBerstatus = Desa & { readonly riwayat: readonly StatusTahun[] }

const STATUS = Prisma.sql`coalesce((select json_agg(json_build_object('desaId', s.desa_id, 'tahun', s.tahun, 'ukuran', s.ukuran,
    'skor', trim_scale(s.skor)::text, 'status', s.status, 'sumber', s.sumber, 'versi', s.versi) order by s.tahun)
  from status_desa s where s.desa_id = d.id and s.kecamatan_id = d.kecamatan_id), '[]')`

/** All desa and kelurahan of the office with their status in every year, in one query. */
export const daftarDesa = (
  baca: Pembaca,
  pelaku: Pelaku,
  { kunci = false }: { kunci?: boolean } = {},
): Promise<DesaBerstatus[]> =>
  baca.$queryRaw<DesaBerstatus[]>`
    select d.id, d.nama, d.jenis, d.kode, d.aktif, d.versi, ${STATUS} as riwayat
    from desa d where d.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by d.aktif desc, d.jenis, d.kode, d.nama ${kunci ? Prisma.sql`for update of d` : Prisma.empty}`

/** Bounds of the Indeks Desa of all years, the newest first. */
export const daftarBatas = (baca: Pembaca, pelaku: Pelaku): Promise<BatasIndeks[]> =>
  baca.$queryRaw<BatasIndeks[]>`
    select tahun, sumber, kelas, diubah_oleh as "diubahOleh", versi from batas_indeks_desa
    where kecamatan_id = ${pelaku.kecamatanId}::uuid order by tahun desc`

/** One desa of this office; 404 otherwise. */
export async function ambilDesa(baca: Pembaca, pelaku: Pelaku, id: string): Promise<Desa> {
  const desa = await baca.desa.findFirst({ where: { id, kecamatanId: pelaku.kecamatanId } })
  if (!desa) throw galat.tidakDitemukan('Desa')
  return desa
}

/** The status of a desa in a year, or null. */
export const pada = (desa: DesaBerstatus, tahun: number): StatusTahun | null =>
  desa.riwayat.find((s) => s.tahun === tahun) ?? null
