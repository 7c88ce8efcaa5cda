import { formatAngka, TANPA_NILAI } from '../../../inti/angka/index.ts'
import type { BarisTabel, Sel } from '../../../inti/dokumen/index.ts'
import type { Hasil } from '../../pengukuran/index.ts'
import type { CapaianIndikator } from '../capaian.ts'
import { type KelompokAnggaran, perKegiatan } from '../efisiensi.ts'
import { hitungKinerjaRenja, hitungUangRenja } from '../evaluasi-renja.ts'
import { K, rp } from './kolom-renja.ts'
import { rumusCapaian, selAngka, selNilai } from './sel.ts'

/** The rows as they are written, and what the form takes them from. */
export type Penulis = {
  readonly isi: BarisTabel[]
  /** indicators of programs and below */
  readonly ikk: readonly CapaianIndikator[]
  /** first year of the Renstra; null: no Renstra covers the year */
  readonly tahunAwal: number | null
}
/** Eleven pairs: targets, realisations, capaian. */
type Sebelas = readonly Sel[]
const KOSONG: Sebelas = Array.from({ length: 11 }, () => '')

/** Cells of a row: what it is of, then K and Rp side by side. */
const susunBaris = (
  depan: readonly Sel[],
  { kinerja, uang, unit }: { kinerja: Sebelas; uang: Sebelas; unit: string },
): BarisTabel => ({ sel: [...depan, ...kinerja.flatMap((k, ke) => [k, uang[ke] ?? '']), unit] })

/** A sasaran with its IKU; its name stands in the first row. */
export function tulisSasaran(
  tulis: Penulis,
  { nomor, nama, iku }: { nomor: number; nama: string; iku: readonly CapaianIndikator[] },
): void {
  const depan = (ke: number): Sel[] => (ke === 0 ? [`${nomor}`, { teks: nama, tebal: true }, '', ''] : ['', '', '', ''])
  if (iku.length === 0) tulis.isi.push(susunBaris([...depan(0), ''], { kinerja: KOSONG, uang: KOSONG, unit: '' }))
  iku.forEach((i, ke) => {
    tulis.isi.push(susunBaris([...depan(ke), namaIndikator(i)], { ...kinerjaDari(tulis, i), uang: KOSONG }))
  })
}

/** A program with its indicators, then its kegiatan and their sub kegiatan. Sums are formulas over the rows below. */
export function tulisProgram(tulis: Penulis, program: KelompokAnggaran): void {
  const indikator = tulis.ikk.filter((i) => i.programId === program.id && i.kegiatanId === null)
  tulisInduk(tulis, program, { indikator, anak: () => perKegiatan(program.sub).map((k) => tulisKegiatan(tulis, k)) })
}

function tulisKegiatan(tulis: Penulis, kegiatan: KelompokAnggaran): number {
  const indikator = tulis.ikk.filter((i) => i.kegiatanId === kegiatan.id && i.subKegiatanId === null)
  return tulisInduk(tulis, kegiatan, {
    indikator,
    anak: () =>
      kegiatan.sub.map((s) =>
        tulisUnit(tulis, {
          unit: { ...s, sub: [s] },
          indikator: tulis.ikk.filter((i) => i.subKegiatanId === s.id),
          anak: [],
          nama: s.unit,
        }),
      ),
  })
}

type Induk = { readonly indikator: readonly CapaianIndikator[]; readonly anak: () => number[] }
/** Its rows come first; the formula of its money is written when the rows below are known. */
function tulisInduk(tulis: Penulis, unit: KelompokAnggaran, { indikator, anak }: Induk): number {
  const letak = tulis.isi.length
  const baris = tulisUnit(tulis, { unit, indikator, anak: [], nama: '' })
  const bawah = anak()
  const [pertama] = susunUnit(tulis, { unit, indikator, anak: bawah, nama: '' })
  if (pertama) tulis.isi[letak] = pertama
  return baris
}

type Unit = {
  readonly unit: KelompokAnggaran
  readonly indikator: readonly CapaianIndikator[]
  /** rows that its money is the sum of; none for a sub kegiatan */
  readonly anak: readonly number[]
  /** of the office, where no indicator names one */
  readonly nama: string
}
/** Number of the row that carries its money, counted from 1. */
function tulisUnit(tulis: Penulis, unit: Unit): number {
  const letak = tulis.isi.length + 1
  tulis.isi.push(...susunUnit(tulis, unit))
  return letak
}

