import { rangkai } from './titipan.ts'

/** A field of an autosaved row as the person meets it. */
export type Isian = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The fields of a row that travel, in the order of the page. */
export const isianBaris = (baris: HTMLElement): Isian[] =>
  [...baris.querySelectorAll<Isian>('input, select, textarea')].filter(
    (unsur) => namaIsian(unsur) !== '' && !unsur.disabled && unsur.type !== 'file' && unsur.type !== 'hidden',
  )

export const namaIsian = (unsur: Isian): string => unsur.dataset.nama ?? unsur.name

/** What stands in the row, urlencoded; blank fields and unticked boxes are left out. */
export function isiBaris(baris: HTMLElement): string {
  const isi: Record<string, string> = {}
  for (const unsur of isianBaris(baris)) {
    if (berkotak(unsur) && !(unsur as HTMLInputElement).checked) continue
    isi[namaIsian(unsur)] = unsur.value
  }
  return rangkai(isi)
}

/** Puts values into the row; what already stands there is not touched, so that a cursor stays where it is. */
export function isikanBaris(baris: HTMLElement, isi: Readonly<Record<string, string>>): void {
  for (const unsur of isianBaris(baris)) {
    const nilai = isi[namaIsian(unsur)] ?? ''
    if (berkotak(unsur)) (unsur as HTMLInputElement).checked = unsur.value === nilai
    else if (unsur.value !== nilai) unsur.value = nilai
  }
}

/** "Kendala", "Jumlah surat masuk": the words of a field's label. */
export function sebutIsian(baris: HTMLElement, nama: string): string {
  const unsur = isianBaris(baris).find((satu) => namaIsian(satu) === nama)
  return unsur?.labels?.[0]?.textContent?.replace(/\s+/g, ' ').trim() || nama
}

/** "Nilai IKM": the name of the row itself. */
export const namaBaris = (baris: HTMLElement): string =>
  baris.querySelector('th')?.firstChild?.textContent?.trim() || 'Isian'

const berkotak = (unsur: Isian): boolean => unsur.type === 'checkbox' || unsur.type === 'radio'
