import { bukaKolamPekerja } from '../kolam-pekerja.ts'
import type { KumpulanGambar } from './gambar.ts'
import type { Dokumen } from './model.ts'
import type { TugasPdf } from './pekerja-pdf.ts'
import type { TugasTabel } from './pekerja-tabel.ts'
import type { TugasWord } from './pekerja-word.ts'

export * from './bagian.ts'
export { aturTinggi, barisTeks } from './excel/tinggi-baris.ts'
export type { KumpulanGambar } from './gambar.ts'
export { type GambarGrafik, type GayaGrafik, type Grafik, susunGambarGrafik } from './grafik.ts'
export { susunPratinjau } from './html.ts'
export * from './model.ts'
export {
  type InstansiKop,
  type JenisPenugasanCetak,
  kopKecamatan,
  type LiniMasa,
  type PejabatTtd,
  pihakOrang,
  pihakPejabat,
  tabelLiniMasa,
  tandaTanganPejabat,
} from './resmi.ts'

const kolamPdf = bukaKolamPekerja<TugasPdf>('pekerja-pdf.js', 'kerjakanPdf', async (tugas) => {
  const { kerjakanPdf } = (await impor('./pekerja-pdf.ts')) as typeof import('./pekerja-pdf.ts')
  return kerjakanPdf(tugas)
})
const kolamWord = bukaKolamPekerja<TugasWord>('pekerja-word.js', 'kerjakanWord', async (tugas) => {
  const { kerjakanWord } = (await impor('./pekerja-word.ts')) as typeof import('./pekerja-word.ts')
  return kerjakanWord(tugas)
})
const kolamTabel = bukaKolamPekerja<TugasTabel>('pekerja-tabel.js', 'kerjakanTabel', async (tugas) => {
  const { kerjakanTabel } = (await impor('./pekerja-tabel.ts')) as typeof import('./pekerja-tabel.ts')
  return kerjakanTabel(tugas)
})

/**
 * Makes the PDF of a document in a worker thread (one, started on need, ended when idle), so that pages go on meanwhile.
 * Throws when the tree is not a document, when it takes longer than a minute, or when 200 others wait.
 *
 * @param gambar bytes (PNG, JPEG) of the pictures that the tree names
 */
export const buatPdf = async (dokumen: Dokumen, gambar: KumpulanGambar = {}): Promise<Buffer> =>
  sebagaiBuffer(await kolamPdf.kerjakan({ dokumen, gambar }))

/** The same document as Word (docx), in a worker thread as well. Throws like `buatPdf`. */
export const buatWord = async (dokumen: Dokumen, gambar: KumpulanGambar = {}): Promise<Buffer> =>
  sebagaiBuffer(await kolamWord.kerjakan({ dokumen, gambar }))

/** Its tables as a workbook, one sheet each, with live formulas where cells carry one; in a worker thread. Throws like `buatPdf`. */
export const buatExcel = async (dokumen: Dokumen): Promise<Buffer> =>
  sebagaiBuffer(await kolamTabel.kerjakan({ dokumen }))

export const JENIS_EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const JENIS_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const sebagaiBuffer = (isi: Uint8Array): Buffer => Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)

/** From source (tests) there is no bundled worker. The path is no literal there, so that the bundler leaves pdfkit, docx and exceljs out of the server. */
const impor = (jalur: string): Promise<unknown> => import(/* @vite-ignore */ jalur)