/** One row with its money and its first indicator, one more for each further indicator. */
function susunUnit(tulis: Penulis, { unit, indikator, anak, nama }: Unit): BarisTabel[] {
  const tebal = unit.sub.length !== 1 || anak.length > 0
  const sebut = (teks: string): Sel => (tebal ? { teks, tebal } : teks)
  const uang = uangDari(unit, anak, tebal)
  const [pertama, ...lain] = indikator
  const kepala: Sel[] = ['', '', sebut(unit.kode), sebut(unit.nama)]
  return [
    pertama
      ? susunBaris([...kepala, namaIndikator(pertama)], { ...kinerjaDari(tulis, pertama), uang })
      : susunBaris([...kepala, ''], { kinerja: KOSONG, uang, unit: nama }),
    ...lain.map((i) => susunBaris(['', '', '', '', namaIndikator(i)], { ...kinerjaDari(tulis, i), uang: KOSONG })),
  ]
}

const namaIndikator = ({ nama, satuan }: CapaianIndikator): string => (satuan ? `${nama} (${satuan})` : nama)

/** Performance of an indicator in the pairs of the form, and the unit that answers for it. */
function kinerjaDari({ tahunAwal }: Penulis, i: CapaianIndikator): { kinerja: Sebelas; unit: string } {
  const k = hitungKinerjaRenja(i, tahunAwal)
  const realisasi = i.kini?.realisasi ?? null
  const jumlah = i.agregasi === 'KUMULATIF' && k.sampaiLalu !== null && realisasi !== null
  const renja = { target: i.target, realisasi, capaian: k.capaianRenja }
  const renstra = { target: k.targetRenstra, realisasi: k.sampaiKini, capaian: k.capaianRenstra }
  return {
    kinerja: [
      selNilai(k.targetRenstra, k.targetRenstraTeks),
      selNilai(k.sampaiLalu, TANPA_NILAI),
      selNilai(i.target, i.targetTeks),
      // a category is its word there too, not its score
      ...i.triwulan.map((t) => (t ? selNilai(t.realisasi === null ? null : t.nilai, t.realisasiTeks) : TANPA_NILAI)),
      i.kini ? selNilai(realisasi, i.kini.realisasiTeks) : TANPA_NILAI,
      selAngka(k.sampaiKini, jumlah ? { rumus: `[${K.lalu}]+[${K.kini}]` } : {}),
      selCapaian(k.capaianRenja, rumusCapaian(i, renja, { target: K.renja, realisasi: K.kini })),
      selCapaian(k.capaianRenstra, rumusCapaian(i, renstra, { target: K.renstra, realisasi: K.sampaiKini })),
    ],
    unit: i.unit,
  }
}

/** Money in the pairs of the form. Sums are formulas over the rows below; those of a sub kegiatan are figures. */
function uangDari({ sub }: KelompokAnggaran, anak: readonly number[], tebal: boolean): Sebelas {
  const uang = hitungUangRenja(sub)
  const sel = (nilai: string | null, kinerja: number): Sel => {
    const kolom = rp(kinerja)
    const rumus = anak.length > 0 ? `SUM(${anak.map((b) => `[${kolom},${b}]`).join(',')})` : undefined
    return selAngka(nilai, { tebal, ...(rumus ? { rumus } : {}) })
  }
  const dua = uang.sampaiLalu !== null && uang.realisasi !== null
  const serapan = (atas: number, bawah: number) => `ROUND([${rp(atas)}]/[${rp(bawah)}]*100,2)`
  return [
    sel(uang.paguRenstra, K.renstra),
    sel(uang.sampaiLalu, K.lalu),
    sel(uang.pagu, K.renja),
    ...uang.triwulan.map((nilai, ke) => sel(nilai, K.triwulan + 2 * ke)),
    sel(uang.realisasi, K.kini),
    dua
      ? selAngka(uang.sampaiKini, { tebal, rumus: `[${rp(K.lalu)}]+[${rp(K.kini)}]` })
      : sel(uang.sampaiKini, K.sampaiKini),
    selCapaian(uang.capaian, serapan(K.kini, K.renja)),
    selCapaian(uang.capaianRenstra, serapan(K.sampaiKini, K.renstra)),
  ]
}

/** A percentage under a head that says (%); a dash where there is none. */
export const selCapaian = (hasil: Hasil, rumus: string | undefined): Sel =>
  hasil.jenis === 'NILAI'
    ? {
        teks: formatAngka(hasil.nilai, { desimal: 2 }),
        angka: hasil.nilai,
        format: 'persen',
        ...(rumus ? { rumus } : {}),
      }
    : TANPA_NILAI
