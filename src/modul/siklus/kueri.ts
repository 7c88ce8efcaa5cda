import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type JenisPeriode, namaPeriode, type Periode } from '../../inti/waktu/index.ts'
import type { DefinisiSop, LangkahSop } from '../sop/index.ts'
import { type OrangKantor, sqlOrangKantor } from './orang-kantor.ts'

type Pembaca = Tx | BasisData['baca']

export type BarisSiklus = {
  readonly id: string
  readonly kecamatanId: string
  readonly sopId: string
  readonly namaSop: string
  readonly tujuan: 'PENGUMPULAN' | 'PENGUKURAN'
  readonly versiSopId: string
  readonly nomorVersi: number
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  /** YYYY-MM-DD */
  readonly mulaiPeriode: string
  readonly akhirPeriode: string
  readonly status: 'BERJALAN' | 'SELESAI' | 'DIBATALKAN'
  readonly tenggat: string | null
  readonly versi: number
  readonly dimulaiPada: Date
  readonly selesaiPada: Date | null
  readonly diarsipkanPada: Date | null
  /** why and by whom it was called off; null unless it was */
  readonly pembatalan: Pembatalan | null
  readonly definisi: DefinisiSop
  /** "Triwulan II 2026" */
  readonly namaPeriode: string
  readonly periode: Periode
}

export type Pembatalan = { readonly alasan: string; readonly nama: string; readonly jabatan: string }

export type StatusLangkah = 'BELUM' | 'BERJALAN' | 'SELESAI' | 'DILEWATI'
export type BarisLangkah = {
  readonly id: string
  readonly kode: string
  readonly urut: number
  readonly jenis: string
  readonly pelaksana: string[]
  /** columns that hold the ball now: pelaksana, or penerima once handed over */
  readonly pemegang: string[]
  readonly status: StatusLangkah
  readonly putaran: number
  readonly dibukaPada: Date | null
  readonly dimulaiPada: Date | null
  /** handed over to the penerima, who answers it */
  readonly diteruskanPada: Date | null
  readonly selesaiPada: Date | null
  readonly selesaiOleh: string | null
  readonly menitTerpakai: number
  readonly tenggat: string | null
  readonly alasanKembali: string | null
  /** why it was passed over, and whether somebody did so (false) or the SOP (true); null unless it was */
  readonly dilewati: { readonly otomatis: boolean; readonly alasan: string } | null
  /** the SOP makes it a decision */
  readonly memutuskan: boolean
  /** pegawaiId of those who submitted what the open decision judges: they may not decide */
  readonly terhalang: readonly string[]
}
export type BarisBagian = {
  readonly id: string
  readonly langkahId: string
  readonly kunci: string
  readonly unitId: string | null
  readonly namaUnit: string | null
  /** column code when the parts are several pelaksana who must all act */
  readonly pelaksana: string | null
  readonly status: StatusLangkah
  readonly putaran: number
  readonly dibukaPada: Date
  readonly selesaiPada: Date | null
  /** who finished it: name and pegawaiId */
  readonly selesaiOleh: string | null
  readonly selesaiOlehId: string | null
  readonly alasanKembali: string | null
}

/** A step with all that its screen and its rules need to know about the siklus around it. */
export type KonteksLangkah = {
  readonly siklus: BarisSiklus
  readonly langkah: BarisLangkah
  /** the step as the SOP defines it */
  readonly def: LangkahSop
  /** all steps of the siklus in SOP order */
  readonly semuaLangkah: readonly BarisLangkah[]
  readonly bagian: readonly BarisBagian[]
  /** parts of all steps */
  readonly semuaBagian: readonly BarisBagian[]
  /** people of the office with their posts of today; loaded while a decision of the siklus is open, else [] */
  readonly orang: readonly OrangKantor[]
}

/** A loaded siklus: all its steps in SOP order, their parts, and (while a decision is open) the people of the office. */
export type MuatanSiklus = {
  readonly siklus: BarisSiklus
  readonly langkah: readonly BarisLangkah[]
  readonly bagian: readonly BarisBagian[]
  readonly orang: readonly OrangKantor[]
}

type BarisMentah = Omit<BarisSiklus, 'dimulaiPada' | 'selesaiPada' | 'diarsipkanPada' | 'namaPeriode' | 'periode'> & {
  dimulaiPada: Date
  selesaiPada: Date | null
  diarsipkanPada: Date | null
}
type LangkahMentah = {
  [K in keyof BarisLangkah]: BarisLangkah[K] extends Date | null ? string | null : BarisLangkah[K]
}
type BagianMentah = { [K in keyof BarisBagian]: BarisBagian[K] extends Date | null ? string | null : BarisBagian[K] }

type SiklusMentah = BarisMentah & { langkah: LangkahMentah[]; bagian: BagianMentah[]; orang: OrangKantor[] }

/** Reason and person of a cancelled siklus `s`, as the log keeps them. */
export const SQL_PEMBATALAN = Prisma.sql`case when s.status = 'DIBATALKAN' then (
  select json_build_object('alasan', x.isi->'data'->>'alasan', 'nama', x.nama_pelaku, 'jabatan', x.jabatan_pelaku)
  from peristiwa_siklus x where x.siklus_id = s.id and x.jenis = 'SIKLUS_DIBATALKAN' order by x.urut desc limit 1) end`
const SQL_DILEWATI = Prisma.sql`case when l.status = 'DILEWATI' then (select x.isi->'data' from peristiwa_siklus x
  where x.siklus_id = s.id and x.jenis = 'LANGKAH_DILEWATI' and x.isi->>'langkah' = l.kode order by x.urut desc limit 1) end`

