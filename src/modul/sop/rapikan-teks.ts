/** Text as a database and a workbook can keep it: no control characters but tab and line break, no half characters. */
export const rapikanTeks = (teks: string): string =>
  teks
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .trim()
/** The same on one line. */
export const rapikanBaris = (teks: string): string => rapikanTeks(teks).replace(/\s+/g, ' ')
