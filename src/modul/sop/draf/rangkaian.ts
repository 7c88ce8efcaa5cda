import { type DefinisiSop, type LangkahSop, lengkapiLangkah, type PelaksanaSop } from '../definisi.ts'

/**
 * A step as an author sees it: where it goes on to the next of the list it says nothing, so that steps can be put in
 * between, moved and taken out without leaving a gap.
 */
export type LangkahLepas = Omit<LangkahSop, 'berikutnya' | 'keputusan'> & {
  /** undefined: the next of the list; []: the end */
  readonly berikutnya: string[] | undefined
  readonly keputusan: {
    /** undefined: the next of the list; null: the end */
    readonly ya: string | null | undefined
    readonly tidak: string[]
    /** undefined: the first of `tidak` */
    readonly bawaan: string | undefined
  } | null
}

/** The steps with "the next of the list" left open. */
export function lepas({ langkah }: Pick<DefinisiSop, 'langkah'>): LangkahLepas[] {
  return langkah.map((l, i) => {
    const susulan = langkah[i + 1]?.kode ?? null
    const biasa = susulan === null ? [] : [susulan]
    if (!l.keputusan) return { ...l, keputusan: null, berikutnya: sama(l.berikutnya, biasa) ? undefined : l.berikutnya }
    const { ya, tidak, bawaan } = l.keputusan
    return {
      ...l,
      berikutnya: l.berikutnya.length === 0 ? undefined : l.berikutnya,
      keputusan: {
        ya: ya === susulan ? undefined : ya,
        tidak,
        bawaan: bawaan === '' || bawaan === tidak[0] ? undefined : bawaan,
      },
    }
  })
}

/** The way back: every "next of the list" becomes the code that stands there now. */
export const sambung = (langkah: readonly LangkahLepas[]): LangkahSop[] =>
  langkah.map((l, i) => lengkapiLangkah(l, langkah[i + 1]?.kode ?? null))

/**
 * The definition with its steps put in another order, with some more or some fewer. Numbers that only counted the rows
 * go on counting them; numbers of the source (the same twice, "3a") stay.
 */
export function ubahRangkaian(
  definisi: DefinisiSop,
  ubah: (langkah: readonly LangkahLepas[]) => readonly LangkahLepas[],
): DefinisiSop {
  const berhitung = definisi.langkah.every((l, i) => l.nomor === String(i + 1))
  const baru = ubah(lepas(definisi)).map((l, i) => (berhitung ? { ...l, nomor: String(i + 1) } : l))
  return { ...definisi, langkah: sambung(baru) }
}

/** Puts a step after another one; null: at the beginning. */
export const sisipkanLangkah = (definisi: DefinisiSop, baru: LangkahLepas, sesudah: string | null): DefinisiSop =>
  ubahRangkaian(definisi, (langkah) => {
    const letak = langkah.findIndex((l) => l.kode === sesudah) + 1
    return [...langkah.slice(0, letak), baru, ...langkah.slice(letak)]
  })

/** Changes places with the neighbour; unchanged at the edge. */
export function tukar<T extends { readonly kode: string }>(
  daftar: readonly T[],
  kode: string,
  arah: 'naik' | 'turun',
): T[] {
  const dari = daftar.findIndex((l) => l.kode === kode)
  const ke = arah === 'naik' ? dari - 1 : dari + 1
  const [satu, lain] = [daftar[dari], daftar[ke]]
  if (!satu || !lain) return [...daftar]
  return daftar.map((l, i) => (i === dari ? lain : i === ke ? satu : l))
}

/** A step in place of the one with this code; a new code is followed by all that point to it. */
export function gantiLangkah(definisi: DefinisiSop, kode: string, baru: LangkahLepas): DefinisiSop {
  const ganti = (k: string) => (k === kode ? baru.kode : k)
  const langkah = lepas(definisi).map((l) => tujukan(l.kode === kode ? baru : l, (k) => [ganti(k)]))
  return { ...definisi, langkah: sambung(langkah) }
}

