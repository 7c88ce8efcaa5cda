import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  WidthType,
} from 'docx'
import type { EntriDaftarIsi } from '../daftar-isi.ts'
import type { KumpulanGambar } from '../gambar.ts'
import type { Blok, BlokBingkai, BlokDaftar, BlokJudul, BlokParagraf } from '../model.ts'
import { runDari } from '../run.ts'
import { HURUF } from '../ukuran.ts'
import { gambarSebaris } from './gambar-sebaris.ts'
import { grafikWord, type Pelukis } from './grafik-word.ts'
import { tandaTanganWord } from './resmi-word.ts'
import { garisTabel, tabelWord } from './tabel-word.ts'
import { paragrafRapat, RATA, runWord, TWIP_PER_MM } from './teks-word.ts'

export type BahanWord = {
  readonly gambar: KumpulanGambar
  /** null: charts are said in a sentence */
  readonly pelukis: Pelukis | null
  /** width of the body in twips */
  readonly lebarTwip: number
  readonly daftarIsi: readonly (EntriDaftarIsi & { readonly halaman: number | undefined })[]
}
type Isi = Paragraph | Table | TableOfContents

const TINGKAT = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const ABJAD = 'abcdefghijklmnopqrstuvwxyz'
const INDEN_BUTIR = 400

/** Any part of a document as Word has it: real headings, real tables, real lists of words. A sentence stays with the chart after it. */
export function blokWord(blok: Blok, bahan: BahanWord, berikut?: Blok): Isi[] {
  switch (blok.jenis) {
    case 'judul':
      return judulWord(blok)
    case 'paragraf':
      return [paragrafWord(blok, berikut?.jenis === 'grafik')]
    case 'daftar':
      return daftarWord(blok, 0)
    case 'tabel':
      return tabelWord(blok, bahan.lebarTwip)
    case 'isianData':
      return isianDataWord(blok, bahan)
    case 'kotakCentang':
      return blok.butir.map((b) =>
        paragrafRapat([{ teks: b.dicentang ? '☑ ' : '☐ ' }, ...runDari(b.teks)], {
          ukuran: HURUF[blok.huruf ?? 'biasa'],
        }),
      )
    case 'tandaTangan':
      return [new Paragraph({ keepNext: true }), tandaTanganWord(blok, bahan)]
    case 'garis':
      return [garisWord(blok.gaya)]
    case 'jarak':
      return [new Paragraph({ spacing: { before: 0, after: Math.round(blok.mm * TWIP_PER_MM) } })]
    case 'pemisahHalaman':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'daftarIsi':
      return [daftarIsiWord(bahan)]
    case 'gambar':
      return gambarWord(blok, bahan)
    case 'grafik':
      return [grafikWord(blok.grafik, bahan)]
    case 'bingkai':
      return [bingkaiWord(blok, bahan), new Paragraph({ spacing: { before: 0, after: 80 } })]
  }
}

function judulWord(blok: BlokJudul): Paragraph[] {
  const utama = blok.tingkat === 1
  const alignment = utama ? AlignmentType.CENTER : AlignmentType.LEFT
  const teks = runDari(blok.teks).map((run) => ({
    ...run,
    ...(utama && blok.nomor !== undefined ? { garisBawah: true } : {}),
  }))
  const bawah = (isi: string, tebal: boolean) => paragrafRapat(isi, { tebal }, { alignment, keepNext: true })
  return [
    new Paragraph({ heading: TINGKAT[blok.tingkat], alignment, keepNext: true, children: runWord(teks) }),
    ...(blok.subjudul ? [bawah(blok.subjudul, utama)] : []),
    ...(blok.nomor === undefined ? [] : [bawah(`Nomor: ${blok.nomor || '....................'}`, false)]),
  ]
}

const paragrafWord = (blok: BlokParagraf, lengket: boolean): Paragraph =>
  new Paragraph({
    keepNext: lengket,
    alignment: RATA[blok.rata ?? 'kiri'],
    spacing: { before: 0, after: blok.rapat ? 0 : 120 },
    indent: { left: Math.round((blok.indenMm ?? 0) * TWIP_PER_MM), ...(blok.menjorok ? { firstLine: 720 } : {}) },
    children: runWord(blok.teks, blok.huruf === 'kecil' ? { ukuran: HURUF.kecil } : {}),
  })

/** Marks are text with a hanging indent: they stay what the document says, wherever it is pasted. */
function daftarWord(blok: BlokDaftar, tingkat: number): Paragraph[] {
  return blok.butir.flatMap((butir, i) => {
    const { teks, anak } = typeof butir === 'string' || Array.isArray(butir) ? { teks: butir } : butir
    const left = INDEN_BUTIR * (tingkat + 1)
    const isi = [{ teks: `${tandaButir(blok.gaya, (blok.mulai ?? 1) + i)}\t` }, ...runDari(teks)]
    const paragraf = paragrafRapat(
      isi,
      {},
      { indent: { left, hanging: INDEN_BUTIR }, spacing: { before: 0, after: 60 } },
    )
    return [paragraf, ...(anak ? daftarWord(anak, tingkat + 1) : [])]
  })
}

