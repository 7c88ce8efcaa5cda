import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { Polaritas, TipeAgregasi } from '../pengukuran/index.ts'
import { type KategoriKartu, kartuIndikator, versiPada } from '../perencanaan/index.ts'
import type { KeadaanPk, TindakanPk, UntukHak } from './alur.ts'
import { SQL_ATASAN_PK } from './atasan.ts'

export type BarisPk = {
  readonly id: string
  readonly jabatan: string
  readonly pegawai: string
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly status: KeadaanPk
  readonly nomor: string
  readonly tanggal: string | null
  readonly berlakuSejak: string
  /** the version that measurement uses on the date asked for */
  readonly berlakuKini: boolean
  /** a draft that its superior sent back */
  readonly dikembalikan: boolean
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
          coalesce(pk.riwayat -> -1 ->> 'tindakan' = 'KEMBALIKAN', false) as dikembalikan,
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
  readonly polaritas: Polaritas
  readonly agregasi: TipeAgregasi
  readonly kategori: readonly KategoriKartu[]
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
export type BerkasPk = { readonly id: string; readonly nama: string }
/** One act in the life of an agreement, as it was done. */
export type RiwayatPk = {
  readonly tindakan: TindakanPk | 'SUSUN'
  /** ISO */
  readonly waktu: string
  readonly oleh: string
  readonly jabatan: string
  readonly catatan: string
}
export type Pk = UntukHak & {
  readonly id: string
  readonly tahun: number
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly nomor: string
  readonly tanggal: string | null
  readonly berlakuSejak: string
  readonly alasan: string
  readonly dasar: '' | 'MUTASI' | 'STRATEGI' | 'PRIORITAS'
  readonly peran: Peran
  readonly unitId: string | null
  readonly kesatu: PihakPk
  /** null: the head of region as long as no name was recorded, or a post that nobody held */
  readonly kedua: PihakPk | null
  /** name of the head of region, as on the paper; '' while it is not known */
  readonly namaKedua: string
  /** post of Pihak Kedua where the office knows it */
  readonly jabatanKedua: string | null
  readonly berkasSetuju: BerkasPk | null
  readonly berkasTandaTangan: BerkasPk | null
  readonly riwayat: readonly RiwayatPk[]
  readonly versi: number
  readonly target: readonly TargetDalamPk[]
  readonly anggaran: readonly AnggaranDalamPk[]
  readonly versiLain: readonly {
    id: string
    jenis: 'AWAL' | 'PERUBAHAN'
    berlakuSejak: string
    status: KeadaanPk
  }[]
}

const berkas = (kolom: Prisma.Sql) => Prisma.sql`(select json_build_object('id', b.id, 'nama', b.nama) from berkas b
  where b.id = ${kolom} and b.kecamatan_id = pk.kecamatan_id)`
/** Targets with the card, and the sasaran, that hold in the year of the agreement. */
const ISI_TARGET = Prisma.sql`coalesce((select json_agg(json_build_object('id', t.id, 'indikatorId', i.id, 'kode', k.kartu->'kode',
    'nama', k.kartu->'nama', 'satuan', k.kartu->'satuan', 'polaritas', k.kartu->'polaritas', 'agregasi', k.kartu->'agregasi',
    'kategori', k.kartu->'kategori', 'sasaran', s.uraian,
    'target', trim_scale(t.target)::text, 'atas', trim_scale(t.target_atas)::text, 'teks', t.target_teks, 'cara', t.cara_target,
    'tw', json_build_array(trim_scale(t.tw1)::text, trim_scale(t.tw2)::text, trim_scale(t.tw3)::text, trim_scale(t.tw4)::text))
    order by u.urut nulls first, s.urut nulls first, t.urut)
  from target_pk t join indikator i on i.id = t.indikator_id ${versiPada(Prisma.sql`pk.tahun`)}
    cross join lateral (select coalesce(lama.kartu, ${kartuIndikator}) as kartu) k
    left join sasaran s on s.id = (k.kartu->>'sasaranId')::uuid left join tujuan u on u.id = s.tujuan_id
  where t.pk_id = pk.id), '[]')`

/**
 * One agreement with both parties as of its date (that of the paper, or from when it shall hold while there is none). One
 * query; 404 when not of this office. With `kunci` the row stays locked until the transaction ends.
 */
export async function ambilPk(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<Pk> {
  const [baris] = await baca.$queryRaw<Pk[]>`
    select pk.id, pk.tahun, pk.jenis, pk.status, pk.nomor, pk.tanggal::text as tanggal, pk.berlaku_sejak::text as "berlakuSejak", pk.alasan,
      pk.dasar, pk.versi, pk.riwayat, pk.nama_kedua as "namaKedua", pk.jabatan_id as "jabatanId", pk.pegawai_id as "pegawaiId",
      pk.pengaju_id as "pengajuId", j.peran, j.unit_id as "unitId", ${berkas(Prisma.sql`pk.berkas_setuju_id`)} as "berkasSetuju",
      ${berkas(Prisma.sql`pk.berkas_tanda_tangan_id`)} as "berkasTandaTangan",
      json_build_object('nama', p.nama, 'nip', p.nip, 'jenisNip', p.jenis_nip, 'pangkat', p.pangkat, 'golongan', p.golongan,
        'jabatan', j.nama, 'jenisPenugasan', (select n.jenis from penugasan n where n.pegawai_id = p.id and n.jabatan_id = j.id
          and n.mulai <= coalesce(pk.tanggal, pk.berlaku_sejak) and (n.selesai is null or n.selesai >= coalesce(pk.tanggal, pk.berlaku_sejak))
          limit 1)) as kesatu,
      atasan.id as "atasanId", atasan.pemegang as kedua, atasan.nama as "jabatanKedua",
      ${ISI_TARGET} as target,
      coalesce((select json_agg(json_build_object('kode', b.kode, 'nama', b.nama, 'jumlah', b.jumlah::text, 'keterangan', b.keterangan)
        order by b.urut, b.kode) from anggaran_pk b where b.pk_id = pk.id), '[]') as anggaran,
      coalesce((select json_agg(json_build_object('id', l.id, 'jenis', l.jenis, 'berlakuSejak', l.berlaku_sejak, 'status', l.status) order by l.berlaku_sejak)
        from perjanjian_kinerja l where l.jabatan_id = pk.jabatan_id and l.tahun = pk.tahun and l.id <> pk.id), '[]') as "versiLain"
    from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join pegawai p on p.id = pk.pegawai_id
      left join unit_kerja u on u.id = j.unit_id
      ${SQL_ATASAN_PK}
    where pk.id = ${id}::uuid and pk.kecamatan_id = ${pelaku.kecamatanId}::uuid ${kunci ? Prisma.sql`for update of pk` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Perjanjian Kinerja')
  return baris
}
