import { createHash } from 'node:crypto'

/** Changes whenever workbooks made before could no longer be read. */
export const VERSI_TEMPLAT = 1
export const LEMBAR_PETUNJUK = 'Petunjuk'
export const LEMBAR_INDIKATOR = 'Indikator'
export const LEMBAR_ANGGARAN = 'Anggaran'
/** Hidden: what the workbook is, and every value it was made with. */
export const LEMBAR_TANDA = 'Takar'
export const TANDA_BUKU = 'buku-formulir'

/** `bidang`: a field of its own; 'isian': the figure of the line; 'id' and 'kode' tell the line. */
type Kolom = { readonly judul: string; readonly lebar: number; readonly bidang?: string }
const catatan = (judul: string, bidang: string): Kolom => ({ judul, lebar: 28, bidang })

export const kolomIndikator = (labelTarget: string): readonly Kolom[] => [
  { judul: '', lebar: 0, bidang: 'id' },
  { judul: '', lebar: 0, bidang: 'kode' },
  { judul: 'No', lebar: 5 },
  { judul: 'Indikator', lebar: 34 },
  { judul: 'Satuan', lebar: 11 },
  { judul: `Target ${labelTarget}`, lebar: 11 },
  { judul: 'Target tahun', lebar: 11 },
  { judul: 'Nilai lalu', lebar: 17 },
  { judul: 'Data yang diisi', lebar: 28 },
  { judul: 'Isian', lebar: 17, bidang: 'isian' },
  { judul: 'Keadaan', lebar: 14, bidang: 'tb' },
  catatan('Alasan tidak diukur', 'alasan'),
  catatan('Kendala', 'kendala'),
  catatan('Faktor pendorong', 'faktorPendorong'),
  catatan('Tindak lanjut', 'tindakLanjut'),
  catatan('Keterangan', 'keterangan'),
]

export const KOLOM_ANGGARAN: readonly Kolom[] = [
  { judul: '', lebar: 0, bidang: 'id' },
  { judul: '', lebar: 0, bidang: 'kode' },
  { judul: 'No', lebar: 5 },
  { judul: 'Kode', lebar: 20 },
  { judul: 'Sub kegiatan', lebar: 50 },
  { judul: 'Pagu', lebar: 18 },
  { judul: 'Sebelumnya', lebar: 18 },
  { judul: 'Realisasi s.d. akhir periode', lebar: 20, bidang: 'isian' },
  { judul: 'Keadaan', lebar: 16, bidang: 'tb' },
  catatan('Keterangan', 'keterangan'),
]

/** A value with which a workbook was made. */
export type NilaiAwal = {
  readonly barisId: string
  readonly bidang: string
  readonly versi: number
  readonly awal: string
}

/** Fingerprint of what the hidden sheet says: a workbook put together from two no longer has it. */
export const sidikAwal = (formulirId: string, nilai: readonly NilaiAwal[]): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSI_TEMPLAT, formulirId, nilai.map((n) => [n.barisId, n.bidang, n.versi, n.awal])]))
    .digest('hex')
