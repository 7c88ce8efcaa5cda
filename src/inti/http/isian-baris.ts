const MAKS_BARIS = 600

/**
 * Rows of a form whose fields are named `<nama>.<number>.<field>` (keputusan.0.apa): an array in the order of the numbers.
 * Not checked; a zod schema reads it, and its error paths are the names of the fields again.
 */
export function barisIsian(badan: unknown, nama: string): Record<string, string>[] {
  const baris: Record<string, string>[] = []
  for (const [kunci, nilai] of Object.entries((badan ?? {}) as Record<string, unknown>)) {
    const [depan, nomor = '', bidang, ...lebih] = kunci.split('.')
    if (depan !== nama || !bidang || lebih.length > 0 || !/^\d{1,3}$/.test(nomor) || Number(nomor) >= MAKS_BARIS)
      continue
    const satu = baris[Number(nomor)] ?? {}
    satu[bidang] = String(Array.isArray(nilai) ? nilai[0] : (nilai ?? ''))
    baris[Number(nomor)] = satu
  }
  return Array.from(baris, (satu) => satu ?? {})
}
