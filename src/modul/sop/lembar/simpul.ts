import type { Cabang, LangkahLembar } from './bahan.ts'
import { BARIS, SIMBOL } from './ukuran.ts'

export type SisiKeluar = 'kiri' | 'kanan' | 'bawah'
export type SisiMasuk = 'atas' | 'kiri' | 'kanan'
export type BentukSimpul = 'kapsul' | 'kotak' | 'belah-ketupat' | 'konektor'

/** A symbol of the flow, or one drawn in several columns and tied by a line: a node of the graph to be drawn. */
export type Simpul = {
  readonly id: string
  readonly bentuk: BentukSimpul
  /** columns it stands in, ascending */
  readonly kolom: readonly number[]
  /** code of its step; null for a connector */
  readonly langkah: string | null
  readonly tulisan: readonly string[]
  /** sides that arrows may leave and enter by */
  readonly keluar: readonly SisiKeluar[]
  readonly masuk: readonly SisiMasuk[]
}

export type Sambungan = { readonly dari: string; readonly ke: string; readonly cabang: Cabang }

/** The symbols of one step: rows of nodes below each other, the arrows among them, and where arrows come in and go out. */
export type SimpulLangkah = {
  readonly baris: readonly (readonly Simpul[])[]
  readonly dalam: readonly Sambungan[]
  readonly masuk: string
  readonly keluar: string
}

const SEMUA_KELUAR = ['kiri', 'kanan', 'bawah'] as const
const SEMUA_MASUK = ['atas', 'kiri', 'kanan'] as const

/**
 * Draws a step with the five symbols of PermenPANRB 35/2012: capsule where the SOP begins or ends, diamond where it decides,
 * box otherwise. A decision cannot be a capsule, so one that begins or ends the SOP gets a capsule of its own. Null when the
 * step stands in no column.
 */
export function susunSimpul(l: LangkahLembar, { awal }: { awal: boolean }): SimpulLangkah | null {
  if (l.pelaksana.length === 0) return null
  const akhir = l.berakhir && !l.keputusan
  const utama = simpul(l, { id: l.kode, kolom: l.pelaksana })
  if (l.penjawab.length > 0) return susunDijawab(l, { awal, akhir })
  const inti = { ...utama, bentuk: bentukLangkah(l, awal || akhir) }
  const kolom = l.pelaksana.slice(0, 1)
  const mulai = simpul(l, { id: `${l.kode}/mulai`, bentuk: 'kapsul', kolom, tulisan: ['Mulai'] })
  const selesai = simpul(l, { id: `${l.kode}/selesai`, bentuk: 'kapsul', kolom, tulisan: ['Selesai'] })
  const pakaiMulai = awal && l.keputusan
  const pakaiSelesai = l.berakhir && l.keputusan
  return {
    baris: [...(pakaiMulai ? [[mulai]] : []), [inti], ...(pakaiSelesai ? [[selesai]] : [])],
    dalam: [
      ...(pakaiMulai ? [{ dari: mulai.id, ke: inti.id, cabang: 'biasa' as const }] : []),
      ...(pakaiSelesai ? [{ dari: inti.id, ke: selesai.id, cabang: 'ya' as const }] : []),
    ],
    masuk: inti.id,
    keluar: inti.id,
  }
}

/**
 * A step that its receiver answers: a symbol for each, with an arrow. Beside each other when the receiver stands apart on one
 * side and does not decide; otherwise below each other.
 */
function susunDijawab(l: LangkahLembar, { awal, akhir }: { awal: boolean; akhir: boolean }): SimpulLangkah {
  const pelaksana = simpul(l, { id: l.kode, kolom: l.pelaksana, bentuk: awal ? 'kapsul' : 'kotak' })
  const penjawab = simpul(l, { id: `${l.kode}/jawab`, kolom: l.penjawab, bentuk: bentukLangkah(l, akhir) })
  const selesai = simpul(l, {
    id: `${l.kode}/selesai`,
    bentuk: 'kapsul',
    kolom: l.penjawab.slice(0, 1),
    tulisan: ['Selesai'],
  })
  const antar: Sambungan = { dari: pelaksana.id, ke: penjawab.id, cabang: 'biasa' }
  const letak = { masuk: pelaksana.id, keluar: penjawab.id }
  const arah = l.keputusan ? null : arahPenjawab(l)
  if (arah) {
    const luar = arah === 'kanan' ? 'kiri' : 'kanan'
    const p: Simpul = { ...pelaksana, keluar: [arah], masuk: ['atas', luar] }
    const j: Simpul = { ...penjawab, keluar: ['bawah', arah], masuk: [luar] }
    return { baris: [arah === 'kanan' ? [p, j] : [j, p]], dalam: [antar], ...letak }
  }
  if (!(l.berakhir && l.keputusan)) return { baris: [[pelaksana], [penjawab]], dalam: [antar], ...letak }
  const usai: Sambungan = { dari: penjawab.id, ke: selesai.id, cabang: 'ya' }
  return { baris: [[pelaksana], [penjawab], [selesai]], dalam: [antar, usai], ...letak }
}

function arahPenjawab({ pelaksana, penjawab }: LangkahLembar): 'kiri' | 'kanan' | null {
  if (Math.min(...penjawab) > Math.max(...pelaksana)) return 'kanan'
  return Math.max(...penjawab) < Math.min(...pelaksana) ? 'kiri' : null
}

const bentukLangkah = (l: LangkahLembar, ujung: boolean): BentukSimpul =>
  l.keputusan ? 'belah-ketupat' : ujung ? 'kapsul' : 'kotak'

const simpul = (l: LangkahLembar, isi: Partial<Simpul> & Pick<Simpul, 'id' | 'kolom'>): Simpul => ({
  bentuk: 'kotak',
  langkah: l.kode,
  tulisan: [],
  keluar: SEMUA_KELUAR,
  masuk: SEMUA_MASUK,
  ...isi,
})

const TINGGI: Readonly<Record<BentukSimpul, number>> = {
  kapsul: SIMBOL.tinggiKapsul,
  kotak: SIMBOL.tinggi,
  'belah-ketupat': SIMBOL.tinggiBelah,
  konektor: SIMBOL.konektor,
}

/** Height of a symbol. */
export const tinggiSimbol = (bentuk: BentukSimpul): number => TINGGI[bentuk]

/** Height that a row of nodes needs: lines into it above, lines out of it below. */
export function tinggiBaris(simpul: readonly Simpul[]): number {
  const tinggi = Math.max(...simpul.map((s) => tinggiSimbol(s.bentuk)))
  const belah = simpul.some((s) => s.bentuk === 'belah-ketupat')
  return BARIS.atas + tinggi + (belah ? BARIS.bawahBelah : BARIS.bawah)
}
