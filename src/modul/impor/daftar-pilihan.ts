import type ExcelJS from 'exceljs'

const PILIHAN = 'Pilihan'

type Pasangan = {
  /** 'B4:B103' or 'B4' */
  readonly letak: string
  readonly teks: readonly string[]
  readonly judul: string
  /** the cell may not be left blank */
  readonly wajib: boolean
  /** shown beside the cell while it is selected */
  readonly pesan?: string
}

/** Lists of choices, one column each on a hidden sheet: a list inside the rule may have 255 characters only. */
export class DaftarPilihan {
  readonly #daftar = new Map<string, readonly string[]>()

  /** Puts a drop-down on the cells; the same list is stored once. */
  pasang(ws: ExcelJS.Worksheet, { letak, teks, judul, wajib, pesan }: Pasangan): void {
    const kunci = JSON.stringify(teks)
    if (!this.#daftar.has(kunci)) this.#daftar.set(kunci, teks)
    const huruf = ws.getColumn([...this.#daftar.keys()].indexOf(kunci) + 1).letter
    pasangAturan(ws, letak, {
      type: 'list',
      allowBlank: !wajib,
      formulae: [`${PILIHAN}!$${huruf}$1:$${huruf}$${teks.length}`],
      showErrorMessage: true,
      errorTitle: judul.slice(0, MAKS_JUDUL_ATURAN),
      error: 'Pilih salah satu dari daftar.',
      ...petunjukSel(judul, pesan),
    })
  }

  /** Writes the lists; once, after all drop-downs are placed. */
  tulis(buku: ExcelJS.Workbook): void {
    if (this.#daftar.size === 0) return
    const ws = buku.addWorksheet(PILIHAN, { state: 'hidden' })
    Array.from(this.#daftar.values()).forEach((teks, i) => {
      teks.forEach((satu, ke) => {
        ws.getCell(ke + 1, i + 1).value = satu
      })
    })
  }
}

/** Limits of Excel for the texts of a rule. */
const MAKS_JUDUL_ATURAN = 32
const MAKS_PESAN_ATURAN = 250

/** What Excel shows beside a selected cell; nothing without a text. */
export const petunjukSel = (judul: string, pesan: string | undefined) =>
  pesan
    ? {
        showInputMessage: true,
        promptTitle: judul.slice(0, MAKS_JUDUL_ATURAN),
        prompt: pesan.length > MAKS_PESAN_ATURAN ? `${pesan.slice(0, MAKS_PESAN_ATURAN)}…` : pesan,
      }
    : {}

/** A rule for a whole range at once; the types of exceljs know only single cells. */
export function pasangAturan(ws: ExcelJS.Worksheet, letak: string, aturan: ExcelJS.DataValidation): void {
  const berjarak = ws as unknown as { dataValidations: { add(letak: string, aturan: ExcelJS.DataValidation): void } }
  berjarak.dataValidations.add(letak, aturan)
}
