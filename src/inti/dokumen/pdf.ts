import PDFDocument from 'pdfkit'
import { gambarBentuk } from './bentuk-pdf.ts'
import { gambarLayak, type KumpulanGambar } from './gambar.ts'
import { berkasHuruf, type NamaHuruf } from './huruf.ts'
import type { Dokumen } from './model.ts'
import type { Abu, Item } from './potongan.ts'
import { cariSimbol } from './simbol.ts'
import { itemHalaman, susunTataLetak } from './tata-letak.ts'
import { PT_PER_MM } from './ukuran.ts'

const WARNA: Readonly<Record<Abu, string>> = { kepala: '#e8e8e8', arsir: '#f2f2f2', batang: '#4d4d4d' }
const PEMBUAT = 'Takar'
/** the file must carry a date; for a document without one a fixed one, so that its bytes stay the same */
const TANGGAL_TANPA = '2000-01-01'
/** what readers that know no replacement text find for a drawn sign */
const PENGGANTI: Readonly<Record<string, string>> = {
  '≥': '>',
  '≤': '<',
  '☑': 'v',
  '✓': 'v',
  '☒': 'x',
  '✗': 'x',
  '☐': '-',
}

export type Doc = PDFKit.PDFDocument
const hurufTerdaftar = new WeakMap<Doc, Set<NamaHuruf>>()
type GambarTerbuka = Map<string, PDFKit.Mixins.ImageSrc | null>

/**
 * Draws a document as PDF. The same tree gives the same bytes: the only date in the file is the document's own.
 *
 * @param gambar bytes of the pictures named in the tree; one that is missing or damaged prints as an empty box with a note
 */
export async function gambarPdf(dokumen: Dokumen, gambar: KumpulanGambar = {}): Promise<Buffer> {
  const { bidang, halaman } = susunTataLetak(dokumen)
  const doc = bukaBerkas(
    {
      judul: dokumen.judul,
      asal: dokumen.kop?.instansi.join(', '),
      subjek: [dokumen.jenis, dokumen.nomor].filter(Boolean).join(' '),
      tanggal: dokumen.tanggal,
    },
    [bidang.lebarKertas, bidang.tinggiKertas],
  )
  const selesai = kumpulkan(doc)
  const terbuka: GambarTerbuka = new Map()
  for (const satu of halaman) {
    doc.addPage()
    gambarHalaman(doc, { item: itemHalaman(satu), gambar, terbuka })
  }
  doc.end()
  return selesai
}

/** What the file says about itself. `tanggal`: YYYY-MM-DD */
export type KeteranganPdf = {
  readonly judul: string
  readonly asal?: string | undefined
  readonly subjek: string
  readonly tanggal?: string | null | undefined
}

/** A new file of sheets of one size (width, height in points). */
export function bukaBerkas({ judul, asal, subjek, tanggal }: KeteranganPdf, size: [number, number]): Doc {
  return new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    lang: 'id-ID',
    displayTitle: true,
    info: {
      Title: judul,
      Author: asal ?? PEMBUAT,
      Subject: subjek,
      Creator: PEMBUAT,
      Producer: PEMBUAT,
      CreationDate: new Date(`${tanggal ?? TANGGAL_TANPA}T00:00:00Z`),
    },
  })
}

/** Sets the font; its file is handed over when a text first needs it. */
function pakaiHuruf(doc: Doc, { huruf, ukuran }: { huruf: NamaHuruf; ukuran: number }): void {
  const dikenal = hurufTerdaftar.get(doc) ?? new Set<NamaHuruf>()
  if (!dikenal.has(huruf)) {
    doc.registerFont(huruf, berkasHuruf(huruf))
    hurufTerdaftar.set(doc, dikenal.add(huruf))
  }
  doc.font(huruf).fontSize(ukuran)
}

/** The bytes of the file once it is ended. */
export function kumpulkan(doc: Doc): Promise<Buffer> {
  const potong: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (isi: Buffer) => potong.push(isi))
    doc.on('end', () => resolve(Buffer.concat(potong)))
    doc.on('error', reject)
  })
}

type IsiHalaman = { item: readonly Item[]; gambar: KumpulanGambar; terbuka: GambarTerbuka }

/** Draws items on the page that is open. */
export function gambarHalaman(doc: Doc, { item, gambar, terbuka }: IsiHalaman): void {
  for (const i of item) if (i.t === 'bidang') doc.rect(i.x, i.y, i.lebar, i.tinggi).fill(WARNA[i.abu])
  for (const i of item) {
    if (i.t === 'gambar') gambarGambar(doc, { i, gambar, terbuka })
    if (i.t !== 'bentuk') continue
    doc.save().translate(i.x, i.y)
    gambarBentuk(doc, i.bentuk, i.gaya)
    doc.restore()
  }
  doc.fillColor('black').strokeColor('black')
  gambarGaris(doc, item)
  let huruf: string | undefined
  for (const i of item) {
    if (i.t === 'simbol') {
      gambarSimbol(doc, i)
      huruf = undefined
    }
    if (i.t !== 'teks') continue
    const kunci = `${i.huruf} ${i.ukuran}`
    if (kunci !== huruf) pakaiHuruf(doc, i)
    huruf = kunci
    doc.text(i.teks, i.x, i.y, { lineBreak: false, baseline: 'alphabetic' })
  }
}

