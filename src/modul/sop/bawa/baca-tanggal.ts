const BULAN = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]

/**
 * A date as offices type it: "2026-03-04", "4 Maret 2026", "04-03-2026", "4/3/2026" (day first). What is none comes back as
 * it was typed, for the check to name.
 */
export function bacaTanggal(teks: string): string {
  const [, hari, bulan, tahun] = /^(\d{1,2})[\s./-]+(\p{L}+|\d{1,2})[\s./-]+(\d{4})$/u.exec(teks.trim()) ?? []
  if (!hari || !bulan || !tahun) return teks.trim()
  const nomor = /^\d+$/.test(bulan)
    ? Number(bulan)
    : BULAN.findIndex((nama) => nama === bulan.toLowerCase() || nama.slice(0, 3) === bulan.toLowerCase()) + 1
  if (nomor === 0) return teks.trim()
  return `${tahun}-${String(nomor).padStart(2, '0')}-${hari.padStart(2, '0')}`
}
