import { formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import { adalahTanggal, tanggalPendek } from '../../inti/waktu/index.ts'
import type { KolomImpor } from './definisi.ts'

/** A value as a person reads it; blank is '–'. */
export function nilaiTampil({ jenis, pilihan }: KolomImpor, nilai: string | null | undefined): string {
  if (nilai === null || nilai === undefined) return TANPA_NILAI
  if (jenis === 'uang' || jenis === 'angka') return formatAngka(nilai)
  if (jenis === 'tanggal') return adalahTanggal(nilai) ? tanggalPendek(nilai) : nilai
  return jenis === 'pilihan' ? (pilihan?.find((p) => p.nilai === nilai)?.teks ?? nilai) : nilai
}

export const berangka = ({ jenis }: KolomImpor): boolean => jenis === 'uang' || jenis === 'angka' || jenis === 'bulat'
