import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilPembagian, type UnitPenjawab } from '../pemilahan-indikator/index.ts'
import { type TargetBerlaku, targetBerlaku } from '../perjanjian-kinerja/index.ts'
import type { BarisSiklus, Pembaca } from '../siklus/index.ts'
import type { KartuBaris, TargetBaris } from './kartu.ts'

/** An indicator with card and target, as a form will carry it. */
export type SumberBaris = {
  readonly indikatorId: string
  readonly targetPkId: string
  readonly unitId: string
  readonly unitNama: string
  readonly unitUrut: number
  readonly kartu: KartuBaris
  readonly target: TargetBaris
}
/** A sub kegiatan in a unit's charge with the budget valid on the day. */
export type SumberAnggaran = {
  readonly subKegiatanId: string
  readonly unitId: string
  readonly unitNama: string
  readonly unitUrut: number
  readonly kode: string
  readonly nama: string
  readonly pagu: string
}
export type SumberFormulir = { readonly baris: readonly SumberBaris[]; readonly anggaran: readonly SumberAnggaran[] }

/**
 * Where forms come from: the PK valid on the period's last day and the budget valid then; an indicator goes to the unit
 * that the siklus' pemilahan names, else to the unit of its card. Three queries.
 */
export async function ambilSumber(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, akhirPeriode }: Pick<BarisSiklus, 'id' | 'akhirPeriode'>,
): Promise<SumberFormulir> {
  const target = await targetBerlaku(baca, pelaku, { tanggal: akhirPeriode })
  const pembagian = await ambilPembagian(baca, pelaku, id)
  return {
    baris: target.map((t) => susunSumber(t, pembagian.get(t.indikator.id))),
    anggaran: await ambilAnggaran(baca, pelaku, akhirPeriode),
  }
}

function susunSumber(t: TargetBerlaku, penjawab: UnitPenjawab | undefined): SumberBaris {
  const { id, unitId: _unit, asal: _asal, standar: _standar, urut: _urut, varianMin, ...kartu } = t.indikator
  const pk = { id: t.pkId, nomor: t.nomorPk, jenis: t.jenisPk, jabatan: t.jabatanNama, berlakuSejak: t.berlakuSejak }
  return {
    indikatorId: id,
    targetPkId: t.targetPkId,
    ...(penjawab ?? { unitId: t.unitId, unitNama: t.unitNama, unitUrut: t.unitUrut }),
    kartu: { ...kartu, varianMin: varianMin === 'T/R' ? 'T/R' : '2T-R', pk },
    target: t.target,
  }
}

/** DPPA once it holds, else DPA; sub kegiatan without a budget of that year are left out. */
const ambilAnggaran = (baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<SumberAnggaran[]> =>
  baca.$queryRaw<SumberAnggaran[]>`
    select s.id as "subKegiatanId", u.id as "unitId", u.nama as "unitNama", u.urut as "unitUrut", s.kode,
      s.nama || (case when s.kelurahan = '' then '' else ' (' || s.kelurahan || ')' end) as nama, trim_scale(a.pagu)::text as pagu
    from sub_kegiatan s join unit_kerja u on u.id = s.unit_id
      join lateral (select x.pagu from anggaran x where x.sub_kegiatan_id = s.id and x.kecamatan_id = s.kecamatan_id
        and x.tahun = extract(year from ${tanggal}::date)::int and x.berlaku_sejak <= ${tanggal}::date
        order by x.berlaku_sejak desc, (x.jenis = 'DPPA') desc limit 1) a on true
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by u.urut, u.nama, s.kode, s.kelurahan`

export type TanpaPk = { readonly indikatorId: string; readonly nama: string; readonly unitNama: string }

/** Active indicators that stand in no PK valid on the date: they are on no form, and Tim SAKIP is told. */
export const ambilTanpaPk = (baca: Pembaca, pelaku: Pelaku, { ada }: { ada: readonly string[] }): Promise<TanpaPk[]> =>
  baca.$queryRaw<TanpaPk[]>`
    select i.id as "indikatorId", i.nama, u.nama as "unitNama"
    from indikator i join unit_kerja u on u.id = i.unit_id
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif and not (i.id = any(${[...ada]}::uuid[]))
    order by u.urut, i.urut`
