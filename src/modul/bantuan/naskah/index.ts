import { PANDUAN_ADMIN } from './admin.ts'
import type { BantuanHalaman, PanduanPeran } from './bentuk.ts'
import { PANDUAN_CAMAT } from './camat.ts'
import { HALAMAN_KANTOR } from './halaman-kantor.ts'
import { HALAMAN_LANGKAH } from './halaman-langkah.ts'
import { HALAMAN_PELAPORAN } from './halaman-pelaporan.ts'
import { HALAMAN_PENGISIAN } from './halaman-pengisian.ts'
import { HALAMAN_PERENCANAAN } from './halaman-perencanaan.ts'
import { PANDUAN_PENGAMAT } from './pengamat.ts'
import { PANDUAN_DESA, PANDUAN_KASI, PANDUAN_STAF } from './pengisi.ts'
import { PANDUAN_SEKCAM } from './sekcam.ts'
import { PANDUAN_TIM_SAKIP } from './tim-sakip.ts'

/** Guides of all roles, in the order of the index. */
export const PANDUAN_PERAN: readonly PanduanPeran[] = [
  PANDUAN_CAMAT,
  PANDUAN_SEKCAM,
  PANDUAN_TIM_SAKIP,
  PANDUAN_KASI,
  PANDUAN_STAF,
  PANDUAN_DESA,
  PANDUAN_PENGAMAT,
  PANDUAN_ADMIN,
]

/** Helps of pages and kinds of steps, in the order of the work. */
export const BANTUAN_HALAMAN: readonly BantuanHalaman[] = [
  ...HALAMAN_PENGISIAN,
  ...HALAMAN_LANGKAH,
  ...HALAMAN_PELAPORAN,
  ...HALAMAN_PERENCANAAN,
  ...HALAMAN_KANTOR,
]
