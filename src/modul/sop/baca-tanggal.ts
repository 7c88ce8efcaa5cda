import { skemaTanggalAtauBulan } from '../../inti/waktu/index.ts'

const BULAN = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ')
/** Day, month in figures or letters, year. */
const POLA = /^(?:(\d{1,2})[\s./-]+)?(\p{L}{3,}|\d{1,2})[\s./-]+(\d{4})$/u

/**
 * A date as offices write it: "2026-03-04", "4 Maret 2026", "04-03-2026", "4/3/2026" (day first); or a month alone,
 * "Februari 2021". What is none comes back as it was typed, for the check to name.
 */
export function bacaTanggal(teks: string): string {
  const [, hari, bulan = '', tahun] = POLA.exec(teks.trim()) ?? []
  const nomor = /^\d+$/.test(bulan)
    ? Number(bulan)
    : BULAN.findIndex((nama) => bulan !== '' && nama.startsWith(bulan.toLowerCase())) + 1
  if (!tahun || nomor === 0) return teks.trim()
  const dasar = `${tahun}-${String(nomor).padStart(2, '0')}`
  return hari ? `${dasar}-${hari.padStart(2, '0')}` : dasar
}

/** Is it a date, or a month alone, of the calendar? */
export const tanggalAtauBulan = (isi: string): boolean => skemaTanggalAtauBulan.safeParse(isi).success
