import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import type { DefinisiSop } from './definisi.ts'

export type RingkasSop = {
  readonly id: string
  readonly versiId: string
  readonly nama: string
  readonly tujuan: 'PENGUMPULAN' | 'PENGUKURAN'
  readonly nomorVersi: number
  readonly status: 'DRAF' | 'DIAJUKAN' | 'DISAHKAN' | 'BERLAKU' | 'DICABUT'
  readonly berlakuSejak: string | null
  readonly periode: JenisPeriode[]
  readonly jumlahLangkah: number
  readonly jumlahSiklus: number
}

/** All SOP versions of the office with how often they were run. */
export const daftarSop = (db: BasisData, pelaku: Pelaku): Promise<RingkasSop[]> =>
  db.baca.$queryRaw<RingkasSop[]>`
    select p.id, v.id as "versiId", p.nama, p.tujuan, v.nomor_versi as "nomorVersi", v.status, v.berlaku_sejak::text as "berlakuSejak", v.periode,
      (select count(*)::int from langkah_sop l where l.versi_sop_id = v.id) as "jumlahLangkah",
      (select count(*)::int from siklus s where s.versi_sop_id = v.id) as "jumlahSiklus"
    from sop p join versi_sop v on v.sop_id = p.id where p.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by (v.status = 'BERLAKU') desc, p.tujuan, p.nama, v.nomor_versi desc`

export type VersiSop = {
  readonly id: string
  readonly nama: string
  readonly nomorVersi: number
  readonly status: RingkasSop['status']
  readonly berlakuSejak: string | null
  readonly definisi: DefinisiSop
  /** who stands behind each column today: { kode: [names] } */
  readonly pemegang: Readonly<Record<string, string[]>>
}

/** One SOP version with who stands behind its columns today; 404 when it is not of this office. */
export async function ambilVersiSop(
  db: BasisData,
  pelaku: Pelaku,
  { id, hari }: { id: string; hari: string },
): Promise<VersiSop> {
  const [versi] = await db.baca.$queryRaw<VersiSop[]>`
    select v.id, p.nama, v.nomor_versi as "nomorVersi", v.status, v.berlaku_sejak::text as "berlakuSejak", v.definisi,
      (select coalesce(json_object_agg(k.kode, coalesce((
          select json_agg(distinct g.nama) from pegawai g where g.kecamatan_id = v.kecamatan_id and g.aktif and (
            exists (select 1 from penugasan n join jabatan j on j.id = n.jabatan_id left join unit_kerja u on u.id = j.unit_id
              where n.pegawai_id = g.id and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
                and (j.kode = any (k.jabatan_kode) or (j.peran::text = any (k.peran) and (k.unit_kode = '{}' or u.kode = any (k.unit_kode)))))
            or ('TIM_SAKIP' = any (k.peran) and exists (select 1 from anggota_tim_sakip a where a.pegawai_id = g.id
              and a.mulai <= ${hari}::date and (a.selesai is null or a.selesai >= ${hari}::date))))), '[]')), '{}')
        from pelaksana_sop k where k.versi_sop_id = v.id) as pemegang
    from versi_sop v join sop p on p.id = v.sop_id where v.id = ${id}::uuid and v.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!versi) throw galat.tidakDitemukan('SOP')
  return versi
}
