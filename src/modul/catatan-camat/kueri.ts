import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitDipimpin } from '../../inti/pelaku.ts'
import { PENCATAT, type UntukHak } from './alur.ts'

type Baca = BasisData['baca'] | Tx

/** A note with its answer, and where what it is about can be looked at. */
export type Catatan = UntukHak & {
  readonly id: string
  readonly siklusId: string | null
  readonly indikatorId: string | null
  readonly formulirId: string | null
  readonly kepada: string
  readonly perihal: string
  readonly keadaan: string
  readonly teks: string
  readonly penulis: string
  readonly jabatan: string
  readonly ditulisPada: Date
  readonly jawaban: string
  readonly penanggap: string
  readonly jabatanPenanggap: string
  readonly ditanggapiPada: Date | null
  readonly versi: number
}

/** Notes of the office, by `syarat` on c (catatan_camat); those that wait first, then the newest. One query. */
const muat = (baca: Baca, pelaku: Pelaku, syarat: Prisma.Sql, batas = 200): Promise<Catatan[]> =>
  baca.$queryRaw<Catatan[]>`
    select c.id, c.siklus_id as "siklusId", c.indikator_id as "indikatorId", c.unit_id as "unitId", f.id as "formulirId", c.tujuan, c.kepada,
      c.perihal, c.keadaan, c.teks, c.tenggat::text as tenggat, c.penulis_id as "penulisId", c.penulis, c.jabatan,
      c.ditulis_pada as "ditulisPada", c.status, c.jawaban, c.penanggap, c.jabatan_penanggap as "jabatanPenanggap",
      c.ditanggapi_pada as "ditanggapiPada", c.versi
    from catatan_camat c left join formulir f on f.siklus_id = c.siklus_id and f.unit_id = c.unit_id and f.kecamatan_id = c.kecamatan_id
    where c.kecamatan_id = ${pelaku.kecamatanId}::uuid and ${syarat}
    order by c.status in ('TERKIRIM', 'DIJAWAB') desc, c.ditulis_pada desc, c.id limit ${batas}`

/** What this person may read: the Camat everything, everybody else what was written to or by that person. */
function terlihat(pelaku: Pelaku): Prisma.Sql {
  if (punyaPeran(pelaku, PENCATAT)) return Prisma.sql`true`
  return Prisma.sql`(c.penulis_id = ${pelaku.pegawaiId}::uuid or (c.tujuan = 'UNIT' and c.unit_id = any(${unitDipimpin(pelaku)}::uuid[]))
    or (c.tujuan = 'SEKCAM' and ${punyaPeran(pelaku, ['SEKCAM'])}) or (c.tujuan = 'TIM' and ${punyaPeran(pelaku, ['TIM_SAKIP'])}))`
}

/** The notes that this person may read; only those that wait for somebody, or all. */
export const daftarCatatan = (baca: Baca, pelaku: Pelaku, { semua }: { semua: boolean }): Promise<Catatan[]> =>
  muat(baca, pelaku, semua ? terlihat(pelaku) : Prisma.sql`${terlihat(pelaku)} and c.status in ('TERKIRIM', 'DIJAWAB')`)

/** One note; throws 404 when there is none for this person. */
export async function ambilCatatan(baca: Baca, pelaku: Pelaku, id: string): Promise<Catatan> {
  const [catatan] = await muat(baca, pelaku, Prisma.sql`c.id = ${id}::uuid and ${terlihat(pelaku)}`)
  if (!catatan) throw galat.tidakDitemukan('Catatan')
  return catatan
}

/** All notes about a siklus, for its archive. */
export const daftarCatatanSiklus = (baca: Baca, pelaku: Pelaku, siklusId: string): Promise<Catatan[]> =>
  muat(baca, pelaku, Prisma.sql`c.siklus_id = ${siklusId}::uuid`, 100_000)
