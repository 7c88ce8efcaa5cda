import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bacaAnggaran, bacaBaris, type Taksa } from './baca-baris.ts'
import { tolakMilikOrang } from './delegasi/tolak-milik-orang.ts'
import { tolakBelumDiisi } from './delegasi/tombol-selesai.ts'
import { type IsianAnggaran, type IsianBaris, isianAnggaran, isianBaris } from './isian.ts'
import { pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilFormulir, type BarisAnggaranIsian, type BarisIsian, type FormulirLengkap } from './kueri.ts'
import { isianAnggaranDari, isianDari, sidikAnggaran, sidikBaris } from './sidik.ts'
import { type AtasNama, nilaiSimpan } from './simpan-baris.ts'
import { SQL_SIMPAN_ANGGARAN, SQL_SIMPAN_BARIS } from './sql-simpan.ts'

/** What must be corrected in a row before the form can be saved, or who was first. */
export type TanggapanBaris = {
  readonly kesalahan: Readonly<Record<string, string>>
  readonly taksa: Readonly<Record<string, Taksa>>
  /** somebody else saved this row since the page was opened */
  readonly bentrok: boolean
}
export type HasilSimpanFormulir = {
  readonly formulir: FormulirLengkap
  /** rows that were refused, by id; empty: all was saved */
  readonly tanggapan: ReadonlyMap<string, TanggapanBaris>
  /** what was typed, by row id, to show it again */
  readonly isian: ReadonlyMap<string, IsianBaris | IsianAnggaran>
  readonly tersimpan: number
}
type Rencana = {
  readonly id: string
  readonly versi: number
  readonly isi: object
  readonly sebutan: string
  readonly sql: string
}

/**
 * Saves the whole form, as a page without scripts sends it: every touched row or none. Rows the person did not touch are
 * left alone, also when somebody else changed them meanwhile. Throws Galat 403, 404, 409.
 */
export async function simpanFormulir(
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  badan: unknown,
): Promise<HasilSimpanFormulir> {
  const formulir = await ambilFormulir(db.baca, pelaku, id)
  pastikanBisaDiisi(pelaku, formulir)
  const { rencana, tanggapan, isian } = rencanakan(formulir, badan)
  tolakMilikOrang(pelaku, formulir, { rencana, tanggapan, isian })
  tolakBelumDiisi(pelaku, formulir, { rencana, tanggapan }, badan)
  const lolos = tanggapan.size === 0 && rencana.length > 0
  if (lolos) await transaksi(db, pelaku, (tx) => tulisRencana(tx, pelaku, { formulirId: formulir.id, rencana }))
  return { formulir, tanggapan, isian, tersimpan: lolos ? rencana.length : 0 }
}

/** What a sent form would write, row by row, and what must be corrected first. Pure. */
export function rencanakan(formulir: FormulirLengkap, badan: unknown) {
  const tanggapan = new Map<string, TanggapanBaris>()
  const isian = new Map<string, IsianBaris | IsianAnggaran>()
  const rencana = [
    ...formulir.baris.flatMap((b) => rencanakanBaris(b, { badan, tanggapan, isian })),
    ...formulir.anggaran.flatMap((a) => rencanakanAnggaran(a, { badan, tanggapan, isian })),
  ]
  return { rencana, tanggapan, isian }
}

type Bahan = { badan: unknown; tanggapan: Map<string, TanggapanBaris>; isian: Map<string, IsianBaris | IsianAnggaran> }

function rencanakanBaris(b: BarisIsian, { badan, tanggapan, isian }: Bahan): Rencana[] {
  const { isian: diketik, kesalahan } = isianBaris(badan, `b.${b.id}.`)
  if (diketik.versi === 0 || !b.terbuka || diketik.pakaiTersimpan) return []
  isian.set(b.id, diketik)
  const sidik = sidikBaris(diketik)
  if (sidik === diketik.asal || sidik === sidikBaris(isianDari(b))) return []
  const baca = bacaBaris(b.kartu, diketik)
  const semua = { ...baca.kesalahan, ...kesalahan }
  const bentrok = diketik.versi !== b.versi
  if (bentrok || !baca.data || Object.keys(semua).length > 0) {
    tanggapan.set(b.id, { kesalahan: semua, taksa: baca.taksa, bentrok })
    return []
  }
  return [{ id: b.id, versi: diketik.versi, isi: baca.data, sebutan: b.kartu.kode, sql: SQL_SIMPAN_BARIS }]
}

