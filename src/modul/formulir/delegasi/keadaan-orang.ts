import type { FormulirLengkap } from '../kueri.ts'
import type { TugasBaris } from './pembagian.ts'

/** Where the rows given to one person stand. */
export type KeadaanOrang = {
  readonly pegawaiId: string
  readonly nama: string
  readonly diberikan: number
  /** answered: filled, or not measured with a reason */
  readonly terisi: number
  readonly selesai: number
  /** not said to be done, and the date is past */
  readonly terlambat: number
}
type Formulir = Pick<FormulirLengkap, 'baris' | 'anggaran' | 'pembagian'>
export type BatasTugas = { readonly tenggat: string | null; readonly hariIni: string }

/** The day a row is wanted by (YYYY-MM-DD): its own date, else the tenggat of the step; null without any. */
export const batasTugas = (t: Pick<TugasBaris, 'tanggal'>, tenggat: string | null): string | null =>
  t.tanggal ?? tenggat

/** Not said to be done though its day is past. */
export function terlambat(t: TugasBaris, { tenggat, hariIni }: BatasTugas): boolean {
  const batas = batasTugas(t, tenggat)
  return !t.selesai && batas !== null && batas < hariIni
}

type Isi = Pick<Formulir, 'baris' | 'anggaran'>
const terjawab = ({ baris, anggaran }: Isi, barisId: string): boolean =>
  [...baris, ...anggaran].some((b) => b.id === barisId && b.status !== 'KOSONG')

/** May it be said to be done: answered, or an indicator that is not due yet. */
export const sudahDiisi = (isi: Isi, barisId: string): boolean =>
  terjawab(isi, barisId) || isi.baris.some((b) => b.id === barisId && !b.jatuhTempo)

/** State per person, in order of name. Pure. */
export function hitungPerOrang(formulir: Formulir, batas: BatasTugas): KeadaanOrang[] {
  const orang = new Map<string, TugasBaris[]>()
  for (const t of formulir.pembagian.baris) orang.set(t.pegawaiId, [...(orang.get(t.pegawaiId) ?? []), t])
  return [...orang.entries()]
    .map(([pegawaiId, tugas]) => ({
      pegawaiId,
      nama: tugas.at(-1)?.nama ?? '',
      diberikan: tugas.length,
      terisi: tugas.filter((t) => terjawab(formulir, t.barisId)).length,
      selesai: tugas.filter((t) => t.selesai).length,
      terlambat: tugas.filter((t) => terlambat(t, batas)).length,
    }))
    .sort((a, b) => a.nama.localeCompare(b.nama, 'id'))
}
