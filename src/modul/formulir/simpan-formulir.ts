import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bacaAnggaran, bacaBaris, type Taksa } from './baca-baris.ts'
import { type IsianAnggaran, type IsianBaris, isianAnggaran, isianBaris } from './isian.ts'
import { pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilFormulir, type BarisAnggaranIsian, type BarisIsian, type FormulirLengkap } from './kueri.ts'
import { isianAnggaranDari, isianDari, sidikAnggaran, sidikBaris } from './sidik.ts'
import { nilaiSimpan } from './simpan-baris.ts'
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
  const tanggapan = new Map<string, TanggapanBaris>()
  const isian = new Map<string, IsianBaris | IsianAnggaran>()
  const rencana = [
    ...formulir.baris.flatMap((b) => rencanakanBaris(b, { badan, tanggapan, isian })),
    ...formulir.anggaran.flatMap((a) => rencanakanAnggaran(a, { badan, tanggapan, isian })),
  ]
  const lolos = tanggapan.size === 0 && rencana.length > 0
  if (lolos) await transaksi(db, pelaku, (tx) => tulis(tx, pelaku, { formulir, rencana }))
  return { formulir, tanggapan, isian, tersimpan: lolos ? rencana.length : 0 }
}

type Bahan = { badan: unknown; tanggapan: Map<string, TanggapanBaris>; isian: Map<string, IsianBaris | IsianAnggaran> }

function rencanakanBaris(b: BarisIsian, { badan, tanggapan, isian }: Bahan): Rencana[] {
  const { isian: diketik, kesalahan } = isianBaris(badan, `b.${b.id}.`)
  if (diketik.versi === 0 || !b.terbuka) return []
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
  if (diketik.versi === 0 || !a.terbuka) return []
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

/** The same statements as for a single row, in one transaction; the transaction has already kept the idempotency key. */
async function tulis(
  tx: Tx,
  pelaku: Pelaku,
  { formulir, rencana }: { formulir: FormulirLengkap; rencana: readonly Rencana[] },
): Promise<void> {
  for (const { id, versi, isi, sebutan, sql } of rencana) {
    const nilai = nilaiSimpan(pelaku, { formulirId: formulir.id, barisId: id, versi, isi, sebutan })
    nilai[KE_KUNCI] = null
    const baris = await tx.$queryRawUnsafe<unknown[]>(sql, ...nilai)
    if (baris.length === 0) throw galat.sudahBerubah('Formulir ini')
  }
}

/** Place of the idempotency key among the parameters ($12). */
const KE_KUNCI = 11
