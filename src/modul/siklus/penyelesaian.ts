import { z } from 'zod'
import { bacaIsian, daftarTeks, type HasilIsian, teksBebas } from '../../inti/http/index.ts'
import { arahKembali, cariLangkah, type LangkahSop } from '../sop/index.ts'
import type { KonteksLangkah } from './kueri.ts'
import { berlakuPada, type Cakupan, susulanBiasa } from './mesin/index.ts'

/** What is decided at a step that the SOP makes a decision. */
export type Putusan = {
  readonly keputusan: 'ya' | 'tidak'
  /** step it leads to; null: the end */
  readonly tujuan: string | null
  /** it leads back: what was named there reopens, with the reason */
  readonly kembali: boolean
  readonly cakupan: Cakupan
  readonly alasan: string
}

/** What whoever finishes a step says besides its content. */
export type Penyelesaian = {
  /** null where the SOP asks for no decision */
  readonly putusan: Putusan | null
  /** optional steps ahead that are not needed this time */
  readonly tidakPerlu: readonly string[]
}

/** One way out of a decision; `nilai` as the form sends it: "ya", "tidak:P7". */
export type JalanPutusan = Pick<Putusan, 'keputusan' | 'tujuan' | 'kembali'> & { readonly nilai: string }

type Letak = Pick<KonteksLangkah, 'siklus' | 'def'>

/** Ways out of the step in the order of the SOP; [] where it is no decision. */
export function jalanPutusan({ siklus, def }: Letak): JalanPutusan[] {
  if (!def.keputusan) return []
  const { ya, tidak, bawaan } = def.keputusan
  const kembali = (tujuan: string | null) => tujuan !== null && arahKembali(siklus.definisi, def.kode, tujuan)
  return [
    { nilai: 'ya', keputusan: 'ya', tujuan: ya, kembali: kembali(ya) },
    ...[...new Set([bawaan, ...tidak])].map((tujuan) => ({
      nilai: `tidak:${tujuan}`,
      keputusan: 'tidak' as const,
      tujuan,
      kembali: kembali(tujuan),
    })),
  ]
}

/**
 * Optional steps ("bila diperlukan") that come right after the given ones when nobody says they are not needed; a step
 * of another period is passed over, and behind an optional one the next may be optional too.
 */
export function lanjutanOpsional({ siklus }: Pick<Letak, 'siklus'>, awal: readonly string[]): LangkahSop[] {
  const antrean = [...awal]
  const hasil = new Map<string, LangkahSop>()
  const sudah = new Set<string>()
  for (const kode of antrean) {
    const langkah = cariLangkah(siklus.definisi, kode)
    if (!langkah || sudah.has(kode)) continue
    sudah.add(kode)
    const berlaku = berlakuPada(langkah, siklus.periode)
    if (berlaku && !langkah.opsional) continue
    if (berlaku) hasil.set(kode, langkah)
    antrean.push(...susulanBiasa(langkah))
  }
  return [...hasil.values()]
}

/** Does the act of one person close the step: nobody else's act is waited for, or a Tidak, which is enough. */
export const menutupLangkah = (
  { bagian }: Pick<KonteksLangkah, 'bagian'>,
  putusan: Pick<Putusan, 'keputusan'> | null | undefined,
): boolean =>
  putusan?.keputusan === 'tidak' || bagian.filter((b) => b.pelaksana !== null && b.status === 'BERJALAN').length <= 1

const isianPutusan = z.object({ putusan: teksBebas(60), alasanPutusan: teksBebas(2000) })

/**
 * Reads what the piece `/siklus/_penyelesaian` of a step's form sent: Ya or Tidak with where to, scope and reason, and
 * which optional steps ahead are needed. Fields: putusan, alasanPutusan, bagianPutusan.<step>, lanjutan.<step>.
 */
