import { isianBaris, namaBaris, namaIsian, sebutIsian } from './baris-isian.ts'
import { dengarTitipan } from './kirim-titipan.ts'
import { bacaTempelan, tolakSel } from './tempelan.ts'
import { tambah } from './unsur.ts'
import { catatLangkah, isikan, type Langkah } from './urungkan.ts'

const SEL = '[data-simpan-otomatis] input.angka'
const barisDari = (unsur: Element) => unsur.closest<HTMLElement>('[data-simpan-otomatis]')

/** The figures of a form as a sheet: Enter and the arrows walk, a block from Excel is pasted where the cursor stands. */
export function pasangKisiKetik(): void {
  if (!document.querySelector(SEL)) return
  document.addEventListener('keydown', (kejadian) => {
    const sel = (kejadian.target as Element).closest<HTMLInputElement>(SEL)
    if (!sel || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey || kejadian.isComposing) return
    const tujuan = cariTujuan(sel, kejadian)
    // Enter never sends the form from within the sheet
    if (tujuan || kejadian.key === 'Enter') kejadian.preventDefault()
    tujuan?.focus()
    if (tujuan instanceof HTMLInputElement) tujuan.select()
  })
  document.addEventListener('paste', (kejadian) => {
    const sel = (kejadian.target as Element).closest<HTMLInputElement>(SEL)
    const isi = sel && bacaTempelan(kejadian.clipboardData?.getData('text/plain') ?? '')
    if (!sel || !isi) return
    kejadian.preventDefault()
    tempel(sel, isi)
  })
}

/** Cells one under another as the eye sees them; filtered rows are passed over. */
const semuaSel = (): HTMLInputElement[] =>
  [...document.querySelectorAll<HTMLInputElement>(SEL)].filter((satu) => satu.offsetParent !== null)

function cariTujuan(sel: HTMLInputElement, { key, shiftKey }: KeyboardEvent): HTMLElement | null {
  const turun = key === 'ArrowDown' || (key === 'Enter' && !shiftKey)
  if (turun || key === 'ArrowUp' || key === 'Enter') {
    const semua = semuaSel()
    return semua[semua.indexOf(sel) + (turun ? 1 : -1)] ?? null
  }
  const tepiKanan = key === 'ArrowRight' && sel.selectionEnd === sel.value.length
  const tepiKiri = key === 'ArrowLeft' && sel.selectionStart === 0
  if ((!tepiKanan && !tepiKiri) || shiftKey) return null
  const sebaris = isianBaris(barisDari(sel) ?? sel).filter((satu) => satu.offsetParent !== null)
  return sebaris[sebaris.indexOf(sel) + (tepiKanan ? 1 : -1)] ?? null
}

/**
 * One column fills the cells below one another; several columns fill one row of the form per line, its cells from left to
 * right. Cells that cannot be figures are left out and named; blank cells change nothing.
 */
function tempel(sel: HTMLInputElement, isi: readonly (readonly string[])[]): void {
  const ditolak: string[] = []
  const langkah: Langkah[number][] = []
  let tanpaTempat = 0
  const tujuan = petakan(
    sel,
    isi.every((b) => b.length === 1),
  )
  for (const [ke, lajur] of isi.entries())
    for (const [kolom, teks] of lajur.entries()) {
      if (teks === '') continue
      const isian = tujuan(ke, kolom)
      const baris = isian && barisDari(isian)
      const sebab = tolakSel(teks)
      if (!isian || !baris) tanpaTempat++
      else if (sebab) ditolak.push(`${namaBaris(baris)}, ${sebutIsian(baris, namaIsian(isian))}: "${teks}" ${sebab}`)
      else langkah.push({ isian, lama: isian.value, baru: teks })
    }
  for (const { isian, baru } of langkah) isikan(isian, baru)
  catatLangkah(langkah)
  if (tanpaTempat > 0) ditolak.push(`${tanpaTempat} nilai tidak ada tempatnya di formulir ini`)
  laporkan(langkah, ditolak)
}

function petakan(sel: HTMLInputElement, satuKolom: boolean): (lajur: number, kolom: number) => HTMLInputElement | null {
  const semua = semuaSel()
  const awal = semua.indexOf(sel)
  if (satuKolom) return (lajur) => semua[awal + lajur] ?? null
  const baris = [...new Set(semua.map(barisDari))]
  const selDari = (satu: HTMLElement | null | undefined) => semua.filter((s) => barisDari(s) === satu)
  const barisAwal = baris.indexOf(barisDari(sel))
  const kolomAwal = selDari(barisDari(sel)).indexOf(sel)
  return (lajur, kolom) => selDari(baris[barisAwal + lajur])[kolomAwal + kolom] ?? null
}

/** Of the report before: its rows are no longer on the page. */
let berhentiMelaporkan = (): void => {}

/** What was pasted and what was not, in words; refusals of the server are added as they arrive. */
function laporkan(langkah: Langkah, ditolak: readonly string[]): void {
  const papan = document.querySelector<HTMLElement>('[data-laporan-tempel]')
  if (!papan) return
  papan.replaceChildren()
  papan.hidden = false
  tambah(papan, 'p', {
    textContent: `${langkah.length} sel ditempel.${ditolak.length > 0 ? ' Yang tidak dapat dipakai:' : ''}`,
  })
  const daftar = tambah(papan, 'ul')
  for (const satu of ditolak) tambah(daftar, 'li', { textContent: satu })
  const alamat = new Set(langkah.map(({ isian }) => barisDari(isian)?.dataset.alamat))
  berhentiMelaporkan()
  berhentiMelaporkan = dengarTitipan(({ alamat: dari, titipan, jawaban }) => {
    if (jawaban && titipan?.ditolak && alamat.delete(dari) && daftar.isConnected)
      tambah(daftar, 'li', { textContent: `${titipan.nama}: ${titipan.ditolak}` })
  })
}
