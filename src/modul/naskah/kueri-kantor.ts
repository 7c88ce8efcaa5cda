import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type Pembaca, sqlOrangKantor } from '../siklus/index.ts'
import type { Kantor } from './penandatangan.ts'

/** What is printed under a name, per person, as one JSON value of a query. */
export const sqlIdentitas = ({ kecamatanId }: Pick<Pelaku, 'kecamatanId'>) => Prisma.sql`
  (select coalesce(json_object_agg(p.id, json_build_object('nip', p.nip,
      'sebutanNip', case p.jenis_nip when 'PPPK' then 'NI PPPK.' else 'NIP.' end,
      'pangkat', concat_ws(', ', nullif(p.pangkat, ''), nullif(p.golongan, '')))), '{}')
    from pegawai p where p.kecamatan_id = ${kecamatanId}::uuid and p.aktif)`

/** Who holds what today, in one query. */
export async function ambilKantor(baca: Pembaca, pelaku: Pelaku): Promise<Kantor> {
  const [baris] = await baca.$queryRaw<Kantor[]>`
    select ${sqlOrangKantor(pelaku)} as orang, ${sqlIdentitas(pelaku)} as identitas`
  return baris ?? { orang: [], identitas: {} }
}
