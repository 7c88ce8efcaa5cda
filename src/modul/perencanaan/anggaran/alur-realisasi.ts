import { type Pelaku, type Peran, punyaPeran, unitPelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'

/** Who types what was spent: Tim SAKIP and Sekcam for all, a unit for its own sub kegiatan. */
export const PENULIS_REALISASI = [...PENULIS_KARTU, 'KASI', 'STAF', 'DESA'] as const satisfies readonly Peran[]

export const bolehRealisasi = (pelaku: Pelaku, unitId: string | null): boolean =>
  punyaPeran(pelaku, PENULIS_KARTU) || (unitId !== null && unitPelaku(pelaku).includes(unitId))
