import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { melihatSemua, SQL_KOLOM_PENGELOLA } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import { bolehMelihat, type FormulirUnit } from './kueri.ts'

export type KepalaFormulir = Pick<
  FormulirUnit,
  'id' | 'siklusId' | 'unitId' | 'unitNama' | 'status' | 'putaran' | 'versi'
> & {
  readonly dibagikanPada: Date | null
  /** code of the step in which the forms are filled in */
  readonly kodePengisian: string | null
  /** key of the unit's part of that step */
  readonly kunciBagian: string | null
}

/** Locks the siklus of a form, as the engine does: always before the form, so that handing in and returning never wait for one another. */
export async function kunciSiklusFormulir(tx: Tx, pelaku: Pelaku, id: string): Promise<void> {
  await tx.$executeRaw`
    select 1 from siklus s where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and s.id = (select siklus_id from formulir where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid) for update`
}

/** A form locked until the transaction ends: saves of its rows wait or are closed out. 404 for who may not see it. */
export async function kunciFormulir(tx: Tx, pelaku: Pelaku, id: string): Promise<KepalaFormulir> {
  const [baris] = await tx.$queryRaw<(KepalaFormulir & { pengelola: PelaksanaSop[] })[]>`
    select f.id, f.siklus_id as "siklusId", f.unit_id as "unitId", u.nama as "unitNama", f.status, f.putaran, f.versi,
      f.dibagikan_pada as "dibagikanPada", l.kode as "kodePengisian", g.kunci as "kunciBagian",
      ${SQL_KOLOM_PENGELOLA} as pengelola
    from formulir f join unit_kerja u on u.id = f.unit_id join siklus s on s.id = f.siklus_id
      join versi_sop v on v.id = s.versi_sop_id
      left join langkah_siklus l on l.siklus_id = f.siklus_id and l.jenis = 'pengisian'
      left join bagian_langkah g on g.langkah_id = l.id and g.unit_id = f.unit_id
    where f.id = ${id}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by (l.status = 'BERJALAN') desc nulls last, l.urut limit 1 for update of f`
  if (!baris || !bolehMelihat(pelaku, baris.unitId, melihatSemua(baris.pengelola, pelaku)))
    throw galat.tidakDitemukan('Formulir')
  const { pengelola: _, ...kepala } = baris
  return kepala
}