/** Without a step; what pointed to it points to `alihkan`, or to nothing. */
export function hapusLangkah(definisi: DefinisiSop, kode: string, alihkan: string | null): DefinisiSop {
  return ubahRangkaian(definisi, (langkah) =>
    langkah
      .filter((l) => l.kode !== kode)
      .map((l) => tujukan(l, (k) => (k !== kode ? [k] : alihkan === null || alihkan === l.kode ? [] : [alihkan]))),
  )
}

/** Every code a step points to, replaced; targets that become the same are one. */
function tujukan(l: LangkahLepas, ganti: (kode: string) => string[]): LangkahLepas {
  const semua = (daftar: readonly string[]) => [...new Set(daftar.flatMap(ganti))]
  const berikutnya = l.berikutnya && semua(l.berikutnya)
  const k = l.keputusan
  return {
    ...l,
    // a way that lost its only target is no end: it goes on to the next of the list
    berikutnya: l.berikutnya?.length && berikutnya?.length === 0 ? undefined : berikutnya,
    keputusan: k && {
      ya: typeof k.ya === 'string' ? ganti(k.ya)[0] : k.ya,
      tidak: semua(k.tidak),
      bawaan: k.bawaan === undefined ? undefined : ganti(k.bawaan)[0],
    },
  }
}

/** Steps that point to this one by name, each with the field it does so in. */
export function rujukanLangkah(definisi: DefinisiSop, kode: string): { langkah: LangkahLepas; isian: string }[] {
  return lepas(definisi).flatMap((langkah) => {
    if (langkah.kode === kode) return []
    const { berikutnya, keputusan } = langkah
    return [
      ...(berikutnya?.includes(kode) ? [{ langkah, isian: 'berikutnya' }] : []),
      ...(keputusan?.ya === kode ? [{ langkah, isian: 'Ya' }] : []),
      ...(keputusan?.tidak.includes(kode) ? [{ langkah, isian: 'Tidak' }] : []),
    ]
  })
}

const BIDANG_KOLOM = ['pelaksana', 'penerima', 'dibantu'] as const

/** Steps that name a column, each with the field it does so in. */
export const rujukanKolom = (definisi: DefinisiSop, kode: string): { langkah: LangkahSop; isian: string }[] =>
  definisi.langkah.flatMap((langkah) =>
    BIDANG_KOLOM.filter((isian) => langkah[isian].includes(kode)).map((isian) => ({ langkah, isian })),
  )

/** A column in place of the one with this code, in the steps too. */
export function gantiKolom(definisi: DefinisiSop, kode: string, baru: PelaksanaSop): DefinisiSop {
  const pelaksana = definisi.pelaksana.map((p) => (p.kode === kode ? baru : p))
  return tujukanKolom({ ...definisi, pelaksana }, (k) => (k === kode ? [baru.kode] : [k]))
}

/** Without a column; steps that named it name `alihkan`, or nothing. */
export function hapusKolom(definisi: DefinisiSop, kode: string, alihkan: string | null): DefinisiSop {
  const pelaksana = definisi.pelaksana.filter((p) => p.kode !== kode)
  return tujukanKolom({ ...definisi, pelaksana }, (k) => (k !== kode ? [k] : alihkan === null ? [] : [alihkan]))
}

function tujukanKolom(definisi: DefinisiSop, ganti: (kode: string) => string[]): DefinisiSop {
  const semua = (daftar: readonly string[]) => [...new Set(daftar.flatMap(ganti))]
  return {
    ...definisi,
    bolehMelewati: semua(definisi.bolehMelewati),
    langkah: definisi.langkah.map((l) => ({
      ...l,
      pelaksana: semua(l.pelaksana),
      penerima: semua(l.penerima),
      dibantu: semua(l.dibantu),
    })),
  }
}

const sama = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((isi, i) => isi === b[i])
