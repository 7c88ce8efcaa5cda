import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { sebutan } from '../perjanjian-kinerja/index.ts'
import { ATURAN_AKSI, PENULIS_AKSI, type TindakanAksi } from './alur.ts'
import type { Rencana } from './kueri.ts'

export const ROMAWI = ['I', 'II', 'III', 'IV'] as const

/** The audit event of an act on a plan. */
export const catatAksi = (
  tx: Tx,
  pelaku: Pelaku,
  { pk }: Pick<Rencana, 'pk'>,
  { tindakan, rincian }: { tindakan: TindakanAksi; rincian: Readonly<Record<string, unknown>> },
): Promise<void> =>
  catatJejak(tx, pelaku, {
    peristiwa: `rencana-aksi.${ATURAN_AKSI[tindakan].peristiwa}`,
    objekJenis: 'rencana-aksi',
    objekId: pk.id,
    rincian: { pk: `${sebutan(pk.kesatu)} ${pk.tahun}`, ...rincian },
    sebagai: PENULIS_AKSI,
  })
