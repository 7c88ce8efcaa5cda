import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'

/** Today in the office's own zone, YYYY-MM-DD. */
export const hariIni = (pelaku: Pelaku): string => tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