/** One query: the siklus with definition, steps and parts; 404 when it is not this office's. */
export async function ambilSiklus(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<MuatanSiklus> {
  const [baris] = await baca.$queryRaw<SiklusMentah[]>`
    select s.id, s.kecamatan_id as "kecamatanId", s.sop_id as "sopId", p.nama as "namaSop", p.tujuan, s.versi_sop_id as "versiSopId",
      v.nomor_versi as "nomorVersi", v.definisi, s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      s.mulai_periode::text as "mulaiPeriode", s.akhir_periode::text as "akhirPeriode", s.status, s.tenggat::text as tenggat,
      s.versi, s.dimulai_pada as "dimulaiPada", s.selesai_pada as "selesaiPada", s.diarsipkan_pada as "diarsipkanPada",
      ${SQL_PEMBATALAN} as pembatalan,
      (select json_agg(json_build_object('id', l.id, 'kode', l.kode, 'urut', l.urut, 'jenis', l.jenis, 'pelaksana', l.pelaksana,
         'pemegang', l.pemegang, 'diteruskanPada', l.diteruskan_pada, 'status', l.status, 'putaran', l.putaran, 'dibukaPada', l.dibuka_pada, 'dimulaiPada', l.dimulai_pada,
         'selesaiPada', l.selesai_pada, 'selesaiOleh', l.selesai_oleh, 'menitTerpakai', l.menit_terpakai,
         'tenggat', l.tenggat, 'alasanKembali', l.alasan_kembali, 'dilewati', ${SQL_DILEWATI}, 'memutuskan', l.memutuskan, 'terhalang', l.terhalang) order by l.urut)
       from langkah_siklus l where l.siklus_id = s.id) as langkah,
      coalesce((select json_agg(json_build_object('id', b.id, 'langkahId', b.langkah_id, 'kunci', b.kunci, 'unitId', b.unit_id,
         'namaUnit', u.nama, 'pelaksana', b.pelaksana, 'status', b.status, 'putaran', b.putaran, 'dibukaPada', b.dibuka_pada,
         'selesaiPada', b.selesai_pada, 'selesaiOleh', b.selesai_oleh, 'selesaiOlehId', b.selesai_oleh_id, 'alasanKembali', b.alasan_kembali)
         order by u.urut, b.kunci)
       from bagian_langkah b left join unit_kerja u on u.id = b.unit_id where b.siklus_id = s.id), '[]') as bagian,
      case when exists (select 1 from langkah_siklus l where l.siklus_id = s.id and l.status = 'BERJALAN' and l.memutuskan)
        then ${sqlOrangKantor(pelaku)} else '[]' end as orang
    from siklus s join sop p on p.id = s.sop_id join versi_sop v on v.id = s.versi_sop_id
    where s.id = ${siklusId}::uuid and s.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!baris) throw galat.tidakDitemukan('Siklus')
  const { langkah, bagian, orang, ...siklus } = baris
  return { siklus: lengkapi(siklus), langkah: langkah.map(bacaLangkah), bagian: bagian.map(bacaBagian), orang }
}

/** The siklus for a page, kept while nothing was written in the office; 404 like ambilSiklus. */
export const bukaSiklus = (db: BasisData, pelaku: Pelaku, siklusId: string) =>
  db.ingat(pelaku, `siklus:${siklusId}`, () => ambilSiklus(db.baca, pelaku, siklusId))

function lengkapi(mentah: BarisMentah): BarisSiklus {
  const periode: Periode = { jenis: mentah.jenisPeriode, tahun: mentah.tahun, nomor: mentah.nomorPeriode }
  return { ...mentah, periode, namaPeriode: namaPeriode(periode) }
}

const waktu = (teks: string | null): Date | null => (teks === null ? null : new Date(teks))
const bacaLangkah = (l: LangkahMentah): BarisLangkah => ({
  ...l,
  dibukaPada: waktu(l.dibukaPada),
  dimulaiPada: waktu(l.dimulaiPada),
  diteruskanPada: waktu(l.diteruskanPada),
  selesaiPada: waktu(l.selesaiPada),
})
const bacaBagian = (b: BagianMentah): BarisBagian => ({
  ...b,
  dibukaPada: new Date(b.dibukaPada as unknown as string),
  selesaiPada: waktu(b.selesaiPada),
})

/** A step of a siklus by its code, with its surroundings; 404 when siklus or step is not there for this person, or of another `jenis`. */
export async function ambilLangkah(
  baca: Pembaca,
  pelaku: Pelaku,
  alamat: { siklusId: string; kode: string; jenis?: string },
): Promise<KonteksLangkah> {
  const konteks = konteksDari(await ambilSiklus(baca, pelaku, alamat.siklusId), alamat.kode)
  // a screen of one kind must not finish a step of another
  if (alamat.jenis !== undefined && konteks.langkah.jenis !== alamat.jenis) throw galat.tidakDitemukan('Langkah')
  return konteks
}

/** Cuts one step out of a loaded siklus. */
export function konteksDari(
  { siklus, langkah: semuaLangkah, bagian, orang }: MuatanSiklus,
  kode: string,
): KonteksLangkah {
  const langkah = semuaLangkah.find((l) => l.kode === kode)
  const def = siklus.definisi.langkah.find((l) => l.kode === kode)
  if (!langkah || !def) throw galat.tidakDitemukan('Langkah')
  return {
    siklus,
    langkah,
    def,
    semuaLangkah,
    bagian: bagian.filter((b) => b.langkahId === langkah.id),
    semuaBagian: bagian,
    orang,
  }
}
