import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { type KartuLengkap, kartuLengkap } from './kartu.ts'

type Pembaca = Tx | BasisData['baca']
export const PER_HALAMAN = 20
export type Saringan = {
  jenis: '' | 'IKU' | 'IKK'
  unit: string
  q: string
  keadaan: '' | 'NONAKTIF' | 'SEMUA'
  halaman: number
}
export type BarisIndikator = {
  readonly id: string
  readonly kode: string
  readonly jenis: 'IKU' | 'IKK'
  readonly nama: string
  readonly satuan: string
  readonly unit: string
  readonly aktif: boolean
  readonly target: string | null
  readonly targetTeks: string | null
  readonly akhir: { tahun: number; triwulan: number; nilai: string | null; kategori: string | null } | null
  readonly jumlah: number
}

const polaCari = (teks: string): string => `%${teks.replace(/[\\%_]/g, (huruf) => `\\${huruf}`)}%`

/** Condition of the filter on the row `i`. */
export const saringIndikator = ({ jenis, unit, q, keadaan }: Omit<Saringan, 'halaman'>) => Prisma.sql`
  ${keadaan === 'SEMUA' ? Prisma.sql`true` : keadaan === 'NONAKTIF' ? Prisma.sql`not i.aktif` : Prisma.sql`i.aktif`}
  ${jenis ? Prisma.sql`and i.jenis = ${jenis}::jenis_indikator` : Prisma.empty}
  ${unit ? Prisma.sql`and i.unit_id = ${unit}::uuid` : Prisma.empty}
  ${q ? Prisma.sql`and (i.nama ilike ${polaCari(q)} or i.kode ilike ${polaCari(q)})` : Prisma.empty}`

/** One page of indicators with the Renstra target of a year and the last realised value. One query. */
export const ambilDaftarIndikator = (
  db: BasisData,
  pelaku: Pelaku,
  { halaman, tahun, ...saring }: Saringan & { tahun: number },
): Promise<BarisIndikator[]> =>
  db.baca.$queryRaw<BarisIndikator[]>`
    select i.id, i.kode, i.jenis, i.nama, i.satuan, u.nama as unit, i.aktif, trim_scale(t.nilai)::text as target, t.teks as "targetTeks",
      (select json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'nilai', trim_scale(r.nilai)::text, 'kategori', r.kategori)
       from realisasi_indikator r where r.indikator_id = i.id and r.kecamatan_id = i.kecamatan_id
       order by r.tahun desc, (case r.triwulan when 0 then 5 else r.triwulan end) desc limit 1) as akhir,
      count(*) over ()::int as jumlah
    from indikator i join unit_kerja u on u.id = i.unit_id
      left join target_renstra t on t.indikator_id = i.id and t.tahun = ${tahun} and t.jenis = 'TARGET'
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and ${saringIndikator(saring)}
    order by i.jenis, i.urut, i.kode limit ${PER_HALAMAN} offset ${(halaman - 1) * PER_HALAMAN}`

export type PkIndikator = {
  readonly pkId: string
  readonly tahun: number
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly jabatan: string
  readonly target: string | null
  readonly targetAtas: string | null
  readonly targetTeks: string | null
}
/** A version of the card that was replaced, or the present one. */
export type VersiKartu = {
  readonly versi: number
  readonly berlakuTahun: number
  readonly alasan: string
  readonly dibuatPada: string | null
  readonly dibuatOleh: string
  readonly jabatanPembuat: string
}
export type LetakTertulis = {
  readonly tujuan: string | null
  readonly sasaran: string | null
  readonly program: string | null
  readonly kegiatan: string | null
  readonly subKegiatan: string | null
}
export type RincianIndikator = LetakTertulis & {
  readonly kartu: KartuLengkap
  readonly unit: string
  readonly aktif: boolean
  readonly alasanNonaktif: string
  /** counter for compare-and-set */
  readonly perubahan: number
  readonly alasanVersi: string
  readonly diubahPada: string | null
  readonly diubahOleh: string
  readonly versiLama: readonly VersiKartu[]
  readonly usulan: readonly { id: string; pengusul: string; diajukanPada: string }[]
  readonly renstra: readonly { tahun: number; nilai: string | null; teks: string | null }[]
  readonly realisasi: readonly {
    tahun: number
    triwulan: number
    target: string | null
    nilai: string | null
    kategori: string | null
    sumber: string
  }[]
  readonly pk: readonly PkIndikator[]
}

const LETAK = Prisma.sql`
  left join sub_kegiatan b on b.id = i.sub_kegiatan_id left join kegiatan k on k.id = i.kegiatan_id
  left join program p on p.id = i.program_id left join sasaran s on s.id = i.sasaran_id left join tujuan j on j.id = i.tujuan_id`
const NAMA_LETAK = Prisma.sql`j.uraian as tujuan, s.uraian as sasaran, p.kode || ' ' || p.nama as program,
  k.kode || ' ' || k.nama as kegiatan, b.kode || ' ' || b.nama as "subKegiatan"`

