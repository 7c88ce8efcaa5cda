import ExcelJS from 'exceljs'
import { BARIS_KEPALA, LEMBAR, TANDA_TEMPLAT } from './formulir-excel.ts'
import { periksaZip, type Tolak } from './periksa-zip.ts'

/** Cells of one table below its heads: heads as written, rows by their number on the sheet. */
export type LembarTerbaca = {
  readonly kepala: readonly string[]
  readonly baris: readonly { readonly nomor: number; readonly sel: readonly SelTerbaca[] }[]
}
export type SelTerbaca = string | number | null
export type BukuTerbaca = Readonly<Record<'identitas' | 'pelaksana' | 'langkah' | 'catatan', LembarTerbaca>>

const MAKS_BARIS = 1500
const MAKS_KOLOM = 120
const DIBACA = ['identitas', 'pelaksana', 'langkah', 'catatan'] as const
/** What the form does not need is not looked at: a rule over a million cells takes minutes to unfold. */
const TIDAK_DIBACA = [
  'dataValidations',
  'mergeCells',
  'conditionalFormatting',
  'extLst',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'autoFilter',
  'rowBreaks',
  'cols',
]

/**
 * The tables of an Excel form as plain cells. Everything that is no form of ours (another file, an older form, formulas,
 * far too much) is refused with a sentence. Never throws.
 */
export async function bukaBukuSop(isi: Uint8Array): Promise<BukuTerbaca | Tolak> {
  const ditolak = await periksaZip(isi)
  if (ditolak) return ditolak
  try {
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load(
      isi as unknown as ExcelJS.Buffer,
      {
        ignoreNodes: TIDAK_DIBACA,
        maxRows: MAKS_BARIS,
        maxCols: MAKS_KOLOM,
      } as Partial<ExcelJS.XlsxReadOptions>,
    )
    return bacaLembar(buku)
  } catch (sebab) {
    if (sebab instanceof Error && /^Max (row|column) count/.test(sebab.message))
      return {
        tolak: `Ada lembar yang terlalu panjang; formulir SOP memuat paling banyak ${MAKS_BARIS} baris dan ${MAKS_KOLOM} kolom.`,
      }
    return {
      tolak:
        'Berkas ini tidak dapat dibaca sebagai Excel. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi.',
    }
  }
}

function bacaLembar(buku: ExcelJS.Workbook): BukuTerbaca | Tolak {
  const lembar = DIBACA.map((kunci) => [kunci, buku.getWorksheet(LEMBAR[kunci])] as const)
  const hilang = lembar.filter(([, ws]) => !ws).map(([kunci]) => LEMBAR[kunci])
  if (hilang.length > 0)
    return {
      tolak: `Lembar ${hilang.join(', ')} tidak ada. Unduh formulir Excel dari halaman ini dan isi formulir itu.`,
    }
  const tanda = lembar.map(([, ws]) => String(nilaiSel(ws?.getCell('A2').value) ?? ''))
  if (tanda.some((isi) => isi !== TANDA_TEMPLAT))
    return {
      tolak: `Formulir ini bukan templat yang sekarang ("${TANDA_TEMPLAT}" di sel A2). Unduh formulir Excel yang baru, lalu pindahkan isinya.`,
    }
  const rumus = lembar.flatMap(([kunci, ws]) => (ws ? selRumus(ws).map((sel) => `${LEMBAR[kunci]}!${sel}`) : []))
  if (rumus.length > 0)
    return {
      tolak: `Formulir memuat rumus (${rumus.slice(0, 5).join(', ')}). Ganti rumus dengan isinya, lalu unggah lagi.`,
    }
  return Object.fromEntries(lembar.map(([kunci, ws]) => [kunci, isiTabel(ws)])) as unknown as BukuTerbaca
}

function selRumus(ws: ExcelJS.Worksheet): string[] {
  const hasil: string[] = []
  ws.eachRow((baris) => {
    baris.eachCell((sel) => {
      if (sel.type === ExcelJS.ValueType.Formula) hasil.push(sel.address)
    })
  })
  return hasil
}

function isiTabel(ws: ExcelJS.Worksheet | undefined): LembarTerbaca {
  if (!ws) return { kepala: [], baris: [] }
  const kepala = selBaris(ws.getRow(BARIS_KEPALA)).map((isi) => String(isi ?? '').trim())
  const baris: { nomor: number; sel: SelTerbaca[] }[] = []
  ws.eachRow((row, nomor) => {
    const sel = selBaris(row)
    if (nomor > BARIS_KEPALA && sel.some((isi) => isi !== null)) baris.push({ nomor, sel })
  })
  return { kepala, baris }
}

function selBaris(row: ExcelJS.Row): SelTerbaca[] {
  const sel: SelTerbaca[] = []
  row.eachCell({ includeEmpty: true }, (satu, ke) => {
    sel[ke - 1] = nilaiSel(satu.value)
  })
  return Array.from(sel, (isi) => isi ?? null)
}

/** What a person sees in the cell: text of any make, a date as YYYY-MM-DD, a figure as a figure. */
function nilaiSel(nilai: ExcelJS.CellValue | undefined): SelTerbaca {
  if (nilai === null || nilai === undefined) return null
  if (typeof nilai === 'string') return nilai.trim() === '' ? null : nilai
  if (typeof nilai === 'number') return Number.isFinite(nilai) ? nilai : null
  if (typeof nilai === 'boolean') return nilai ? 'Ya' : 'Tidak'
  if (nilai instanceof Date) return Number.isNaN(nilai.getTime()) ? null : nilai.toISOString().slice(0, 10)
  if ('richText' in nilai) return nilaiSel(nilai.richText.map((r) => r.text).join(''))
  if ('error' in nilai) return String(nilai.error)
  if ('text' in nilai) return nilaiSel(nilai.text as ExcelJS.CellValue)
  return null
}
