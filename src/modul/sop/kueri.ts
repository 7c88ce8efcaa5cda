import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import { BELUM_SAH, type KeadaanSop, keadaanSop, PENYUSUN_SOP, type StatusVersiSop } from './alur.ts'
import type { KesalahanSop } from './baca-yaml.ts'
import type { DefinisiSop } from './definisi.ts'

/** `db.baca` for pages, `tx` inside a change. */
export type Pembaca = Tx | BasisData['baca']

/** One act on a version, as it is kept beside it. */
export type KejadianVersi = {
  readonly tindakan: string
  /** ISO */
  readonly waktu: string
  readonly pegawaiId: string
  readonly oleh: string
  readonly jabatan: string
  /** reason, or what changed */
  readonly catatan: string
}
/** Signatory, number and dates as they were when the version was approved. */
export type Pengesahan = {
  readonly nomor: string | null
  readonly tanggal: string
  readonly jabatan: string
  readonly nama: string
  readonly pangkat: string | null
  readonly nip: string | null
  /** SHA-256 of the definition in canonical JSON */
  readonly sidik: string
}

export type BarisVersi = {
  readonly id: string
  readonly sopId: string
  readonly kodeSop: string
  readonly nama: string
  readonly tujuan: 'PENGUMPULAN' | 'PENGUKURAN'
  readonly nomorVersi: number
  readonly status: StatusVersiSop
  readonly berlakuSejak: string | null
  readonly dicabutSejak: string | null
  /** day on which a later version begins */
  readonly digantiSejak: string | null
  readonly periode: JenisPeriode[]
  readonly asal: string
  readonly dariVersiId: string | null
  readonly catatanBerkas: KesalahanSop[]
  readonly riwayat: KejadianVersi[]
  readonly pengesahan: Pengesahan | null
  readonly versi: number
}

export type RingkasVersi = BarisVersi & {
  readonly keadaan: KeadaanSop
  readonly jumlahLangkah: number
  readonly jumlahSiklus: number
  readonly jumlahBerjalan: number
}
export type VersiSop = BarisVersi & {
  readonly keadaan: KeadaanSop
  readonly definisi: DefinisiSop
  /** who stands behind each column today: { kode: [names] } */
  readonly pemegang: Readonly<Record<string, string[]>>
}

const SAH = Prisma.sql`('DISAHKAN', 'BERLAKU', 'DICABUT')`
const KOLOM = Prisma.sql`
  v.id, v.sop_id as "sopId", p.kode as "kodeSop", p.nama, p.tujuan, v.nomor_versi as "nomorVersi", v.status,
  v.berlaku_sejak::text as "berlakuSejak", v.dicabut_sejak::text as "dicabutSejak", v.periode, v.asal,
  v.dari_versi_id as "dariVersiId", v.catatan_berkas as "catatanBerkas", v.riwayat, v.pengesahan, v.versi,
  (select min(w.berlaku_sejak) from versi_sop w where w.sop_id = v.sop_id and w.nomor_versi > v.nomor_versi
    and w.status in ${SAH} and (w.dicabut_sejak is null or w.dicabut_sejak > w.berlaku_sejak))::text as "digantiSejak"`

/** The version of each SOP that is in force on a day: the latest that has begun, unless it is revoked. Columns of versi_sop. */
export const sqlVersiBerlaku = ({ kecamatanId }: Pick<Pelaku, 'kecamatanId'>, tanggal: string) => Prisma.sql`
  (select b.* from (
    select distinct on (w.sop_id) w.* from versi_sop w
    where w.kecamatan_id = ${kecamatanId}::uuid and w.status in ${SAH} and w.berlaku_sejak <= ${tanggal}::date
      and (w.dicabut_sejak is null or w.dicabut_sejak > w.berlaku_sejak)
    order by w.sop_id, w.nomor_versi desc) b
  where b.dicabut_sejak is null or b.dicabut_sejak > ${tanggal}::date)`

