import type { Titipan } from './titipan.ts'

/**
 * Where unsent typing is kept: localStorage, written with every keystroke, so that a closed tab, a crash or a power cut
 * loses nothing. The key carries the account: whoever signs in next on the same computer neither sends nor sees it.
 */
const AWALAN = 'takar:titipan:'
/** Where the browser keeps nothing (private windows of old browsers): for as long as the page is open. */
const diIngatan = new Map<string, string>()

/** Account of this page; '' for guests, who have no titipan. */
export const pemilik = (): string => document.body.dataset.pemilik ?? ''
const kunci = (alamat: string): string => `${AWALAN}${pemilik()}:${alamat}`

/** true: what is typed here would not survive a closed tab. */
export const simpananRawan = (): boolean => diIngatan.size > 0

export function bacaTitipan(alamat: string): Titipan | null {
  // what did not fit into a full localStorage is newer than what stands there
  const teks = diIngatan.get(kunci(alamat)) ?? coba(() => localStorage.getItem(kunci(alamat)))
  if (!teks) return null
  try {
    return JSON.parse(teks) as Titipan
  } catch {
    return null
  }
}

export function tulisTitipan(titipan: Titipan): void {
  const teks = JSON.stringify(titipan)
  const tertulis = coba(() => {
    localStorage.setItem(kunci(titipan.alamat), teks)
    return true
  })
  if (tertulis) diIngatan.delete(kunci(titipan.alamat))
  else diIngatan.set(kunci(titipan.alamat), teks)
}

export function hapusTitipan(alamat: string): void {
  coba(() => localStorage.removeItem(kunci(alamat)))
  diIngatan.delete(kunci(alamat))
}

/** Everything of this account that waits on this computer, of all pages. */
export function daftarTitipan(): Titipan[] {
  if (!pemilik()) return []
  const awal = kunci('')
  const nama = coba(() => Object.keys(localStorage)) ?? []
  return [...new Set([...nama, ...diIngatan.keys()])]
    .filter((satu) => satu.startsWith(awal))
    .sort()
    .flatMap((satu) => bacaTitipan(satu.slice(awal.length)) ?? [])
}

function coba<T>(kerja: () => T): T | undefined {
  try {
    return kerja()
  } catch {
    return undefined
  }
}
