import type { KesalahanSop } from '../baca-yaml.ts'
import type { LembarTerbaca, SelTerbaca } from './buka-buku.ts'
import { BARIS_KEPALA, type Kolom } from './formulir-excel.ts'

export type BarisTabel = { readonly nomor: number; readonly isi: (isian: string) => SelTerbaca }
/** A place on the form. */
export type Letak = {
  readonly lembar: string
  readonly nomor: number
  readonly isian?: string
  readonly kolom: readonly Kolom[]
}

/** Excel keeps fifteen digits of a number; a NIP typed as one has lost its last. */
const ANGKA_PASTI = 1e15

const huruf = (ke: number): string =>
  ke < 26
    ? String.fromCharCode(65 + ke)
    : `${String.fromCharCode(64 + Math.floor(ke / 26))}${String.fromCharCode(65 + (ke % 26))}`

/** "lembar Langkah, baris 7, kolom Jenis langkah (D7)" */
export function sebutTempat({ lembar, nomor, isian, kolom }: Letak): string {
  const ke = kolom.findIndex((k) => k.isian === isian)
  return ke < 0
    ? `lembar ${lembar}, baris ${nomor}`
    : `lembar ${lembar}, baris ${nomor}, kolom ${kolom[ke]?.judul} (${huruf(ke)}${nomor})`
}

type BahanTabel = { kolom: readonly Kolom[]; lembar: string; kesalahan: KesalahanSop[] }

/** Rows by the heads of the sheet, whatever their order; missing and unknown heads are mistakes. */
export function bacaTabel({ kepala, baris }: LembarTerbaca, { kolom, lembar, kesalahan }: BahanTabel): BarisTabel[] {
  const letak = new Map(kepala.map((judul, ke) => [judul.toLowerCase(), ke]))
  for (const k of kolom)
    if (!letak.has(k.judul.toLowerCase()))
      kesalahan.push({
        letak: 'Berkas',
        pesan: `Kolom ${k.judul} tidak ada.`,
        tempat: `lembar ${lembar}, baris ${BARIS_KEPALA}`,
      })
  kepala.forEach((judul, ke) => {
    if (judul !== '' && !kolom.some((k) => k.judul.toLowerCase() === judul.toLowerCase()))
      kesalahan.push({
        letak: 'Berkas',
        pesan: `Kolom ${judul} tidak dikenal; isinya tidak terbawa.`,
        tempat: `lembar ${lembar}, kolom ${huruf(ke)}`,
      })
  })
  return baris.map(({ nomor, sel }) => {
    for (const [ke, isi] of sel.entries())
      if (typeof isi === 'number' && Math.abs(isi) >= ANGKA_PASTI)
        kesalahan.push({
          letak: 'Berkas',
          pesan:
            'Angka sepanjang ini kehilangan digit terakhirnya di Excel. Tulis sebagai teks (awali dengan tanda petik).',
          tempat: `lembar ${lembar}, sel ${huruf(ke)}${nomor}`,
        })
    const isiKolom = (isian: string): SelTerbaca => {
      const judul = kolom.find((k) => k.isian === isian)?.judul.toLowerCase() ?? ''
      return sel[letak.get(judul) ?? -1] ?? null
    }
    return { nomor, isi: isiKolom }
  })
}

/** Text of a cell; null when there is none. */
export const teksSel = (isi: SelTerbaca): string | null => (isi === null ? null : String(isi).trim() || null)
/** Codes and words: by semicolons or lines. */
export const kataDaftar = (isi: string | null): string[] =>
  (isi ?? '')
    .split(/[;\n]/)
    .map((kata) => kata.trim())
    .filter(Boolean)
