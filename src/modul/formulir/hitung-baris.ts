import { Desimal, formatAngka } from '../../inti/angka/index.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import {
  cariLompatan,
  type Hasil,
  type HasilAgregasi,
  hitungCapaian,
  hitungKinerja,
  hitungNilai,
  type MasukanKinerja,
  type Nilai,
  VERSI_RUMUS,
} from '../pengukuran/index.ts'
import { hitungJatuhTempo, type KartuBaris, type TargetBaris, triwulanAkhir } from './kartu.ts'

export type StatusIsian = 'KOSONG' | 'TERISI' | 'TIDAK_BERLAKU'
/** A realised value of an earlier period: a quarter (1–4) or a whole year (triwulan 0). */
export type NilaiLalu = {
  readonly tahun: number
  readonly triwulan: number
  readonly nilai: string | null
  readonly kategori: string | null
}
/** What a calculation of one row needs. */
export type BahanHitung = {
  readonly kartu: KartuBaris
  readonly target: TargetBaris
  readonly jatuhTempo: boolean
  readonly status: StatusIsian
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
  readonly nilai: string | null
  readonly alasanTidakBerlaku: string
  readonly lalu: readonly NilaiLalu[]
}
export type HasilBaris = {
  /** value of this period from the variables */
  readonly nilai: Hasil
  /** up to and including this period */
  readonly capaian: Hasil
  /** realisation and target up to this period; null when nothing could be aggregated */
  readonly agregat: HasilAgregasi | null
  /** what looks doubtful; never a refusal */
  readonly peringatan: readonly string[]
}

/** The value of a row from its variables by the method of its card. */
export const hitungNilaiBaris = (
  kartu: KartuBaris,
  isian: { variabel: Readonly<Record<string, string>>; kategori: string | null },
): Hasil =>
  hitungNilai({
    metode: kartu.metode,
    variabel: kartu.variabel,
    isian: isian.variabel,
    kategori: kartu.kategori,
    kategoriTerpilih: isian.kategori,
    ekspresi: kartu.ekspresi,
    desimal: kartu.desimal,
    pembulatan: kartu.pembulatan,
  })

/**
 * Value, capaian and doubts of one row. Quarterly: aggregated with the earlier quarters of the year by the card's rule
 * (`pengukuran/agregasi.ts`); a whole year against the target of the year; a half year by itself. A month has no target of its
 * own: levels are compared with the quarter's target, amounts wait for the quarter.
 */
export function hitungBaris(baris: BahanHitung, periode: Periode): HasilBaris {
  const nilai = hitungNilaiBaris(baris.kartu, baris)
  const { capaian, agregat } = hitungCapaianBaris(baris, periode)
  return {
    nilai,
    capaian,
    agregat,
    peringatan: baris.status === 'TERISI' ? susunPeringatan(baris, nilai, periode) : [],
  }
}

type CapaianBaris = {
  capaian: Hasil
  /** realisation and target up to this period; null when nothing could be aggregated */
  agregat: HasilAgregasi | null
}

/** Capaian of a row up to the end of the period; also used by the recap, so that both print the same number. */
export function hitungCapaianBaris(baris: BahanHitung, periode: Periode): CapaianBaris {
  const { masukan, tanpa } = susunMasukan(baris, periode)
  const hasil = masukan ? hitungKinerja(masukan) : null
  const capaian = tanpa ?? hasil?.capaian ?? tanpaAngka('TIDAK_DAPAT_DIHITUNG', 'Tidak dapat dihitung')
  return { capaian, agregat: hasil?.agregat ?? null }
}

/** What the arithmetic gets for a row: `tanpa` says why there is no capaian, `masukan` is null where nothing can be aggregated. */
export type MasukanBaris = { readonly masukan: MasukanKinerja | null; readonly tanpa: Hasil | null }