/** One card with its place in the plan, versions, targets, history, and the agreements that carry it. One query; 404 when not of this office. */
export async function ambilIndikator(db: BasisData, pelaku: Pelaku, id: string): Promise<RincianIndikator> {
  const [baris] = await db.baca.$queryRaw<RincianIndikator[]>`
    select ${kartuLengkap} as kartu, i.aktif, i.alasan_nonaktif as "alasanNonaktif", i.perubahan, i.alasan_versi as "alasanVersi",
      i.diubah_pada as "diubahPada", i.diubah_oleh as "diubahOleh", u.nama as unit, ${NAMA_LETAK},
      coalesce((select json_agg(json_build_object('versi', v.versi, 'berlakuTahun', v.berlaku_tahun, 'alasan', v.alasan,
        'dibuatPada', v.dibuat_pada, 'dibuatOleh', v.dibuat_oleh, 'jabatanPembuat', v.jabatan_pembuat) order by v.versi desc)
        from versi_indikator v where v.indikator_id = i.id), '[]') as "versiLama",
      coalesce((select json_agg(json_build_object('id', x.id, 'pengusul', x.pengusul, 'diajukanPada', x.diajukan_pada) order by x.diajukan_pada)
        from usulan_indikator x where x.indikator_id = i.id and x.status = 'DIAJUKAN'), '[]') as usulan,
      coalesce((select json_agg(json_build_object('tahun', t.tahun, 'nilai', trim_scale(t.nilai)::text, 'teks', t.teks) order by t.tahun)
        from target_renstra t where t.indikator_id = i.id and t.jenis <> 'AKHIR'), '[]') as renstra,
      coalesce((select json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'target', trim_scale(r.target)::text,
        'nilai', trim_scale(r.nilai)::text, 'kategori', r.kategori, 'sumber', r.sumber) order by r.tahun, r.triwulan)
        from realisasi_indikator r where r.indikator_id = i.id), '[]') as realisasi,
      coalesce((select json_agg(json_build_object('pkId', pk.id, 'tahun', pk.tahun, 'jenis', pk.jenis, 'jabatan', jb.nama,
        'target', trim_scale(x.target)::text, 'targetAtas', trim_scale(x.target_atas)::text, 'targetTeks', x.target_teks)
        order by pk.tahun desc, pk.berlaku_sejak desc)
        from target_pk x join perjanjian_kinerja pk on pk.id = x.pk_id join jabatan jb on jb.id = pk.jabatan_id
        where x.indikator_id = i.id), '[]') as pk
    from indikator i join unit_kerja u on u.id = i.unit_id ${LETAK}
    where i.id = ${id}::uuid and i.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Indikator')
  return baris
}

/** A card as it is printed. */
export type KartuCetak = LetakTertulis & { readonly kartu: KartuLengkap; readonly unit: string }

/** The cards of the filter in the order of the list, at most 300 (a kecamatan has about sixty). One query. */
export const ambilKartuCetak = (
  db: BasisData,
  pelaku: Pelaku,
  saring: Omit<Saringan, 'halaman'> & { id?: string },
): Promise<KartuCetak[]> =>
  db.baca.$queryRaw<KartuCetak[]>`
    select ${kartuLengkap} as kartu, u.nama as unit, ${NAMA_LETAK}
    from indikator i join unit_kerja u on u.id = i.unit_id ${LETAK}
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and ${saring.id ? Prisma.sql`i.id = ${saring.id}::uuid` : saringIndikator(saring)}
    order by i.jenis, i.urut, i.kode limit 300`

export type KartuVersi = LetakTertulis & VersiKartu & { readonly kartu: KartuLengkap; readonly unit: string }

/** A replaced version of a card with the names of its places; 404 when there is none. */
export async function ambilVersiKartu(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<KartuVersi> {
  const [baris] = await baca.$queryRaw<KartuVersi[]>`
    select v.kartu, v.versi, v.berlaku_tahun as "berlakuTahun", v.alasan, v.dibuat_pada as "dibuatPada", v.dibuat_oleh as "dibuatOleh",
      v.jabatan_pembuat as "jabatanPembuat", u.nama as unit, ${NAMA_LETAK}
    from (select x.*, (x.kartu->>'subKegiatanId')::uuid as sub_kegiatan_id, (x.kartu->>'kegiatanId')::uuid as kegiatan_id,
        (x.kartu->>'programId')::uuid as program_id, (x.kartu->>'sasaranId')::uuid as sasaran_id, (x.kartu->>'tujuanId')::uuid as tujuan_id
      from versi_indikator x where x.indikator_id = ${id}::uuid and x.versi = ${versi} and x.kecamatan_id = ${pelaku.kecamatanId}::uuid) i
      join versi_indikator v on v.id = i.id join unit_kerja u on u.id = v.unit_id ${LETAK}`
  if (!baris) throw galat.tidakDitemukan('Versi kartu')
  return baris
}
