import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Pembaca } from './kueri.ts'

export type AnggotaTim = {
  readonly id: string
  readonly pegawaiId: string
  readonly nama: string
  readonly kedudukan: string
  readonly mulai: string
  readonly selesai: string | null
  readonly versi: string
}
export type TimSakip = {
  readonly id: string
  readonly nomorSk: string
  readonly tanggalSk: string
  readonly mulai: string
  readonly selesai: string | null
  readonly versi: string
  readonly anggota: readonly AnggotaTim[]
}

/** Decrees of the Tim SAKIP, newest first, with all members now and before. One query. */
export const ambilDaftarTim = (baca: Pembaca, pelaku: Pelaku): Promise<TimSakip[]> =>
  baca.$queryRaw<TimSakip[]>`
    select t.id, t.nomor_sk as "nomorSk", t.tanggal_sk::text as "tanggalSk", t.mulai::text as mulai, t.selesai::text as selesai,
      md5(t::text) as versi,
      coalesce((select json_agg(json_build_object('id', g.id, 'pegawaiId', p.id, 'nama', p.nama, 'kedudukan', g.kedudukan,
         'mulai', g.mulai, 'selesai', g.selesai, 'versi', md5(g::text)) order by (g.selesai is not null), g.mulai, p.nama)
       from anggota_tim_sakip g join pegawai p on p.id = g.pegawai_id where g.tim_id = t.id), '[]') as anggota
    from tim_sakip t where t.kecamatan_id = ${pelaku.kecamatanId}::uuid order by t.mulai desc, t.tanggal_sk desc`

export type TimTerkunci = Omit<TimSakip, 'anggota'>
/** A decree, locked; 404 when not of this office, Galat 'sudah-berubah' when `versi` is given and differs. */
export async function kunciTim(
  tx: Pembaca,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi?: string },
): Promise<TimTerkunci> {
  const [baris] = await tx.$queryRaw<TimTerkunci[]>`
    select t.id, t.nomor_sk as "nomorSk", t.tanggal_sk::text as "tanggalSk", t.mulai::text as mulai, t.selesai::text as selesai,
      md5(t::text) as versi
    from tim_sakip t where t.id = ${id}::uuid and t.kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (!baris) throw galat.tidakDitemukan('SK Tim SAKIP')
  if (versi !== undefined && versi !== baris.versi) throw galat.sudahBerubah('SK Tim SAKIP ini')
  return baris
}

/** A membership, locked; 404 and 'sudah-berubah' as above. */
export async function kunciAnggota(
  tx: Pembaca,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi?: string },
): Promise<AnggotaTim> {
  const [baris] = await tx.$queryRaw<AnggotaTim[]>`
    select g.id, g.pegawai_id as "pegawaiId", (select p.nama from pegawai p where p.id = g.pegawai_id) as nama, g.kedudukan,
      g.mulai::text as mulai, g.selesai::text as selesai, md5(g::text) as versi
    from anggota_tim_sakip g where g.id = ${id}::uuid and g.kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (!baris) throw galat.tidakDitemukan('Anggota Tim SAKIP')
  if (versi !== undefined && versi !== baris.versi) throw galat.sudahBerubah('Keanggotaan ini')
  return baris
}
