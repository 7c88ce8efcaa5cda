import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { JAM_KERJA_BAKU, type Kalender } from '../../inti/waktu/index.ts'
import type { JenisLibur, StatusLibur } from './isian.ts'

type Pembaca = Tx | BasisData['baca']

export type HariLibur = {
  readonly id: string
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly nama: string
  readonly jenis: JenisLibur
  readonly status: StatusLibur
  readonly sumber: string
  /** fingerprint of the row, for compare-and-set */
  readonly versi: string
}

const KOLOM = Prisma.sql`h.id, h.tanggal::text as tanggal, h.nama, h.jenis, h.status, h.sumber, md5(h::text) as versi`

/**
 * The calendar that working time of this office depends on: holidays (official and expected), office hours of Perpres
 * 21/2023, time zone. One query; not kept in memory, because another process may have changed a holiday.
 */
export async function ambilKalenderKerja(baca: Pembaca, kecamatanId: string): Promise<Kalender> {
  const [baris] = await baca.$queryRaw<{ zona: string; libur: string[] }[]>`
    select k.zona_waktu as zona,
      coalesce((select json_agg(h.tanggal) from hari_libur h where h.kecamatan_id = k.id), '[]') as libur
    from kecamatan k where k.id = ${kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Kecamatan')
  return { libur: new Set(baris.libur), jamKerja: JAM_KERJA_BAKU, zona: baris.zona }
}

/** Holidays of a year in order of date, and the years that have any. */
export async function ambilLiburSetahun(baca: Pembaca, pelaku: Pelaku, tahun: number) {
  const [baris] = await baca.$queryRaw<{ libur: HariLibur[]; tahunTersedia: number[] }[]>`
    select
      coalesce((select json_agg(x) from (
        select ${KOLOM} from hari_libur h where h.kecamatan_id = ${pelaku.kecamatanId}::uuid
          and h.tanggal between make_date(${tahun}, 1, 1) and make_date(${tahun}, 12, 31) order by h.tanggal) x), '[]') as libur,
      coalesce((select json_agg(t.tahun) from (
        select distinct extract(year from h.tanggal)::int as tahun from hari_libur h
        where h.kecamatan_id = ${pelaku.kecamatanId}::uuid order by 1) t), '[]') as "tahunTersedia"`
  return baris ?? { libur: [], tahunTersedia: [] }
}

/** One holiday of this office; with `kunci` the row stays locked until the transaction ends. 404 when it is not there. */
export async function ambilLibur(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<HariLibur> {
  const [baris] = await baca.$queryRaw<HariLibur[]>`
    select ${KOLOM} from hari_libur h where h.id = ${id}::uuid and h.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ${kunci ? Prisma.sql`for update` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Hari libur')
  return baris
}
