import { Desimal, formatAngka, formatPersen, formatRupiah, TANPA_NILAI } from '../../../inti/angka/index.ts'
import type { BlokTabel, Sel, SelKepala } from '../../../inti/dokumen/index.ts'
import type { Hasil } from '../../pengukuran/index.ts'
import type { HasilTahun } from '../hasil-tahun.ts'
import { teksCapaian } from '../hasil-tahun.ts'

type Pilihan = { readonly rumus?: string; readonly tebal?: boolean }

/** A figure: what paper prints, and the number behind it for the workbook. */
export const selAngka = (nilai: string | null, pilihan: Pilihan = {}): Sel =>
  nilai === null ? TANPA_NILAI : { teks: formatAngka(nilai), angka: nilai, format: 'angka', ...pilihan }

export const selRupiah = (nilai: string | null, pilihan: Pilihan = {}): Sel =>
  nilai === null ? TANPA_NILAI : { teks: formatRupiah(nilai), angka: nilai, format: 'rupiah', ...pilihan }

/** A percentage result, or the word for none. `rumus` goes into the workbook only where it gives the printed number. */
export const selPersen = (hasil: Hasil, pilihan: Pilihan = {}): Sel =>
  hasil.jenis === 'NILAI'
    ? { teks: formatPersen(hasil.nilai), angka: hasil.nilai, format: 'persen', ...pilihan }
    : teksCapaian(hasil)

/** A realisation or target that may be a word. */
export const selNilai = (angka: string | null, teks: string): Sel => (angka === null ? teks : selAngka(angka))

/**
 * How a workbook computes a capaian from the cells of target and realisation; undefined where the office's rule (cap, cut
 * off, category, target 0) makes it something else than this formula.
 */
export function rumusCapaian(
  { polaritas, varianMin }: { polaritas: string; varianMin: string },
  { target, realisasi, capaian }: { target: string | null; realisasi: string | null; capaian: Hasil },
  kolom: { target: number; realisasi: number },
): string | undefined {
  if (capaian.jenis !== 'NILAI' || target === null || realisasi === null) return undefined
  const t = new Desimal(target)
  const r = new Desimal(realisasi)
  if (t.lte(0) || (varianMin === 'T/R' && r.lte(0))) return undefined
  const [T, R] = [`[${kolom.target}]`, `[${kolom.realisasi}]`]
  const cara =
    polaritas === 'MAKS'
      ? { nilai: r.div(t), rumus: `${R}/${T}` }
      : polaritas !== 'MIN'
        ? null
        : varianMin === 'T/R'
          ? { nilai: t.div(r), rumus: `${T}/${R}` }
          : { nilai: t.times(2).minus(r).div(t), rumus: `(2*${T}-${R})/${T}` }
  return cara?.nilai.times(100).toDecimalPlaces(2).eq(capaian.nilai) ? `ROUND(${cara.rumus}*100,2)` : undefined
}

export const rumusSerapan = (pagu: number, realisasi: number): string => `ROUND([${realisasi}]/[${pagu}]*100,2)`

/** Result of a year in two narrow cells: realisation, and capaian under a head that says (%). */
export function selHasil(h: HasilTahun | null): [Sel, Sel] {
  if (!h) return ['belum ada', TANPA_NILAI]
  const { capaian } = h
  const persen: Sel =
    capaian.jenis === 'NILAI'
      ? { teks: formatAngka(capaian.nilai, { desimal: 2 }), angka: capaian.nilai, format: 'persen' }
      : teksCapaian(capaian)
  return [selNilai(h.realisasi, h.realisasiTeks), persen]
}

/** Heads of one row from texts. */
export const kepala = (...teks: readonly string[]): SelKepala[][] => [teks.map((t) => ({ teks: t }))]

/** Numbers captions: 'Tabel 3.1 …', 'Tabel 3.2 …'. */
export function penomorTabel(awalan: string): (judul: string) => string {
  let ke = 0
  return (judul) => `${awalan}${++ke} ${judul}`
}

export type Kolom = BlokTabel['kolom'][number]
export const lebar = (bobot: number): Kolom => ({ bobot })
export const angka = (bobot: number): Kolom => ({ bobot, rata: 'angka' })
export const tengah = (bobot: number): Kolom => ({ bobot, rata: 'tengah' })
