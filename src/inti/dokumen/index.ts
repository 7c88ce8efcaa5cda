import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'
import type { KumpulanGambar } from './gambar.ts'
import type { Dokumen } from './model.ts'
import type { TugasPdf } from './pekerja-pdf.ts'

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

const BERKAS_PEKERJA = new URL('./pekerja-pdf.js', import.meta.url)
const SUMBER_PEKERJA = './pekerja-pdf.ts'
const MENGANGGUR_MS = 20_000
const BATAS_MS = 60_000
const ANTREAN = 200
const MEMORI_MB = 256

let kolam: Promise<Piscina> | undefined

/**
 * Makes the PDF of a document in a worker thread (one, started on need, ended when idle), so that pages go on meanwhile.
 * Throws when the tree is not a document, when it takes longer than a minute, or when 200 others wait.
 *
 * @param gambar bytes (PNG, JPEG) of the pictures that the tree names
 */
export async function buatPdf(dokumen: Dokumen, gambar: KumpulanGambar = {}): Promise<Buffer> {
  const tugas: TugasPdf = { dokumen, gambar }
  if (!existsSync(BERKAS_PEKERJA)) return diTempat(tugas)
  kolam ??= bukaKolam()
  const isi: Uint8Array = await (await kolam).run(tugas, { name: 'kerjakanPdf', signal: AbortSignal.timeout(BATAS_MS) })
  return Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
}

/** Ends the worker thread; a later document starts it again. */
export async function hentikanPekerjaPdf(): Promise<void> {
  const ada = kolam
  kolam = undefined
  await (await ada)?.destroy()
}

async function bukaKolam(): Promise<Piscina> {
  const { Piscina } = await import('piscina')
  return new Piscina({
    filename: fileURLToPath(BERKAS_PEKERJA),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: MENGANGGUR_MS,
    maxQueue: ANTREAN,
    resourceLimits: { maxOldGenerationSizeMb: MEMORI_MB },
  })
}

/** From source (tests) there is no bundled worker. The path is no literal, so that the bundler leaves pdfkit out of the server. */
async function diTempat(tugas: TugasPdf): Promise<Buffer> {
  const jalur: string = SUMBER_PEKERJA
  const { kerjakanPdf } = (await import(/* @vite-ignore */ jalur)) as typeof import('./pekerja-pdf.ts')
  return Buffer.from(await kerjakanPdf(tugas))
}