/** All lines of a page in few strokes: one path per thickness. */
function gambarGaris(doc: Doc, item: readonly Item[]): void {
  const perTebal = new Map<number, Extract<Item, { t: 'garis' }>[]>()
  for (const i of item) {
    if (i.t !== 'garis') continue
    const ada = perTebal.get(i.tebal)
    if (ada) ada.push(i)
    else perTebal.set(i.tebal, [i])
  }
  doc.lineCap('square')
  for (const [tebal, garis] of perTebal) {
    doc.lineWidth(tebal)
    for (const g of garis) doc.moveTo(g.x, g.y).lineTo(g.x2, g.y2)
    doc.stroke()
  }
}

/** A sign as lines, with the character itself behind it, unseen, so that searching and copying find it. */
function gambarSimbol(doc: Doc, { x, y, nama, ukuran }: Extract<Item, { t: 'simbol' }>): void {
  const simbol = cariSimbol(nama)?.simbol
  if (!simbol) return
  tulisTakTampak(doc, { x, y, nama, ukuran })
  doc
    .lineWidth(ukuran * 0.065)
    .lineCap('round')
    .lineJoin('round')
  for (const titik of simbol.garis ?? []) jejak(doc, { titik, x, y, ukuran })
  if (simbol.garis) doc.stroke()
  for (const titik of simbol.isi ?? []) jejak(doc, { titik, x, y, ukuran })
  if (simbol.isi) doc.fill('black')
}

type HurufPdf = { id: string; encode: (teks: string) => [string[], unknown]; ref: () => unknown }

/** Written by hand: the mark must end under the same transformation as its text, or readers put the sign in another line. */
function tulisTakTampak(
  doc: Doc,
  { x, y, nama, ukuran }: { x: number; y: number; nama: string; ukuran: number },
): void {
  pakaiHuruf(doc, { huruf: 'latin-400-normal', ukuran })
  const huruf = (doc as unknown as { _font: HurufPdf })._font
  const { height, fonts } = doc.page as unknown as { height: number; fonts: Record<string, unknown> }
  fonts[huruf.id] ??= huruf.ref()
  const kode = huruf.encode(PENGGANTI[nama] ?? '*')[0].join('')
  doc.save().transform(1, 0, 0, -1, 0, height).markContent('Span', { actual: nama })
  doc.addContent(
    `BT 3 Tr 1 0 0 1 ${x.toFixed(2)} ${(height - y).toFixed(2)} Tm /${huruf.id} ${ukuran} Tf <${kode}> Tj ET`,
  )
  doc.endMarkedContent().restore()
}

type Jejak = { titik: readonly number[]; x: number; y: number; ukuran: number }

function jejak(doc: Doc, { titik, x, y, ukuran }: Jejak): void {
  for (let i = 0; i + 1 < titik.length; i += 2) {
    const px = x + (titik[i] ?? 0) * ukuran
    const py = y - (titik[i + 1] ?? 0) * ukuran
    if (i === 0) doc.moveTo(px, py)
    else doc.lineTo(px, py)
  }
}

type SatuGambar = { i: Extract<Item, { t: 'gambar' }>; gambar: KumpulanGambar; terbuka: GambarTerbuka }

function gambarGambar(doc: Doc, { i, gambar, terbuka }: SatuGambar): void {
  let buka = terbuka.get(i.sumber)
  if (buka === undefined) {
    buka = bukaGambar(doc, gambar[i.sumber])
    terbuka.set(i.sumber, buka)
  }
  if (buka) {
    doc.image(buka, i.x, i.y, { fit: [i.lebar, i.tinggi], align: 'center', valign: 'center' })
    return
  }
  doc.lineWidth(0.5).rect(i.x, i.y, i.lebar, i.tinggi).stroke('#888888')
  if (i.lebar < 30 * PT_PER_MM) return
  pakaiHuruf(doc, { huruf: 'latin-400-italic', ukuran: 8 })
  doc.fillColor('black')
  doc.text('Gambar tidak tersedia', i.x + 4, i.y + 12, { lineBreak: false, baseline: 'alphabetic' })
}

/** The same picture is stored once however often it is printed. Null when it cannot be used. */
function bukaGambar(doc: Doc, isi: Uint8Array | undefined): PDFKit.Mixins.ImageSrc | null {
  if (!isi || !gambarLayak(isi)) return null
  try {
    // pdfkit's types leave openImage out
    return (doc as unknown as { openImage: (src: Buffer) => PDFKit.Mixins.ImageSrc }).openImage(Buffer.from(isi))
  } catch {
    return null
  }
}
