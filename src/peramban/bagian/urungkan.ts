import { type Isian, isianBaris } from './baris-isian.ts'

/** What one act changed: each field with its value before and after. */
export type Langkah = readonly { readonly isian: Isian; readonly lama: string; readonly baru: string }[]

const MAKS = 100
const lalu: Langkah[] = []
const nanti: Langkah[] = []
let tombol: HTMLButtonElement | null = null

const berkotak = (isian: Isian): boolean => isian.type === 'checkbox' || isian.type === 'radio'
const nilai = (isian: Isian): string => (berkotak(isian) ? String((isian as HTMLInputElement).checked) : isian.value)

/** Undo and redo over all autosaved rows: Ctrl+Z, Ctrl+Y and the button. Within one field the browser undoes by itself. */
export function pasangUrungkan(): void {
  tombol = document.querySelector<HTMLButtonElement>('[data-urungkan]')
  if (!tombol) return
  tombol.hidden = false
  tombol.addEventListener('click', () => geser(lalu, nanti, 'lama'))
  const semula = new WeakMap<Isian, string>()
  const isianDari = (kejadian: Event): Isian | null => {
    const unsur = kejadian.target as Isian
    const baris = unsur.closest<HTMLElement>('[data-simpan-otomatis]')
    return baris && isianBaris(baris).includes(unsur) ? unsur : null
  }
  for (const baris of document.querySelectorAll<HTMLElement>('[data-simpan-otomatis]'))
    for (const isian of isianBaris(baris)) semula.set(isian, nilai(isian))
  document.addEventListener('change', (kejadian) => {
    const isian = isianDari(kejadian)
    if (!isian) return
    const lama = semula.get(isian) ?? ''
    semula.set(isian, nilai(isian))
    if (kejadian.isTrusted && lama !== nilai(isian)) catatLangkah([{ isian, lama, baru: nilai(isian) }])
  })
  document.addEventListener('keydown', (kejadian) => {
    if (!(kejadian.ctrlKey || kejadian.metaKey) || kejadian.altKey) return
    const isian = isianDari(kejadian)
    if (!isian || nilai(isian) !== semula.get(isian)) return
    const ulang = kejadian.key === 'y' || (kejadian.key === 'Z' && kejadian.shiftKey)
    const berhasil = ulang ? geser(nanti, lalu, 'baru') : kejadian.key === 'z' && geser(lalu, nanti, 'lama')
    if (berhasil) kejadian.preventDefault()
  })
}

/** Keeps an act for undoing. */
export function catatLangkah(langkah: Langkah): void {
  if (langkah.length === 0) return
  lalu.push(langkah)
  lalu.splice(0, lalu.length - MAKS)
  nanti.length = 0
  if (tombol) tombol.disabled = false
}

/** Puts a value into a field as if it had been typed: the row saves itself. */
export function isikan(isian: Isian, isi: string): void {
  if (berkotak(isian)) (isian as HTMLInputElement).checked = isi === 'true'
  else isian.value = isi
  isian.dispatchEvent(new Event('change', { bubbles: true }))
}

function geser(dari: Langkah[], ke: Langkah[], sisi: 'lama' | 'baru'): boolean {
  const langkah = dari.pop()
  if (tombol) tombol.disabled = lalu.length === 0
  if (!langkah) return false
  for (const { isian, [sisi]: isi } of langkah) isikan(isian, isi)
  ke.push(langkah)
  if (tombol) tombol.disabled = lalu.length === 0
  langkah[0]?.isian.focus()
  return true
}
