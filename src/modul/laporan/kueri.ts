import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'

export type Laporan = {
  readonly id: string
  readonly nomor: string
  /** YYYY-MM-DD */
  readonly tanggal: string | null
  readonly ringkasan: string
  readonly hambatan: string
  readonly saran: string
  readonly disampaikanPada: Date | null
  readonly penyampai: string
  readonly instruksi: readonly string[]
  readonly catatanCamat: string
  readonly dijawabPada: Date | null
  readonly penjawab: string
  readonly versi: number
}

/** The report of a step; null while the step has never been open. */
export async function cariLaporan(baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Laporan | null> {
  const [baris] = await baca.$queryRaw<Laporan[]>`
    select r.id, r.nomor, r.tanggal::text as tanggal, r.ringkasan, r.hambatan, r.saran, r.disampaikan_pada as "disampaikanPada",
      r.penyampai, r.instruksi, r.catatan_camat as "catatanCamat", r.dijawab_pada as "dijawabPada", r.penjawab, r.versi
    from laporan r where r.langkah_id = ${langkah.id}::uuid and r.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return baris ?? null
}

export async function ambilLaporan(baca: Pembaca, konteks: KonteksLangkah): Promise<Laporan> {
  const ada = await cariLaporan(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Laporan')
  return ada
}

/** Text of the report below this one, as Tim SAKIP wrote it; null where the SOP has no such step before. */
export async function cariLaporanSebelum(
  baca: Pembaca,
  { siklus, langkah }: KonteksLangkah,
): Promise<Pick<Laporan, 'ringkasan' | 'hambatan' | 'saran'> | null> {
  const [baris] = await baca.$queryRaw<Pick<Laporan, 'ringkasan' | 'hambatan' | 'saran'>[]>`
    select r.ringkasan, r.hambatan, r.saran from laporan r join langkah_siklus l on l.id = r.langkah_id
    where r.siklus_id = ${siklus.id}::uuid and r.kecamatan_id = ${siklus.kecamatanId}::uuid and l.jenis = 'lapor' and l.urut < ${langkah.urut}
    order by l.urut desc limit 1`
  return baris ?? null
}

export type Persetujuan = { readonly nama: string; readonly jabatan: string; readonly waktu: Date }
/** Who approved the recap last, and when; null when nobody did. */
export async function cariPersetujuan(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<Persetujuan | null> {
  const [baris] = await baca.$queryRaw<Persetujuan[]>`
    select nama, jabatan, waktu from telaah where siklus_id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid
      and keputusan = 'DISETUJUI' order by waktu desc limit 1`
  return baris ?? null
}

export type Rekomendasi = { readonly uraian: string; readonly penanggungJawab: string; readonly tenggat: string | null }
export type PilihanPegawai = { readonly pegawaiId: string; readonly nama: string; readonly jabatan: string }
type BahanCamat = {
  persetujuan: (Omit<Persetujuan, 'waktu'> & { waktu: string }) | null
  rekomendasi: Rekomendasi[]
  pegawai: PilihanPegawai[]
}

/**
 * What surrounds the report on the Camat's page, in one query: the approval, the Camat's recommendations so far, and who
 * holds a post on a day (YYYY-MM-DD), each person once.
 */
export async function ambilBahanCamat(
  baca: Pembaca,
  pelaku: Pelaku,
  { konteks, hari }: { konteks: KonteksLangkah; hari: string },
) {
  const { siklus, langkah } = konteks
  const [baris] = await baca.$queryRaw<BahanCamat[]>`
    select (select json_build_object('nama', t.nama, 'jabatan', t.jabatan, 'waktu', t.waktu) from telaah t
        where t.siklus_id = ${siklus.id}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid and t.keputusan = 'DISETUJUI'
        order by t.waktu desc limit 1) as persetujuan,
      (select coalesce(json_agg(json_build_object('uraian', r.uraian, 'penanggungJawab', r.penanggung_jawab, 'tenggat', r.tenggat)
          order by r.tenggat nulls last, r.id), '[]')
        from tindak_lanjut r where r.langkah_id = ${langkah.id}::uuid and r.kecamatan_id = ${pelaku.kecamatanId}::uuid
          and r.sumber = 'CAMAT') as rekomendasi,
      (select coalesce(json_agg(json_build_object('pegawaiId', x.id, 'nama', x.nama, 'jabatan', x.jabatan) order by x.unit, x.urut, x.nama), '[]')
        from (select distinct on (p.id) p.id, p.nama, j.urut, coalesce(u.urut, 0) as unit,
            case n.jenis when 'PLT' then 'Plt. ' when 'PLH' then 'Plh. ' when 'PJ' then 'Pj. ' else '' end || j.nama as jabatan
          from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai p on p.id = n.pegawai_id left join unit_kerja u on u.id = j.unit_id
          where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif and p.aktif and j.peran not in ('CAMAT', 'PENGAMAT', 'ADMIN')
            and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
          order by p.id, u.urut nulls first, j.urut) x) as pegawai`
  const persetujuan = baris?.persetujuan ? { ...baris.persetujuan, waktu: new Date(baris.persetujuan.waktu) } : null
  return { persetujuan, rekomendasi: baris?.rekomendasi ?? [], pegawai: baris?.pegawai ?? [] }
}
