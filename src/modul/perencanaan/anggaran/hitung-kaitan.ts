import { ambilDesimal, Desimal } from '../../../inti/angka/index.ts'
import { type LetakIndikator, tingkatIndikator } from '../indikator/kartu.ts'

/** Money of one sub kegiatan in a year; null: not known. Plain decimals. */
export type UangSub = { readonly id: string; readonly pagu: string | null; readonly realisasi: string | null }
export type JumlahKaitan = { readonly pagu: Desimal | null; readonly realisasi: Desimal | null }

/**
 * Money of a set of sub kegiatan, each counted once however often it is named: money belongs to the sub kegiatan, a link
 * to an indicator carries none. Null while nothing is known. Pure.
 */
export function jumlahUang(sub: readonly UangSub[], id: Iterable<string>): JumlahKaitan {
  const dipilih = new Set(id)
  const milik = [...new Map(sub.map((s) => [s.id, s])).values()].filter((s) => dipilih.has(s.id))
  const tambah = (kolom: 'pagu' | 'realisasi') =>
    milik.reduce<Desimal | null>((n, s) => {
      const nilai = s[kolom]
      return nilai === null ? n : (n ?? new Desimal(0)).plus(ambilDesimal(nilai))
    }, null)
  return { pagu: tambah('pagu'), realisasi: tambah('realisasi') }
}

/** Where a sub kegiatan stands in the plan of a year. */
export type LetakSub = {
  readonly id: string
  readonly kegiatanId: string
  readonly programId: string
  readonly sasaranId: string | null
  readonly tujuanId: string | null
}
/** What an indicator measures, and the sub kegiatan that somebody linked to it. */
export type LetakKaitan = LetakIndikator & { readonly kaitan: readonly string[] }

/**
 * The sub kegiatan (of those given) whose money works for an indicator: those linked to it; where none of them is linked,
 * those below the lowest place it measures, of a tujuan all below that tujuan whatever sasaran it is reported under. The same
 * sub kegiatan may work for several indicators: it is shown beside each and added up once. Pure.
 */
export function subPendukung<S extends LetakSub>(indikator: LetakKaitan, sub: readonly S[]): S[] {
  const terkait = sub.filter((s) => indikator.kaitan.includes(s.id))
  if (terkait.length > 0) return terkait
  const letak = tingkatIndikator(indikator)
  return letak ? sub.filter((s) => s[TEMPAT_SUB[letak.tingkat]] === letak.id) : []
}
const TEMPAT_SUB = {
  TUJUAN: 'tujuanId',
  SASARAN: 'sasaranId',
  PROGRAM: 'programId',
  KEGIATAN: 'kegiatanId',
  SUB_KEGIATAN: 'id',
} as const

export type Kaitan = { readonly indikatorId: string; readonly sub: readonly string[] }
/** Money per indicator, of all indicators together (each rupiah once), and of sub kegiatan that none works with. Pure. */
export function hitungKaitan(sub: readonly UangSub[], kaitan: readonly Kaitan[]) {
  const terkait = new Set(kaitan.flatMap((k) => k.sub))
  return {
    perIndikator: new Map(kaitan.map((k) => [k.indikatorId, jumlahUang(sub, k.sub)])),
    terkait: jumlahUang(sub, terkait),
    lepas: jumlahUang(
      sub,
      sub.filter((s) => !terkait.has(s.id)).map((s) => s.id),
    ),
    semua: jumlahUang(
      sub,
      sub.map((s) => s.id),
    ),
  }
}
