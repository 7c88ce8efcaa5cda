/** One cell that was pasted: where it goes, counted in lines and columns from the cell the cursor stands in. */
export type SelTempel = { readonly lajur: number; readonly kolom: number; readonly teks: string }

/**
 * Reads what Excel and LibreOffice put on the clipboard as text: cells by tab, lines by line end, a cell with a line end or
 * a tab in quotes, quotes doubled. Null for a single value: that is pasted as any text.
 */
export function bacaTempelan(teks: string): string[][] | null {
  const isi = teks.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  if (!/[\t\n]/.test(isi)) return null
  const baris: string[][] = [[]]
  for (const [, kutip, polos = '', pemisah] of isi.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    baris.at(-1)?.push((kutip === undefined ? polos : kutip.replaceAll('""', '"')).trim())
    if (pemisah === '\n') baris.push([])
    if (pemisah === '') break
  }
  return baris
}

/**
 * Why a pasted cell cannot be a figure; '' when it may be one (the server reads it, and asks about '1.250'). A dash alone is
 * refused: accounting formats print it for zero, people for "no data".
 */
export function tolakSel(teks: string): string {
  if (teks === '') return ''
  if (/^[-–—]$/.test(teks)) return 'garis saja: tulis 0 bila nol, kosongkan bila belum ada data'
  if (/^#/.test(teks)) return 'rumus di Excel bermasalah'
  return /^[\s\d.,()%−–-]*(?:rp\.?)?[\s\d.,()%−–-]*$/i.test(teks) && /\d/.test(teks) ? '' : 'bukan angka'
}
