import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { melihatSemua, SQL_KOLOM_PENGELOLA } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import { bolehMelihat, type FormulirUnit } from './kueri.ts'
import { SQL_PENERIMA_KERTAS } from './penerima-kertas.ts'
import { URUT_PENGISIAN } from './urut-pengisian.ts'

export type KepalaFormulir = Pick<
  FormulirUnit,
  'id' | 'siklusId' | 'unitId' | 'unitNama' | 'status' | 'putaran' | 'versi'
> & {
  readonly dibagikanPada: Date | null
  /** how often the unit's part of the step in which the form is filled in was opened; null before it opens */
  readonly putaranBagian: number | null
  readonly penerimaKertas: readonly PelaksanaSop[]
}

/** Locks the siklus of a form, as the engine does: always before the form, so that handing in and returning never wait for one another. */
export async function kunciSiklusFormulir(tx: Tx, pelaku: Pelaku, id: string): Promise<void> {
  await tx.$executeRaw`
    select 1 from siklus s where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and s.id = (select siklus_id from formulir where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid) for update`
}

/**
 * A form locked until the transaction ends: saves of its rows wait or are closed out. 404 for who may not see it;
 * `pelaksanaLangkah`: the open step in which it is done is this person's, and with it the forms of all units.
 */
export async function kunciFormulir(
  tx: Tx,
  pelaku: Pelaku,
  id: string,
  { pelaksanaLangkah = false }: { pelaksanaLangkah?: boolean } = {},
): Promise<KepalaFormulir> {
  const [baris] = await tx.$queryRaw<(KepalaFormulir & { pengelola: PelaksanaSop[] })[]>`
    select f.id, f.siklus_id as "siklusId", f.unit_id as "unitId", u.nama as "unitNama", f.status, f.putaran, f.versi,
      f.dibagikan_pada as "dibagikanPada", g.putaran as "putaranBagian",
      ${SQL_KOLOM_PENGELOLA} as pengelola, ${SQL_PENERIMA_KERTAS} as "penerimaKertas"
    from formulir f join unit_kerja u on u.id = f.unit_id join siklus s on s.id = f.siklus_id
      join versi_sop v on v.id = s.versi_sop_id
      left join langkah_siklus l on l.siklus_id = f.siklus_id and l.jenis = 'pengisian'
      left join bagian_langkah g on g.langkah_id = l.id and g.unit_id = f.unit_id
    where f.id = ${id}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by ${URUT_PENGISIAN} limit 1 for update of f`
  if (!baris || !(pelaksanaLangkah || bolehMelihat(pelaku, baris.unitId, melihatSemua(baris.pengelola, pelaku))))
    throw galat.tidakDitemukan('Formulir')
  const { pengelola: _, ...kepala } = baris
  return kepala
}
