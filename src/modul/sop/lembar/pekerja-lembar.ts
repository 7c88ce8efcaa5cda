import type { Lukisan } from '../../../inti/dokumen/lukisan.ts'
import { gambarLukisan } from '../../../inti/dokumen/lukisan-pdf.ts'
import type { BahanLembar } from './bahan.ts'
import { lukisLembar } from './lukis.ts'
import { susunLembar } from './susun-lembar.ts'

/** What is wanted of a sheet: a file to print, or the drawing for the screen. */
export type TugasLembar = { readonly bahan: BahanLembar; readonly bentuk: 'pdf' | 'lukisan' }

/** Entry of the worker thread that lays sheets out: measuring type and leading arrows would hold up all pages. A drawing comes back as JSON. */
export async function kerjakanLembar({ bahan, bentuk }: TugasLembar): Promise<Uint8Array> {
  const lukisan: Lukisan = lukisLembar(susunLembar(bahan), bahan)
  return bentuk === 'pdf' ? await gambarLukisan(lukisan) : new TextEncoder().encode(JSON.stringify(lukisan))
}
