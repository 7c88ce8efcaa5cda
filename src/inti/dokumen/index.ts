import { bukaKolamPekerja } from '../kolam-pekerja.ts'
import type { KumpulanGambar } from './gambar.ts'
import type { Dokumen } from './model.ts'
import type { TugasPdf } from './pekerja-pdf.ts'
import type { TugasWord } from './pekerja-word.ts'

export * from './bagian.ts'
export type { KumpulanGambar } from './gambar.ts'
export { susunPratinjau } from './html.ts'
export * from './model.ts'
export {
  type InstansiKop,
  type JenisPenugasanCetak,
  kopKecamatan,
  type LiniMasa,
  type PejabatTtd,
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

export const JENIS_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const sebagaiBuffer = (isi: Uint8Array): Buffer => Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)

/** From source (tests) there is no bundled worker. The path is no literal there, so that the bundler leaves pdfkit and docx out of the server. */
const impor = (jalur: string): Promise<unknown> => import(/* @vite-ignore */ jalur)
