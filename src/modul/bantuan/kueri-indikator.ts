import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type KartuIndikator, kartuIndikator, versiPada } from '../perencanaan/index.ts'

export type IndikatorDibantu = { readonly kartu: KartuIndikator; readonly unitId: string; readonly unit: string }

/** The card of an indicator as it holds in a year, and the unit that answers for it. 404 outside the actor's kecamatan. */
export async function ambilIndikatorDibantu(
  db: BasisData,
  pelaku: Pelaku,
  { id, tahun }: { id: string; tahun: number },
): Promise<IndikatorDibantu> {
  const [baris] = await db.baca.$queryRaw<IndikatorDibantu[]>`
    select coalesce(lama.kartu, ${kartuIndikator}) as kartu, u.id as "unitId", u.nama as unit
    from indikator i ${versiPada(Prisma.sql`${tahun}::int`)} join unit_kerja u on u.id = coalesce(lama.unit_id, i.unit_id)
    where i.id = ${id}::uuid and i.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Indikator')
  return baris
}
