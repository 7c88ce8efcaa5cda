/**
 * Order of the members of Tim SAKIP by the words of their decree: who leads the daily work first, those named above the
 * team (pengarah, penanggung jawab) last, since nobody asks them how a form is filled in. Pure.
 */
export function urutKedudukan(kedudukan: string): number {
  if (/pengarah|penanggung|pelindung|pembina/i.test(kedudukan)) return 4
  if (/\bwakil\b/i.test(kedudukan)) return 1
  if (/ketua|koordinator/i.test(kedudukan)) return 0
  return /sekretaris/i.test(kedudukan) ? 2 : 3
}
