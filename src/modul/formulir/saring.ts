import { tanpaBukti } from './hitungan.ts'
import type { BarisAnggaranIsian, BarisIsian, FormulirLengkap } from './kueri.ts'

/** What the form shows of its rows: all, those given to the person who looks, those not answered, those lacking evidence, those returned. */
export const PILIHAN_TAMPIL = [
  { nilai: '', teks: 'Semua baris' },
  { nilai: 'saya', teks: 'Bagian saya' },
  { nilai: 'belum', teks: 'Belum diisi' },
  { nilai: 'tanpa-bukti', teks: 'Tanpa bukti' },
  { nilai: 'dikembalikan', teks: 'Dikembalikan' },
] as const
export type Saringan = { readonly tampil: (typeof PILIHAN_TAMPIL)[number]['nilai']; readonly cari: string }

/** The filter of a page out of its address; what is not known shows everything, an address without a filter `bawaan`. */
export function bacaSaringan(kueri: Readonly<Record<string, unknown>>, bawaan: Saringan = TANPA_SARINGAN): Saringan {
  if (kueri.tampil === undefined && kueri.cari === undefined) return bawaan
  const cari = typeof kueri.cari === 'string' ? kueri.cari.trim().slice(0, 100) : ''
  const tampil = PILIHAN_TAMPIL.find(({ nilai }) => nilai === kueri.tampil)?.nilai ?? ''
  return { tampil, cari }
}

export const TANPA_SARINGAN: Saringan = { tampil: '', cari: '' }

/** Blank or half answered, also a returned row; what is not due yet is not missing. */
export const belumDiisi = (b: BarisIsian | BarisAnggaranIsian): boolean =>
  b.status === 'KOSONG' &&
  (!('kartu' in b) || b.jatuhTempo || Object.keys(b.variabel).length > 0 || (b.terbuka && b.alasanKembali !== null))

/** The rows that match; only what is shown is filtered, counts and checks are always of the whole form. */
export function saringBaris(formulir: FormulirLengkap, { tampil, cari }: Saringan, pegawaiId: string) {
  const kata = cari.toLowerCase()
  const dicari = (nama: string) => nama.toLowerCase().includes(kata)
  const sesuai = (b: BarisIsian | BarisAnggaranIsian) =>
    tampil === '' ||
    (tampil === 'belum' && belumDiisi(b)) ||
    (tampil === 'saya' && formulir.pembagian.baris.some((t) => t.barisId === b.id && t.pegawaiId === pegawaiId)) ||
    (tampil === 'dikembalikan' && b.terbuka && b.alasanKembali !== null) ||
    (tampil === 'tanpa-bukti' && 'kartu' in b && tanpaBukti(b))
  return {
    baris: formulir.baris.filter((b) => sesuai(b) && dicari(b.kartu.nama)),
    anggaran: formulir.anggaran.filter((a) => sesuai(a) && dicari(a.nama)),
  }
}
