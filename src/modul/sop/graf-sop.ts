import type { DefinisiSop, LangkahSop } from './definisi.ts'

type Graf = {
  readonly urut: ReadonlyMap<string, number>
  readonly maju: ReadonlyMap<string, readonly string[]>
  readonly hilir: Map<string, ReadonlySet<string>>
}

/** Definitions never change once read, so their graph is worked out once. */
const grafPerDefinisi = new WeakMap<DefinisiSop, Graf>()

/** The step of a code, or null. */
export function cariLangkah(definisi: DefinisiSop, kode: string): LangkahSop | null {
  return definisi.langkah[graf(definisi).urut.get(kode) ?? -1] ?? null
}

/** Every step that may come right after this one, whatever is decided; [] where the SOP ends. */
export function tujuanLangkah(langkah: LangkahSop): string[] {
  if (!langkah.keputusan) return langkah.berikutnya
  const { ya, tidak } = langkah.keputusan
  return ya === null ? tidak : [ya, ...tidak]
}

/** The same by the step's code; [] for a code that is not in this SOP. */
export function tujuanDari(definisi: DefinisiSop, kode: string): readonly string[] {
  const langkah = cariLangkah(definisi, kode)
  return langkah ? tujuanLangkah(langkah) : []
}

/** May the SOP end after this step? */
export const dapatBerakhir = (langkah: LangkahSop): boolean =>
  langkah.keputusan ? langkah.keputusan.ya === null : langkah.berikutnya.length === 0

/**
 * Does a decision that sends the work to `ke` send it back? Back is: to the decision itself or before it, or to a
 * step after it whose plain continuation leads before it again (a "perbaikan" step of its own). Everything else is
 * a way forward.
 */
export function arahKembali(definisi: DefinisiSop, dari: string, ke: string): boolean {
  return adalahKembali(definisi, graf(definisi).urut, { dari, ke })
}

/** The steps right after this one, the ways back left out. */
export function susulanMaju(definisi: DefinisiSop, kode: string): readonly string[] {
  return graf(definisi).maju.get(kode) ?? []
}

/** The step and everything that can follow it without being sent back. */
export function hilir(definisi: DefinisiSop, kode: string): ReadonlySet<string> {
  const { maju, hilir: ingatan } = graf(definisi)
  const ada = ingatan.get(kode)
  if (ada) return ada
  const hasil = jangkau([kode], (k) => maju.get(k) ?? [])
  ingatan.set(kode, hasil)
  return hasil
}

/** All nodes that can be reached from the given ones, themselves included. */
export function jangkau(awal: readonly string[], tetangga: (kode: string) => readonly string[]): Set<string> {
  const hasil = new Set(awal)
  for (const kode of hasil) for (const lain of tetangga(kode)) hasil.add(lain)
  return hasil
}

function graf(definisi: DefinisiSop): Graf {
  const ada = grafPerDefinisi.get(definisi)
  if (ada) return ada
  const urut = new Map(definisi.langkah.map((l, i) => [l.kode, i]))
  const maju = new Map(
    definisi.langkah.map((l) => [
      l.kode,
      tujuanLangkah(l).filter((ke) => !l.keputusan || !adalahKembali(definisi, urut, { dari: l.kode, ke })),
    ]),
  )
  const baru = { urut, maju, hilir: new Map() }
  grafPerDefinisi.set(definisi, baru)
  return baru
}

function adalahKembali(
  definisi: DefinisiSop,
  urut: ReadonlyMap<string, number>,
  { dari, ke }: { dari: string; ke: string },
): boolean {
  const letakDari = urut.get(dari) ?? -1
  const polos = (kode: string): readonly string[] => {
    const langkah = definisi.langkah[urut.get(kode) ?? -1]
    return !langkah || langkah.keputusan ? [] : langkah.berikutnya
  }
  return [...jangkau([ke], polos)].some((kode) => (urut.get(kode) ?? Number.POSITIVE_INFINITY) <= letakDari)
}
