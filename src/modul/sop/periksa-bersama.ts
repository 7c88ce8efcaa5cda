import { type KesalahanSop, letakLangkah } from './baca-yaml.ts'
import type { DefinisiSop, LangkahSop } from './definisi.ts'
import { hilir } from './graf-sop.ts'
import type { JenisLangkah } from './jenis-langkah.ts'

/** Kinds that work on one sheet of the siklus: several one after the other are rounds of it, side by side they collide. */
const SATU_LEMBAR: readonly { readonly jenis: JenisLangkah; readonly pesan: (nomor: string) => string }[] = [
  {
    jenis: 'rekap',
    pesan: (nomor) =>
      `Rekapitulasi ini berjalan bersama rekapitulasi langkah ${nomor}, sehingga tidak jelas rekap mana yang ditelaah. Pertemukan cabangnya sebelum satu langkah rekapitulasi, atau jalankan berurutan.`,
  },
  {
    jenis: 'pengukuran',
    pesan: (nomor) =>
      `Pengukuran ini berjalan bersama pengukuran langkah ${nomor} pada Kertas Kerja yang sama. Jadikan satu langkah dengan beberapa pelaksana, atau jalankan berurutan.`,
  },
]

/** Steps of which a siklus has one sheet do not run side by side. */
export const periksaBersama = (definisi: DefinisiSop): KesalahanSop[] =>
  SATU_LEMBAR.flatMap(({ jenis, pesan }) => {
    const sejenis = definisi.langkah.filter((l) => l.jenis === jenis)
    return sejenis.flatMap((l, i) => {
      const lain = sejenis.slice(0, i).find((m) => bersama(definisi, l, m))
      return lain ? [{ letak: letakLangkah(l, 'jenis'), pesan: pesan(lain.nomor) }] : []
    })
  })

/** Does one stand in one branch and the other in another of the same split, before the branches join? */
function bersama(definisi: DefinisiSop, a: LangkahSop, b: LangkahSop): boolean {
  const hanyaDi = (kode: string, ini: string, lain: string) =>
    hilir(definisi, ini).has(kode) && !hilir(definisi, lain).has(kode)
  return definisi.langkah.some(({ berikutnya }) =>
    berikutnya.some((x) => berikutnya.some((y) => x !== y && hanyaDi(a.kode, x, y) && hanyaDi(b.kode, y, x))),
  )
}