export function bacaPenyelesaian(konteks: KonteksLangkah, badan: unknown): HasilIsian<Penyelesaian> {
  const { data, kesalahan } = bacaIsian(isianPutusan, badan)
  if (!data) return { data: null, kesalahan }
  const jalan = jalanPutusan(konteks)
  const pilihan = jalan.find((j) => j.nilai === data.putusan) ?? null
  const salah: Record<string, string> = {}
  if (jalan.length > 0 && !pilihan) salah.putusan = 'Pilih keputusannya: Ya atau Tidak.'
  if (pilihan?.kembali && data.alasanPutusan.length < 10)
    salah.alasanPutusan = 'Tuliskan alasannya, paling sedikit 10 huruf.'
  const isi = (badan ?? {}) as Record<string, unknown>
  const lanjutan = bacaLanjutan(konteks, pilihan, badan)
  if (!lanjutan.data || Object.keys(salah).length > 0)
    return { data: null, kesalahan: { ...salah, ...lanjutan.kesalahan } }
  const putusan = pilihan && { ...pilihan, cakupan: bacaCakupan(pilihan, isi), alasan: data.alasanPutusan }
  return { data: { putusan, tidakPerlu: lanjutan.data }, kesalahan: {} }
}

/** Which optional steps ahead are not needed (their codes), by the way that was chosen; each must be answered. */
export function bacaLanjutan(
  konteks: KonteksLangkah,
  pilihan: JalanPutusan | null,
  badan: unknown,
): HasilIsian<readonly string[]> {
  if (!menutupLangkah(konteks, pilihan)) return { data: [], kesalahan: {} }
  const lanjutan = lanjutanOpsional(konteks, tujuanMaju(konteks.def, pilihan))
  const isi = (badan ?? {}) as Record<string, unknown>
  const jawab = (kode: string) => isi[`lanjutan.${kode}`]
  const belum = lanjutan.filter(({ kode }) => jawab(kode) !== 'perlu' && jawab(kode) !== 'tidak')
  if (belum.length > 0) {
    const salah = belum.map((l) => [`lanjutan.${l.kode}`, `Pilih apakah langkah ${l.nomor} diperlukan kali ini.`])
    return { data: null, kesalahan: Object.fromEntries(salah) }
  }
  return { data: lanjutan.flatMap(({ kode }) => (jawab(kode) === 'tidak' ? [kode] : [])), kesalahan: {} }
}

/**
 * The kind's own fields and the piece that finishes the step, read together, so that all that is wrong is said at once.
 * `baca` is told whether the decision sends the work back: then the content need not be complete.
 */
export function bacaDenganPenyelesaian<T>(
  konteks: KonteksLangkah,
  badan: unknown,
  baca: (kembali: boolean) => HasilIsian<T>,
): HasilIsian<{ readonly isian: T; readonly penyelesaian: Penyelesaian }> {
  const penyelesaian = bacaPenyelesaian(konteks, badan)
  const isian = baca(penyelesaian.data?.putusan?.kembali === true)
  if (!penyelesaian.data || !isian.data)
    return { data: null, kesalahan: { ...isian.kesalahan, ...penyelesaian.kesalahan } }
  return { data: { isian: isian.data, penyelesaian: penyelesaian.data }, kesalahan: {} }
}

/** Where the step leads without going back, by the way that was chosen. */
function tujuanMaju({ keputusan, berikutnya }: LangkahSop, pilihan: JalanPutusan | null): readonly string[] {
  if (!keputusan) return berikutnya
  return pilihan?.tujuan && !pilihan.kembali ? [pilihan.tujuan] : []
}

/** Nothing ticked means everything. */
function bacaCakupan({ tujuan, kembali }: JalanPutusan, isi: Record<string, unknown>): Cakupan {
  const kunci = kembali ? (daftarTeks(500).safeParse(isi[`bagianPutusan.${tujuan}`]).data ?? []) : []
  return kunci.length > 0 ? { jenis: 'BAGIAN', kunci } : { jenis: 'SEMUA' }
}
