import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'

export type PeriodeRenstra = {
  readonly id: string
  readonly nama: string
  readonly tahunAwal: number
  readonly tahunAkhir: number
  readonly nomor: string
  /** YYYY-MM-DD */
  readonly tanggal: string | null
  readonly versi: number
}

const KOLOM = Prisma.sql`r.id, r.nama, r.tahun_awal as "tahunAwal", r.tahun_akhir as "tahunAkhir", r.nomor, r.tanggal::text, r.versi`

/** Renstra periods of the office, newest first. One query. */
export const daftarPeriode = (baca: Tx | BasisData['baca'], pelaku: Pelaku): Promise<PeriodeRenstra[]> =>
  baca.$queryRaw<PeriodeRenstra[]>`
    select ${KOLOM} from renstra r where r.kecamatan_id = ${pelaku.kecamatanId}::uuid order by r.tahun_awal desc, r.nama`

/** One period of this office, optionally locked; 404 when it is not there. */
export async function ambilPeriode(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<PeriodeRenstra> {
  const [baris] = await baca.$queryRaw<PeriodeRenstra[]>`
    select ${KOLOM} from renstra r where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and r.id = ${id}::uuid
    ${kunci ? Prisma.sql`for update of r` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Renstra')
  return baris
}

/** The period that covers a year, else the newest; null without any. */
export const periodePada = (daftar: readonly PeriodeRenstra[], tahun: number): PeriodeRenstra | null =>
  daftar.find((r) => r.tahunAwal <= tahun && r.tahunAkhir >= tahun) ?? daftar[0] ?? null
