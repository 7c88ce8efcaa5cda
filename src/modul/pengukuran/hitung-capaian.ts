import { Desimal, formatAngka } from '../../inti/angka/index.ts'
import {
  bukanAngka,
  cariAngka,
  type Hasil,
  hasilPersen,
  type Nilai,
  persenDitetapkan,
  suku,
  tanpaNilai,
  tanpaNilaiDari,
} from './hasil.ts'
import type { Kategori } from './hitung-nilai.ts'

export const POLARITAS = ['MAKS', 'MIN', 'TEPAT', 'RENTANG', 'KATEGORI'] as const
export type Polaritas = (typeof POLARITAS)[number]
/** Formula of "makin rendah makin baik": (2T − R) ÷ T, the default, or T ÷ R where an office's own rule says so. */
export type VarianMin = '2T-R' | 'T/R'

export type MasukanCapaian = { readonly realisasi: Nilai } & (
  | {
      readonly polaritas: 'MAKS' | 'MIN' | 'TEPAT'
      readonly target: string | null
      /** MIN only. */
      readonly varian?: VarianMin
    }
  | {
      readonly polaritas: 'RENTANG'
      readonly bawah: string | null
      readonly atas: string | null
      /** Outside the range: is more better (default) or less? */
      readonly arah?: 'MAKS' | 'MIN'
    }
  | { readonly polaritas: 'KATEGORI'; readonly target: string | null; readonly kategori: readonly Kategori[] }
)

type Ukuran = { readonly target: Desimal; readonly realisasi: Desimal }
const SERATUS = new Desimal(100)

/**
 * Capaian in percent of one indicator: realisation R against target T by polarity (PermenPANRB 53/2014,
 * pengukuran kinerja). MAKS R÷T; MIN (2T−R)÷T ("kondisi khusus", PermenPANRB 8/2021) or T÷R; TEPAT 100−|R−T|÷T; RENTANG
 * inside = 100, outside against the nearer bound (PermenPANRB 8/2021 p. 110); KATEGORI by scores. T = 0: MAKS cannot be
 * computed, MIN and TEPAT give 100 when R is 0 (MIN: or below) and 0 otherwise. Floor 0, no cap: caps belong to averages.
 */
export function hitungCapaian(masukan: MasukanCapaian): Hasil {
  const { realisasi } = masukan
  if (realisasi.status !== 'TERISI') return tanpaNilaiDari(realisasi)
  if (masukan.polaritas === 'KATEGORI') return capaianKategori(masukan.kategori, masukan.target, realisasi.nilai)
  const r = cariAngka(realisasi.nilai)
  if (!r) return bukanAngka('Realisasi')
  if (masukan.polaritas === 'RENTANG') return capaianRentang(masukan, r)
  if (masukan.target === null) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target belum ditetapkan')
  const t = cariAngka(masukan.target)
  if (!t) return bukanAngka('Target')
  if (t.isNegative())
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target negatif tidak dapat dibandingkan dengan rumus ini')
  const ukuran = { target: t, realisasi: r }
  if (masukan.polaritas === 'MAKS') return capaianMaks(ukuran)
  if (masukan.polaritas === 'TEPAT') return capaianTepat(ukuran)
  return masukan.varian === 'T/R' ? capaianMinTerbagi(ukuran) : capaianMin(ukuran)
}

function capaianMaks({ target, realisasi }: Ukuran): Hasil {
  if (target.isZero()) {
    return tanpaNilai(
      'TIDAK_DAPAT_DIHITUNG',
      'Target 0 pada indikator "makin tinggi makin baik": capaian tidak dapat dihitung',
    )
  }
  return hasilPersen(realisasi.times(SERATUS).div(target), `${suku(realisasi)} ÷ ${suku(target)} × 100`)
}

function capaianMin({ target, realisasi }: Ukuran): Hasil {
  if (target.isZero()) return targetNol(realisasi, realisasi.lte(0))
  const angka = target.times(2).minus(realisasi).times(SERATUS).div(target)
  return hasilPersen(angka, `(2 × ${suku(target)} − ${suku(realisasi)}) ÷ ${suku(target)} × 100`)
}

/** T ÷ R; R = 0 counts as 100 (the rule of the offices that use this variant). */
function capaianMinTerbagi({ target, realisasi }: Ukuran): Hasil {
  if (target.isZero()) return targetNol(realisasi, realisasi.lte(0))
  if (realisasi.lte(0)) return persenDitetapkan('100.00', `realisasi ${suku(realisasi)} pada rumus target ÷ realisasi`)
  return hasilPersen(target.times(SERATUS).div(realisasi), `${suku(target)} ÷ ${suku(realisasi)} × 100`)
}

function capaianTepat({ target, realisasi }: Ukuran): Hasil {
  if (target.isZero()) return targetNol(realisasi, realisasi.isZero())
  const angka = SERATUS.minus(realisasi.minus(target).abs().times(SERATUS).div(target))
  return hasilPersen(angka, `100 − |${suku(realisasi)} − ${suku(target)}| ÷ ${suku(target)} × 100`)
}

function targetNol(realisasi: Desimal, tercapai: boolean): Hasil {
  return persenDitetapkan(tercapai ? '100.00' : '0.00', `target 0, realisasi ${suku(realisasi)}`)
}

function capaianRentang(masukan: Extract<MasukanCapaian, { polaritas: 'RENTANG' }>, realisasi: Desimal): Hasil {
  if (masukan.bawah === null || masukan.atas === null) {
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Batas bawah dan batas atas target belum ditetapkan')
  }
  const bawah = cariAngka(masukan.bawah)
  const atas = cariAngka(masukan.atas)
  if (!bawah || !atas) return bukanAngka('Rentang target')
  if (bawah.gt(atas)) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Batas bawah target lebih besar daripada batas atasnya')
  if (realisasi.gte(bawah) && realisasi.lte(atas)) {
    return persenDitetapkan('100.00', `${formatAngka(realisasi)} di dalam ${formatAngka(bawah)}–${formatAngka(atas)}`)
  }
  const target = realisasi.lt(bawah) ? bawah : atas
  if (target.isNegative()) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Batas target negatif tidak dapat dibandingkan')
  return masukan.arah === 'MIN' ? capaianMin({ target, realisasi }) : capaianMaks({ target, realisasi })
}

/** Scores of both categories, then the positive formula. Code or score itself is accepted. */
function capaianKategori(daftar: readonly Kategori[], target: string | null, realisasi: string): Hasil {
  if (target === null) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target belum ditetapkan')
  const t = cariSkor(daftar, target)
  const r = cariSkor(daftar, realisasi)
  if (!t) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Kategori target ${target.slice(0, 40)} tidak ada dalam tabel skor`)
  if (!r)
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Kategori realisasi ${realisasi.slice(0, 40)} tidak ada dalam tabel skor`)
  if (t.lte(0)) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Skor kategori target harus lebih dari nol')
  return capaianMaks({ target: t, realisasi: r })
}

function cariSkor(daftar: readonly Kategori[], isi: string): Desimal | null {
  const menurutKode = daftar.find(({ kode }) => kode === isi)
  if (menurutKode) return cariAngka(menurutKode.skor)
  const angka = cariAngka(isi)
  return angka && daftar.some(({ skor }) => cariAngka(skor)?.eq(angka)) ? angka : null
}
