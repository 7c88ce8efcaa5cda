import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'
import type { Kehadiran } from './isian.ts'

export type Peserta = {
  readonly id: string
  readonly pegawaiId: string | null
  readonly nama: string
  readonly jabatan: string
  readonly kehadiran: Kehadiran
}
export type Keputusan = {
  readonly apa: string
  readonly siapa: string
  readonly pegawaiId: string | null
  readonly kapan: string | null
}

/** What is said about a meeting; dates YYYY-MM-DD, times HH:MM. */
export type IsiRapat = {
  readonly acara: string
  readonly tanggal: string | null
  readonly waktuMulai: string
  readonly waktuSelesai: string
  readonly tempat: string
  readonly nomorUndangan: string
  readonly tanggalUndangan: string | null
  /** pegawaiId */
  readonly pemimpinId: string | null
  readonly notulisId: string | null
  readonly agenda: string
  readonly pembahasan: string
  readonly peserta: readonly Peserta[]
  readonly keputusan: readonly Keputusan[]
}
export type Rapat = IsiRapat & { readonly id: string; readonly versi: number }

/** The meeting of a step with participants and decisions, one query; null while the step has never been open. */
export async function cariRapat(baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Rapat | null> {
  const [baris] = await baca.$queryRaw<Rapat[]>`
    select r.id, r.acara, r.tanggal::text as tanggal, r.waktu_mulai as "waktuMulai", r.waktu_selesai as "waktuSelesai", r.tempat,
      r.nomor_undangan as "nomorUndangan", r.tanggal_undangan::text as "tanggalUndangan", r.pemimpin_id as "pemimpinId",
      r.notulis_id as "notulisId", r.agenda, r.pembahasan, r.versi,
      coalesce((select json_agg(json_build_object('id', p.id, 'pegawaiId', p.pegawai_id, 'nama', p.nama, 'jabatan', p.jabatan,
        'kehadiran', p.kehadiran) order by p.urut, p.id) from peserta_rapat p where p.rapat_id = r.id), '[]') as peserta,
      coalesce((select json_agg(json_build_object('apa', k.apa, 'siapa', k.siapa, 'pegawaiId', k.pegawai_id, 'kapan', k.kapan)
        order by k.urut) from keputusan_rapat k where k.rapat_id = r.id), '[]') as keputusan
    from rapat r where r.langkah_id = ${langkah.id}::uuid and r.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return baris ?? null
}

export async function ambilRapat(baca: Pembaca, konteks: KonteksLangkah): Promise<Rapat> {
  const ada = await cariRapat(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Rapat')
  return ada
}

export type CalonPeserta = {
  readonly pegawaiId: string
  readonly nama: string
  readonly jabatan: string
  readonly peran: string
}

/** Who is proposed on a date (YYYY-MM-DD): Sekcam and heads of units, then Tim SAKIP; everybody once. */
export const daftarCalon = (baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<CalonPeserta[]> =>
  baca.$queryRaw<CalonPeserta[]>`
    select c.pegawai_id as "pegawaiId", c.nama, c.jabatan, c.peran from (
      select distinct on (x.pegawai_id) x.* from (
        select p.id as pegawai_id, p.nama, case n.jenis when 'PLT' then 'Plt. ' when 'PLH' then 'Plh. ' when 'PJ' then 'Pj. ' else '' end || j.nama as jabatan,
          j.peran::text as peran, case j.peran when 'SEKCAM' then 0 else 2 end as kelompok, coalesce(u.urut, 0) as urut
        from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai p on p.id = n.pegawai_id left join unit_kerja u on u.id = j.unit_id
        where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.peran in ('SEKCAM', 'KASI') and p.aktif
          and n.mulai <= ${tanggal}::date and (n.selesai is null or n.selesai >= ${tanggal}::date)
        union all
        select p.id, p.nama, g.kedudukan || ' Tim SAKIP', 'TIM_SAKIP', 1, 0
        from anggota_tim_sakip g join tim_sakip t on t.id = g.tim_id join pegawai p on p.id = g.pegawai_id
        where g.kecamatan_id = ${pelaku.kecamatanId}::uuid and p.aktif
          and g.mulai <= ${tanggal}::date and (g.selesai is null or g.selesai >= ${tanggal}::date)
          and t.mulai <= ${tanggal}::date and (t.selesai is null or t.selesai >= ${tanggal}::date)
      ) x order by x.pegawai_id, x.kelompok
    ) c order by c.kelompok, c.urut, c.nama`
