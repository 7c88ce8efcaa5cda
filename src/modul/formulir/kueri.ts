import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitIsian } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode } from '../../inti/waktu/index.ts'
import { PENGAWAS_SIKLUS } from '../berkas/index.ts'
import type { Skala } from '../pengukuran/index.ts'
import { SQL_SKALA_SIKLUS, skalaAtauBaku } from '../perencanaan/index.ts'
import { melihatSemua, type Pembaca, SQL_KOLOM_PENGELOLA } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import { type Pembagian, SQL_PEMBAGIAN } from './delegasi/pembagian.ts'
import type { NilaiLalu, StatusIsian } from './hitung-baris.ts'
import type { KartuBaris, TargetBaris } from './kartu.ts'
import type { KertasBaris } from './kertas/kertas-baris.ts'
import type { SerahKertas } from './kertas/serah-kertas.ts'
import type { AngkaAnggaran, KoreksiBaris } from './koreksi-baris.ts'
import { SQL_PENERIMA_KERTAS } from './penerima-kertas.ts'
import { ISI_FORMULIR } from './sql-formulir.ts'
import { URUT_PENGISIAN } from './urut-pengisian.ts'

export type StatusFormulir = 'DISIAPKAN' | 'DIBAGIKAN' | 'DITERIMA' | 'DISERAHKAN' | 'DIKEMBALIKAN'

/** One indicator row of a form with all that a page, the recap or a document needs of it. Numbers are plain decimals. */
export type BarisIsian = {
  readonly id: string
  readonly indikatorId: string
  readonly targetPkId: string | null
  readonly urut: number
  readonly kartu: KartuBaris
  readonly target: TargetBaris
  /** false: not due in this period */
  readonly jatuhTempo: boolean
  readonly status: StatusIsian
  /** what was entered per variable code */
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
  /** computed from the variables by the card's method; null also for a filled row that cannot be computed */
  readonly nilai: string | null
  readonly alasanTidakBerlaku: string
  readonly kendala: string
  readonly faktorPendorong: string
  readonly tindakLanjut: string
  readonly keterangan: string
  /** may be changed now: the form is with the unit and the row is not closed by a partial return */
  readonly terbuka: boolean
  readonly alasanKembali: string | null
  readonly versi: number
  readonly diubahOleh: string
  readonly diubahOlehId: string | null
  readonly diubahPada: Date | null
  readonly jumlahBukti: number
  /** realised values of this and earlier years, for history, jumps and aggregation */
  readonly lalu: readonly NilaiLalu[]
  /** approved koreksi of its figure, the oldest first; the figures above stay as they were approved */
  readonly koreksi?: readonly KoreksiBaris[]
  /** the last paper from which it was taken over */
  readonly kertas?: KertasBaris | null
  /** questions about it that are not settled */
  readonly tanya?: number
}
/** One budget row: realised money up to the end of the period. */
export type BarisAnggaranIsian = {
  readonly id: string
  readonly subKegiatanId: string
  readonly urut: number
  readonly kode: string
  readonly nama: string
  readonly pagu: string
  readonly status: StatusIsian
  readonly realisasi: string | null
  readonly keterangan: string
  readonly terbuka: boolean
  readonly alasanKembali: string | null
  readonly versi: number
  readonly diubahOleh: string
  readonly diubahOlehId: string | null
  readonly diubahPada: Date | null
  /** realised up to the end of the quarter before, in this year; null when nothing is recorded */
  readonly sebelumnya: string | null
  /** approved koreksi of it, the oldest first; the figures above stay as they were approved */
  readonly koreksi?: readonly KoreksiBaris<AngkaAnggaran>[]
  readonly kertas?: KertasBaris | null
  /** questions about it that are not settled */
  readonly tanya?: number
}
/** The form of one unit with its rows, in the order of the office. */
export type FormulirUnit = {
  readonly id: string
  readonly siklusId: string
  readonly unitId: string
  readonly unitKode: string
  readonly unitNama: string
  readonly urut: number
  readonly status: StatusFormulir
  readonly putaran: number
  readonly catatan: string
  readonly dibagikanPada: Date | null
  readonly dibagikanOleh: string
  readonly diterimaPada: Date | null
  readonly penerima: string
  readonly jabatanPenerima: string
  readonly caraTerima: string
  /** scan of a receipt on paper */
  readonly berkasTerimaId?: string | null
  readonly diserahkanPada: Date | null
  readonly penyerahId: string | null
  readonly penyerah: string
  readonly jabatanPenyerah: string
  /** handed in on paper; null in the application */
  readonly serahKertas?: SerahKertas | null
  readonly versi: number
  readonly baris: readonly BarisIsian[]
  readonly anggaran: readonly BarisAnggaranIsian[]
}
export type FormulirLengkap = FormulirUnit & {
  readonly siklus: {
    readonly id: string
    readonly namaSop: string
    readonly periode: Periode
    readonly namaPeriode: string
    /** YYYY-MM-DD */
    readonly akhirPeriode: string
    readonly tenggat: string | null
    /** nothing of it changes any more; null: it goes on */
    readonly akhir?: 'DIARSIPKAN' | 'DIBATALKAN' | null
    /** scale of the year, for the predikat beside a capaian */
    readonly skala: Skala
  }
  /** the step in which the forms are filled in; null in an SOP without one */
  readonly langkah: { readonly kode: string; readonly status: string; readonly tenggat: string | null } | null
  /** the unit's part of that step */
  readonly bagian: { readonly status: string; readonly alasanKembali: string | null } | null
  /** which row the head gave to whom, and whether others may type */
  readonly pembagian: Pembagian
  /** columns of the SOP that work with the forms of all units */
  readonly pengelola: readonly PelaksanaSop[]
  /** columns that take papers in where the SOP has none for Tim SAKIP */
  readonly penerimaKertas: readonly PelaksanaSop[]
}

