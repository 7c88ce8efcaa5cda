import { bukaKolamPekerja } from '../../inti/kolam-pekerja.ts'
import type { TugasExcelRekap } from './buku-rekap.ts'

// The path is no literal, so that the bundler leaves exceljs out of the server.
const SUMBER: string = './pekerja-excel.ts'
const kolam = bukaKolamPekerja<TugasExcelRekap>('pekerja-excel.js', 'kerjakanExcel', async (tugas) =>
  ((await import(/* @vite-ignore */ SUMBER)) as typeof import('./pekerja-excel.ts')).kerjakanExcel(tugas),
)

/** Workbook of a recap, made in a worker thread. */
export async function excelRekap(tugas: TugasExcelRekap): Promise<Buffer> {
  const isi = await kolam.kerjakan(tugas)
  return Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
}
