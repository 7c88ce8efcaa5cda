import type { BahanLembar, LangkahLembar } from './bahan.ts'
import type { KolomTeks, LebarTeks } from './lebar-kolom.ts'
import { type SimpulLangkah, susunSimpul, tinggiBaris } from './simpul.ts'
import { susunDaftar, susunTeks, type TeksTersusun, tinggiTeks } from './teks-sel.ts'
import { BANTALAN, SPASI } from './ukuran.ts'

/** A row of the flow table. A step whose text is higher than a page goes on in rows that have no symbols. */
export type BarisTabel = {
  readonly langkah: LangkahLembar
  readonly simpul: SimpulLangkah | null
  readonly sel: Readonly<Partial<Record<KolomTeks, TeksTersusun>>>
  readonly tinggi: number
}

type Ukuran = { readonly ukuran: number; readonly lebarTeks: LebarTeks }

/** All rows of the table with their texts set; `maksTinggi`: what is left of a page below the table head. */
export function susunBarisTabel(bahan: BahanLembar, ukuran: Ukuran, maksTinggi: number): BarisTabel[] {
  return bahan.langkah.flatMap((langkah, urut) => {
    const simpul = susunSimpul(langkah, { awal: urut === 0 })
    const tinggiSimpul = simpul ? simpul.baris.reduce((jumlah, baris) => jumlah + tinggiBaris(baris), 0) : 0
    const sel = susunSel(langkah, ukuran)
    const perBaris = ukuran.ukuran * SPASI
    const muat = Math.max(1, Math.floor((maksTinggi - 2 * BANTALAN) / perBaris))
    const banyak = Math.max(1, ...Object.values(sel).map((s) => Math.ceil(s.baris.length / muat)))
    return Array.from({ length: banyak }, (_, ke) => {
      const potong = Object.fromEntries(
        Object.entries(sel).map(([k, s]) => [
          k,
          k === 'nomor' && ke > 0 ? sel.nomor : { ...s, baris: s.baris.slice(ke * muat, (ke + 1) * muat) },
        ]),
      )
      const tinggiIsi = Math.max(0, ...Object.values(potong).map((s) => (s ? tinggiTeks(s) : 0)))
      return {
        langkah,
        simpul: ke === 0 ? simpul : null,
        sel: potong,
        tinggi: Math.max(tinggiIsi + 2 * BANTALAN, ke === 0 ? tinggiSimpul : 0),
      }
    })
  })
}

function susunSel(l: LangkahLembar, { ukuran, lebarTeks }: Ukuran): Record<string, TeksTersusun> {
  const lebar = (k: KolomTeks) => lebarTeks[k] - 2 * BANTALAN
  const biasa = (k: KolomTeks, isi: string) => susunTeks([isi], { lebar: lebar(k), ukuran })
  const daftar = (k: KolomTeks, isi: readonly string[]) =>
    susunDaftar(isi, { lebar: lebar(k), ukuran, tanda: () => '-' })
  return {
    nomor: biasa('nomor', l.nomor),
    uraian: biasa('uraian', l.uraian),
    kelengkapan: daftar('kelengkapan', l.kelengkapan),
    waktu: biasa('waktu', l.waktu),
    keluaran: biasa('keluaran', l.keluaran),
    keterangan: daftar('keterangan', l.keterangan),
    ...(l.langsung ? { pelaksanaan: susunLangsung(l.langsung, { ukuran, lebar: lebar('pelaksanaan') }) } : {}),
  }
}

function susunLangsung(
  { kata, rincian }: NonNullable<LangkahLembar['langsung']>,
  { ukuran, lebar }: { ukuran: number; lebar: number },
): TeksTersusun {
  const kepala = susunTeks([kata], { lebar, ukuran, tebal: true })
  return { ukuran, baris: [...kepala.baris, ...susunTeks(rincian, { lebar, ukuran }).baris] }
}
