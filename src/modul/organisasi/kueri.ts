import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'

/** `db.baca` for pages, `tx` inside a change. */
export type Pembaca = Tx | BasisData['baca']
export type JenisPenugasan = 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ'
export type JenisNip = 'PNS' | 'PPPK' | 'NON_ASN'
export type JenisUnit = 'KECAMATAN' | 'SEKRETARIAT' | 'SUBBAG' | 'SEKSI' | 'KELURAHAN' | 'DESA'

export type Kecamatan = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly kabupaten: string
  /** place name of letters: "Taman, 20 November 2026" */
  readonly tempat: string
  readonly alamat: string
  readonly telepon: string
  readonly surel: string
  readonly zonaWaktu: string
  readonly kodeSurat: string
}
export type Unit = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly jenis: JenisUnit
  readonly indukId: string | null
  readonly urut: number
  readonly aktif: boolean
}
/** A post with one of its holders on a date. */
export type Pejabat = {
  readonly jabatanId: string
  readonly jabatanKode: string
  readonly jabatanNama: string
  readonly peran: Peran
  readonly unitId: string | null
  readonly kepalaUnit: boolean
  readonly penugasanId: string
  readonly jenisPenugasan: JenisPenugasan
  readonly pegawaiId: string
  readonly nama: string
  readonly nip: string | null
  readonly jenisNip: JenisNip
  readonly pangkat: string | null
  readonly golongan: string | null
}

/** The actor's kecamatan with all that a letterhead needs. */
export async function ambilKecamatan(baca: Pembaca, pelaku: Pelaku): Promise<Kecamatan> {
  const kecamatan = await baca.kecamatan.findFirst({ where: { id: pelaku.kecamatanId } })
  if (!kecamatan) throw galat.tidakDitemukan('Kecamatan')
  return kecamatan
}

/** Units in the order of the office; disabled ones only with `semua`. */
export const daftarUnit = (
  baca: Pembaca,
  pelaku: Pelaku,
  { semua = false }: { semua?: boolean } = {},
): Promise<Unit[]> =>
  baca.$queryRaw<Unit[]>`
    select u.id, u.kode, u.nama, u.jenis, u.induk_id as "indukId", u.urut, u.aktif
    from unit_kerja u where u.kecamatan_id = ${pelaku.kecamatanId}::uuid and (u.aktif or ${semua}) order by u.urut, u.nama`

/**
 * Posts with their holders on a date (YYYY-MM-DD), for the signatories of a document of that date. Where a post has several
 * holders the acting one (Plh., Plt., Pj.) comes first: that person signs while the definitive holder is away.
 */
export const daftarPejabat = (baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<Pejabat[]> =>
  baca.$queryRaw<Pejabat[]>`
    select j.id as "jabatanId", j.kode as "jabatanKode", j.nama as "jabatanNama", j.peran, j.unit_id as "unitId",
      j.kepala_unit as "kepalaUnit", n.id as "penugasanId", n.jenis as "jenisPenugasan", p.id as "pegawaiId", p.nama, p.nip,
      p.jenis_nip as "jenisNip", p.pangkat, p.golongan
    from penugasan n join jabatan j on j.id = n.jabatan_id join pegawai p on p.id = n.pegawai_id
      left join unit_kerja u on u.id = j.unit_id
    where n.kecamatan_id = ${pelaku.kecamatanId}::uuid and ${berlakuPada(tanggal)}
    order by u.urut nulls first, j.urut, j.nama, (n.jenis = 'DEFINITIF'), n.mulai desc, p.nama`

/** Condition: penugasan `n` holds on a date, both ends included. */
export const berlakuPada = (tanggal: string) =>
  Prisma.sql`n.mulai <= ${tanggal}::date and (n.selesai is null or n.selesai >= ${tanggal}::date)`

/** Text for LIKE with what the person typed taken literally. */
export const polaCari = (teks: string): string => `%${teks.replace(/[\\%_]/g, (huruf) => `\\${huruf}`)}%`
