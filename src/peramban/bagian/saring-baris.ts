import { namaBaris } from './baris-isian.ts'

/** The filter above a form at once, without loading; without scripts the same form asks the server. */
export function pasangSaringBaris(): void {
  const saringan = document.querySelector<HTMLFormElement>('form[data-saring]')
  // what the server has left out cannot be shown from here
  if (!saringan || saringan.dataset.saring === 'tersaring') return
  const saring = () => {
    const isi = new FormData(saringan)
    const [tampil, cari] = [
      String(isi.get('tampil') ?? ''),
      String(isi.get('cari') ?? '')
        .trim()
        .toLowerCase(),
    ]
    let jumlah = 0
    for (const baris of document.querySelectorAll<HTMLElement>('.formulir__baris')) {
      const cocok = (tampil === '' || termasuk(baris, tampil)) && namaBaris(baris).toLowerCase().includes(cari)
      // a row just being typed in does not vanish from under the cursor
      baris.hidden = !cocok && !baris.contains(document.activeElement)
      if (!baris.hidden) jumlah++
    }
    const papan = saringan.querySelector('[data-jumlah]')
    if (papan) papan.textContent = tampil || cari ? `${jumlah} baris tampil` : ''
  }
  saringan.addEventListener('input', saring)
  saringan.addEventListener('submit', (kejadian) => {
    kejadian.preventDefault()
    saring()
  })
}

function termasuk(baris: HTMLElement, tampil: string): boolean {
  const { status = '', tanpaBukti, belum } = baris.dataset
  if (tampil === 'belum')
    return ['KOSONG', 'BELUM_LENGKAP'].includes(status) || (status === 'DIKEMBALIKAN' && belum !== undefined)
  if (tampil === 'saya') return baris.querySelector('[data-saya]') !== null
  if (tampil === 'tanpa-bukti') return tanpaBukti !== undefined
  return status === 'DIKEMBALIKAN'
}
