import type { Pelaku } from '../../inti/pelaku.ts'
import type { BarisSiklus, KonteksLangkah, Pembaca } from '../siklus/index.ts'

/** One indicator with the unit the card names and the unit that answers for it in this siklus. */
export type Pemilahan = {
  readonly id: string
  readonly indikatorId: string
  readonly kode: string
  readonly nama: string
  readonly jenis: 'IKU' | 'IKK'
  readonly satuan: string
  readonly dasar: string
  readonly unitAsalId: string
  readonly unitAsal: string
  readonly unitId: string
  readonly unit: string
  readonly unitUrut: number
  readonly alasan: string
  readonly versi: number
}

/** The assignment of a siklus, by the unit of the card and the order of the PK. */
export const daftarPemilahan = (
  baca: Pembaca,
  { siklus }: { siklus: Pick<BarisSiklus, 'id' | 'kecamatanId'> },
): Promise<Pemilahan[]> =>
  baca.$queryRaw<Pemilahan[]>`
    select p.id, p.indikator_id as "indikatorId", p.kode, p.nama, p.jenis, p.satuan, p.dasar, p.unit_asal_id as "unitAsalId",
      a.nama as "unitAsal", p.unit_id as "unitId", u.nama as unit, u.urut as "unitUrut", p.alasan, p.versi
    from pemilahan_indikator p join unit_kerja a on a.id = p.unit_asal_id join unit_kerja u on u.id = p.unit_id
    where p.siklus_id = ${siklus.id}::uuid and p.kecamatan_id = ${siklus.kecamatanId}::uuid order by p.urut, p.id`

export type UnitPenjawab = { readonly unitId: string; readonly unitNama: string; readonly unitUrut: number }

/** Which unit answers for which indicator (by id) in a siklus; empty where the SOP assigns none. */
export async function ambilPembagian(
  baca: Pembaca,
  pelaku: Pelaku,
  siklusId: string,
): Promise<ReadonlyMap<string, UnitPenjawab>> {
  const baris = await daftarPemilahan(baca, { siklus: { id: siklusId, kecamatanId: pelaku.kecamatanId } })
  return new Map(baris.map((b) => [b.indikatorId, { unitId: b.unitId, unitNama: b.unit, unitUrut: b.unitUrut }]))
}

export type UnitPilihan = {
  readonly id: string
  readonly nama: string
  /** somebody holds a post in it today */
  readonly adaPejabat: boolean
}
export type BahanPilihan = { readonly unit: readonly UnitPilihan[]; readonly tanpaPk: readonly string[] }

/** Units that may answer, and active indicators that stand in no assignment. One query. `hari`: YYYY-MM-DD. */
export async function ambilPilihan(baca: Pembaca, { siklus }: KonteksLangkah, hari: string): Promise<BahanPilihan> {
  const [b] = await baca.$queryRaw<BahanPilihan[]>`
    select (select coalesce(json_agg(json_build_object('id', u.id, 'nama', u.nama, 'adaPejabat', exists (
          select 1 from penugasan n join jabatan j on j.id = n.jabatan_id where j.unit_id = u.id and j.aktif
            and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date))) order by u.urut, u.nama), '[]')
        from unit_kerja u where u.kecamatan_id = ${siklus.kecamatanId}::uuid and u.aktif) as unit,
      (select coalesce(json_agg(i.nama order by i.jenis, i.urut), '[]') from indikator i
        where i.kecamatan_id = ${siklus.kecamatanId}::uuid and i.aktif and not exists (select 1 from pemilahan_indikator p
          where p.siklus_id = ${siklus.id}::uuid and p.kecamatan_id = i.kecamatan_id and p.indikator_id = i.id)) as "tanpaPk"`
  return b ?? { unit: [], tanpaPk: [] }
}
