import { z } from 'zod'
import { teksBebas, versi } from '../../inti/http/index.ts'
import { bagianTeks } from './bagian-teks.ts'

/** Longest own paragraph. */
export const MAKS_PARAGRAF = 6000

/** A paragraph as typed, with the version that was shown. */
export type IsianParagraf = { readonly bagian: string; readonly isi: string; readonly versi: number }

/** All paragraphs of an object in one form: `<bagian>` and `versi-<bagian>`. */
export const isianTeks = (objek: string) =>
  z
    .object(
      Object.fromEntries(
        bagianTeks(objek).flatMap(({ kode }) => [
          [kode, teksBebas(MAKS_PARAGRAF)],
          [`versi-${kode}`, versi()],
        ]),
      ),
    )
    .transform((isi): IsianParagraf[] =>
      bagianTeks(objek).map(({ kode }) => ({
        bagian: kode,
        isi: String(isi[kode] ?? ''),
        versi: Number(isi[`versi-${kode}`] ?? 0),
      })),
    )

/** Freezing: how many versions there were when the page was opened, and a remark. */
export const isianPembekuan = z.object({ versi: versi(), catatan: teksBebas(500) })
export type IsianPembekuan = z.output<typeof isianPembekuan>
