import { Desimal } from '../../inti/angka/index.ts'
import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { AnggaranDalamPk, Pk } from './kueri.ts'

type Pembaca = Tx | BasisData['baca']

/** A program, kegiatan or sub kegiatan that a lampiran may name, with its budget valid on the day. */
export type PilihanAnggaran = {
  readonly kode: string
  readonly nama: string
  readonly jumlah: string
  /** in the charge of the official's own unit */
  readonly sendiri: boolean
}

/** At which level the lampiran of a post stands: programs (Camat), kegiatan (Sekcam), sub kegiatan (all others). */
const TINGKAT: Partial<Readonly<Record<Peran, 'PROGRAM' | 'KEGIATAN'>>> = { CAMAT: 'PROGRAM', SEKCAM: 'KEGIATAN' }

/**
 * Rows that the lampiran of an agreement may name: the budget valid on the day it begins to hold (DPPA once it holds, else
 * DPA), summed from sub kegiatan, where money stands once. In the order of the codes. One query.
 */
export const ambilPilihanAnggaran = (
  baca: Pembaca,
  pelaku: Pelaku,
  { tahun, berlakuSejak, peran, unitId }: Pick<Pk, 'tahun' | 'berlakuSejak' | 'peran' | 'unitId'>,
): Promise<PilihanAnggaran[]> => {
  const tingkat = TINGKAT[peran] ?? 'SUB_KEGIATAN'
  return baca.$queryRaw<PilihanAnggaran[]>`
    select x.kode, x.nama, trim_scale(sum(x.pagu))::text as jumlah, coalesce(bool_or(x.unit_id = ${unitId}::uuid), false) as sendiri
    from (
      select case ${tingkat} when 'PROGRAM' then p.kode when 'KEGIATAN' then k.kode else s.kode end as kode,
        case ${tingkat} when 'PROGRAM' then p.nama when 'KEGIATAN' then k.nama
          else s.nama || (case when s.kelurahan = '' then '' else ' (' || s.kelurahan || ')' end) end as nama, a.pagu, s.unit_id
      from sub_kegiatan s join kegiatan k on k.id = s.kegiatan_id join program p on p.id = k.program_id
        join lateral (select y.pagu from anggaran y where y.sub_kegiatan_id = s.id and y.tahun = ${tahun}
          and y.berlaku_sejak <= ${berlakuSejak}::date order by y.berlaku_sejak desc, (y.jenis = 'DPPA') desc limit 1) a on true
      where s.kecamatan_id = ${pelaku.kecamatanId}::uuid) x
    group by x.kode, x.nama order by x.kode, x.nama`
}

/** One row of a lampiran by what identifies it: the same sub kegiatan may stand once per kelurahan. */
export const kunciAnggaran = ({ kode, nama }: { kode: string; nama: string }): string => `${kode} ${nama}`

/** Rows whose amount is no longer that of the budget tables, by code. Rows that the tables do not know are left alone. */
export const anggaranBerubah = (isi: readonly AnggaranDalamPk[], pilihan: readonly PilihanAnggaran[]): string[] => {
  const kini = new Map(pilihan.map((p) => [kunciAnggaran(p), p.jumlah]))
  return isi.flatMap((a) => {
    const jumlah = kini.get(kunciAnggaran(a))
    return jumlah === undefined || new Desimal(jumlah).eq(a.jumlah) ? [] : [a.kode]
  })
}

/** A post that may have an agreement, with who holds it today. */
export type PemegangJabatan = {
  readonly penugasanId: string
  readonly jabatanId: string
  readonly jabatan: string
  readonly jenis: 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ'
  readonly pegawaiId: string
  readonly nama: string
  readonly peran: Peran
  readonly unitId: string | null
}

/** Officials and staff of a day in the order of the office. One query. */
export const daftarPemegang = (baca: Pembaca, pelaku: Pelaku, hari: string): Promise<PemegangJabatan[]> =>
  baca.$queryRaw<PemegangJabatan[]>`
    select n.id as "penugasanId", j.id as "jabatanId", j.nama as jabatan, n.jenis, q.id as "pegawaiId", q.nama, j.peran, j.unit_id as "unitId"
    from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai q on q.id = n.pegawai_id left join unit_kerja u on u.id = j.unit_id
    where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif and j.peran in ('CAMAT', 'SEKCAM', 'KASI', 'STAF')
      and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
    order by u.urut nulls first, j.urut, j.nama, (n.jenis = 'PLH'), n.mulai desc`

/** An indicator that may be promised, and whether the draft names it. */
export type PilihanIndikator = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly jenis: 'IKU' | 'IKK'
  readonly unit: string
  readonly dipilih: boolean
}

/** Active indicators, and those that the draft names already, by kind and unit, those of the post's own unit first. One query. */
export const ambilPilihanIndikator = (baca: Pembaca, pelaku: Pelaku, pkId: string): Promise<PilihanIndikator[]> =>
  baca.$queryRaw<PilihanIndikator[]>`
    select i.id, i.kode, i.nama, i.jenis, u.nama as unit, t.id is not null as dipilih
    from indikator i join unit_kerja u on u.id = i.unit_id left join target_pk t on t.indikator_id = i.id and t.pk_id = ${pkId}::uuid
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and (i.aktif or t.id is not null)
    order by i.jenis = 'IKK' and i.unit_id is not distinct from (select j.unit_id from perjanjian_kinerja pk
      join jabatan j on j.id = pk.jabatan_id where pk.id = ${pkId}::uuid) desc, i.jenis, u.urut, u.nama, i.urut, i.kode`
