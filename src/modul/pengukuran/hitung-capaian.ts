import { Desimal, formatAngka } from '../../inti/angka/index.ts'
import {
  bukanAngka,
  cariAngka,
  type Hasil,
  hasilPersen,
  type Nilai,
  type OpsiPersen,
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

/**
 * Target 0 on the card: BAKU (MAKS cannot be computed; MIN and TEPAT 100 when reached, else 0), SERATUS (MAKS: anything
 * above zero counts 100, as some offices do), TIDAK_DIHITUNG (never computed, so left out of every mean).
 */
export const ATURAN_NOL = ['BAKU', 'SERATUS', 'TIDAK_DIHITUNG'] as const
export type AturanNol = (typeof ATURAN_NOL)[number]
/** What a card may choose about every capaian. */
export type PilihanCapaian = Omit<OpsiPersen, 'peringatan'> & { readonly aturanNol?: AturanNol }

export type MasukanCapaian = PilihanCapaian & { readonly realisasi: Nilai } & (
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

const MENURUT_KARTU = tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target 0: menurut kartu indikator capaian tidak dihitung')
type Ukuran = { readonly target: Desimal; readonly realisasi: Desimal; readonly pilihan: PilihanCapaian }
const SERATUS = new Desimal(100)

/**
 * Capaian in percent of one indicator: realisation R against target T by polarity (PermenPANRB 53/2014,
 * pengukuran kinerja). MAKS R÷T; MIN (2T−R)÷T ("kondisi khusus", PermenPANRB 8/2021) or T÷R; TEPAT 100−|R−T|÷T; RENTANG
 * inside = 100, outside against the nearer bound (PermenPANRB 8/2021 p. 110); KATEGORI by scores. T = 0: MAKS cannot be
 * computed, MIN and TEPAT give 100 when R is 0 (MIN: or below) and 0 otherwise, unless the card has another rule. Floor 0,
 * no cap: caps belong to averages.
 */
export function hitungCapaian(masukan: MasukanCapaian): Hasil {
  const { realisasi } = masukan
  if (realisasi.status !== 'TERISI') return tanpaNilaiDari(realisasi)
  const { pembulatan, desimal, aturanNol } = masukan
  const pilihan = { pembulatan, desimal, aturanNol }
  if (masukan.polaritas === 'KATEGORI') return capaianKategori(masukan, realisasi.nilai, pilihan)
  const r = cariAngka(realisasi.nilai)
  if (!r) return bukanAngka('Realisasi')
  if (masukan.polaritas === 'RENTANG') return capaianRentang(masukan, r, pilihan)
  if (masukan.target === null) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target belum ditetapkan')
  const t = cariAngka(masukan.target)
  if (!t) return bukanAngka('Target')
  if (t.isNegative())
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target negatif tidak dapat dibandingkan dengan rumus ini')
  const ukuran = { target: t, realisasi: r, pilihan }
  if (nolTidakDihitung(t, pilihan)) return MENURUT_KARTU
  if (masukan.polaritas === 'MAKS') return capaianMaks(ukuran)
  if (masukan.polaritas === 'TEPAT') return capaianTepat(ukuran)
  return masukan.varian === 'T/R' ? capaianMinTerbagi(ukuran) : capaianMin(ukuran)
}

const nolTidakDihitung = (target: Desimal, { aturanNol }: PilihanCapaian): boolean =>
  target.isZero() && aturanNol === 'TIDAK_DIHITUNG'

function capaianMaks({ target, realisasi, pilihan }: Ukuran): Hasil {
  if (target.isZero() && pilihan.aturanNol === 'SERATUS') return targetNol(realisasi, realisasi.gt(0))
  if (target.isZero()) {
    return tanpaNilai(
      'TIDAK_DAPAT_DIHITUNG',
      'Target 0 pada indikator "makin tinggi makin baik": capaian tidak dapat dihitung',
    )
  }
  return hasilPersen(realisasi.times(SERATUS).div(target), `${suku(realisasi)} ÷ ${suku(target)} × 100`, pilihan)
}

function capaianMin({ target, realisasi, pilihan }: Ukuran): Hasil {
  if (target.isZero()) return targetNol(realisasi, realisasi.lte(0))
  const angka = target.times(2).minus(realisasi).times(SERATUS).div(target)
  return hasilPersen(angka, `(2 × ${suku(target)} − ${suku(realisasi)}) ÷ ${suku(target)} × 100`, pilihan)
}

/** T ÷ R; R = 0 counts as 100 (the rule of the offices that use this variant). */
function capaianMinTerbagi({ target, realisasi, pilihan }: Ukuran): Hasil {
  if (target.isZero()) return targetNol(realisasi, realisasi.lte(0))
  if (realisasi.lte(0)) return persenDitetapkan('100.00', `realisasi ${suku(realisasi)} pada rumus target ÷ realisasi`)
  return hasilPersen(target.times(SERATUS).div(realisasi), `${suku(target)} ÷ ${suku(realisasi)} × 100`, pilihan)
}

function capaianTepat({ target, realisasi, pilihan }: Ukuran): Hasil {
  if (target.isZero()) return targetNol(realisasi, realisasi.isZero())
  const angka = SERATUS.minus(realisasi.minus(target).abs().times(SERATUS).div(target))
  return hasilPersen(angka, `100 − |${suku(realisasi)} − ${suku(target)}| ÷ ${suku(target)} × 100`, pilihan)
}

function targetNol(realisasi: Desimal, tercapai: boolean): Hasil {
  return persenDitetapkan(tercapai ? '100.00' : '0.00', `target 0, realisasi ${suku(realisasi)}`)
}

function capaianRentang(
  masukan: Extract<MasukanCapaian, { polaritas: 'RENTANG' }>,
  realisasi: Desimal,
  pilihan: PilihanCapaian,
): Hasil {
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
  if (nolTidakDihitung(target, pilihan)) return MENURUT_KARTU
  const ukuran = { target, realisasi, pilihan }
  return masukan.arah === 'MIN' ? capaianMin(ukuran) : capaianMaks(ukuran)
}

/** Scores of both categories, then the positive formula. Code or score itself is accepted. */
function capaianKategori(
  { kategori: daftar, target }: Extract<MasukanCapaian, { polaritas: 'KATEGORI' }>,
  realisasi: string,
  pilihan: PilihanCapaian,
): Hasil {
  if (target === null) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Target belum ditetapkan')
  const t = cariSkor(daftar, target)
  const r = cariSkor(daftar, realisasi)
  if (!t) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Kategori target ${target.slice(0, 40)} tidak ada dalam tabel skor`)
  if (!r)
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Kategori realisasi ${realisasi.slice(0, 40)} tidak ada dalam tabel skor`)
  if (t.lte(0)) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Skor kategori target harus lebih dari nol')
  return capaianMaks({ target: t, realisasi: r, pilihan })
}

function cariSkor(daftar: readonly Kategori[], isi: string): Desimal | null {
  const menurutKode = daftar.find(({ kode }) => kode === isi)
  if (menurutKode) return cariAngka(menurutKode.skor)
  const angka = cariAngka(isi)
  return angka && daftar.some(({ skor }) => cariAngka(skor)?.eq(angka)) ? angka : null
}