/** The inputs of a row up to the end of the period; to be stored with a result that must recompute. */
export function susunMasukan(baris: BahanHitung, periode: Periode): MasukanBaris {
  const kini = nilaiKini(baris)
  const bulanan = periode.jenis === 'BULAN' && baris.kartu.agregasi === 'KUMULATIF'
  const terisi = kini.status === 'TERISI'
  if (terisi && kini.nilai === '')
    return { masukan: null, tanpa: tanpaAngka('TIDAK_DAPAT_DIHITUNG', 'Nilai tidak dapat dihitung dari variabelnya') }
  const masukan = bulanan ? null : { ...dasarKinerja(baris), ...deret(baris, { periode, kini }) }
  if (terisi && bulanan)
    return { masukan, tanpa: tanpaAngka('BELUM_JATUH_TEMPO', 'Capaian dihitung pada akhir triwulan') }
  // the target of the period is known although nothing stands against it yet
  return { masukan, tanpa: terisi ? null : hitungCapaian({ polaritas: 'MAKS', target: null, realisasi: kini }) }
}

/** The inputs of this period by itself: its own value against its own target. Null where the period has no target of its own. */
export function susunMasukanPeriode(baris: BahanHitung, periode: Periode): MasukanKinerja | null {
  if (periode.jenis !== 'TRIWULAN') return susunMasukan(baris, periode).masukan
  const kini = nilaiKini(baris)
  const target = targetTriwulan(baris, triwulanAkhir(periode))
  const tahunan = ['RENTANG', 'KATEGORI'].includes(baris.kartu.polaritas)
  if ((target === null && !tahunan) || (kini.status === 'TERISI' && kini.nilai === '')) return null
  return { ...dasarKinerja(baris), cara: 'PER_TRIWULAN', sampai: 1, targetTriwulan: [target], realisasi: [kini] }
}

/** Target of one quarter by itself; a running target of an amount is its growth in the quarter. */
function targetTriwulan({ kartu, target }: BahanHitung, tw: number): string | null {
  const satu = target.tw[tw - 1] ?? null
  if (satu === null || kartu.agregasi !== 'KUMULATIF' || target.cara !== 'BERJALAN') return satu
  const sebelum = target.tw.slice(0, tw - 1).findLast((t) => t !== null) ?? '0'
  return new Desimal(satu).minus(sebelum).toFixed()
}

function dasarKinerja({ kartu, target }: BahanHitung) {
  return {
    polaritas: kartu.polaritas,
    varian: kartu.varianMin,
    arah: arahKartu(kartu),
    pembulatan: kartu.pembulatan,
    aturanNol: kartu.aturanNol,
    agregasi: kartu.agregasi,
    cara: target.cara,
    kategori: kartu.kategori,
    targetTahunan: target.tahunan,
    targetAtas: target.atas,
    targetTeks: target.teks,
  } as const
}

/** The direction counts where the polarity does not say it: ranges, best and worst values of TEPAT. */
const arahKartu = ({ polaritas, arah }: KartuBaris): 'MAKS' | 'MIN' | undefined =>
  polaritas === 'MAKS' || polaritas === 'MIN' ? undefined : arah

/** Targets and realised values as a series that ends with this period. */
function deret({ kartu, target, lalu }: BahanHitung, { periode, kini }: { periode: Periode; kini: Nilai }) {
  if (periode.jenis === 'TAHUN')
    return { dasar: 'TAHUNAN', sampai: 1, targetTriwulan: [target.tahunan], realisasi: [kini] } as const
  const tw = triwulanAkhir(periode)
  if (periode.jenis !== 'TRIWULAN') {
    const satu =
      periode.jenis === 'SEMESTER' && kartu.agregasi === 'KUMULATIF'
        ? targetSemester(target, tw)
        : (target.tw[tw - 1] ?? null)
    return {
      sampai: 1,
      targetTriwulan: [satu ?? (adaTriwulan(target) ? null : target.tahunan)],
      realisasi: [kini],
    } as const
  }
  const realisasi = Array.from({ length: tw }, (_, i): Nilai => {
    if (i + 1 === tw) return kini
    const jatuhTempo = hitungJatuhTempo(kartu.frekuensi, target, { ...periode, nomor: i + 1 })
    return nilaiLalu(
      lalu.find((l) => l.tahun === periode.tahun && l.triwulan === i + 1),
      jatuhTempo,
    )
  })
  if (!adaTriwulan(target)) return { dasar: 'TAHUNAN', sampai: tw, targetTriwulan: target.tw, realisasi } as const
  return { sampai: tw, targetTriwulan: target.tw, realisasi } as const
}

