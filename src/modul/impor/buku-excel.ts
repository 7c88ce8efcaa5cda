import { bukaKolamPekerja } from '../../inti/kolam-pekerja.ts'
import type { HasilBacaBuku } from './baca-buku.ts'
import type { TugasImpor } from './pekerja-impor.ts'
import { TERLALU_BERAT } from './tolakan.ts'
import type { TugasBuku } from './tulis-buku.ts'
import type { TugasBukuTerlindung } from './tulis-buku-terlindung.ts'

// The path is no literal, so that the bundler leaves exceljs out of the server.
const SUMBER: string = './pekerja-impor.ts'
const kolam = bukaKolamPekerja<TugasImpor>('pekerja-impor.js', 'kerjakanImpor', async (tugas) =>
  ((await import(/* @vite-ignore */ SUMBER)) as typeof import('./pekerja-impor.ts')).kerjakanImpor(tugas),
)

/** Cells of an uploaded workbook, read in a worker thread; one sentence instead when it cannot be taken. */
export async function bacaBukuExcel(jalur: string): Promise<HasilBacaBuku> {
  try {
    return JSON.parse(new TextDecoder().decode(await kolam.kerjakan({ baca: jalur }))) as HasilBacaBuku
  } catch (sebab) {
    if (kehabisan(sebab)) return { ditolak: TERLALU_BERAT }
    throw sebab
  }
}

/** A workbook, made in a worker thread. */
export const buatBukuExcel = (tugas: TugasBuku): Promise<Buffer> => buat({ tulis: tugas })

/** A workbook with protected sheets, made in a worker thread. */
export const buatBukuTerlindung = (tugas: TugasBukuTerlindung): Promise<Buffer> => buat({ terlindung: tugas })

async function buat(tugas: TugasImpor): Promise<Buffer> {
  const isi = await kolam.kerjakan(tugas)
  return Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
}

/** The worker ran out of memory or of its minute. */
const kehabisan = (sebab: unknown): boolean =>
  sebab instanceof Error &&
  (sebab.name === 'AbortError' || (sebab as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
