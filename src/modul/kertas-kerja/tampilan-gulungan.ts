import type { KertasKerja } from './kueri.ts'
import {
  gulungKertas,
  kalimatDikecualikan,
  lencanaPredikat,
  teksCapaianUkur,
  teksDihitung,
  tingkatGulungan,
} from './teks-kertas.ts'

/** The roll-up as one table with its rule and what was left out; null before anything was computed. */
export function susunGulungan(kertas: KertasKerja) {
  const g = gulungKertas(kertas)
  if (!g) return null
  return {
    aturan: g.aturan,
    dikecualikan: kalimatDikecualikan(g),
    baris: tingkatGulungan(g).flatMap(({ tingkat, kelompok }) =>
      kelompok.map((k) => {
        const predikat = lencanaPredikat(k.predikat)
        return {
          sel: [tingkat, k.nama, teksDihitung(k), teksCapaianUkur(k.rataRata), predikat ? { status: predikat } : '–'],
        }
      }),
    ),
  }
}
