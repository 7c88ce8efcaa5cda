import type { Pelaku } from '../../inti/pelaku.ts'
import { berlakuPada, type Pembaca } from './kueri.ts'

/** What an office needs before its first siklus, counted; figures of performance are not among them. */
export type KeadaanPenyiapan = {
  readonly unit: number
  /** active posts of Camat, Sekcam and heads of units that nobody holds */
  readonly jabatanKosong: readonly string[]
  readonly pegawai: number
  readonly akun: number
  /** a decree valid on the day, with members */
  readonly anggotaTim: number
  readonly libur: number
  readonly liburPerkiraan: number
  readonly sopBerlaku: number
  readonly indikator: number
  readonly pk: number
}

/** State of the setting up of an office on a date (YYYY-MM-DD). One query. */
export async function ambilPenyiapan(baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<KeadaanPenyiapan> {
  const kecamatan = pelaku.kecamatanId
  const tahun = Number(tanggal.slice(0, 4))
  const [baris] = await baca.$queryRaw<KeadaanPenyiapan[]>`
    select (select count(*)::int from unit_kerja u where u.kecamatan_id = ${kecamatan}::uuid and u.aktif) as unit,
      coalesce((select json_agg(j.nama order by j.urut) from jabatan j
        where j.kecamatan_id = ${kecamatan}::uuid and j.aktif and (j.peran in ('CAMAT', 'SEKCAM') or j.kepala_unit)
          and not exists (select 1 from penugasan n where n.jabatan_id = j.id and ${berlakuPada(tanggal)})), '[]') as "jabatanKosong",
      (select count(*)::int from pegawai p where p.kecamatan_id = ${kecamatan}::uuid and p.aktif) as pegawai,
      (select count(*)::int from akun a join pegawai p on p.id = a.pegawai_id
        where a.kecamatan_id = ${kecamatan}::uuid and a.aktif and p.aktif) as akun,
      (select count(distinct g.pegawai_id)::int from anggota_tim_sakip g join tim_sakip t on t.id = g.tim_id
        where t.kecamatan_id = ${kecamatan}::uuid and t.mulai <= ${tanggal}::date and (t.selesai is null or t.selesai >= ${tanggal}::date)
          and g.mulai <= ${tanggal}::date and (g.selesai is null or g.selesai >= ${tanggal}::date)) as "anggotaTim",
      (select count(*)::int from hari_libur h where h.kecamatan_id = ${kecamatan}::uuid and extract(year from h.tanggal) = ${tahun}) as libur,
      (select count(*)::int from hari_libur h where h.kecamatan_id = ${kecamatan}::uuid and extract(year from h.tanggal) = ${tahun}
        and h.status = 'PERKIRAAN') as "liburPerkiraan",
      (select count(*)::int from versi_sop v where v.kecamatan_id = ${kecamatan}::uuid and v.status in ('DISAHKAN', 'BERLAKU')) as "sopBerlaku",
      (select count(*)::int from indikator i where i.kecamatan_id = ${kecamatan}::uuid and i.aktif) as indikator,
      (select count(*)::int from perjanjian_kinerja k where k.kecamatan_id = ${kecamatan}::uuid and k.tahun = ${tahun} and k.status = 'BERLAKU') as pk`
  if (!baris) throw new Error('keadaan penyiapan kantor tidak terbaca')
  return baris
}
