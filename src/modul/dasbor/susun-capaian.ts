import { formatPersen } from '../../inti/angka/index.ts'
import type { Grafik } from '../../inti/dokumen/index.ts'
import {
  type Capaian,
  type CapaianIndikator,
  type CapaianSasaran,
  type HasilTahun,
  kalimatTarget,
  teksCapaian,
  teksPerubahan,
} from '../lkjip/index.ts'
import { WARNA_MERAH } from '../pengukuran/index.ts'
import { susunGrafikCapaian, type TitikCapaian } from './grafik-capaian.ts'

/** One indicator as page and PDF show it. */
export type KartuCapaian = {
  readonly indikator: CapaianIndikator
  readonly merah: boolean
  /** what the chart shows, in a sentence */
  readonly kalimat: string
  readonly grafik: Grafik | null
  /** the same figures as a table: Periode, Target, Realisasi, Capaian */
  readonly baris: readonly (readonly string[])[]
}
export type KelompokCapaian = { readonly sasaran: CapaianSasaran; readonly kartu: readonly KartuCapaian[] }

const ROMAWI = ['I', 'II', 'III', 'IV'] as const

export const adalahMerah = ({ kini }: CapaianIndikator): boolean =>
  kini?.predikat !== null && kini?.predikat !== undefined && WARNA_MERAH.includes(kini.predikat.warna)

/** Sasaran and their indicators, what asks for attention first: red before the rest, the lowest capaian first, without a figure last. */
export function urutkanCapaian(capaian: Capaian): KelompokCapaian[] {
  return capaian.sasaran
    .filter((s) => s.indikator.length > 0)
    .map((s) => ({ sasaran: s, kartu: [...s.indikator].sort(merahDulu).map((i) => susunKartu(i, capaian.tahun)) }))
    .sort((a, b) => terendah(a) - terendah(b))
}

/** Indicators by urgency. */
export const merahDulu = (a: CapaianIndikator, b: CapaianIndikator): number => nilaiUrut(a) - nilaiUrut(b)

const nilaiUrut = ({ kini }: CapaianIndikator): number =>
  kini?.capaian.jenis === 'NILAI' ? Number(kini.capaian.nilai) : Number.MAX_SAFE_INTEGER
const terendah = ({ kartu }: KelompokCapaian): number => Math.min(...kartu.map((k) => nilaiUrut(k.indikator)))

function susunKartu(i: CapaianIndikator, tahun: number): KartuCapaian {
  const kalimat = susunKalimat(i)
  const tahunan = [
    ...i.lalu.map((l) => titik(String(l.tahun), l.hasil)),
    ...(i.kini?.setahun ? [titik(String(tahun), i.kini)] : []),
  ]
  const triwulan = i.triwulan.map((t, ke) => titik(`TW ${ROMAWI[ke]}`, t))
  const adaTahun = tahunan.some((t) => t.realisasi !== null)
  const adaTriwulan = triwulan.some((t) => t.realisasi !== null)
  const kelompok = [...(adaTahun ? [tahunan] : []), ...(adaTriwulan ? [triwulan] : [])]
  return {
    indikator: i,
    merah: adalahMerah(i),
    kalimat,
    grafik: kelompok.length > 0 ? susunGrafikCapaian(kelompok, { uraian: uraikan(i, kelompok.flat()) }) : null,
    baris: [
      ...i.lalu.map((l) => barisHasil(String(l.tahun), l.hasil)),
      ...i.triwulan.flatMap((t, ke) => (t ? [barisHasil(`TW ${ROMAWI[ke]} ${tahun}`, t)] : [])),
      ...(i.kini?.setahun ? [barisHasil(`Tahun ${tahun}`, i.kini)] : []),
    ],
  }
}

const titik = (label: string, hasil: HasilTahun | null): TitikCapaian => ({
  label,
  realisasi: hasil?.realisasi ?? null,
  target: hasil?.target ?? null,
  merah: hasil?.predikat ? WARNA_MERAH.includes(hasil.predikat.warna) : false,
})

const barisHasil = (nama: string, h: HasilTahun | null): string[] =>
  h ? [nama, h.targetTeks, h.realisasiTeks, teksCapaian(h.capaian)] : [nama, '–', 'belum ada', '–']

/** Where it stands against the target and how it moved since the year before, from data only. */
function susunKalimat(i: CapaianIndikator): string {
  const lalu = i.lalu.at(-1)
  const banding = i.kini?.setahun ? teksPerubahan(i.kini, lalu?.hasil ?? null, i.polaritas) : { nilai: null, teks: '' }
  const gerak = banding.nilai === null ? kalimatRiwayat(i) : `Dibanding ${lalu?.tahun}: ${banding.teks}.`
  return [kalimatTarget(i) || belumAda(i), gerak].filter(Boolean).join(' ')
}

const belumAda = ({ kini }: CapaianIndikator): string =>
  kini ? `${kini.sampai}: ${teksCapaian(kini.capaian)}.` : 'Belum ada hasil tahun ini yang disetujui.'

/** The last two years on record, while this year is not over. */
function kalimatRiwayat(i: CapaianIndikator): string {
  const ada = i.lalu.flatMap((l) => (l.hasil ? [{ tahun: l.tahun, hasil: l.hasil }] : []))
  const [b, a] = [ada.at(-1), ada.at(-2)]
  if (!b) return ''
  const capaian = b.hasil.capaian.jenis === 'NILAI' ? `, capaian ${formatPersen(b.hasil.capaian.nilai)}` : ''
  const gerak = a ? teksPerubahan(b.hasil, a.hasil, i.polaritas) : { nilai: null, teks: '' }
  return `Tahun ${b.tahun}: ${b.hasil.realisasiTeks}${capaian}${gerak.nilai === null || !a ? '' : `, ${gerak.teks} dari ${a.tahun}`}.`
}

const uraikan = (i: CapaianIndikator, titik: readonly TitikCapaian[]): string =>
  `Realisasi ${i.nama} (${i.satuan}). ${titik
    .map((t) => `${t.label}: ${t.realisasi === null ? 'belum ada' : t.realisasi.replace('.', ',')}`)
    .join('; ')}. Garis putus-putus: target.`
