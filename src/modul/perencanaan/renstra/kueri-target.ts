import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { KategoriKartu } from '../indikator/kartu.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'
import type { SelTarget } from './target.ts'

export type BarisTarget = {
  readonly id: string
  readonly kode: string
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly metode: string
  readonly polaritas: string
  readonly kategori: readonly KategoriKartu[]
  /** what it measures: the sasaran, or the code of program, kegiatan, sub kegiatan */
  readonly letak: string
  readonly target: readonly SelTarget[]
  /** years for which a PK beyond draft carries it */
  readonly tahunPk: readonly number[]
}

/** Active indicators with their targets in a Renstra, IKU first. One query; with `kunci` the indicators stay locked. */
export const daftarTarget = (
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahunAwal, tahunAkhir, kunci = false }: Pick<PeriodeRenstra, 'tahunAwal' | 'tahunAkhir'> & { kunci?: boolean },
): Promise<BarisTarget[]> =>
  baca.$queryRaw<BarisTarget[]>`
    select i.id, i.kode, i.jenis, i.nama, i.satuan, i.metode, i.polaritas, i.kategori,
      coalesce((select b.kode || (case when b.kelurahan = '' then '' else ' (' || b.kelurahan || ')' end) from sub_kegiatan b where b.id = i.sub_kegiatan_id),
        (select k.kode from kegiatan k where k.id = i.kegiatan_id), (select p.kode from program p where p.id = i.program_id),
        (select s.uraian from sasaran s where s.id = i.sasaran_id), (select t.uraian from tujuan t where t.id = i.tujuan_id), '') as letak,
      coalesce((select json_agg(json_build_object('jenis', t.jenis, 'tahun', t.tahun, 'nilai', trim_scale(t.nilai)::text, 'teks', t.teks) order by t.tahun)
        from target_renstra t where t.indikator_id = i.id and t.kecamatan_id = i.kecamatan_id
          and t.tahun between ${tahunAwal - 1} and ${tahunAkhir}), '[]') as target,
      coalesce((select json_agg(distinct pk.tahun) from target_pk x join perjanjian_kinerja pk on pk.id = x.pk_id
        where x.indikator_id = i.id and pk.status <> 'DRAF'), '[]') as "tahunPk"
    from indikator i where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif
    order by i.jenis, i.urut, i.kode ${kunci ? Prisma.sql`for update of i` : Prisma.empty}`
