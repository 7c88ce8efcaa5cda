import { type LembarBuku, samakan } from '../../impor/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import type { TandaBuku } from './lembar-tanda.ts'
import { LEMBAR_ANGGARAN, LEMBAR_INDIKATOR, VERSI_TEMPLAT } from './susunan-buku.ts'

const PAKAI = 'Unduh buku isian dari halaman ini, isi, lalu unggah kembali.'
const SEBUTAN_JENIS: Readonly<Record<string, string>> = {
  'application/pdf': 'berkas PDF',
  'image/jpeg': 'foto (JPG)',
  'image/png': 'gambar (PNG)',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'dokumen Word',
}

/** What an uploaded file of another kind is, and where it belongs. */
export function bukanExcel(mime: string | undefined): string {
  if (mime === undefined) return 'Pilih buku isian (.xlsx) yang akan diunggah.'
  const sebut = SEBUTAN_JENIS[mime] ?? 'berkas lain'
  return `Ini ${sebut}, bukan buku isian Excel. Bukti dilampirkan di baris indikatornya; pindaian formulir kertas dicatat lewat "Dari kertas". ${PAKAI}`
}

/** What a workbook without our hidden sheet is. */
export function bukanBukuIsian(lembar: readonly LembarBuku[]): string {
  const nama = new Set(lembar.map((l) => samakan(l.nama)))
  const judul = lembar.find((l) => samakan(l.nama) === 'petunjuk')?.baris[0]?.sel[0]?.[2] ?? ''
  if (nama.has('rekap') && (nama.has('lkjip') || nama.has('skala')))
    return `Ini buku rekapitulasi seluruh unit, bukan buku isian formulir. ${PAKAI}`
  if (nama.has('capaian') && nama.has('skala')) return `Ini buku hasil pengukuran, bukan buku isian formulir. ${PAKAI}`
  if (nama.has(samakan(LEMBAR_INDIKATOR)) || nama.has(samakan(LEMBAR_ANGGARAN)))
    return `Penanda buku ini hilang: mungkin isinya disalin ke buku kerja baru. ${PAKAI} Salin isian Anda ke buku yang diunduh.`
  if (judul) return `Ini “${judul.slice(0, 80)}”, bukan buku isian formulir. ${PAKAI}`
  const ada = lembar.slice(0, 6).map((l) => `“${l.nama.slice(0, 31)}”`)
  return `Ini bukan buku isian formulir: isinya lembar ${ada.join(', ')}. ${PAKAI}`
}

/** Why a workbook of a form cannot be taken for this form; null when it can. */
export function bukanFormulirIni(tanda: TandaBuku, formulir: FormulirLengkap, kantor: string): string | null {
  if (tanda.templat !== VERSI_TEMPLAT)
    return `Buku ini dibuat dengan templat versi ${tanda.templat}, sedangkan Takar sekarang memakai versi ${VERSI_TEMPLAT}. ${PAKAI} Salin isian Anda ke buku yang baru.`
  if (tanda.formulirId === formulir.id) return null
  const { siklus, unitNama } = formulir
  const lain = [
    tanda.kantor === kantor ? '' : `kantor ${tanda.kantor}`,
    tanda.unit === unitNama ? '' : `unit ${tanda.unit}`,
    tanda.periode === siklus.namaPeriode ? '' : `periode ${tanda.periode}`,
    tanda.sop === siklus.namaSop ? '' : `${tanda.sop}`,
  ].filter(Boolean)
  const beda = lain.length > 0 ? lain.join(', ') : `siklus lain untuk ${tanda.unit}, ${tanda.periode}`
  return `Ini buku isian ${beda}; halaman ini formulir ${unitNama}, ${siklus.namaPeriode}. Buka formulir yang sesuai, lalu unggah di sana.`
}
