import { z } from 'zod'
import { teksBebas } from '../../inti/http/index.ts'

const MAKS_KODE = 40
/** Which step of the tour, and whether it is done. */
export const isianCentang = z.object({
  langkah: teksBebas(MAKS_KODE),
  sudah: teksBebas(5)
    .transform((s) => s !== 'tidak')
    .catch(true),
})

/** The year whose card is explained; anything else: the present one. */
export const tahunKartu = z.coerce.number().int().min(2000).max(2100).catch(2100)
