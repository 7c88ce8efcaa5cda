import { formatAngka, formatPersen, TANPA_NILAI } from '../../inti/angka/index.ts'
import { namaPeriode, type Periode } from '../../inti/waktu/index.ts'
import { hitungCapaianBaris, type KartuBaris, type TargetBaris } from '../formulir/index.ts'
import type { Hasil } from '../pengukuran/index.ts'
import type { HasilSah } from './kueri-hasil.ts'
import type { RiwayatTahun } from './kueri-rencana.ts'
import { tanpaHasil } from './tanpa-hasil.ts'

/** What an indicator reached in a year or up to the end of a quarter, as printed and as plain decimals. */
export type HasilTahun = {
  readonly tahun: number
  /** "Tahun 2025", "Triwulan II 2026" */
  readonly sampai: string
  /** does it speak for the whole year? */
  readonly setahun: boolean
  readonly target: string | null
  readonly targetTeks: string
  readonly realisasi: string | null
  readonly realisasiTeks: string
  readonly capaian: Hasil
  readonly predikat: { readonly nama: string; readonly warna: string } | null
  /** where the figures stand */
  readonly sumber: string
  /** value of a quarter by itself; plain decimal */
  readonly nilai: string | null
}

/** Target and polarity of an indicator as its card and PK of the year have them. */
export type DasarIndikator = { readonly kartu: KartuBaris; readonly target: TargetBaris }

/** "93,75%", or the word for none: blank, not measured, and not yet due are not zero. */
export const teksCapaian = (capaian: Hasil): string =>
  capaian.jenis === 'NILAI' ? formatPersen(capaian.nilai) : KATA_TANPA[capaian.jenis]
const KATA_TANPA = {
  KOSONG: 'belum ada',
  TIDAK_BERLAKU: 'tidak diukur',
  BELUM_JATUH_TEMPO: 'belum jatuh tempo',
  TIDAK_DAPAT_DIHITUNG: 'tidak dapat dihitung',
} as const

const angkaDari = (hasil: Hasil | null): string | null => (hasil?.jenis === 'NILAI' ? hasil.nilai : null)

/** From an approved recap or Kertas Kerja: exactly its figures. */
export function dariHasilSah(h: HasilSah, { kartu, target }: DasarIndikator): HasilTahun {
  const realisasi = h.kategori === null ? angkaDari(h.realisasi) : null
  const sampai = angkaDari(h.target)
  return {
    tahun: h.tahun,
    sampai: namaPeriode({ jenis: h.jenisPeriode, tahun: h.tahun, nomor: h.nomorPeriode }),
    setahun: h.akhirPeriode.endsWith('-12-31'),
    target: sampai,
    targetTeks: h.targetTeks ?? (sampai === null ? teksTarget(kartu, target) : formatAngka(sampai)),
    realisasi,
    realisasiTeks: teksRealisasiSah(h, realisasi),
    capaian: h.capaian,
    predikat: h.predikat,
    sumber:
      h.versiRekap === null ? 'Kertas Kerja' : `${h.ukur ? 'Kertas Kerja, r' : 'R'}ekapitulasi versi ${h.versiRekap}`,
    nilai: h.nilai,
  }
}

function teksRealisasiSah(h: HasilSah, realisasi: string | null): string {
  if (h.kategori !== null) return h.kategori
  if (realisasi !== null) return formatAngka(realisasi)
  return h.status === 'TERISI' ? 'tidak dapat dihitung' : KATA_TANPA[h.status]
}

/**
 * From the history: a year's own target and value, or a quarter with the earlier ones of its year (`lalu`) against the PK. A
 * target that history cannot hold leaves the capaian out and says so.
 */
export function dariRiwayat(
  r: RiwayatTahun,
  { kartu, target }: DasarIndikator,
  lalu: readonly RiwayatTahun[] = [],
): HasilTahun {
  const kategori = kartu.polaritas === 'KATEGORI'
  const kode = kodeSkor(kartu, r.target) ?? null
  const setahun = r.triwulan === 0
  const tahunan = {
    tahunan: kategori ? null : r.target,
    atas: null,
    teks: kategori ? kode : null,
    cara: target.cara,
    tw: TANPA_TW,
  }
  const hitungan = hitungRiwayat(r, { kartu, target: setahun ? tahunan : target }, lalu)
  const angka = setahun ? r.nilai : angkaDari(hitungan.realisasi)
  const sampai = setahun ? r.target : angkaDari(hitungan.target)
  return {
    tahun: r.tahun,
    sampai: namaPeriode(periodeRiwayat(r)),
    setahun,
    target: kategori ? null : sampai,
    targetTeks: kategori ? (namaSkor(kartu, kode) ?? teksTarget(kartu, target)) : formatAngka(sampai),
    realisasi: r.kategori === null ? angka : null,
    realisasiTeks: r.kategori === null ? teksNilai(angka) : (namaSkor(kartu, r.kategori) ?? r.kategori),
    capaian: hitungan.capaian,
    predikat: null,
    sumber: r.sumber || 'Riwayat realisasi',
    nilai: r.nilai,
  }
}

const TANPA_TW = [null, null, null, null] as const
const periodeRiwayat = ({ tahun, triwulan }: RiwayatTahun): Periode =>
  triwulan === 0 ? { jenis: 'TAHUN', tahun, nomor: 1 } : { jenis: 'TRIWULAN', tahun, nomor: triwulan }

function hitungRiwayat(r: RiwayatTahun, { kartu, target }: DasarIndikator, lalu: readonly RiwayatTahun[]) {
  if (kartu.polaritas === 'RENTANG' && r.triwulan === 0)
    return { capaian: TANPA_BATAS_ATAS, realisasi: null, target: null }
  const { capaian, agregat } = hitungCapaianBaris(
    {
      kartu,
      target,
      jatuhTempo: true,
      status: 'TERISI',
      variabel: {},
      kategori: r.kategori,
      nilai: r.nilai,
      alasanTidakBerlaku: '',
      lalu,
    },
    periodeRiwayat(r),
  )
  return { capaian, realisasi: agregat?.realisasi ?? null, target: agregat?.target ?? null }
}
const TANPA_BATAS_ATAS = tanpaHasil('TIDAK_DAPAT_DIHITUNG', 'Batas atas target tahun itu tidak tercatat')

const teksNilai = (nilai: string | null): string => (nilai === null ? 'tidak dapat dihitung' : formatAngka(nilai))
const kodeSkor = ({ kategori }: KartuBaris, skor: string | null): string | undefined =>
  skor === null ? undefined : kategori.find((k) => Number(k.skor) === Number(skor))?.kode
const namaSkor = ({ kategori }: KartuBaris, kode: string | null): string | undefined =>
  kategori.find((k) => k.kode === kode)?.nama

/** Target of the year as printed: range, words, or figure. */
export function teksTarget(kartu: KartuBaris, { tahunan, atas, teks }: TargetBaris): string {
  if (teks !== null) return namaSkor(kartu, teks) ?? teks
  if (tahunan === null) return TANPA_NILAI
  return atas === null ? formatAngka(tahunan) : `${formatAngka(tahunan)} sampai ${formatAngka(atas)}`
}
