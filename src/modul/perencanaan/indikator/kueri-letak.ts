import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { tahunIni } from '../../../inti/waktu/index.ts'
import { sasaranProgram } from '../renstra/sasaran-program.ts'
import type { LetakIndikator, TingkatIndikator } from './kartu.ts'

type Pembaca = Tx | BasisData['baca']
export type PilihanLetak = {
  readonly tingkat: TingkatIndikator
  readonly id: string
  readonly nama: string
  /** how a workbook names it: the words of a tujuan or sasaran, the code of what has one ("7.01.02.2.01.0001 (Beji)") */
  readonly acuan: string
}

/** Everything an indicator may measure, from tujuan down, in the order of the plan. One query. */
export const daftarLetak = (baca: Pembaca, pelaku: Pelaku): Promise<PilihanLetak[]> =>
  baca.$queryRaw<PilihanLetak[]>`
    select x.tingkat, x.id, x.nama, x.acuan from (
      select 'TUJUAN' as tingkat, t.id, t.uraian as nama, t.uraian as acuan, 1 as ke, r.tahun_awal::text || lpad(t.urut::text, 4, '0') as urut
        from tujuan t join renstra r on r.id = t.renstra_id where t.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select 'SASARAN', s.id, s.uraian, s.uraian, 2, r.tahun_awal::text || lpad(t.urut::text, 4, '0') || lpad(s.urut::text, 4, '0')
        from sasaran s join tujuan t on t.id = s.tujuan_id join renstra r on r.id = t.renstra_id
        where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select 'PROGRAM', p.id, p.kode || ' ' || p.nama, p.kode, 3, p.kode from program p where p.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select 'KEGIATAN', k.id, k.kode || ' ' || k.nama, k.kode, 4, k.kode from kegiatan k where k.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select 'SUB_KEGIATAN', b.id, b.kode || ' ' || b.nama || (case when b.kelurahan = '' then '' else ' (' || b.kelurahan || ')' end),
        b.kode || (case when b.kelurahan = '' then '' else ' (' || b.kelurahan || ')' end), 5, b.kode || b.kelurahan from sub_kegiatan b where b.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ) x order by x.ke, x.urut`

/**
 * A place with everything above it; null when it is not of this office. An indicator of a tujuan that was reported under
 * one of its sasaran stays there (`lama`).
 */
export async function cariLetak(
  baca: Pembaca,
  pelaku: Pelaku,
  { tingkat, id, lama }: { tingkat: TingkatIndikator; id: string; lama?: LetakIndikator },
): Promise<LetakIndikator | null> {
  const sasaran = sasaranProgram(Prisma.sql`p`, tahunIni(pelaku))
  const [baris] = await baca.$queryRaw<LetakIndikator[]>`
    select x."tujuanId", x."sasaranId", x."programId", x."kegiatanId", x."subKegiatanId" from (
      select t.id, 'TUJUAN' as tingkat, t.id as "tujuanId", null::uuid as "sasaranId", null::uuid as "programId", null::uuid as "kegiatanId",
        null::uuid as "subKegiatanId" from tujuan t where t.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select s.id, 'SASARAN', null, s.id, null, null, null from sasaran s where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select p.id, 'PROGRAM', null, ${sasaran}, p.id, null, null from program p where p.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select k.id, 'KEGIATAN', null, ${sasaran}, p.id, k.id, null from kegiatan k join program p on p.id = k.program_id
        where k.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select b.id, 'SUB_KEGIATAN', null, ${sasaran}, p.id, k.id, b.id from sub_kegiatan b join kegiatan k on k.id = b.kegiatan_id
        join program p on p.id = k.program_id where b.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ) x where x.tingkat = ${tingkat} and x.id = ${id}::uuid`
  if (!baris) return null
  return tingkat === 'TUJUAN' && lama?.tujuanId === id ? { ...baris, sasaranId: lama.sasaranId } : baris
}
