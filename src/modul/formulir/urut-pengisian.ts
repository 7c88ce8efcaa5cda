import { Prisma, type Tx } from '../../inti/basis-data/index.ts'

/**
 * Of several filling steps `l` the one that stands for form `f` now, with the unit's part `g` of it: open for the unit, else
 * the last it had a part in, else the one still to come.
 */
export const URUT_PENGISIAN = Prisma.sql`(l.status = 'BERJALAN' and g.status = 'BERJALAN') desc nulls last,
  (l.status = 'BERJALAN' and g.id is not null) desc nulls last, g.id is not null desc, l.status = 'BELUM' desc nulls last,
  case when g.id is null then -l.urut else l.urut end desc`

export type BagianFormulir = { readonly langkah: string; readonly bagian: string }
type Formulir = { readonly siklusId: string; readonly unitId: string }

/** Parts of a unit in the filling steps that are open now; where two run side by side its one form stands for both. */
export const bagianFormulir = (
  tx: Pick<Tx, '$queryRaw'>,
  { siklusId, unitId }: Formulir,
  status: 'BERJALAN' | 'SELESAI',
): Promise<BagianFormulir[]> =>
  tx.$queryRaw<BagianFormulir[]>`
    select l.kode as langkah, g.kunci as bagian from bagian_langkah g join langkah_siklus l on l.id = g.langkah_id
    where g.siklus_id = ${siklusId}::uuid and g.unit_id = ${unitId}::uuid and g.status::text = ${status}
      and l.jenis = 'pengisian' and l.status = 'BERJALAN' order by l.urut`
