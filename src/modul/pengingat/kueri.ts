import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsiPengingat } from './isi-pengingat.ts'

type Pembaca = Tx | BasisData['baca']

/** Ids of all offices, for the clock. */
export async function daftarKecamatan(db: BasisData): Promise<string[]> {
  const { rows } = await db.umum.query<{ id: string }>('select id from kecamatan_aktif()')
  return rows.map(({ id }) => id)
}

/** Day of the office's last lists, YYYY-MM-DD; null before the first. */
export async function ambilPutaranTerakhir(baca: Pembaca, kecamatanId: string): Promise<string | null> {
  const [baris] = await baca.$queryRaw<{ tanggal: string | null }[]>`
    select max(tanggal)::text as tanggal from putaran_pengingat where kecamatan_id = ${kecamatanId}::uuid`
  return baris?.tanggal ?? null
}

/** How a person is reached. */
export type Kontak = { readonly surel: string | null; readonly telepon: string | null; readonly ingatSurel: boolean }

/** Contacts of the office's people, by id. One query. */
export async function ambilKontak(baca: Pembaca, kecamatanId: string): Promise<Map<string, Kontak>> {
  const baris = await baca.$queryRaw<(Kontak & { id: string })[]>`
    select id, surel, telepon, ingat_surel as "ingatSurel" from pegawai where kecamatan_id = ${kecamatanId}::uuid and aktif`
  return new Map(baris.map(({ id, ...kontak }) => [id, kontak]))
}

export type PengingatTersimpan = {
  readonly id: string
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly isi: IsiPengingat
  readonly dibaca: boolean
}

/** The person's lists, the newest first. */
export const daftarPengingat = (baca: Pembaca, pelaku: Pelaku): Promise<PengingatTersimpan[]> =>
  baca.$queryRaw<PengingatTersimpan[]>`
    select id, tanggal::text as tanggal, isi, dibaca_pada is not null as dibaca from pengingat
    where kecamatan_id = ${pelaku.kecamatanId}::uuid and pegawai_id = ${pelaku.pegawaiId}::uuid
    order by tanggal desc limit 10`

export type KeadaanSurel = {
  readonly menunggu: number
  readonly terkirim: number
  readonly gagal: number
  /** given up, or waiting for another try; the newest first */
  readonly bermasalah: readonly SurelBermasalah[]
  /** people with an account and no address */
  readonly tanpaAlamat: number
}
export type SurelBermasalah = {
  readonly id: string
  readonly nama: string
  readonly kepada: string
  readonly status: 'MENUNGGU' | 'GAGAL'
  readonly percobaan: number
  readonly galat: string
  /** ISO */
  readonly cobaPada: string
}

/** How the office's mails of the last month went. One query. */
export async function ambilKeadaanSurel(baca: Pembaca, pelaku: Pelaku, sejak: Date): Promise<KeadaanSurel> {
  const [baris] = await baca.$queryRaw<KeadaanSurel[]>`
    with s as (select * from surel_keluar where kecamatan_id = ${pelaku.kecamatanId}::uuid and dibuat_pada >= ${sejak})
    select (select count(*)::int from s where status = 'MENUNGGU') as menunggu,
      (select count(*)::int from s where status = 'TERKIRIM') as terkirim,
      (select count(*)::int from s where status = 'GAGAL') as gagal,
      (select count(*)::int from pegawai p join akun a on a.pegawai_id = p.id where p.kecamatan_id = ${pelaku.kecamatanId}::uuid
        and p.aktif and a.aktif and p.surel is null) as "tanpaAlamat",
      coalesce((select json_agg(x) from (select s.id, p.nama, s.kepada, s.status, s.percobaan, s.galat, s.coba_pada as "cobaPada"
        from s join pegawai p on p.id = s.pegawai_id where s.status = 'GAGAL' or (s.status = 'MENUNGGU' and s.galat <> '')
        order by s.dibuat_pada desc, p.nama limit 20) x), '[]') as bermasalah`
  return baris ?? { menunggu: 0, terkirim: 0, gagal: 0, tanpaAlamat: 0, bermasalah: [] }
}

export type AjakanTerakhir = { readonly pegawaiId: string; readonly waktu: Date; readonly oleh: string }

/** When each person was last reminded by somebody of the office, since a moment; from the audit trail. */
export async function ambilAjakanTerakhir(
  baca: Pembaca,
  pelaku: Pelaku,
  sejak: Date,
): Promise<Map<string, AjakanTerakhir>> {
  const baris = await baca.$queryRaw<AjakanTerakhir[]>`
    select distinct on (objek_id) objek_id as "pegawaiId", waktu, nama_pelaku as oleh from jejak
    where kecamatan_id = ${pelaku.kecamatanId}::uuid and waktu >= ${sejak} and peristiwa = 'pengingat.diingatkan'
    order by objek_id, waktu desc`
  return new Map(baris.map((b) => [b.pegawaiId, b]))
}