const adaTriwulan = (target: TargetBaris): boolean => target.tw.some((t) => t !== null)

/** Target of a half year for amounts: both quarters, or the growth of a running target. */
function targetSemester({ tw, cara }: TargetBaris, akhir: number): string | null {
  const angka = (ke: number) => (tw[ke - 1] ? new Desimal(tw[ke - 1] ?? 0) : null)
  const kedua = angka(akhir)
  if (cara === 'BERJALAN') return kedua ? kedua.minus(angka(akhir - 2) ?? 0).toFixed() : null
  const pertama = angka(akhir - 1)
  return pertama || kedua ? (pertama ?? new Desimal(0)).plus(kedua ?? 0).toFixed() : null
}

/** A row's state as the arithmetic knows it; a filled row whose value cannot be computed gives ''. */
function nilaiKini(baris: BahanHitung): Nilai {
  if (baris.status === 'TIDAK_BERLAKU') return { status: 'TIDAK_BERLAKU', alasan: baris.alasanTidakBerlaku }
  if (baris.status === 'KOSONG') return { status: baris.jatuhTempo ? 'KOSONG' : 'BELUM_JATUH_TEMPO' }
  return { status: 'TERISI', nilai: (baris.kartu.polaritas === 'KATEGORI' ? baris.kategori : baris.nilai) ?? '' }
}

function nilaiLalu(lalu: NilaiLalu | undefined, jatuhTempo: boolean): Nilai {
  const isi = lalu?.kategori ?? lalu?.nilai ?? null
  if (isi !== null) return { status: 'TERISI', nilai: isi }
  return { status: jatuhTempo ? 'KOSONG' : 'BELUM_JATUH_TEMPO' }
}

function susunPeringatan(baris: BahanHitung, nilai: Hasil, periode: Periode): string[] {
  const hasil = nilai.jenis === 'NILAI' ? [...nilai.peringatan] : [nilai.alasan]
  const setahun = baris.kartu.frekuensi === 'TAHUNAN' || periode.jenis === 'TAHUN'
  if (periode.jenis !== 'TRIWULAN' && !setahun) return hasil
  const sejenis = baris.lalu
    .filter((l) => (setahun ? l.triwulan === 0 : l.triwulan > 0 && sebelum(l, periode)) && l.tahun <= periode.tahun)
    .sort((a, b) => a.tahun - b.tahun || a.triwulan - b.triwulan)
  const lompat =
    baris.kartu.metode === 'KATEGORI'
      ? null
      : cariLompatan(
          baris.nilai,
          sejenis.map((l) => l.nilai),
        )
  if (lompat) hasil.push(lompat.teks)
  if (baris.kartu.metode === 'PERSENTASE' && baris.nilai !== null && new Desimal(baris.nilai).gt(100))
    hasil.push(`Persentase ${formatAngka(baris.nilai)}% lebih dari 100%. Periksa pembilang dan penyebutnya.`)
  return [...new Set(hasil)]
}

const sebelum = (l: NilaiLalu, periode: Periode): boolean =>
  l.tahun < periode.tahun || (l.tahun === periode.tahun && l.triwulan < triwulanAkhir(periode))

const tanpaAngka = (jenis: 'TIDAK_DAPAT_DIHITUNG' | 'BELUM_JATUH_TEMPO', alasan: string): Hasil => ({
  jenis,
  alasan,
  versi: VERSI_RUMUS,
})
