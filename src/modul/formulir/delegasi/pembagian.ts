import { Prisma } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { type Pelaku, unitDipimpin } from '../../../inti/pelaku.ts'
import type { FormulirLengkap } from '../kueri.ts'

/** A row (indicator or budget) that was given to a person of the unit. */
export type TugasBaris = {
  readonly barisId: string
  readonly pegawaiId: string
  readonly nama: string
  /** YYYY-MM-DD; null: by the tenggat of the step */
  readonly tanggal: string | null
  readonly catatan: string
  /** said to be done */
  readonly selesai: boolean
}
/** How the work on a form is divided. */
export type Pembagian = {
  /** only the person to whom a row was given, and the head, may type in it; else everybody of the unit everywhere */
  readonly hanyaDitugasi: boolean
  readonly baris: readonly TugasBaris[]
}

/** SQL: Pembagian of form `f` as JSON. */
export const SQL_PEMBAGIAN = Prisma.sql`json_build_object('hanyaDitugasi', f.hanya_ditugasi, 'baris', coalesce((
  select json_agg(json_build_object('barisId', d.baris_id, 'pegawaiId', d.pegawai_id, 'nama', d.nama, 'tanggal', d.tanggal::text,
    'catatan', d.catatan, 'selesai', d.selesai_pada is not null) order by d.diberikan_pada, d.id)
  from delegasi_baris d where d.formulir_id = f.id and d.kecamatan_id = f.kecamatan_id), '[]'))`

/** Whose typing it is, and which units that person heads (or whoever takes it over from paper). */
export type Pengisi = { readonly pegawaiId: string; readonly memimpin: readonly string[] }
export const pengisiDari = (pelaku: Pelaku): Pengisi => ({
  pegawaiId: pelaku.pegawaiId,
  memimpin: unitDipimpin(pelaku),
})

type Formulir = Pick<FormulirLengkap, 'unitId' | 'pembagian' | 'baris' | 'anggaran'>

/** May this person of the unit type in the row, as the head divided the work? The saving statements ask the same in SQL. */
export function bolehBaris(
  siapa: Pelaku | Pengisi,
  { unitId, pembagian }: Omit<Formulir, 'baris' | 'anggaran'>,
  barisId: string,
): boolean {
  if (!pembagian.hanyaDitugasi) return true
  const { pegawaiId, memimpin } = 'memimpin' in siapa ? siapa : pengisiDari(siapa)
  return memimpin.includes(unitId) || pembagian.baris.some((t) => t.barisId === barisId && t.pegawaiId === pegawaiId)
}

/** Rows in which the person may not type, with whose they are: "diberikan kepada Rian". */
export const bukanBagian = (siapa: Pelaku | Pengisi, formulir: Formulir): ReadonlyMap<string, string> =>
  new Map(
    [...formulir.baris, ...formulir.anggaran]
      .filter(({ id }) => !bolehBaris(siapa, formulir, id))
      .map(({ id }) => [id, sebutPenerima(formulir.pembagian, id)]),
  )

function sebutPenerima({ baris }: Pembagian, barisId: string): string {
  const nama = namaPenerima(baris, barisId)
  return nama ? `diberikan kepada ${nama}` : 'belum diberikan, jadi diisi kepala unit'
}
const namaPenerima = (baris: Pembagian['baris'], barisId: string): string | undefined =>
  baris.find((t) => t.barisId === barisId)?.nama

/** Whose row it is instead, as a sentence; null where the person may type in it. */
export function milikOrang(siapa: Pelaku | Pengisi, formulir: Formulir, barisId: string): string | null {
  if (bolehBaris(siapa, formulir, barisId)) return null
  const milik = namaPenerima(formulir.pembagian.baris, barisId) ?? 'kepala unit'
  return `${namaBaris(formulir, barisId)} diisi oleh ${milik}: kepala unit memilih “hanya yang diberi tugas”. Tidak ada yang tersimpan.`
}

/** Throws 403, naming the first of the rows that the head gave to others and how to go on. */
export function pastikanBolehBaris(siapa: Pelaku | Pengisi, formulir: Formulir, barisId: readonly string[]): void {
  for (const id of barisId) {
    const milik = milikOrang(siapa, formulir, id)
    if (milik)
      throw galat.tidakBerwenang(
        `${milik} Minta kepala unit memberikan baris itu kepada Anda, atau kosongkan isian Anda di baris itu.`,
      )
  }
}

/** Name of a row, of either kind. */
export const namaBaris = ({ baris, anggaran }: Pick<Formulir, 'baris' | 'anggaran'>, id: string): string =>
  baris.find((b) => b.id === id)?.kartu.nama ?? anggaran.find((a) => a.id === id)?.nama ?? 'Baris ini'
