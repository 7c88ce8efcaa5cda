import {
  AlignmentType,
  BorderStyle,
  Footer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Kop, kontakKop, type Pihak } from '../bagian.ts'
import type { KumpulanGambar } from '../gambar.ts'
import type { BlokTandaTangan } from '../model.ts'
import { HURUF } from '../ukuran.ts'
import { gambarSebaris } from './gambar-sebaris.ts'
import { garisTabel } from './tabel-word.ts'
import { paragrafRapat } from './teks-word.ts'

const TENGAH = { alignment: AlignmentType.CENTER } as const
const RUANG_TANDA_TANGAN = 900
const TITIK = '..............................'

/** Letterhead: offices from top down, address and contacts, a double line below. */
export function kopWord(kop: Kop, gambar: KumpulanGambar): Paragraph[] {
  const akhir = kop.instansi.length - 1
  const logo = kop.logo
    ? gambarSebaris(gambar[kop.logo], { lebarMm: 18, tinggiMm: 22, uraian: 'Lambang daerah' })
    : null
  const rincian = [kop.alamat ?? '', kontakKop(kop)].filter(Boolean)
  return [
    ...(logo ? [new Paragraph({ ...TENGAH, spacing: { after: 40 }, children: [logo] })] : []),
    ...kop.instansi.map((teks, i) => paragrafRapat(teks, { tebal: true, ukuran: i === akhir ? 16 : 14 }, TENGAH)),
    ...rincian.map((teks) => paragrafRapat(teks, { ukuran: HURUF.kecil }, TENGAH)),
    new Paragraph({
      spacing: { before: 0, after: 160 },
      border: { bottom: { style: BorderStyle.DOUBLE, size: 12, space: 1, color: '000000' } },
    }),
  ]
}

/** Foot of every page: what the document is, and page x of y. */
export const kakiWord = (kaki: string, lebarTwip: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: lebarTwip }],
        children: [
          new TextRun({ text: `${kaki}\t`, size: HURUF.kaki * 2 }),
          new TextRun({
            size: HURUF.kaki * 2,
            children: ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

/** Signature blocks side by side, never cut; a single signer stands right. */
export function tandaTanganWord(blok: BlokTandaTangan, bahan: { gambar: KumpulanGambar; lebarTwip: number }): Table {
  const perBaris = blok.perBaris ?? Math.min(blok.pihak.length, 3)
  const semua = blok.pihak.length === 1 ? [null, ...blok.pihak] : [...blok.pihak]
  const kolom = blok.pihak.length === 1 ? 2 : perBaris
  const baris: (Pihak | null)[][] = []
  for (let i = 0; i < semua.length; i += kolom)
    baris.push(Array.from({ length: kolom }, (_, k) => semua[i + k] ?? null))
  const lebar = Math.floor(bahan.lebarTwip / kolom)
  const ukuran = HURUF[blok.huruf ?? 'biasa']
  return new Table({
    width: { size: lebar * kolom, type: WidthType.DXA },
    columnWidths: Array.from({ length: kolom }, () => lebar),
    borders: garisTabel(false),
    rows: baris.map(
      (satu) =>
        new TableRow({
          cantSplit: true,
          children: satu.map(
            (p) =>
              new TableCell({
                width: { size: lebar, type: WidthType.DXA },
                borders: { top: TANPA, bottom: TANPA, left: TANPA, right: TANPA },
                children: p ? isiPihak(p, { ukuran, gambar: bahan.gambar }) : [paragrafRapat('')],
              }),
          ),
        }),
    ),
  })
}
const TANPA = garisTabel(false).top

function isiPihak(p: Pihak, { ukuran, gambar }: { ukuran: number; gambar: KumpulanGambar }): Paragraph[] {
  const baris = (teks: string, tebal = false) => paragrafRapat(teks, { ukuran, tebal }, { ...TENGAH, keepNext: true })
  const tanda = p.tanda?.gambar
    ? gambarSebaris(gambar[p.tanda.gambar], { lebarMm: 40, tinggiMm: 18, uraian: `Tanda tangan ${p.nama}` })
    : null
  const ruang = tanda
    ? new Paragraph({ ...TENGAH, keepNext: true, children: [tanda] })
    : paragrafRapat(
        p.tanda?.teks ?? '',
        { ukuran: HURUF.kaki, miring: true },
        { ...TENGAH, keepNext: true, spacing: { before: RUANG_TANDA_TANGAN / 2, after: RUANG_TANDA_TANGAN / 2 } },
      )
  return [
    ...(p.pengantar ?? []).map((teks) => baris(teks)),
    ...p.jabatan.map((teks) => baris(teks)),
    ruang,
    paragrafRapat([{ teks: p.nama || `(${TITIK})`, tebal: true, garisBawah: p.nama !== '' }], { ukuran }, TENGAH),
    ...[p.pangkat, p.nomorInduk].flatMap((teks) => (teks ? [paragrafRapat(teks, { ukuran }, TENGAH)] : [])),
  ]
}
