import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { PETUGAS_SURVEI } from './alur.ts'
import { periodeSurvei } from './hitung-survei.ts'
import type { Survei } from './kueri.ts'

export const namaSurvei = (survei: Survei): string => `${survei.layanan}, ${periodeSurvei(survei)}`

/** Audit event about a survey. */
export const catatSurvei = (
  tx: Tx,
  pelaku: Pelaku,
  { peristiwa, id, rincian }: { peristiwa: string; id: string; rincian: Readonly<Record<string, unknown>> },
): Promise<void> =>
  catatJejak(tx, pelaku, { peristiwa, objekJenis: 'survei-kepuasan', objekId: id, rincian, sebagai: PETUGAS_SURVEI })

/** Fields of a survey that is locked and of the version the page showed. */
export async function ubahBarisSurvei(
  tx: Tx,
  pelaku: Pelaku,
  { id, versi, data }: { id: string; versi: number; data: Parameters<Tx['surveiKepuasan']['updateMany']>[0]['data'] },
): Promise<void> {
  const { count } = await tx.surveiKepuasan.updateMany({
    where: { id, versi, kecamatanId: pelaku.kecamatanId },
    data: { ...data, versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Survei ini')
}
