import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'

export type Pembaca = Tx | BasisData['baca']
export type JenisAnggaran = 'DPA' | 'DPPA'
/** A version of the year's budget. Dates are YYYY-MM-DD; money is plain decimals. */
export type DokumenAnggaran = {
  readonly id: string
  readonly tahun: number
  readonly jenis: JenisAnggaran
  readonly nomor: string
  readonly tanggal: string | null
  readonly berlakuSejak: string
  readonly alasanUbah: string
  readonly versi: number
  readonly jumlahSub: number
  readonly total: string | null
  /** amounts of it stand on the form of a siklus that was not cancelled */
  readonly dipakai: boolean
}

const KOLOM = Prisma.sql`d.id, d.tahun, d.jenis, d.nomor, d.tanggal::text, d.berlaku_sejak::text as "berlakuSejak", d.alasan_ubah as "alasanUbah", d.versi,
  (select count(*) from anggaran a where a.dokumen_id = d.id)::int as "jumlahSub",
  (select sum(a.pagu)::text from anggaran a where a.dokumen_id = d.id) as total,
  exists (select 1 from baris_anggaran b join siklus z on z.id = b.siklus_id join anggaran a on a.dokumen_id = d.id and a.sub_kegiatan_id = b.sub_kegiatan_id
    where b.kecamatan_id = d.kecamatan_id and z.status <> 'DIBATALKAN' and z.tahun = d.tahun and z.akhir_periode >= d.berlaku_sejak) as dipakai`

/** DPA and DPPA of a year in the order in which they hold. One query; with `kunci` the rows stay locked. */
export const daftarDokumen = (
  baca: Pembaca,
  pelaku: Pelaku,
  { tahun, kunci = false }: { tahun: number; kunci?: boolean },
): Promise<DokumenAnggaran[]> =>
  baca.$queryRaw<DokumenAnggaran[]>`
    select ${KOLOM} from dokumen_anggaran d where d.kecamatan_id = ${pelaku.kecamatanId}::uuid and d.tahun = ${tahun}
    order by d.berlaku_sejak, d.jenis ${kunci ? Prisma.sql`for update of d` : Prisma.empty}`

/** One of this office, optionally locked; 404 when it is not there. */
export async function ambilDokumen(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<DokumenAnggaran> {
  const [baris] = await baca.$queryRaw<DokumenAnggaran[]>`
    select ${KOLOM} from dokumen_anggaran d where d.kecamatan_id = ${pelaku.kecamatanId}::uuid and d.id = ${id}::uuid
    ${kunci ? Prisma.sql`for update of d` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Dokumen anggaran')
  return baris
}

export type BarisPagu = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly kelurahan: string
  readonly unitId: string | null
  readonly unit: string | null
  readonly kegiatan: string
  /** in the document itself; null: it does not name this sub kegiatan */
  readonly pagu: string | null
  /** what held before the document, or holds now when there is none in view */
  readonly paguLain: string | null
}

type MintaPagu = { tahun: number; dokumenId?: string | null; sebelum?: string | null }
/** Sub kegiatan of a year with what a document says of each. One query. */
export const daftarPagu = (
  baca: Pembaca,
  pelaku: Pelaku,
  { tahun, dokumenId = null, sebelum = null }: MintaPagu,
): Promise<BarisPagu[]> =>
  baca.$queryRaw<BarisPagu[]>`
    select s.id, s.kode, s.nama, s.kelurahan, s.unit_id as "unitId", u.nama as unit, k.kode || ' ' || k.nama as kegiatan,
      (select trim_scale(a.pagu)::text from anggaran a where a.dokumen_id = ${dokumenId}::uuid and a.sub_kegiatan_id = s.id) as pagu,
      (select trim_scale(a.pagu)::text from anggaran a where a.sub_kegiatan_id = s.id and a.tahun = ${tahun} and a.dokumen_id is distinct from ${dokumenId}::uuid
        and a.berlaku_sejak <= coalesce(${sebelum}::date, 'infinity'::date) order by a.berlaku_sejak desc, (a.jenis = 'DPPA') desc limit 1) as "paguLain"
    from sub_kegiatan s join kegiatan k on k.id = s.kegiatan_id join program p on p.id = k.program_id left join unit_kerja u on u.id = s.unit_id
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (coalesce(least(s.sampai_tahun, k.sampai_tahun, p.sampai_tahun), 9999) >= ${tahun}
        or exists (select 1 from anggaran a where a.dokumen_id = ${dokumenId}::uuid and a.sub_kegiatan_id = s.id))
    order by s.kode, s.kelurahan`
