import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type KartuIndikator, kartuIndikator, versiPada } from '../perencanaan/index.ts'

/** Targets of one indicator as the PK states them; plain decimals, null where the PK leaves it empty (not due). */
export type TargetIsi = {
  readonly tahunan: string | null
  /** upper bound for RENTANG */
  readonly atas: string | null
  /** target in words or as a category */
  readonly teks: string | null
  /** quarters entered each for itself, or running up to the end of the quarter */
  readonly cara: 'PER_TRIWULAN' | 'BERJALAN'
  readonly tw: readonly [string | null, string | null, string | null, string | null]
}
export type TargetBerlaku = {
  readonly targetPkId: string
  readonly pkId: string
  readonly nomorPk: string
  readonly jenisPk: 'AWAL' | 'PERUBAHAN'
  readonly tahun: number
  /** YYYY-MM-DD */
  readonly berlakuSejak: string
  readonly jabatanId: string
  readonly jabatanNama: string
  readonly indikator: KartuIndikator
  readonly unitId: string
  readonly unitKode: string
  readonly unitNama: string
  readonly unitUrut: number
  readonly target: TargetIsi
}

/**
 * Every indicator with its target in the PK valid on a date (YYYY-MM-DD): measurement uses the version valid on the
 * period's last day (PermenPANRB 53/2014; arsitektur invariant 5). Per post that is the PK of the date's year with status
 * BERLAKU and the latest `berlaku_sejak` ≤ date (a PK Perubahan of the same day before the first one). An indicator that
 * stands in several of them is taken once: from the PK of the head of the unit that answers for it, else from the
 * Sekcam's, else from the Camat's, else from any other. The card, and the unit that answers, are those of the version that
 * held in that year. Ordered by unit, then indicator. One query.
 */
export const targetBerlaku = (
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tanggal }: { tanggal: string },
): Promise<TargetBerlaku[]> =>
  baca.$queryRaw<TargetBerlaku[]>`
    with berlaku as (
      select distinct on (pk.jabatan_id) pk.*, j.nama as jabatan_nama, j.peran, j.kepala_unit, j.unit_id as unit_jabatan
      from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id
      where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.status = 'BERLAKU' and pk.berlaku_sejak <= ${tanggal}::date
        and pk.tahun = extract(year from ${tanggal}::date)::int
      order by pk.jabatan_id, pk.berlaku_sejak desc, (pk.jenis = 'PERUBAHAN') desc, pk.tanggal desc nulls last, pk.id
    ), dipilih as (
      select distinct on (t.indikator_id) t.*, b.nomor, b.jenis, b.tahun, b.berlaku_sejak, b.jabatan_id, b.jabatan_nama,
        lama.kartu as kartu_lama, coalesce(lama.unit_id, i.unit_id) as unit_data
      from berlaku b join target_pk t on t.pk_id = b.id join indikator i on i.id = t.indikator_id ${versiPada(Prisma.sql`b.tahun`)}
      where t.kecamatan_id = ${pelaku.kecamatanId}::uuid
      order by t.indikator_id, (case when b.kepala_unit and b.unit_jabatan = coalesce(lama.unit_id, i.unit_id) then 0 when b.peran = 'SEKCAM' then 1
        when b.peran = 'CAMAT' then 2 else 3 end), b.jabatan_nama, b.id
    )
    select d.id as "targetPkId", d.pk_id as "pkId", d.nomor as "nomorPk", d.jenis as "jenisPk", d.tahun,
      d.berlaku_sejak::text as "berlakuSejak", d.jabatan_id as "jabatanId", d.jabatan_nama as "jabatanNama",
      coalesce(d.kartu_lama, ${kartuIndikator}) as indikator, u.id as "unitId", u.kode as "unitKode", u.nama as "unitNama", u.urut as "unitUrut",
      json_build_object('tahunan', trim_scale(d.target)::text, 'atas', trim_scale(d.target_atas)::text, 'teks', d.target_teks,
        'cara', d.cara_target, 'tw', json_build_array(trim_scale(d.tw1)::text, trim_scale(d.tw2)::text, trim_scale(d.tw3)::text,
        trim_scale(d.tw4)::text)) as target
    from dipilih d join indikator i on i.id = d.indikator_id join unit_kerja u on u.id = d.unit_data
    order by u.urut, u.nama, i.jenis, i.urut, i.kode`
