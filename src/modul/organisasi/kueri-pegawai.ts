import { Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { berlakuPada, type JenisNip, type JenisPenugasan, type Pembaca, polaCari } from './kueri.ts'

export type DataPegawai = {
  readonly nama: string
  readonly nip: string | null
  readonly jenisNip: JenisNip
  readonly pangkat: string | null
  readonly golongan: string | null
  readonly telepon: string | null
  readonly surel: string | null
}
export type BarisPegawai = {
  readonly id: string
  readonly nama: string
  readonly nip: string | null
  readonly jenisNip: JenisNip
  readonly aktif: boolean
  readonly namaPengguna: string | null
  readonly akunAktif: boolean | null
  readonly jabatan: string | null
}
export type AkunPegawai = {
  readonly id: string
  readonly namaPengguna: string
  readonly aktif: boolean
  readonly wajibGanti: boolean
  readonly sandiBerlakuSampai: string | null
  readonly masukTerakhir: string | null
  /** fingerprint for compare-and-set; a sign-in does not change it */
  readonly versi: string
}
export type PenugasanPegawai = {
  readonly id: string
  readonly jabatanId: string
  readonly jabatan: string
  readonly unit: string | null
  readonly jenis: JenisPenugasan
  readonly mulai: string
  readonly selesai: string | null
  readonly nomorSk: string
  readonly tanggalSk: string | null
}
export type KeanggotaanTim = {
  readonly nomorSk: string
  readonly kedudukan: string
  readonly mulai: string
  readonly selesai: string | null
}
export type Pegawai = DataPegawai & {
  readonly id: string
  readonly aktif: boolean
  readonly versi: string
  readonly akun: AkunPegawai | null
  readonly penugasan: readonly PenugasanPegawai[]
  readonly tim: readonly KeanggotaanTim[]
}
export type SaringanPegawai = { readonly q: string; readonly semua: boolean }

const VERSI_AKUN = Prisma.sql`md5(concat_ws('|', a.aktif, a.wajib_ganti, a.sandi_berlaku_sampai, a.sesi_berlaku_sejak))`

/** People of the office in order of name, with account and today's posts; disabled ones only with `semua`. */
export const ambilDaftarPegawai = (
  baca: Pembaca,
  pelaku: Pelaku,
  { q, semua, tanggal }: SaringanPegawai & { tanggal: string },
): Promise<BarisPegawai[]> =>
  baca.$queryRaw<BarisPegawai[]>`
    select p.id, p.nama, p.nip, p.jenis_nip as "jenisNip", p.aktif, a.nama_pengguna as "namaPengguna", a.aktif as "akunAktif",
      (select string_agg(case n.jenis when 'PLT' then 'Plt. ' when 'PLH' then 'Plh. ' when 'PJ' then 'Pj. ' else '' end || j.nama, ', '
         order by j.urut) from penugasan n join jabatan j on j.id = n.jabatan_id
       where n.pegawai_id = p.id and ${berlakuPada(tanggal)}) as jabatan
    from pegawai p left join akun a on a.pegawai_id = p.id
    where p.kecamatan_id = ${pelaku.kecamatanId}::uuid and (p.aktif or ${semua})
      and (${q} = '' or p.nama ilike ${polaCari(q)} or p.nip like ${polaCari(q.replace(/[\s.]/g, ''))} or a.nama_pengguna ilike ${polaCari(q)})
    order by p.nama limit 500`

/** One person with account, all posts now and before, and Tim SAKIP. One query; 404 when not of this office. */
export async function ambilPegawai(baca: Pembaca, pelaku: Pelaku, id: string): Promise<Pegawai> {
  const [baris] = await baca.$queryRaw<Pegawai[]>`
    select p.id, p.nama, p.nip, p.jenis_nip as "jenisNip", p.pangkat, p.golongan, p.telepon, p.surel, p.aktif, md5(p::text) as versi,
      (select json_build_object('id', a.id, 'namaPengguna', a.nama_pengguna, 'aktif', a.aktif, 'wajibGanti', a.wajib_ganti,
         'sandiBerlakuSampai', a.sandi_berlaku_sampai, 'masukTerakhir', a.masuk_terakhir, 'versi', ${VERSI_AKUN})
       from akun a where a.pegawai_id = p.id) as akun,
      coalesce((select json_agg(json_build_object('id', n.id, 'jabatanId', j.id, 'jabatan', j.nama, 'unit', u.nama, 'jenis', n.jenis,
         'mulai', n.mulai, 'selesai', n.selesai, 'nomorSk', n.nomor_sk, 'tanggalSk', n.tanggal_sk) order by n.mulai desc, j.urut)
       from penugasan n join jabatan j on j.id = n.jabatan_id left join unit_kerja u on u.id = j.unit_id
       where n.pegawai_id = p.id), '[]') as penugasan,
      coalesce((select json_agg(json_build_object('nomorSk', t.nomor_sk, 'kedudukan', g.kedudukan, 'mulai', g.mulai,
         'selesai', g.selesai) order by g.mulai desc)
       from anggota_tim_sakip g join tim_sakip t on t.id = g.tim_id where g.pegawai_id = p.id), '[]') as tim
    from pegawai p where p.id = ${id}::uuid and p.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Pegawai')
  return baris
}

/** The person's row locked until the transaction ends, as the page saw it; Galat 'sudah-berubah' when `versi` differs. */
export async function kunciPegawai(tx: Pembaca, pelaku: Pelaku, { id, versi }: { id: string; versi?: string }) {
  const [baris] = await tx.$queryRaw<(DataPegawai & { aktif: boolean; versi: string })[]>`
    select p.nama, p.nip, p.jenis_nip as "jenisNip", p.pangkat, p.golongan, p.telepon, p.surel, p.aktif, md5(p::text) as versi
    from pegawai p where p.id = ${id}::uuid and p.kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (!baris) throw galat.tidakDitemukan('Pegawai')
  if (versi !== undefined && versi !== baris.versi) throw galat.sudahBerubah('Data pegawai ini')
  return baris
}

/** The account of a person, locked; 404 without one, Galat 'sudah-berubah' when `versi` differs. */
export async function kunciAkun(
  tx: Pembaca,
  pelaku: Pelaku,
  { pegawaiId, versi }: { pegawaiId: string; versi: string },
) {
  const [baris] = await tx.$queryRaw<
    { id: string; namaPengguna: string; aktif: boolean; versi: string; nama: string }[]
  >`
    select a.id, a.nama_pengguna as "namaPengguna", a.aktif, ${VERSI_AKUN} as versi,
      (select p.nama from pegawai p where p.id = a.pegawai_id) as nama
    from akun a where a.pegawai_id = ${pegawaiId}::uuid and a.kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (!baris) throw galat.tidakDitemukan('Akun')
  if (versi !== baris.versi) throw galat.sudahBerubah('Akun ini')
  return baris
}
