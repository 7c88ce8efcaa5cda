import { hurufKolom } from '../../src/inti/dokumen/excel/nilai-sel.ts'
import { buatExcel, buatPdf, buatWord, type Dokumen, type Sel } from '../../src/inti/dokumen/index.ts'
import { angkaSel, bukaExcel } from './baca-excel.ts'
import { teksPdf } from './baca-pdf.ts'
import { bukaZip } from './zip.ts'

type SelAngka = Exclude<Sel, string | unknown[]> & { angka: string; teks: string }
const berangka = (sel: Sel): sel is SelAngka => typeof sel === 'object' && 'angka' in sel && sel.angka !== undefined

/** Every figure of every table of a tree as it is printed. */
export const angkaTabel = ({ isi }: Dokumen): SelAngka[] =>
  isi.flatMap((b) => (b.jenis === 'tabel' ? b.isi.flatMap((r) => r.sel.filter(berangka)) : []))

/** How often each figure stands in a text of words. */
function hitungKata(teks: string): Map<string, number> {
  const peta = new Map<string, number>()
  for (const kata of teks.split(/\s+/)) peta.set(kata, (peta.get(kata) ?? 0) + 1)
  return peta
}

/** Figures of the tree that a rendering has less often than the tree. */
function hilang(angka: readonly SelAngka[], ada: Map<string, number>): string[] {
  return [...hitungKata(angka.map((a) => a.teks).join(' '))].flatMap(([teks, kali]) =>
    (ada.get(teks) ?? 0) < kali ? [`${teks}: ${ada.get(teks) ?? 0} dari ${kali}`] : [],
  )
}

/**
 * Draws a document in all three forms and reads it back: what of its tables' figures each form lacks, and what a workbook
 * computes differently from what is printed.
 */
export async function bacaTigaBentuk(dokumen: Dokumen): Promise<{ pdf: string[]; word: string[]; excel: string[] }> {
  const angka = angkaTabel(dokumen)
  const pdf = (await teksPdf(await buatPdf(dokumen))).join(' ')
  const xml = (await bukaZip(await buatWord(dokumen))).get('word/document.xml')?.toString('utf8') ?? ''
  const word = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, t]) => t).join(' ')
  return { pdf: hilang(angka, hitungKata(pdf)), word: hilang(angka, hitungKata(word)), excel: await bedaExcel(dokumen) }
}

/** Cell by cell: the sheet of each table, its rows below the head, numbers and recomputed formulas. */
async function bedaExcel(dokumen: Dokumen): Promise<string[]> {
  const buku = await bukaExcel(await buatExcel(dokumen))
  const tabel = dokumen.isi.flatMap((b) => (b.jenis === 'tabel' ? [b] : []))
  const lembar = buku.worksheets.slice(1)
  const beda = lembar.length === tabel.length ? [] : [`${lembar.length} lembar untuk ${tabel.length} tabel`]
  tabel.forEach((t, ke) => {
    const ws = lembar[ke]
    const awal = 5 + t.kepala.length + (t.nomorKolom ? 1 : 0)
    t.isi.forEach((baris, b) => {
      let kolom = 1
      for (const sel of baris.sel) {
        const alamat = `${hurufKolom(kolom)}${awal + b}`
        const nilai = ws && berangka(sel) ? angkaSel(ws, alamat) : null
        if (berangka(sel) && (nilai === null || Math.abs(nilai - Number(sel.angka)) > 0.0049))
          beda.push(`${ws?.name} ${alamat}: ${nilai}, tercetak ${sel.teks}`)
        kolom += typeof sel === 'object' && 'kolom' in sel ? (sel.kolom ?? 1) : 1
      }
    })
  })
  return beda
}