function rencanakanAnggaran(a: BarisAnggaranIsian, { badan, tanggapan, isian }: Bahan): Rencana[] {
  const { isian: diketik, kesalahan } = isianAnggaran(badan, `a.${a.id}.`)
  if (diketik.versi === 0 || !a.terbuka || diketik.pakaiTersimpan) return []
  isian.set(a.id, diketik)
  const sidik = sidikAnggaran(diketik)
  if (sidik === diketik.asal || sidik === sidikAnggaran(isianAnggaranDari(a))) return []
  const baca = bacaAnggaran(diketik)
  const semua = { ...baca.kesalahan, ...kesalahan }
  const bentrok = diketik.versi !== a.versi
  if (bentrok || !baca.data || Object.keys(semua).length > 0) {
    tanggapan.set(a.id, { kesalahan: semua, taksa: {}, bentrok })
    return []
  }
  return [{ id: a.id, versi: diketik.versi, isi: baca.data, sebutan: a.kode, sql: SQL_SIMPAN_ANGGARAN }]
}

type Tulis = {
  readonly formulirId: string
  readonly rencana: readonly Rencana[]
  readonly atasNama?: AtasNama
}
/** The same statements as for a single row, in one transaction; the transaction has already kept the idempotency key. */
export async function tulisRencana(tx: Tx, pelaku: Pelaku, { formulirId, rencana, atasNama }: Tulis): Promise<void> {
  for (const satu of rencana) await tulisSatu(tx, pelaku, { formulirId, rencana: satu, atasNama })
}

async function tulisSatu(
  tx: Tx,
  pelaku: Pelaku,
  { formulirId, rencana, atasNama }: { formulirId: string; rencana: Rencana; atasNama?: AtasNama | undefined },
): Promise<void> {
  const { id, versi, isi, sebutan, sql } = rencana
  const nilai = nilaiSimpan(pelaku, { formulirId, barisId: id, versi, isi, sebutan, atasNama })
  nilai[KE_KUNCI] = null
  const baris = await tx.$queryRawUnsafe<unknown[]>(sql, ...nilai)
  if (baris.length === 0) throw galat.sudahBerubah('Formulir ini')
}

type IsiBaris = { readonly formulirId: string; readonly baris: BarisIsian; readonly isi: object }
/** Writes one indicator row inside a change of its own; the same checks as every saving of it. Throws Galat 409. */
export const tulisBaris = (tx: Tx, pelaku: Pelaku, { formulirId, baris, isi }: IsiBaris): Promise<void> =>
  tulisSatu(tx, pelaku, {
    formulirId,
    rencana: { id: baris.id, versi: baris.versi, isi, sebutan: baris.kartu.kode, sql: SQL_SIMPAN_BARIS },
  })

type Tulisan = Omit<Rencana, 'sql'> & { readonly jenis: 'INDIKATOR' | 'ANGGARAN' }
/** Writes rows of both kinds inside a change of its own, as they were read by `bacaBaris` and `bacaAnggaran`. Throws Galat 409. */
export async function tulisSemua(
  tx: Tx,
  pelaku: Pelaku,
  { formulirId, tulisan }: { formulirId: string; tulisan: readonly Tulisan[] },
): Promise<void> {
  for (const { jenis, ...satu } of tulisan) {
    const sql = jenis === 'INDIKATOR' ? SQL_SIMPAN_BARIS : SQL_SIMPAN_ANGGARAN
    await tulisSatu(tx, pelaku, { formulirId, rencana: { ...satu, sql } })
  }
}

/** Place of the idempotency key among the parameters ($12). */
const KE_KUNCI = 11
