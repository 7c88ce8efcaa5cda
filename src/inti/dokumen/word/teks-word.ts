import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { Teks } from '../bagian.ts'
import { bersihkanTeks, runDari } from '../run.ts'

/** Twentieths of a point in a millimetre: Word measures in them. */
export const TWIP_PER_MM = 56.6929

export const RATA = {
  kiri: AlignmentType.LEFT,
  tengah: AlignmentType.CENTER,
  kanan: AlignmentType.RIGHT,
  angka: AlignmentType.RIGHT,
  rata: AlignmentType.BOTH,
} as const

type GayaRun = { readonly ukuran?: number | undefined; readonly tebal?: boolean; readonly miring?: boolean }

/** Runs of a text, line breaks kept; `ukuran` in points. */
export function runWord(teks: Teks, { ukuran, tebal = false, miring = false }: GayaRun = {}): TextRun[] {
  return runDari(teks, tebal).flatMap((run) =>
    bersihkanTeks(run.teks)
      .split('\n')
      .map(
        (baris, i) =>
          new TextRun({
            text: baris,
            ...(i > 0 ? { break: 1 } : {}),
            ...(run.tebal ? { bold: true } : {}),
            ...(run.miring || miring ? { italics: true } : {}),
            ...(run.garisBawah ? { underline: {} } : {}),
            ...(ukuran === undefined ? {} : { size: ukuran * 2 }),
          }),
      ),
  )
}

/** A paragraph of a text without space around it, as cells and boxes need it. */
export const paragrafRapat = (teks: Teks, gaya: GayaRun = {}, pilihan: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0 }, ...pilihan, children: runWord(teks, gaya) })
