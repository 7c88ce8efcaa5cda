import { BorderStyle, type IBorderOptions, Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx'
import { pengukurBersama } from '../huruf.ts'
import { barisKepala, type Kisi, lebarKolom, type SelGrid, selBaris, susunKisi } from '../kisi-tabel.ts'
import type { BlokTabel } from '../model.ts'
import { teksPolos } from '../run.ts'
import { HURUF_TABEL } from '../ukuran.ts'
import { paragrafRapat, RATA, TWIP_PER_MM } from './teks-word.ts'

const WARNA = { kepala: 'E8E8E8', arsir: 'F2F2F2', batang: '4D4D4D' } as const
const TWIP_PER_PT = 20
const JARAK_SEL = { top: 30, bottom: 30, left: 70, right: 70 } as const

/** A table whose heads are repeated on each page and whose rows are not cut; caption above, notes below. */
export function tabelWord(blok: BlokTabel, lebarTwip: number): (Paragraph | Table)[] {
  const kepala = susunKisi(barisKepala(blok), blok)
  const badan = susunKisi(blok.isi.map(selBaris), blok)
  const { lebar, ukuran } = lebarKolomTwip(blok, { kepala, badan, lebarTwip })
  const letak = { blok, lebar, ukuran }
  const tabel = new Table({
    width: { size: lebar.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: lebar,
    margins: JARAK_SEL,
    rows: [...susunBaris(kepala, { ...letak, kepala: true }), ...susunBaris(badan, { ...letak, kepala: false })],
  })
  const kecil = { ukuran: HURUF_TABEL.kecil }
  return [
    ...(blok.judul
      ? [paragrafRapat(blok.judul, { tebal: true, ukuran: HURUF_TABEL.biasa }, { style: 'Caption', keepNext: true })]
      : []),
    tabel,
    ...(blok.catatan ?? []).map((teks) => paragrafRapat(teks, kecil)),
    // Word joins tables that touch
    new Paragraph({ spacing: { before: 0, after: 80 } }),
  ]
}

/** Widths in whole twips and size of type as on the PDF: Word would cut a figure in two where its column is too narrow. */
function lebarKolomTwip(
  blok: BlokTabel,
  { kepala, badan, lebarTwip }: { kepala: Kisi; badan: Kisi; lebarTwip: number },
): { lebar: number[]; ukuran: number } {
  const sisi = (JARAK_SEL.left + JARAK_SEL.right) / TWIP_PER_PT
  const ruang = { x: 0, lebar: lebarTwip / TWIP_PER_PT, tinggi: 0, pengukur: pengukurBersama() }
  const { lebar, ukuran } = lebarKolom(blok, { kepala, badan, ruang, sisi })
  return { lebar: lebar.map((l) => Math.floor(l * TWIP_PER_PT)), ukuran }
}

type Letak = {
  readonly blok: BlokTabel
  readonly lebar: readonly number[]
  readonly ukuran: number
  readonly kepala: boolean
}

function susunBaris(kisi: Kisi, letak: Letak): TableRow[] {
  const perBaris: SelGrid[][] = Array.from({ length: kisi.jumlahBaris }, () => [])
  for (const sel of kisi.sel) perBaris[sel.baris]?.push(sel)
  const tinggi = (letak.blok.tinggiBarisMm ?? 0) * TWIP_PER_MM
  return perBaris.map((sel, i) => {
    const lengket =
      !letak.kepala && (letak.blok.isi[i]?.gaya === 'subjudul' || letak.blok.isi[i + 1]?.gaya === 'jumlah')
    return new TableRow({
      tableHeader: letak.kepala,
      cantSplit: true,
      ...(lengket ? { keepNext: true } : {}),
      ...(tinggi > 0 && !letak.kepala ? { height: { value: Math.round(tinggi), rule: 'atLeast' as const } } : {}),
      children: sel.map((s) => susunSel(s, letak)),
    })
  })
}

function susunSel(sel: SelGrid, { lebar, ukuran, kepala }: Letak): TableCell {
  const kotak = sel.centang === undefined ? '' : sel.centang ? '☑ ' : '☐ '
  const teks = kotak ? [{ teks: kotak }, ...(typeof sel.teks === 'string' ? [{ teks: sel.teks }] : sel.teks)] : sel.teks
  const rata = kotak && teksPolos(sel.teks) === '' ? 'tengah' : sel.rata
  const warna = kepala ? WARNA.kepala : sel.batang ? WARNA.batang : sel.arsir ? WARNA.arsir : null
  return new TableCell({
    width: {
      size: lebar.slice(sel.kolom, sel.kolom + sel.lebarKolom).reduce((a, b) => a + b, 0),
      type: WidthType.DXA,
    },
    ...(sel.lebarKolom > 1 ? { columnSpan: sel.lebarKolom } : {}),
    ...(sel.rentang > 1 ? { rowSpan: sel.rentang } : {}),
    ...(warna ? { shading: { fill: warna, color: 'auto', type: 'clear' as const } } : {}),
    verticalAlign: kepala ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [paragrafRapat(teks, { ukuran, tebal: sel.tebal }, { alignment: RATA[rata] })],
  })
}

const TANPA: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const GARIS: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** The same six lines of a table, all drawn or none. */
export function garisTabel(ada: boolean) {
  const garis = ada ? GARIS : TANPA
  return { top: garis, bottom: garis, left: garis, right: garis, insideHorizontal: garis, insideVertical: garis }
}
