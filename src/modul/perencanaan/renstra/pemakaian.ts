import { Prisma } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { DIPAKAI } from '../indikator/ubah-kartu.ts'
import type { Pembaca } from './kueri-unsur.ts'

export type Pemakaian = {
  /** in a PK beyond draft, on a form of a siklus, or with realised values or money, itself or anything below it */
  readonly dipakai: boolean
  /** something stands below it or points at it: it cannot be deleted */
  readonly berisi: boolean
}

/** Places that a card of the row `i` measures, in any of its versions. */
const TEMPAT_KARTU = Prisma.sql`(select unnest(array[i.tujuan_id, i.sasaran_id, i.program_id, i.kegiatan_id, i.sub_kegiatan_id]) as id
  union select x::uuid from versi_indikator v cross join lateral unnest(array[v.kartu->>'tujuanId', v.kartu->>'sasaranId', v.kartu->>'programId',
    v.kartu->>'kegiatanId', v.kartu->>'subKegiatanId']) x where v.indikator_id = i.id)`

/** SQL: ids of all parts of the Renstra of an office that are used, themselves or anything below them. */
const idTerpakai = (kecamatanId: string) => Prisma.sql`
  with kec as (select ${kecamatanId}::uuid as id),
  pk as (select distinct y.kode from anggaran_pk y join perjanjian_kinerja d on d.id = y.pk_id, kec where y.kecamatan_id = kec.id and d.status <> 'DRAF'),
  langsung as (
    select c.id from indikator i cross join lateral ${TEMPAT_KARTU} c, kec where i.kecamatan_id = kec.id and (${DIPAKAI})
    union select y.sub_kegiatan_id from baris_anggaran y join siklus z on z.id = y.siklus_id, kec where y.kecamatan_id = kec.id and z.status <> 'DIBATALKAN'
    union select y.sub_kegiatan_id from realisasi_anggaran y, kec where y.kecamatan_id = kec.id
    union select y.sub_kegiatan_id from realisasi_bulanan y, kec where y.kecamatan_id = kec.id
    union select y.sub_kegiatan_id from realisasi_sampai_bulan y, kec where y.kecamatan_id = kec.id
    union select x.id from (select id, kode, kecamatan_id from program union all select id, kode, kecamatan_id from kegiatan
      union all select id, kode, kecamatan_id from sub_kegiatan) x join pk on pk.kode = x.kode, kec where x.kecamatan_id = kec.id),
  b as (select x.id, x.kegiatan_id from sub_kegiatan x, kec where x.kecamatan_id = kec.id and x.id in (select id from langsung)),
  k as (select x.id, x.program_id from kegiatan x, kec where x.kecamatan_id = kec.id and x.id in (select id from langsung union select kegiatan_id from b)),
  p as (select x.id, x.sasaran_id from program x, kec where x.kecamatan_id = kec.id and x.id in (select id from langsung union select program_id from k)),
  s as (select x.id, x.tujuan_id from sasaran x, kec where x.kecamatan_id = kec.id and x.id in (select id from langsung union select sasaran_id from p
    union select d.sasaran_id from dukungan_program d join p on p.id = d.program_id)),
  t as (select x.id from tujuan x, kec where x.kecamatan_id = kec.id and x.id in (select id from langsung union select tujuan_id from s))
  select id from b union select id from k union select id from p union select id from s union select id from t`

/** Ids of all parts that are used, themselves or anything below. One query. */
export async function daftarDipakai(baca: Pembaca, { kecamatanId }: Pelaku): Promise<string[]> {
  const baris = await baca.$queryRaw<{ id: string }[]>`select x.id from (${idTerpakai(kecamatanId)}) x`
  return baris.map(({ id }) => id)
}

/** Is a part of the Renstra used, and is anything below it or measured by a card, present or replaced? One query. */
export async function ambilPemakaian(baca: Pembaca, { kecamatanId }: Pelaku, id: string): Promise<Pemakaian> {
  const ini = Prisma.sql`${id}::uuid`
  const [baris] = await baca.$queryRaw<Pemakaian[]>`
    select ${ini} in (select x.id from (${idTerpakai(kecamatanId)}) x) as dipakai,
      exists (select 1 from sasaran x where x.tujuan_id = ${ini}) or exists (select 1 from program x where x.sasaran_id = ${ini})
      or exists (select 1 from dukungan_program x where x.sasaran_id = ${ini}) or exists (select 1 from kegiatan x where x.program_id = ${ini})
      or exists (select 1 from sub_kegiatan x where x.kegiatan_id = ${ini}) or exists (select 1 from anggaran x where x.sub_kegiatan_id = ${ini})
      or exists (select 1 from pagu_indikatif x where x.sub_kegiatan_id = ${ini})
      or exists (select 1 from indikator i cross join lateral ${TEMPAT_KARTU} c where i.kecamatan_id = ${kecamatanId}::uuid and c.id = ${ini}) as berisi`
  return baris ?? { dipakai: false, berisi: false }
}
