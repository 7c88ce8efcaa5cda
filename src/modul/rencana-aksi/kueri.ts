import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilPk, type Pk } from '../perjanjian-kinerja/index.ts'
import type { KeadaanTriwulan } from './alur.ts'

type Pembaca = Tx | BasisData['baca']

/** What was done of an action in one quarter; plain decimals, null while blank. */
export type RealisasiAksi = {
  readonly triwulan: number
  readonly nilai: string | null
  readonly anggaran: string | null
  readonly kendala: string
  readonly tindakLanjut: string
  readonly versi: number
}
export type Aksi = {
  readonly id: string
  readonly indikatorId: string
  readonly kode: string
  readonly namaIndikator: string
  readonly urut: number
  readonly aksi: string
  readonly satuan: string
  /** target of each quarter by itself; null: nothing is due in it */
  readonly tw: readonly (string | null)[]
  readonly penanggungJawabId: string | null
  readonly penanggungJawab: string | null
  readonly anggaran: string | null
  readonly versi: number
  readonly realisasi: readonly RealisasiAksi[]
}
/** A report of a quarter, as it stands. */
export type Laporan = {
  readonly triwulan: number
  readonly status: 'DILAPORKAN' | 'DIBUKA'
  readonly pelaporId: string
  readonly pelapor: string
  readonly dilaporkanPada: Date
  readonly pembuka: string
  readonly alasan: string
  readonly versi: number
}
export type Rencana = { readonly pk: Pk; readonly aksi: readonly Aksi[]; readonly laporan: readonly Laporan[] }

/**
 * The plan of an agreement's post and year: it is the same for all versions of the agreement. Three queries. With `kunci`
 * all versions stay locked until the transaction ends, so that nobody reports a quarter while it is being filled in.
 */
export async function ambilRencana(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<Rencana> {
  const pk = await ambilPk(baca, pelaku, { id })
  const { jabatanId, tahun } = pk
  if (kunci)
    await baca.$queryRaw`select 1 from perjanjian_kinerja where kecamatan_id = ${pelaku.kecamatanId}::uuid
      and jabatan_id = ${jabatanId}::uuid and tahun = ${tahun} order by id for update`
  const aksi = await daftarAksi(baca, pelaku, { tahun, jabatanId })
  const laporan = await baca.$queryRaw<Laporan[]>`
    select triwulan, status, pelapor_id as "pelaporId", pelapor, dilaporkan_pada as "dilaporkanPada", pembuka, alasan, versi
    from laporan_aksi where kecamatan_id = ${pelaku.kecamatanId}::uuid and jabatan_id = ${jabatanId}::uuid and tahun = ${tahun}
    order by triwulan`
  return { pk, aksi, laporan }
}

/** Actions of a year with what was done of them, of one post or of all; those of IKU first. One query. */
export const daftarAksi = (
  baca: Pembaca,
  pelaku: Pelaku,
  { tahun, jabatanId = null }: { tahun: number; jabatanId?: string | null },
): Promise<Aksi[]> =>
  baca.$queryRaw<Aksi[]>`
    select r.id, r.indikator_id as "indikatorId", i.kode, i.nama as "namaIndikator", r.urut, r.aksi, r.satuan,
      json_build_array(trim_scale(r.tw1)::text, trim_scale(r.tw2)::text, trim_scale(r.tw3)::text, trim_scale(r.tw4)::text) as tw,
      r.penanggung_jawab_id as "penanggungJawabId", j.nama as "penanggungJawab", trim_scale(r.anggaran)::text as anggaran, r.versi,
      coalesce((select json_agg(json_build_object('triwulan', x.triwulan, 'nilai', trim_scale(x.nilai)::text, 'anggaran',
        trim_scale(x.anggaran)::text, 'kendala', x.kendala, 'tindakLanjut', x.tindak_lanjut, 'versi', x.versi) order by x.triwulan)
        from realisasi_aksi x where x.rencana_aksi_id = r.id), '[]') as realisasi
    from rencana_aksi r join indikator i on i.id = r.indikator_id left join jabatan j on j.id = r.penanggung_jawab_id
    where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and r.tahun = ${tahun}
      and (${jabatanId}::uuid is null or r.jabatan_id = ${jabatanId}::uuid)
    order by i.jenis, i.urut, i.kode, r.urut`

/** Where a quarter stands on a day: it begins with its first day. Pure. */
export function keadaanTriwulan(
  { pk, laporan }: { pk: Pick<Pk, 'tahun'>; laporan: readonly Pick<Laporan, 'triwulan' | 'status'>[] },
  triwulan: number,
  hari: string,
): KeadaanTriwulan {
  if (laporan.some((l) => l.triwulan === triwulan && l.status === 'DILAPORKAN')) return 'DILAPORKAN'
  return hari < `${pk.tahun}-${String(triwulan * 3 - 2).padStart(2, '0')}-01` ? 'BELUM_MULAI' : 'TERBUKA'
}

export const hariIni = (pelaku: Pelaku): string => tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
export const pelaksanaDari = (aksi: readonly Pick<Aksi, 'penanggungJawabId'>[]): string[] =>
  aksi.flatMap((a) => a.penanggungJawabId ?? [])

/** A post with an agreement of the year, and where its plan stands. */
export type BarisRencana = {
  readonly pkId: string
  /** code of the post */
  readonly kode: string
  readonly jabatan: string
  readonly pegawai: string
  readonly indikator: number
  readonly aksi: number
  readonly dilaporkan: readonly number[]
}

/** Posts with an agreement of a year, in the order of the office: the version in force, else the draft. One query. */
export const daftarRencana = (baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<BarisRencana[]> =>
  baca.$queryRaw<BarisRencana[]>`
    select x.id as "pkId", j.kode, j.nama as jabatan, p.nama as pegawai,
      (select count(*)::int from target_pk t where t.pk_id = x.id) as indikator,
      (select count(*)::int from rencana_aksi r where r.kecamatan_id = x.kecamatan_id and r.jabatan_id = x.jabatan_id and r.tahun = x.tahun) as aksi,
      coalesce((select json_agg(l.triwulan order by l.triwulan) from laporan_aksi l where l.kecamatan_id = x.kecamatan_id
        and l.jabatan_id = x.jabatan_id and l.tahun = x.tahun and l.status = 'DILAPORKAN'), '[]') as dilaporkan
    from (select distinct on (pk.jabatan_id) pk.* from perjanjian_kinerja pk
      where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.tahun = ${tahun} and pk.status <> 'DIBATALKAN'
      order by pk.jabatan_id, (pk.status <> 'BERLAKU'), pk.berlaku_sejak desc) x
      join jabatan j on j.id = x.jabatan_id join pegawai p on p.id = x.pegawai_id left join unit_kerja u on u.id = j.unit_id
    order by u.urut nulls first, j.urut, j.nama`

export type JabatanPilihan = { readonly id: string; readonly kode: string; readonly nama: string }
/** Posts that may be in charge of an action. One query. */
export const daftarJabatan = (baca: Pembaca, pelaku: Pelaku): Promise<JabatanPilihan[]> =>
  baca.$queryRaw<JabatanPilihan[]>`
    select j.id, j.kode, j.nama from jabatan j left join unit_kerja u on u.id = j.unit_id
    where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif and j.peran in ('CAMAT', 'SEKCAM', 'KASI', 'STAF')
    order by u.urut nulls first, j.urut, j.nama`
