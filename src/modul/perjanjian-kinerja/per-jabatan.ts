import type { Perubahan } from '../impor/index.ts'

/** Rows of an import by the code of their post, in small letters, in the order in which they come. */
export function perJabatan(perubahan: readonly Perubahan[]): Map<string, Perubahan[]> {
  const kelompok = new Map<string, Perubahan[]>()
  for (const satu of perubahan) {
    const kode = ((satu.baru ?? satu.lama)?.jabatan ?? '').trim().toLowerCase()
    kelompok.set(kode, [...(kelompok.get(kode) ?? []), satu])
  }
  return kelompok
}
