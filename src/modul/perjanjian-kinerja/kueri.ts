import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'

export type StatusPk = 'DRAF' | 'DIAJUKAN' | 'DISETUJUI' | 'BERLAKU'
export type BarisPk = {
  readonly id: string
  readonly jabatan: string
  readonly pegawai: string
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly status: StatusPk
  readonly nomor: string
  readonly tanggal: string | null
  readonly berlakuSejak: string
  /** the version that measurement uses on the date asked for */
  readonly berlakuKini: boolean
  /** holds only after the date asked for */
  readonly nanti: boolean
  readonly jumlahIndikator: number
  readonly anggaran: string | null
}
export type DaftarPk = { readonly tahunTersedia: readonly number[]; readonly pk: readonly BarisPk[] }

/** Agreements of a year in the order of the posts, versions newest first, and the years that have any. One query. */
export async function ambilDaftarPk(
  db: BasisData,
  pelaku: Pelaku,
  { tahun, tanggal }: { tahun: number; tanggal: string },
): Promise<DaftarPk> {
  const [baris] = await db.baca.$queryRaw<DaftarPk[]>`
    select
      coalesce((select json_agg(x.tahun) from (select distinct tahun from perjanjian_kinerja
        where kecamatan_id = ${pelaku.kecamatanId}::uuid order by tahun) x), '[]') as "tahunTersedia",
      coalesce((select json_agg(y) from (
        select pk.id, j.nama as jabatan, p.nama as pegawai, pk.jenis, pk.status, pk.nomor, pk.tanggal, pk.berlaku_sejak as "berlakuSejak",
          pk.status = 'BERLAKU' and pk.berlaku_sejak <= ${tanggal}::date and row_number() over (partition by pk.jabatan_id order by
            (pk.status = 'BERLAKU' and pk.berlaku_sejak <= ${tanggal}::date) desc, pk.berlaku_sejak desc, (pk.jenis = 'PERUBAHAN') desc,
            pk.tanggal desc nulls last, pk.id) = 1 as "berlakuKini", pk.berlaku_sejak > ${tanggal}::date as nanti,
          (select count(*)::int from target_pk t where t.pk_id = pk.id) as "jumlahIndikator",
          (select sum(a.jumlah)::text from anggaran_pk a where a.pk_id = pk.id) as anggaran
        from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join pegawai p on p.id = pk.pegawai_id
          left join unit_kerja u on u.id = j.unit_id
        where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.tahun = ${tahun}
        order by u.urut nulls first, j.urut, j.nama, pk.berlaku_sejak desc) y), '[]') as pk`
  return baris ?? { tahunTersedia: [], pk: [] }
}

/** One of the two parties, as of the day of signing. */
export type PihakPk = {
  readonly nama: string
  readonly nip: string | null
  readonly jenisNip: 'PNS' | 'PPPK' | 'NON_ASN'
  readonly pangkat: string | null
  readonly golongan: string | null
  readonly jabatan: string
  readonly jenisPenugasan: 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ' | null
}
export type TargetDalamPk = {
  readonly id: string
  readonly indikatorId: string
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly sasaran: string | null
  readonly target: string | null
  readonly atas: string | null
  readonly teks: string | null
  readonly cara: 'PER_TRIWULAN' | 'BERJALAN'
  readonly tw: readonly (string | null)[]
}
export type AnggaranDalamPk = {
  readonly kode: string
  readonly nama: string
  readonly jumlah: string
  readonly keterangan: string
}
export type Pk = {
  readonly id: string
  readonly tahun: number
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly status: StatusPk
  readonly nomor: string
  readonly tanggal: string | null
  readonly berlakuSejak: string
  readonly alasan: string
  readonly peran: Peran
  readonly kesatu: PihakPk
  /** null: the Bupati, or a post that nobody held */
  readonly kedua: PihakPk | null
  /** post of Pihak Kedua where the office knows it */
  readonly jabatanKedua: string | null
  readonly target: readonly TargetDalamPk[]
  readonly anggaran: readonly AnggaranDalamPk[]
  readonly versiLain: readonly { id: string; jenis: 'AWAL' | 'PERUBAHAN'; berlakuSejak: string }[]
}

