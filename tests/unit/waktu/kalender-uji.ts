import { JAM_KERJA_BAKU, type Kalender } from '../../../src/inti/waktu/index.ts'

/** Libur nasional and cuti bersama 2026 (SKB 3 Menteri). */
const LIBUR_2026 = [
  '01-01',
  '01-16',
  '02-16',
  '02-17',
  '03-18',
  '03-19',
  '03-20',
  '03-21',
  '03-22',
  '03-23',
  '03-24',
  '04-03',
  '04-05',
  '05-01',
  '05-14',
  '05-15',
  '05-27',
  '05-28',
  '05-31',
  '06-01',
  '06-16',
  '08-17',
  '08-25',
  '12-24',
  '12-25',
].map((hari) => `2026-${hari}`)

export const kalender: Kalender = { libur: new Set(LIBUR_2026), jamKerja: JAM_KERJA_BAKU, zona: 'Asia/Jakarta' }

/** An instant of Jakarta's wall clock, '2026-11-20 10:42'. */
export const wib = (teks: string): Date => new Date(`${teks.replace(' ', 'T')}:00+07:00`)
