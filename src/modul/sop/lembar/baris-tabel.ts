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

/** One row for each step, as high as its text and its symbols. */
export function susunBarisTabel(bahan: BahanLembar, ukuran: Ukuran): BarisTabel[] {
  return bahan.langkah.map((langkah, urut) => {
    const simpul = susunSimpul(langkah, { awal: urut === 0 })
    return jadikanBaris({ langkah, simpul, sel: susunSel(langkah, ukuran) })
  })
}

/**
 * Cuts rows whose text is higher than a page. `kapasitas`: what is left of a page below the table head; `pita`: what the
 * connectors of a row take of it on a page where it stands alone, which rows without symbols have none of.
 */
export function potongBaris(
  baris: readonly BarisTabel[],
  { kapasitas, pita }: { kapasitas: number; pita: (ke: number) => number },
): BarisTabel[] {
  return baris.flatMap((b, ke) => {
    const pertama = Math.max(kapasitas - pita(ke), tinggiSimpul(b.simpul))
    if (b.tinggi <= pertama) return [b]
    const [awal, lanjut] = [barisMuat(b, pertama), barisMuat(b, kapasitas)]
    const banyak = Math.max(...Object.values(b.sel).map((s) => s.baris.length))
    const potong = (dari: number, sampai: number): BarisTabel['sel'] =>
      Object.fromEntries(Object.entries(b.sel).map(([k, s]) => [k, { ...s, baris: s.baris.slice(dari, sampai) }]))
    return [
      jadikanBaris({ ...b, sel: potong(0, awal) }),
      ...Array.from({ length: Math.ceil((banyak - awal) / lanjut) }, (_, urut) => {
        const dari = awal + urut * lanjut
        return jadikanBaris({ ...b, simpul: null, sel: { ...potong(dari, dari + lanjut), nomor: b.sel.nomor } })
      }),
    ]
  })
}

/** Lines of text that a row of this height holds. */
function barisMuat({ sel }: Pick<BarisTabel, 'sel'>, tinggi: number): number {
  const perBaris = Math.max(...Object.values(sel).map((s) => s.ukuran * SPASI))
  return Math.max(1, Math.floor((tinggi - 2 * BANTALAN) / perBaris))
}

const tinggiSimpul = (simpul: SimpulLangkah | null): number =>
  (simpul?.baris ?? []).reduce((jumlah, baris) => jumlah + tinggiBaris(baris), 0)

function jadikanBaris(isi: Omit<BarisTabel, 'tinggi'>): BarisTabel {
  const tinggiIsi = Math.max(0, ...Object.values(isi.sel).map(tinggiTeks))
  return { ...isi, tinggi: Math.max(tinggiIsi + 2 * BANTALAN, tinggiSimpul(isi.simpul)) }
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
