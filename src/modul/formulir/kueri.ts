import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode } from '../../inti/waktu/index.ts'
import { PENGAWAS_SIKLUS } from '../berkas/index.ts'
import { melihatSemua, type Pembaca, SQL_KOLOM_PENGELOLA } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import type { NilaiLalu, StatusIsian } from './hitung-baris.ts'
import type { KartuBaris, TargetBaris } from './kartu.ts'

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
  readonly diserahkanPada: Date | null
  readonly penyerahId: string | null
  readonly penyerah: string
  readonly jabatanPenyerah: string
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
  }
  /** the step in which the forms are filled in; null in an SOP without one */
  readonly langkah: { readonly kode: string; readonly status: string; readonly tenggat: string | null } | null
  /** the unit's part of that step */
  readonly bagian: { readonly status: string; readonly alasanKembali: string | null } | null
  /** columns of the SOP that work with the forms of all units */
  readonly pengelola: readonly PelaksanaSop[]
}

/** Units in whose name the person may fill a form: any post in it, or its head whatever the role. */
export const unitIsian = (pelaku: Pelaku): string[] => [...new Set([...unitPelaku(pelaku), ...unitDipimpin(pelaku)])]

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
  langkah: FormulirLengkap['langkah']
  bagian: FormulirLengkap['bagian']
  pengelola: PelaksanaSop[]
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
      json_build_object('kode', l.kode, 'status', l.status, 'tenggat', l.tenggat) as langkah,
      (select json_build_object('status', g.status, 'alasanKembali', g.alasan_kembali) from bagian_langkah g
       where g.langkah_id = l.id and g.unit_id = f.unit_id limit 1) as bagian,
      ${SQL_KOLOM_PENGELOLA} as pengelola
    from formulir f join unit_kerja u on u.id = f.unit_id join siklus s on s.id = f.siklus_id join sop p on p.id = s.sop_id
      join versi_sop v on v.id = s.versi_sop_id
      left join langkah_siklus l on l.siklus_id = s.id and l.jenis = 'pengisian'
    where f.id = ${id}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by (l.status = 'BERJALAN') desc nulls last, l.urut limit 1`
  if (!b) return null
  const periode: Periode = { jenis: b.jenisPeriode, tahun: b.tahun, nomor: b.nomorPeriode }
  const { namaSop, akhirPeriode, tenggat, bagian, pengelola } = b
  return {
    ...bacaFormulir(b.isi),
    siklus: { id: b.isi.siklusId, namaSop, periode, namaPeriode: namaPeriode(periode), akhirPeriode, tenggat },
    langkah: b.langkah?.kode ? b.langkah : null,
    bagian,
    pengelola,
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

/** Decimals as text without trailing zeros: a JSON number would pass through a binary float. */
const TERBUKA = Prisma.sql`f.status in ('DITERIMA', 'DIKEMBALIKAN')`

const ISI_BARIS = Prisma.sql`coalesce((select json_agg(json_build_object('id', b.id, 'indikatorId', b.indikator_id,
    'targetPkId', b.target_pk_id, 'urut', b.urut, 'kartu', b.kartu, 'target', b.target, 'jatuhTempo', b.jatuh_tempo,
    'status', b.status, 'variabel', b.variabel, 'kategori', b.kategori, 'nilai', trim_scale(b.nilai)::text,
    'alasanTidakBerlaku', b.alasan_tidak_berlaku, 'kendala', b.kendala, 'faktorPendorong', b.faktor_pendorong,
    'tindakLanjut', b.tindak_lanjut, 'keterangan', b.keterangan, 'terbuka', b.terbuka and ${TERBUKA}, 'alasanKembali', b.alasan_kembali,
    'versi', b.versi, 'diubahOleh', b.diubah_oleh, 'diubahOlehId', b.diubah_oleh_id, 'diubahPada', b.diubah_pada,
    'jumlahBukti', (select count(*) from bukti k where k.baris_id = b.id and k.kecamatan_id = b.kecamatan_id),
    'lalu', coalesce((select json_agg(json_build_array(r.tahun, r.triwulan, trim_scale(r.nilai)::text, r.kategori) order by r.tahun, r.triwulan)
      from realisasi_indikator r where r.kecamatan_id = b.kecamatan_id and r.indikator_id = b.indikator_id
        and r.tahun between s.tahun - 3 and s.tahun and (r.siklus_id is null or r.siklus_id <> s.id)), '[]'))
    order by b.urut)
  from baris_formulir b where b.formulir_id = f.id and b.kecamatan_id = f.kecamatan_id), '[]')`

const ISI_ANGGARAN = Prisma.sql`coalesce((select json_agg(json_build_object('id', a.id, 'subKegiatanId', a.sub_kegiatan_id,
    'urut', a.urut, 'kode', a.kode, 'nama', a.nama, 'pagu', trim_scale(a.pagu)::text, 'status', a.status,
    'realisasi', trim_scale(a.realisasi)::text, 'keterangan', a.keterangan, 'terbuka', a.terbuka and ${TERBUKA},
    'alasanKembali', a.alasan_kembali, 'versi', a.versi, 'diubahOleh', a.diubah_oleh, 'diubahOlehId', a.diubah_oleh_id,
    'diubahPada', a.diubah_pada,
    'sebelumnya', (select trim_scale(r.nilai)::text from realisasi_anggaran r where r.kecamatan_id = a.kecamatan_id
      and r.sub_kegiatan_id = a.sub_kegiatan_id and r.tahun = s.tahun and r.triwulan > 0
      and r.triwulan * 3 < extract(month from s.akhir_periode) order by r.triwulan desc limit 1))
    order by a.urut)
  from baris_anggaran a where a.formulir_id = f.id and a.kecamatan_id = f.kecamatan_id), '[]')`

/** The whole form as one JSON value; needs f (formulir), u (unit_kerja) and s (siklus) in the query. */
const ISI_FORMULIR = Prisma.sql`json_build_object('id', f.id, 'siklusId', f.siklus_id, 'unitId', f.unit_id, 'unitKode', u.kode,
  'unitNama', u.nama, 'urut', f.urut, 'status', f.status, 'putaran', f.putaran, 'catatan', f.catatan,
  'dibagikanPada', f.dibagikan_pada, 'dibagikanOleh', f.dibagikan_oleh, 'diterimaPada', f.diterima_pada,
  'penerima', f.penerima, 'jabatanPenerima', f.jabatan_penerima, 'caraTerima', f.cara_terima,
  'diserahkanPada', f.diserahkan_pada, 'penyerahId', f.penyerah_id, 'penyerah', f.penyerah, 'jabatanPenyerah', f.jabatan_penyerah,
  'versi', f.versi, 'baris', ${ISI_BARIS}, 'anggaran', ${ISI_ANGGARAN})`
