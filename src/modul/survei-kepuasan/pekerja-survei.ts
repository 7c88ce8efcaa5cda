import { buatBukuSurvei, type TugasExcelSurvei } from './buku-survei.ts'

/** Entry of the worker thread that makes the workbook of a survey. */
export const kerjakanSurvei = (tugas: TugasExcelSurvei): Promise<Uint8Array> => buatBukuSurvei(tugas)
