import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { tahunIni } from '../../../inti/waktu/index.ts'
import { TEKS_UNSUR, type TingkatUnsur } from './istilah.ts'
import { sasaranProgram } from './sasaran-program.ts'

export type Pembaca = Tx | BasisData['baca']
/** One part of a Renstra in one form for all levels; what a level does not have is '' or null. */
export type Unsur = {
  readonly id: string
  /** Renstra of a tujuan, tujuan of a sasaran, sasaran of a program in the year that is read … */
  readonly indukId: string | null
  readonly kode: string
  readonly nama: string
  readonly urut: number
  readonly kelurahan: string
  readonly unitId: string | null
  readonly keluaran: string
  readonly satuan: string
  readonly sampaiTahun: number | null
  readonly alasanAkhir: string
  readonly alasanUbah: string
  readonly versi: number
}

export const TABEL: Readonly<Record<TingkatUnsur, Prisma.Sql>> = {
  tujuan: Prisma.sql`tujuan`,
  sasaran: Prisma.sql`sasaran`,
  program: Prisma.sql`program`,
  kegiatan: Prisma.sql`kegiatan`,
  'sub-kegiatan': Prisma.sql`sub_kegiatan`,
}
const UMUM = Prisma.sql`x.id, x.sampai_tahun as "sampaiTahun", x.alasan_akhir as "alasanAkhir", x.alasan_ubah as "alasanUbah", x.versi`
const TANPA_SUB = Prisma.sql`'' as kelurahan, null::uuid as "unitId", '' as keluaran, '' as satuan`
const kolom = (tahun: number): Readonly<Record<TingkatUnsur, Prisma.Sql>> => ({
  tujuan: Prisma.sql`${UMUM}, x.renstra_id as "indukId", '' as kode, x.uraian as nama, x.urut, ${TANPA_SUB}`,
  sasaran: Prisma.sql`${UMUM}, x.tujuan_id as "indukId", '' as kode, x.uraian as nama, x.urut, ${TANPA_SUB}`,
  program: Prisma.sql`${UMUM}, ${sasaranProgram(Prisma.sql`x`, tahun)} as "indukId", x.kode, x.nama, 0 as urut, ${TANPA_SUB}`,
  kegiatan: Prisma.sql`${UMUM}, x.program_id as "indukId", x.kode, x.nama, 0 as urut, ${TANPA_SUB}`,
  'sub-kegiatan': Prisma.sql`${UMUM}, x.kegiatan_id as "indukId", x.kode, x.nama, 0 as urut, x.kelurahan, x.unit_id as "unitId", x.keluaran, x.satuan`,
})

/** All parts of one level as of a year (this one unless told), in their order. One query; with `kunci` the rows stay locked. */
export const daftarUnsur = (
  baca: Pembaca,
  pelaku: Pelaku,
  { tingkat, kunci = false, tahun = tahunIni(pelaku) }: { tingkat: TingkatUnsur; kunci?: boolean; tahun?: number },
): Promise<Unsur[]> =>
  baca.$queryRaw<Unsur[]>`
    select ${kolom(tahun)[tingkat]} from ${TABEL[tingkat]} x where x.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by kode, urut, kelurahan, x.id ${kunci ? Prisma.sql`for update of x` : Prisma.empty}`

type Minta = {
  readonly tingkat: TingkatUnsur
  readonly id: string
  readonly kunci?: boolean
  /** as of which year; this one unless told */
  readonly tahun?: number | undefined
}
/** One part of this office; null when it is not there. With `kunci` its row stays locked. */
export async function cariUnsur(
  baca: Pembaca,
  pelaku: Pelaku,
  { tingkat, id, kunci = false, tahun = tahunIni(pelaku) }: Minta,
): Promise<Unsur | null> {
  const [baris] = await baca.$queryRaw<Unsur[]>`
    select ${kolom(tahun)[tingkat]} from ${TABEL[tingkat]} x where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.id = ${id}::uuid
    ${kunci ? Prisma.sql`for update of x` : Prisma.empty}`
  return baris ?? null
}

/** The same; 404 when it is not there. */
export async function ambilUnsur(baca: Pembaca, pelaku: Pelaku, minta: Minta): Promise<Unsur> {
  const unsur = await cariUnsur(baca, pelaku, minta)
  if (!unsur) throw galat.tidakDitemukan(TEKS_UNSUR[minta.tingkat])
  return unsur
}
