/** At most `maks` characters of a text, cut after a whole word and marked with '…'; a single longer word is cut where it must be. */
export function ringkas(teks: string, maks: number): string {
  const huruf = [...teks]
  if (huruf.length <= maks) return teks
  const potong = huruf.slice(0, maks - 1).join('')
  const utuh = /\s/.test(huruf[maks - 1] ?? '') ? potong : potong.replace(/\s+\S*$/, '')
  return `${(utuh || potong).replace(/[\s,.;:(·–-]+$/, '')}…`
}
