import { bukaKolamPekerja } from '../../inti/kolam-pekerja.ts'
import type { TugasExcelSurvei } from './buku-survei.ts'

// The path is no literal, so that the bundler leaves exceljs out of the server.
const SUMBER: string = './pekerja-survei.ts'
const kolam = bukaKolamPekerja<TugasExcelSurvei>('pekerja-survei.js', 'kerjakanSurvei', async (tugas) =>
  ((await import(/* @vite-ignore */ SUMBER)) as typeof import('./pekerja-survei.ts')).kerjakanSurvei(tugas),
)

/** Workbook of a survey, made in a worker thread. */
export async function excelSurvei(tugas: TugasExcelSurvei): Promise<Buffer> {
  const isi = await kolam.kerjakan(tugas)
  return Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
}
