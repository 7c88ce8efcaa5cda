import { buatBukuRekap, type TugasExcelRekap } from './buku-rekap.ts'

/** Entry of the worker thread that makes workbooks: exceljs would hold up all pages for half a second. */
export const kerjakanExcel = (tugas: TugasExcelRekap): Promise<Uint8Array> => buatBukuRekap(tugas)
