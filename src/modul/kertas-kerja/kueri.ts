import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type KartuBaris,
  type KoreksiBaris,
  type NilaiLalu,
  type StatusIsian,
  sqlKoreksi,
  type TargetBaris,
} from '../formulir/index.ts'
import type { AturanNilai } from '../perencanaan/index.ts'
import type { BarisSiklus, Pembaca } from '../siklus/index.ts'
import type { HasilUkur } from './hasil-ukur.ts'
import type { Metodologi } from './metodologi.ts'
import type { Induk } from './pohon-gulung.ts'

export type JenisSumber = 'FORMULIR' | 'SIKLUS' | 'LANGSUNG'
/** A recap the figures were taken from, frozen and approved. */
export type SumberRekap = {
  readonly siklusId: string
  /** "Pengumpulan Data Kinerja Triwulan II 2026" */
  readonly nama: string
  readonly rekapId: string | null
  readonly versi: number | null
  readonly sha256: string
}
export type KepalaKertas = {
  readonly id: string
  readonly sumber: JenisSumber | null
  readonly sumberRincian: readonly SumberRekap[]
  readonly alasanTanpaSumber: string
  /** rules of the year by which the results were computed and are rolled up; null before that */
  readonly aturan?: AturanNilai | null
  readonly versi: number
}
export type CatatanUnit = {
  readonly kendala?: string
  readonly faktorPendorong?: string
  readonly tindakLanjut?: string
}
/** One indicator of the Kertas Kerja. Numbers are plain decimals. */
export type BarisKertas = {
  readonly id: string
  readonly indikatorId: string
  readonly unitId: string
  readonly unit: string
  readonly unitUrut: number
  readonly urut: number
  readonly kartu: KartuBaris
  readonly target: TargetBaris
  readonly jatuhTempo: boolean
  readonly induk: Induk
  readonly metodologi: Metodologi
  readonly alasanMetodologi: string
  readonly status: StatusIsian
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
  readonly nilai: string | null
  readonly alasanTidakBerlaku: string
  readonly sumberAngka: string
  /** pieces of evidence in the form it was taken from */
  readonly sumberBukti: number
  readonly catatanUnit: CatatanUnit
  readonly hasil: HasilUkur | null
  readonly penyebab: string
  readonly hambatan: string
  readonly solusi: string
  readonly programPenunjang: string
  readonly terbuka: boolean
  readonly alasanKembali: string | null
  readonly versi: number
  readonly diubahOleh: string
  readonly diubahOlehId: string | null
  readonly diubahPada: string | null
  readonly jumlahBukti: number
  /** realised values of earlier periods */
  readonly lalu: readonly NilaiLalu[]
  /** approved koreksi of its figure, here or in the collection it was taken from; the row stays as it was approved */
  readonly koreksi?: readonly KoreksiBaris[]
  /** a value of an earlier period of this year was corrected */
  readonly laluDikoreksi?: boolean
}
export type KertasKerja = { readonly kepala: KepalaKertas; readonly baris: readonly BarisKertas[] }

/** Quarter under which the history keeps the period's values; -1 for periods it does not know. */
export const triwulanPeriode = ({ jenisPeriode, nomorPeriode }: Pick<BarisSiklus, 'jenisPeriode' | 'nomorPeriode'>) =>
  jenisPeriode === 'TRIWULAN' ? nomorPeriode : jenisPeriode === 'TAHUN' ? 0 : -1

