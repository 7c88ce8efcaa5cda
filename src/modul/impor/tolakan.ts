/** A workbook that cannot be taken, with the sentence for the person; made in the worker, told by the page. */
export class Tolakan extends Error {}

export const tolak = (pesan: string): Tolakan => new Tolakan(pesan)

export const BUKAN_EXCEL =
  'Berkas ini tidak dapat dibaca sebagai buku kerja Excel. Buka dengan Excel, simpan ulang sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi.'
export const TERLALU_BERAT =
  'Berkas ini terlalu berat untuk dibaca. Salin baris yang perlu saja ke templat kosong, lalu unggah lagi.'