/**
 * One agreement with both parties as of its date: Pihak Kedua is the Bupati for the Camat, the Sekcam for a Kasubbag, the Camat
 * for all others. One query; 404 when not of this office.
 */
export async function ambilPk(db: BasisData, pelaku: Pelaku, id: string): Promise<Pk> {
  const [baris] = await db.baca.$queryRaw<Pk[]>`
    select pk.id, pk.tahun, pk.jenis, pk.status, pk.nomor, pk.tanggal::text as tanggal, pk.berlaku_sejak::text as "berlakuSejak", pk.alasan,
      j.peran, json_build_object('nama', p.nama, 'nip', p.nip, 'jenisNip', p.jenis_nip, 'pangkat', p.pangkat, 'golongan', p.golongan,
        'jabatan', j.nama, 'jenisPenugasan', (select n.jenis from penugasan n where n.pegawai_id = p.id and n.jabatan_id = j.id
          and n.mulai <= pk.berlaku_sejak and (n.selesai is null or n.selesai >= pk.berlaku_sejak) limit 1)) as kesatu,
      atasan.isi as kedua, (select a.nama from jabatan a where a.kecamatan_id = pk.kecamatan_id and a.peran = atas.peran and a.aktif limit 1) as "jabatanKedua",
      coalesce((select json_agg(json_build_object('id', t.id, 'indikatorId', i.id, 'kode', i.kode, 'nama', i.nama, 'satuan', i.satuan,
        'sasaran', s.uraian, 'target', trim_scale(t.target)::text, 'atas', trim_scale(t.target_atas)::text, 'teks', t.target_teks,
        'cara', t.cara_target, 'tw', json_build_array(trim_scale(t.tw1)::text, trim_scale(t.tw2)::text, trim_scale(t.tw3)::text,
        trim_scale(t.tw4)::text)) order by s.urut nulls first, t.urut)
        from target_pk t join indikator i on i.id = t.indikator_id left join sasaran s on s.id = i.sasaran_id where t.pk_id = pk.id), '[]') as target,
      coalesce((select json_agg(json_build_object('kode', b.kode, 'nama', b.nama, 'jumlah', b.jumlah::text, 'keterangan', b.keterangan)
        order by b.urut, b.kode) from anggaran_pk b where b.pk_id = pk.id), '[]') as anggaran,
      coalesce((select json_agg(json_build_object('id', l.id, 'jenis', l.jenis, 'berlakuSejak', l.berlaku_sejak) order by l.berlaku_sejak)
        from perjanjian_kinerja l where l.jabatan_id = pk.jabatan_id and l.tahun = pk.tahun and l.id <> pk.id), '[]') as "versiLain"
    from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join pegawai p on p.id = pk.pegawai_id
      left join unit_kerja u on u.id = j.unit_id
      cross join lateral (select (case when j.peran = 'CAMAT' then null when u.jenis = 'SUBBAG' then 'SEKCAM' else 'CAMAT' end)::peran as peran) atas
      left join lateral (
        select json_build_object('nama', q.nama, 'nip', q.nip, 'jenisNip', q.jenis_nip, 'pangkat', q.pangkat, 'golongan', q.golongan,
          'jabatan', k.nama, 'jenisPenugasan', n.jenis) as isi
        from penugasan n join jabatan k on k.id = n.jabatan_id join pegawai q on q.id = n.pegawai_id
        where k.kecamatan_id = pk.kecamatan_id and k.peran = atas.peran and n.mulai <= coalesce(pk.tanggal, pk.berlaku_sejak)
          and (n.selesai is null or n.selesai >= coalesce(pk.tanggal, pk.berlaku_sejak))
        order by (n.jenis = 'DEFINITIF'), n.mulai desc limit 1) atasan on true
    where pk.id = ${id}::uuid and pk.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Perjanjian Kinerja')
  return baris
}
