import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { type BatasRataRata, SKALA_PERMENDAGRI_86, type Skala } from '../../pengukuran/index.ts'

type Pembaca = Tx | BasisData['baca']

/** How a year's capaian are judged and rolled up. */
export type AturanNilai = Skala & {
  readonly batasRataRata: BatasRataRata
  /** the office's capaian is the mean of all sasaran or of the tujuan */
  readonly organisasi: 'SASARAN' | 'TUJUAN'
  /** weights of sasaran and tujuan by id; missing: 1 */
  readonly bobot: Readonly<Record<string, string>>
}
export type AturanTahun = AturanNilai & {
  readonly id: string
  /** first year for which it holds */
  readonly tahun: number
  readonly alasan: string
  readonly diubahPada: Date | null
  readonly diubahOleh: string
  readonly versi: number
  /** a recap was made by it: it is replaced for a later year, never changed */
  readonly dipakai: boolean
}

const BAKU: AturanNilai = { ...SKALA_PERMENDAGRI_86, batasRataRata: '120', organisasi: 'SASARAN', bobot: {} }

/** The rules of a year: its own, the last earlier ones, else the scale of Permendagri 86/2017 with the house's cap. One query. */
export async function ambilAturanNilai(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<AturanNilai> {
  const [baris] = await baca.$queryRaw<AturanNilai[]>`
    select nama, sumber, kelas, batas_rata_rata as "batasRataRata", organisasi, bobot from skala_predikat
    where kecamatan_id = ${pelaku.kecamatanId}::uuid and tahun <= ${tahun} order by tahun desc limit 1`
  return baris ?? BAKU
}

/** SQL: name, source and classes of the scale for the year of the siklus `s` as JSON; null where the office wrote none. */
export const SQL_SKALA_SIKLUS = Prisma.sql`(select json_build_object('nama', k.nama, 'sumber', k.sumber, 'kelas', k.kelas) from skala_predikat k
  where k.kecamatan_id = s.kecamatan_id and k.tahun <= s.tahun order by k.tahun desc limit 1)`
/** What SQL_SKALA_SIKLUS found, else the scale of Permendagri 86/2017. */
export const skalaAtauBaku = (skala: Skala | null): Skala => skala ?? SKALA_PERMENDAGRI_86

/** Only the scale of a year's rules, as it is stored with a result. One query. */
export async function ambilSkala(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<Skala> {
  const { nama, sumber, kelas } = await ambilAturanNilai(baca, pelaku, tahun)
  return { nama, sumber, kelas }
}

/** SQL: is there a frozen recap of a year for which the rules of the row `k` hold? */
const DIPAKAI = Prisma.sql`exists (select 1 from rekap r join siklus s on s.id = r.siklus_id
  where r.kecamatan_id = k.kecamatan_id and s.status <> 'DIBATALKAN' and s.tahun >= k.tahun and s.tahun < coalesce(
    (select min(n.tahun) from skala_predikat n where n.kecamatan_id = k.kecamatan_id and n.tahun > k.tahun), 9999))`
const KOLOM = Prisma.sql`k.id, k.tahun, k.nama, k.sumber, k.kelas, k.batas_rata_rata as "batasRataRata", k.organisasi, k.bobot, k.alasan,
  k.diubah_pada as "diubahPada", k.diubah_oleh as "diubahOleh", k.versi, ${DIPAKAI} as dipakai`

/** Rules of all years, newest first. One query. */
export const daftarAturan = (baca: Pembaca, pelaku: Pelaku): Promise<AturanTahun[]> =>
  baca.$queryRaw<AturanTahun[]>`
    select ${KOLOM} from skala_predikat k where k.kecamatan_id = ${pelaku.kecamatanId}::uuid order by k.tahun desc`

/** Rules of one year of this office; with `kunci` the row stays locked. 404 when they are not there. */
export async function ambilAturanTahun(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<AturanTahun> {
  const [baris] = await baca.$queryRaw<AturanTahun[]>`
    select ${KOLOM} from skala_predikat k where k.kecamatan_id = ${pelaku.kecamatanId}::uuid and k.id = ${id}::uuid
    ${kunci ? Prisma.sql`for update of k` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Aturan penilaian')
  return baris
}

export type Berbobot = { readonly id: string; readonly jenis: 'Tujuan' | 'Sasaran'; readonly nama: string }

/** Tujuan and sasaran that may have a weight in a year: those of a Renstra that covers it. One query. */
export const daftarBerbobot = (baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<Berbobot[]> =>
  baca.$queryRaw<Berbobot[]>`
    select x.id, x.jenis, x.nama from (
      select t.id, 'Tujuan' as jenis, t.uraian as nama, t.urut, 0 as ke, t.renstra_id from tujuan t where t.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union all select s.id, 'Sasaran', s.uraian, t.urut, s.urut, t.renstra_id from sasaran s join tujuan t on t.id = s.tujuan_id
        where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ) x join renstra r on r.id = x.renstra_id where ${tahun} between r.tahun_awal and r.tahun_akhir
    order by r.tahun_awal, x.urut, x.ke`

/** Is there a frozen recap of this year or a later one that rules beginning with it would judge anew? */
export async function adaRekapSejak(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<boolean> {
  const [baris] = await baca.$queryRaw<{ ada: boolean }[]>`
    select exists (select 1 from rekap r join siklus s on s.id = r.siklus_id
      where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.status <> 'DIBATALKAN' and s.tahun >= ${tahun}
        and s.tahun < coalesce((select min(n.tahun) from skala_predikat n where n.kecamatan_id = r.kecamatan_id and n.tahun > ${tahun}), 9999)) as ada`
  return baris?.ada ?? false
}