function tandaButir(gaya: BlokDaftar['gaya'], urutan: number): string {
  if (gaya === 'angka') return `${urutan}.`
  if (gaya === 'huruf') return `${ABJAD[(urutan - 1) % 26]}.`
  return gaya === 'butir' ? '•' : '–'
}

function isianDataWord(blok: Extract<Blok, { jenis: 'isianData' }>, { lebarTwip }: BahanWord): Isi[] {
  const label = Math.round((blok.lebarLabelMm ?? 40) * TWIP_PER_MM)
  const lebar = [label, 240, lebarTwip - label - 240]
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  const kosong = garisTabel(false).top
  const sel = (teks: Parameters<typeof paragrafRapat>[0], ke: number) =>
    new TableCell({
      width: { size: lebar[ke] ?? 0, type: WidthType.DXA },
      borders: { top: kosong, bottom: kosong, left: kosong, right: kosong },
      children: [paragrafRapat(teks, { ukuran })],
    })
  return [
    new Table({
      width: { size: lebarTwip, type: WidthType.DXA },
      columnWidths: lebar,
      borders: garisTabel(false),
      rows: blok.baris.map(
        (b) =>
          new TableRow({ cantSplit: true, children: [sel(b.label, 0), sel(b.label ? ':' : '', 1), sel(b.nilai, 2)] }),
      ),
    }),
    new Paragraph({ spacing: { before: 0, after: 80 } }),
  ]
}

function garisWord(gaya: 'tipis' | 'tebal' | 'ganda' | undefined): Paragraph {
  const style = gaya === 'ganda' ? BorderStyle.DOUBLE : BorderStyle.SINGLE
  return new Paragraph({
    spacing: { before: 0, after: 80 },
    border: { bottom: { style, size: gaya === 'tebal' ? 14 : 6, space: 1, color: '000000' } },
  })
}

/** Filled with the page numbers of the PDF, so that it is not empty before Word updates it, and Word need not ask. */
const daftarIsiWord = ({ daftarIsi }: BahanWord): TableOfContents =>
  new TableOfContents('Daftar Isi', {
    hyperlink: true,
    headingStyleRange: '1-3',
    beginDirty: false,
    cachedEntries: daftarIsi.map(({ tingkat, teks, halaman }) => ({
      title: teks,
      level: tingkat,
      ...(halaman === undefined ? {} : { page: halaman }),
    })),
  })

function gambarWord(blok: Extract<Blok, { jenis: 'gambar' }>, { gambar }: BahanWord): Paragraph[] {
  const run = gambarSebaris(gambar[blok.sumber], blok)
  const alignment = RATA[blok.rata ?? 'tengah']
  return [
    run
      ? new Paragraph({ alignment, keepNext: Boolean(blok.keterangan), children: [run] })
      : paragrafRapat(`[Gambar tidak tersedia: ${blok.uraian}]`, { miring: true }, { alignment }),
    ...(blok.keterangan
      ? [paragrafRapat(blok.keterangan, { ukuran: HURUF.kecil }, { alignment, style: 'Caption' })]
      : []),
  ]
}

function bingkaiWord(blok: BlokBingkai, bahan: BahanWord): Table {
  const ada = blok.garis !== false
  const garis = garisTabel(ada).top
  return new Table({
    width: { size: bahan.lebarTwip, type: WidthType.DXA },
    borders: garisTabel(ada),
    rows: blok.baris.map((baris) => {
      const jumlah = baris.sel.reduce((a, s) => a + s.bobot, 0)
      const lebar = baris.sel.map((s) => Math.floor((s.bobot / jumlah) * bahan.lebarTwip))
      return new TableRow({
        cantSplit: true,
        ...(baris.tinggiMm
          ? { height: { value: Math.round(baris.tinggiMm * TWIP_PER_MM), rule: 'atLeast' as const } }
          : {}),
        children: baris.sel.map((s, i) => {
          const dalam = { ...bahan, lebarTwip: (lebar[i] ?? 0) - 200 }
          const isi = s.isi
            .flatMap((b) => blokWord(b, dalam))
            .filter((b): b is Paragraph | Table => !(b instanceof TableOfContents))
          return new TableCell({
            width: { size: lebar[i] ?? 0, type: WidthType.DXA },
            borders: { top: garis, bottom: garis, left: garis, right: garis },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            // a cell must end with a paragraph
            children: [...isi, ...(isi.at(-1) instanceof Table || isi.length === 0 ? [paragrafRapat('')] : [])],
          })
        }),
      })
    }),
  })
}
