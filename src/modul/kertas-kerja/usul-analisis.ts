import { Desimal, formatAngka, formatPersen } from '../../inti/angka/index.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'
import { type NilaiLalu, triwulanAkhir } from '../formulir/index.ts'
import type { AdaNilai } from '../pengukuran/index.ts'
import type { BarisKertas } from './kueri.ts'

/** Sentences made of figures and of what the unit wrote, for the fields of the analysis. Nothing is concluded. */
export type KalimatBantu = {
  readonly penyebab: string
  readonly hambatan: string
  readonly solusi: string
  readonly programPenunjang: string
}
/** Stands behind each sentence that was copied into the analysis, until somebody writes it over. */
export const TANDA_BANTU = '(kalimat bantu dari data)'

type Dasar = Pick<BarisKertas, 'kartu' | 'hasil' | 'lalu' | 'catatanUnit' | 'unit' | 'induk' | 'kategori'>

/** Helper sentences of one indicator; '' where the data say nothing. Pure. */
export function usulAnalisis(b: Dasar, periode: Periode): KalimatBantu {
  const { kendala = '', faktorPendorong = '', tindakLanjut = '' } = b.catatanUnit
  const catatan = (sebut: string, isi: string) => (isi ? `${sebut} menurut ${b.unit}: ${kalimat(isi)}` : '')
  return {
    penyebab: gabung([...kalimatAngka(b, periode), catatan('Faktor pendorong', faktorPendorong)]),
    hambatan: catatan('Kendala', kendala),
    solusi: catatan('Tindak lanjut', tindakLanjut),
    programPenunjang: b.induk.penunjang.join('; '),
  }
}

const gabung = (kalimat: readonly string[]): string => kalimat.filter(Boolean).join(' ')
const kalimat = (teks: string): string => (/[.!?]$/.test(teks) ? teks : `${teks}.`)

function kalimatAngka(b: Dasar, periode: Periode): string[] {
  const k = b.hasil?.keluaran.sampai
  if (k?.capaian.jenis !== 'NILAI') return []
  const predikat = k.predikat ? `, ${k.predikat.nama}` : ''
  const sampai = `sampai ${namaPeriode(periode)}`
  const { realisasi, target } = k
  if (b.kategori !== null || realisasi?.jenis !== 'NILAI' || target?.jenis !== 'NILAI')
    return [`Capaian ${sampai}: ${formatPersen(k.capaian.nilai)}${predikat}.`]
  return [
    `Realisasi ${sampai}: ${bersatuan(realisasi.nilai, b)} dari target ${bersatuan(target.nilai, b)}, capaian ${formatPersen(k.capaian.nilai)}${predikat}.`,
    selisih(realisasi, target, b),
    dibandingLalu(realisasi, b, periode),
  ]
}

function selisih(realisasi: AdaNilai, target: AdaNilai, b: Dasar): string {
  const beda = new Desimal(realisasi.nilai).minus(target.nilai)
  if (beda.isZero()) return 'Tepat pada target.'
  return `${beda.isNegative() ? 'Kurang' : 'Lebih'} ${bersatuan(beda.abs().toFixed(), b)} dari target.`
}

/** Against the same indicator's last value: of the quarter before for levels, of the year before at the year's end. */
function dibandingLalu(realisasi: AdaNilai, b: Dasar, periode: Periode): string {
  const tahunLalu = b.lalu.find((l) => l.tahun === periode.tahun - 1 && l.triwulan === 0)
  const twLalu = b.lalu.find((l) => l.tahun === periode.tahun && l.triwulan === triwulanAkhir(periode) - 1)
  const setahun = periode.jenis === 'TAHUN' || triwulanAkhir(periode) === 4
  const banding = setahun ? tahunLalu : b.kartu.agregasi === 'KUMULATIF' ? undefined : twLalu
  if (!banding || banding.nilai === null) return ''
  const beda = new Desimal(realisasi.nilai).minus(banding.nilai)
  if (beda.isZero()) return `Sama dengan ${sebutLalu(banding)}.`
  return `${beda.isNegative() ? 'Turun' : 'Naik'} ${bersatuan(beda.abs().toFixed(), b)} dari ${sebutLalu(banding)} (${formatAngka(banding.nilai)}).`
}

const ROMAWI = ['I', 'II', 'III', 'IV'] as const
const sebutLalu = (l: NilaiLalu): string =>
  l.triwulan === 0 ? `tahun ${l.tahun}` : `TW ${ROMAWI[l.triwulan - 1]} ${l.tahun}`
const bersatuan = (nilai: string, { kartu }: Dasar): string =>
  kartu.satuan === '%' ? formatPersen(nilai) : `${formatAngka(nilai)} ${kartu.satuan.toLowerCase()}`
