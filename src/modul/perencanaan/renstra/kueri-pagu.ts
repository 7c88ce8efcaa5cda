import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'

/** A sub kegiatan (per kelurahan) with what the Renstra means to spend for it per year. Money is plain decimals. */
export type BarisPaguIndikatif = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly kelurahan: string
  readonly kegiatanKode: string
  readonly kegiatan: string
  readonly programKode: string
  readonly program: string
  readonly pagu: readonly { readonly tahun: number; readonly nilai: string }[]
  /** years with a budget (DPA) for it, or with a PK beyond draft that names it or what stands above it */
  readonly tahunPakai: readonly number[]
}

type Minta = Pick<PeriodeRenstra, 'tahunAwal' | 'tahunAkhir'> & { readonly kunci?: boolean }
/** Sub kegiatan that belong to a Renstra's years, by code and kelurahan. One query; with `kunci` they stay locked. */
export const daftarPaguIndikatif = (
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahunAwal, tahunAkhir, kunci = false }: Minta,
): Promise<BarisPaguIndikatif[]> =>
  baca.$queryRaw<BarisPaguIndikatif[]>`
    select s.id, s.kode, s.nama, s.kelurahan, k.kode as "kegiatanKode", k.nama as kegiatan, p.kode as "programKode", p.nama as program,
      coalesce((select json_agg(json_build_object('tahun', x.tahun, 'nilai', trim_scale(x.nilai)::text) order by x.tahun) from pagu_indikatif x
        where x.sub_kegiatan_id = s.id and x.kecamatan_id = s.kecamatan_id and x.tahun between ${tahunAwal} and ${tahunAkhir}), '[]') as pagu,
      coalesce((select json_agg(y.tahun) from (
        select a.tahun from anggaran a where a.sub_kegiatan_id = s.id and a.kecamatan_id = s.kecamatan_id
        union select d.tahun from anggaran_pk x join perjanjian_kinerja d on d.id = x.pk_id
          where x.kecamatan_id = s.kecamatan_id and x.kode in (s.kode, k.kode, p.kode) and d.status <> 'DRAF') y), '[]') as "tahunPakai"
    from sub_kegiatan s join kegiatan k on k.id = s.kegiatan_id join program p on p.id = k.program_id
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (coalesce(least(s.sampai_tahun, k.sampai_tahun, p.sampai_tahun), 9999) >= ${tahunAwal}
        or exists (select 1 from pagu_indikatif x where x.sub_kegiatan_id = s.id and x.tahun between ${tahunAwal} and ${tahunAkhir}))
    order by p.kode, k.kode, s.kode, s.kelurahan ${kunci ? Prisma.sql`for update of s` : Prisma.empty}`