const INDIKATOR_INI = Prisma.sql`o.kecamatan_id = b.kecamatan_id and o.indikator_id = b.indikator_id`
const isiBaris = (siklus: BarisSiklus) => Prisma.sql`json_build_object('id', b.id, 'indikatorId', b.indikator_id,
  'unitId', b.unit_id, 'unit', u.nama, 'unitUrut', u.urut, 'urut', b.urut, 'kartu', b.kartu, 'target', b.target, 'jatuhTempo', b.jatuh_tempo,
  'induk', b.induk, 'metodologi', b.metodologi, 'alasanMetodologi', b.alasan_metodologi, 'status', b.status,
  'variabel', b.variabel, 'kategori', b.kategori, 'nilai', trim_scale(b.nilai)::text, 'alasanTidakBerlaku', b.alasan_tidak_berlaku,
  'sumberAngka', b.sumber_angka, 'sumberBukti', b.sumber_bukti, 'catatanUnit', b.catatan_unit, 'hasil', b.hasil,
  'penyebab', b.penyebab, 'hambatan', b.hambatan, 'solusi', b.solusi, 'programPenunjang', b.program_penunjang,
  'terbuka', b.terbuka, 'alasanKembali', b.alasan_kembali, 'versi', b.versi, 'diubahOleh', b.diubah_oleh,
  'diubahOlehId', b.diubah_oleh_id, 'diubahPada', b.diubah_pada,
  'jumlahBukti', (select count(*) from bukti g where g.baris_id = b.id and g.kecamatan_id = b.kecamatan_id),
  'lalu', coalesce((select json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'nilai', trim_scale(r.nilai)::text,
      'kategori', r.kategori) order by r.tahun, r.triwulan)
    from realisasi_indikator r where r.kecamatan_id = b.kecamatan_id and r.indikator_id = b.indikator_id
      and r.tahun between ${siklus.tahun}::int - 3 and ${siklus.tahun}::int
      and not (r.tahun = ${siklus.tahun}::int and r.triwulan = ${triwulanPeriode(siklus)}::int)), '[]'),
  'koreksi', ${sqlKoreksi(Prisma.sql`${INDIKATOR_INI} and (o.siklus_id = b.siklus_id
    or o.siklus_id::text in (select x ->> 'siklusId' from jsonb_array_elements(k.sumber_rincian) x))`)},
  'laluDikoreksi', exists (select 1 from koreksi o join siklus z on z.id = o.siklus_id where o.status = 'DISETUJUI' and ${INDIKATOR_INI}
    and z.tahun = ${siklus.tahun}::int and z.akhir_periode < ${siklus.akhirPeriode}::date))`

/** The Kertas Kerja of a siklus with all its rows, by unit; null while no step has opened it. One query. */
export async function cariKertasKerja(baca: Pembaca, siklus: BarisSiklus): Promise<KertasKerja | null> {
  const [k] = await baca.$queryRaw<KertasKerja[]>`
    select json_build_object('id', k.id, 'sumber', k.sumber, 'sumberRincian', k.sumber_rincian,
        'alasanTanpaSumber', k.alasan_tanpa_sumber, 'aturan', k.aturan, 'versi', k.versi) as kepala,
      coalesce((select json_agg(${isiBaris(siklus)} order by u.urut, u.nama, b.urut)
        from baris_kertas_kerja b join unit_kerja u on u.id = b.unit_id
        where b.siklus_id = k.siklus_id and b.kecamatan_id = k.kecamatan_id), '[]') as baris
    from kertas_kerja k where k.siklus_id = ${siklus.id}::uuid and k.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return k ?? null
}

/** The same; 404 when there is none yet. */
export async function ambilKertasKerja(baca: Pembaca, siklus: BarisSiklus): Promise<KertasKerja> {
  const kertas = await cariKertasKerja(baca, siklus)
  if (!kertas) throw galat.tidakDitemukan('Kertas Kerja')
  return kertas
}

/** A row of a loaded Kertas Kerja; 404 when it is not there. */
export function barisDari({ baris }: KertasKerja, id: string): BarisKertas {
  const ada = baris.find((b) => b.id === id)
  if (!ada) throw galat.tidakDitemukan('Indikator')
  return ada
}

export type BuktiKertas = {
  readonly id: string
  readonly barisId: string
  readonly berkasId: string | null
  readonly namaBerkas: string | null
  readonly mime: string | null
  readonly ukuran: number | null
  readonly sha256: string | null
  readonly tautan: string
  readonly tempatKertas: string
  readonly keterangan: string
  readonly dibuatOleh: string
  readonly dibuatPada: Date
}

/** Evidence of one row, oldest first. */
export const daftarBuktiKertas = (
  baca: BasisData['baca'] | Pembaca,
  pelaku: Pelaku,
  { siklusId, barisId }: { siklusId: string; barisId: string },
): Promise<BuktiKertas[]> =>
  baca.$queryRaw<BuktiKertas[]>`
    select k.id, k.baris_id as "barisId", k.berkas_id as "berkasId", b.nama as "namaBerkas", b.mime, b.ukuran, b.sha256, k.tautan,
      k.tempat_kertas as "tempatKertas", k.keterangan, k.dibuat_oleh as "dibuatOleh", k.dibuat_pada as "dibuatPada"
    from bukti k left join berkas b on b.id = k.berkas_id
    where k.siklus_id = ${siklusId}::uuid and k.kecamatan_id = ${pelaku.kecamatanId}::uuid and k.baris_id = ${barisId}::uuid
    order by k.dibuat_pada, k.id`
