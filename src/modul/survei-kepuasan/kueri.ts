import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import type { StatusSurvei } from './alur.ts'
import type { CaraSurvei } from './isian.ts'

export type Pembaca = Tx | BasisData['baca']
export type Unsur = {
  readonly kode: string
  readonly nama: string
  readonly pertanyaan: string
  /** the worst first: their place is their score */
  readonly jawaban: readonly string[]
  readonly bobot: string | null
  readonly jumlahNilai: number | null
  readonly responden: number | null
  /** how many answered 1, 2, 3, 4 */
  readonly sebaran: readonly number[] | null
}
export type Survei = {
  readonly id: string
  readonly unitId: string
  readonly unitNama: string
  readonly layanan: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  /** YYYY-MM-DD */
  readonly akhirPeriode: string
  readonly cara: CaraSurvei
  readonly status: StatusSurvei
  readonly populasi: number | null
  readonly keterangan: string
  readonly ikm: string | null
  readonly responden: number | null
  readonly sumber: string
  readonly tautan: string | null
  readonly batasHarian: number
  readonly nomorTerakhir: number
  readonly ditutupOleh: string
  readonly versi: number
  readonly unsur: readonly Unsur[]
  /** "kelamin.L" → how many; of the questionnaires, or as entered */
  readonly profil: Readonly<Record<string, number>>
  /** questionnaires that count, by where they came from, and those that do not */
  readonly kuesioner: { readonly petugas: number; readonly pengunjung: number; readonly batal: number }
}

/** Sums of the single questionnaires take the place of entered totals. */
const UNSUR = Prisma.sql`coalesce((select json_agg(json_build_object('kode', u.kode, 'nama', u.nama, 'pertanyaan', u.pertanyaan,
    'jawaban', u.jawaban, 'bobot', trim_scale(u.bobot)::text,
    'jumlahNilai', case when s.cara = 'KUESIONER' then n.jumlah else u.jumlah_nilai end,
    'responden', case when s.cara = 'KUESIONER' then n.banyak else u.responden end,
    'sebaran', case when s.cara = 'KUESIONER' then n.sebaran else u.sebaran::json end) order by u.urut)
  from unsur_survei u left join lateral (
    select nullif(count(*), 0)::int as banyak, sum((j.nilai ->> u.kode)::int)::int as jumlah,
      json_build_array(count(*) filter (where j.nilai ->> u.kode = '1'), count(*) filter (where j.nilai ->> u.kode = '2'),
        count(*) filter (where j.nilai ->> u.kode = '3'), count(*) filter (where j.nilai ->> u.kode = '4')) as sebaran
    from jawaban_survei j where j.survei_id = s.id and j.kecamatan_id = s.kecamatan_id and j.alasan_batal = '' and j.nilai ? u.kode
  ) n on s.cara = 'KUESIONER'
  where u.survei_id = s.id and u.kecamatan_id = s.kecamatan_id), '[]')`

const PROFIL = Prisma.sql`case when s.cara <> 'KUESIONER' then s.profil::json else coalesce((
    select json_object_agg(x.kunci, x.banyak) from (
      select p.kunci, count(*)::int as banyak from jawaban_survei j cross join lateral (values ('umur.' || nullif(j.umur, '')),
        ('kelamin.' || nullif(j.kelamin, '')), ('pendidikan.' || nullif(j.pendidikan, '')), ('pekerjaan.' || nullif(j.pekerjaan, ''))) p(kunci)
      where j.survei_id = s.id and j.kecamatan_id = s.kecamatan_id and j.alasan_batal = '' and p.kunci is not null group by 1) x), '{}') end`

const KUESIONER = Prisma.sql`(select json_build_object('petugas', count(*) filter (where j.alasan_batal = '' and j.asal = 'PETUGAS'),
    'pengunjung', count(*) filter (where j.alasan_batal = '' and j.asal = 'PENGUNJUNG'), 'batal', count(*) filter (where j.alasan_batal <> ''))
  from jawaban_survei j where j.survei_id = s.id and j.kecamatan_id = s.kecamatan_id)`

type Saringan = { readonly id?: string; readonly tahun?: number; readonly sampai?: string; readonly ditutup?: boolean }

