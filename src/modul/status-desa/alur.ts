import { PERAN_KANTOR, type Peran } from '../../inti/pelaku.ts'

/** Who reads the status of the desa, and who enters it. */
export const PEMBACA_STATUS = PERAN_KANTOR
/** Who sets from which score on a desa has a status. */
export const PENGATUR_BATAS = ['SEKCAM', 'TIM_SAKIP', 'KASI'] as const satisfies readonly Peran[]
export const PENULIS_STATUS = ['SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF'] as const satisfies readonly Peran[]