/** Those who write SOPs see drafts too; for everybody else they do not exist. */
const sqlTampak = (pelaku: Pelaku) =>
  punyaPeran(pelaku, PENYUSUN_SOP) ? Prisma.sql`true` : Prisma.sql`v.status in ${SAH}`

/** All versions of all SOPs (or of one) that this person may see, the newest of each SOP first; discarded drafts last. */
export async function daftarVersiSop(
  baca: Pembaca,
  pelaku: Pelaku,
  { hari, sopId = null }: { hari: string; sopId?: string | null },
): Promise<RingkasVersi[]> {
  const baris = await baca.$queryRaw<Omit<RingkasVersi, 'keadaan'>[]>`
    select ${KOLOM}, jsonb_array_length(v.definisi -> 'langkah') as "jumlahLangkah",
      (select count(*)::int from siklus s where s.versi_sop_id = v.id) as "jumlahSiklus",
      (select count(*)::int from siklus s where s.versi_sop_id = v.id and s.status = 'BERJALAN') as "jumlahBerjalan"
    from sop p join versi_sop v on v.sop_id = p.id
    where p.kecamatan_id = ${pelaku.kecamatanId}::uuid and (${sopId}::uuid is null or p.id = ${sopId}::uuid) and ${sqlTampak(pelaku)}
    order by p.tujuan, p.nama, p.id, v.nomor_versi desc`
  return baris.map((v) => ({ ...v, keadaan: keadaanSop(v, hari) }))
}

/** One SOP version with who stands behind its columns today; 404 when it is not of this office, or a draft of others. */
export async function ambilVersiSop(
  db: { readonly baca: Pembaca },
  pelaku: Pelaku,
  { id, hari }: { id: string; hari: string },
): Promise<VersiSop> {
  const [versi] = await db.baca.$queryRaw<Omit<VersiSop, 'keadaan'>[]>`
    select ${KOLOM}, v.definisi,
      (select coalesce(json_object_agg(k.kode, coalesce((
          select json_agg(distinct g.nama) from pegawai g where g.kecamatan_id = v.kecamatan_id and g.aktif and (
            exists (select 1 from penugasan n join jabatan j on j.id = n.jabatan_id left join unit_kerja u on u.id = j.unit_id
              where n.pegawai_id = g.id and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
                and (k.jabatan @> to_jsonb(j.kode) or (k.peran = '[]' and k.jabatan = '[]' and k.unit @> to_jsonb(u.kode))
                  or (k.peran @> to_jsonb(j.peran::text) and (k.unit = '[]' or k.unit @> to_jsonb(u.kode)))))
            or (k.peran @> '"TIM_SAKIP"' and k.unit = '[]' and exists (select 1 from anggota_tim_sakip a where a.pegawai_id = g.id
              and a.mulai <= ${hari}::date and (a.selesai is null or a.selesai >= ${hari}::date))))), '[]')), '{}')
        from jsonb_to_recordset(v.definisi -> 'pelaksana') as k (kode text, peran jsonb, jabatan jsonb, unit jsonb)) as pemegang
    from versi_sop v join sop p on p.id = v.sop_id where v.id = ${id}::uuid and v.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!versi || (BELUM_SAH.includes(versi.status) && !punyaPeran(pelaku, PENYUSUN_SOP)))
    throw galat.tidakDitemukan('SOP')
  return { ...versi, keadaan: keadaanSop(versi, hari) }
}

/** The one who handed the version to the Camat last, or null. */
export const pengajuSop = ({ riwayat }: Pick<BarisVersi, 'riwayat'>): KejadianVersi | null =>
  riwayat.findLast((k) => k.tindakan === 'AJUKAN') ?? null

/** The last return with its reason, while nothing came after it; null otherwise. */
export function pengembalianTerakhir({
  riwayat,
  status,
}: Pick<BarisVersi, 'riwayat' | 'status'>): KejadianVersi | null {
  const terakhir = riwayat.at(-1)
  return status === 'DRAF' && terakhir?.tindakan === 'KEMBALIKAN' ? terakhir : null
}
