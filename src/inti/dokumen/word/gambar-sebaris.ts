import { ImageRun } from 'docx'
import { gambarLayak } from '../gambar.ts'

/** Pixels at 96 dpi in a millimetre: the unit docx takes pictures in. */
const PIKSEL_PER_MM = 96 / 25.4

type Ukuran = { readonly lebarMm: number; readonly tinggiMm: number; readonly uraian: string }

/** A picture as a run, with its description for those who do not see it; null when there is none that can be shown. */
export function gambarSebaris(isi: Uint8Array | undefined, { lebarMm, tinggiMm, uraian }: Ukuran): ImageRun | null {
  if (!isi || !gambarLayak(isi)) return null
  return new ImageRun({
    type: isi[0] === 0xff ? 'jpg' : 'png',
    data: isi,
    transformation: { width: Math.round(lebarMm * PIKSEL_PER_MM), height: Math.round(tinggiMm * PIKSEL_PER_MM) },
    altText: { name: uraian, title: uraian, description: uraian },
  })
}