/** Surveys of the office with everything a page or a document needs, in one query; newest period first, of those that end on one day the widest. */
export const daftarSurvei = (
  baca: Pembaca,
  pelaku: Pick<Pelaku, 'kecamatanId'>,
  { id, tahun, sampai, ditutup = false }: Saringan,
): Promise<Survei[]> =>
  baca.$queryRaw<Survei[]>`
    select s.id, s.unit_id as "unitId", w.nama as "unitNama", s.layanan, s.jenis_periode as "jenisPeriode", s.tahun,
      s.nomor_periode as "nomorPeriode", s.akhir_periode::text as "akhirPeriode", s.cara, s.status, s.populasi, s.keterangan,
      s.ikm::text as ikm, s.responden, s.sumber, s.tautan, s.batas_harian as "batasHarian", s.nomor_terakhir as "nomorTerakhir",
      s.ditutup_oleh as "ditutupOleh", s.versi, ${UNSUR} as unsur, ${PROFIL} as profil, ${KUESIONER} as kuesioner
    from survei_kepuasan s join unit_kerja w on w.id = s.unit_id
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid)
      and (${tahun ?? null}::int is null or s.tahun = ${tahun ?? null}::int)
      and (${sampai ?? null}::date is null or s.akhir_periode <= ${sampai ?? null}::date)
      and (not ${ditutup} or s.status = 'DITUTUP')
    order by s.akhir_periode desc, s.jenis_periode desc, s.layanan, s.id limit 200`

/** One survey of this office; 404 otherwise. */
export async function ambilSurvei(baca: Pembaca, pelaku: Pick<Pelaku, 'kecamatanId'>, id: string): Promise<Survei> {
  const [survei] = await daftarSurvei(baca, pelaku, { id })
  if (!survei) throw galat.tidakDitemukan('Survei')
  return survei
}

/** The same, its row locked until the transaction ends. */
export async function ambilSurveiTerkunci(tx: Tx, pelaku: Pelaku, id: string): Promise<Survei> {
  await tx.$executeRaw`select 1 from survei_kepuasan where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  return ambilSurvei(tx, pelaku, id)
}

/** The same, locked; 409 when it is not the version the page showed. */
export async function ambilSurveiTetap(tx: Tx, pelaku: Pelaku, id: string, versi: number): Promise<Survei> {
  const survei = await ambilSurveiTerkunci(tx, pelaku, id)
  if (survei.versi !== versi) throw galat.sudahBerubah('Survei ini')
  return survei
}

/** Years that have surveys. */
export async function tahunSurvei(baca: Pembaca, pelaku: Pelaku): Promise<number[]> {
  const baris = await baca.$queryRaw<{ tahun: number }[]>`
    select distinct tahun from survei_kepuasan where kecamatan_id = ${pelaku.kecamatanId}::uuid order by 1`
  return baris.map((b) => b.tahun)
}

export type Jawaban = {
  readonly id: string
  readonly nomor: number
  readonly asal: 'PETUGAS' | 'PENGUNJUNG'
  readonly nilai: Readonly<Record<string, number>>
  readonly umur: string
  readonly kelamin: string
  readonly pendidikan: string
  readonly pekerjaan: string
  readonly saran: string
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly alasanBatal: string
}
type SaringJawaban = {
  readonly surveiId: string
  readonly batas?: number
  readonly lewati?: number
  readonly terpakai?: boolean
  readonly id?: string | null
}
/** Questionnaires of a survey, the newest first; at most 20.000. */
export const daftarJawaban = (
  baca: Pembaca,
  pelaku: Pelaku,
  { surveiId, batas = 20_000, lewati = 0, terpakai = false, id = null }: SaringJawaban,
): Promise<Jawaban[]> =>
  baca.$queryRaw<Jawaban[]>`
    select j.id, j.nomor, j.asal, j.nilai, j.umur, j.kelamin, j.pendidikan, j.pekerjaan, j.saran, j.tanggal::text as tanggal,
      j.alasan_batal as "alasanBatal"
    from jawaban_survei j where j.survei_id = ${surveiId}::uuid and j.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (not ${terpakai} or j.alasan_batal = '') and (${id}::uuid is null or j.id = ${id}::uuid)
    order by j.nomor desc limit ${batas} offset ${lewati}`

/** Suggestions of questionnaires that count, the newest first. */
export async function daftarSaran(
  baca: Pembaca,
  pelaku: Pelaku,
  { surveiId, batas }: { surveiId: string; batas: number },
): Promise<string[]> {
  const baris = await baca.$queryRaw<{ saran: string }[]>`
    select j.saran from jawaban_survei j where j.survei_id = ${surveiId}::uuid and j.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and j.alasan_batal = '' and j.saran <> '' order by j.nomor desc limit ${batas}`
  return baris.map((b) => b.saran)
}