/**
 * All forms of a siklus in one query: rows with what was entered, cards, targets, counts of evidence, earlier values; and
 * the budget rows. The recap, the matrix of completeness and the documents build on it. Scoped to the actor's kecamatan only:
 * callers decide who may see it.
 */
export async function ambilIsianSiklus(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<FormulirUnit[]> {
  const baris = await baca.$queryRaw<{ isi: FormulirMentah }[]>`
    select ${ISI_FORMULIR} as isi
    from formulir f join unit_kerja u on u.id = f.unit_id join siklus s on s.id = f.siklus_id
    where f.siklus_id = ${siklusId}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by f.urut, u.urut`
  return baris.map((b) => bacaFormulir(b.isi))
}

type LengkapMentah = {
  isi: FormulirMentah
  namaSop: string
  jenisPeriode: Periode['jenis']
  tahun: number
  nomorPeriode: number
  akhirPeriode: string
  tenggat: string | null
  akhir: 'DIARSIPKAN' | 'DIBATALKAN' | null
  skala: Skala | null
  langkah: FormulirLengkap['langkah']
  bagian: FormulirLengkap['bagian']
  pembagian: Pembagian
  pengelola: PelaksanaSop[]
  penerimaKertas: PelaksanaSop[]
}

/** One form with its siklus and step, if this person may see it: the unit's people and those who see every form; else 404. */
export const ambilFormulir = async (baca: Pembaca, pelaku: Pelaku, id: string): Promise<FormulirLengkap> =>
  pastikanTerlihat(pelaku, await muatFormulir(baca, pelaku, id))

/** The same for a page, kept while nothing was written in the office. */
export const bukaFormulir = async (db: BasisData, pelaku: Pelaku, id: string): Promise<FormulirLengkap> =>
  pastikanTerlihat(pelaku, await db.ingat(pelaku, `formulir:${id}`, () => muatFormulir(db.baca, pelaku, id)))

function pastikanTerlihat(pelaku: Pelaku, formulir: FormulirLengkap | null): FormulirLengkap {
  if (!formulir || !bolehMelihat(pelaku, formulir.unitId, melihatSemua(formulir.pengelola, pelaku)))
    throw galat.tidakDitemukan('Formulir')
  return formulir
}

async function muatFormulir(baca: Pembaca, pelaku: Pelaku, id: string): Promise<FormulirLengkap | null> {
  const [b] = await baca.$queryRaw<LengkapMentah[]>`
    select ${ISI_FORMULIR} as isi, p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      s.akhir_periode::text as "akhirPeriode", s.tenggat::text as tenggat,
      case when s.diarsipkan_pada is not null then 'DIARSIPKAN' when s.status = 'DIBATALKAN' then 'DIBATALKAN' end as akhir,
      json_build_object('kode', l.kode, 'status', l.status, 'tenggat', l.tenggat) as langkah,
      case when g.id is not null then json_build_object('status', g.status, 'alasanKembali', g.alasan_kembali) end as bagian,
      ${SQL_PEMBAGIAN} as pembagian, ${SQL_KOLOM_PENGELOLA} as pengelola, ${SQL_PENERIMA_KERTAS} as "penerimaKertas", ${SQL_SKALA_SIKLUS} as skala
    from formulir f join unit_kerja u on u.id = f.unit_id join siklus s on s.id = f.siklus_id join sop p on p.id = s.sop_id
      join versi_sop v on v.id = s.versi_sop_id
      left join langkah_siklus l on l.siklus_id = s.id and l.jenis = 'pengisian'
      left join bagian_langkah g on g.langkah_id = l.id and g.unit_id = f.unit_id
    where f.id = ${id}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by ${URUT_PENGISIAN} limit 1`
  if (!b) return null
  const periode: Periode = { jenis: b.jenisPeriode, tahun: b.tahun, nomor: b.nomorPeriode }
  const { namaSop, akhirPeriode, tenggat, akhir, bagian, pembagian, pengelola, penerimaKertas } = b
  const skala = skalaAtauBaku(b.skala)
  return {
    ...bacaFormulir(b.isi),
    siklus: {
      id: b.isi.siklusId,
      namaSop,
      periode,
      namaPeriode: namaPeriode(periode),
      akhirPeriode,
      tenggat,
      akhir,
      skala,
    },
    langkah: b.langkah?.kode ? b.langkah : null,
    bagian,
    pembagian,
    pengelola,
    penerimaKertas,
  }
}

/** The unit's own people, and those who see every form: by role, or (`semua`) because the SOP of the siklus gives it to them. */
export const bolehMelihat = (pelaku: Pelaku, unitId: string, semua = punyaPeran(pelaku, PENGAWAS_SIKLUS)): boolean =>
  semua || unitIsian(pelaku).includes(unitId)

type Mentah<T> = { [K in keyof T]: T[K] extends Date | null ? string | null : T[K] }
/** Earlier values come without the names of their fields: a recap has a thousand of them. */
type LaluMentah = [tahun: number, triwulan: number, nilai: string | null, kategori: string | null]
type FormulirMentah = Omit<Mentah<FormulirUnit>, 'baris' | 'anggaran'> & {
  baris: (Omit<Mentah<BarisIsian>, 'lalu'> & { lalu: LaluMentah[] })[]
  anggaran: Mentah<BarisAnggaranIsian>[]
}

const waktu = (teks: string | null): Date | null => (teks === null ? null : new Date(teks))

const bacaLalu = ([tahun, triwulan, nilai, kategori]: LaluMentah): NilaiLalu => ({ tahun, triwulan, nilai, kategori })

function bacaFormulir(m: FormulirMentah): FormulirUnit {
  return {
    ...m,
    dibagikanPada: waktu(m.dibagikanPada),
    diterimaPada: waktu(m.diterimaPada),
    diserahkanPada: waktu(m.diserahkanPada),
    baris: m.baris.map((b) => ({ ...b, lalu: b.lalu.map(bacaLalu), diubahPada: waktu(b.diubahPada) })),
    anggaran: m.anggaran.map((a) => ({ ...a, diubahPada: waktu(a.diubahPada) })),
  }
}
