import { z } from 'zod'

const PANJANG_TEKS = 20_000
/** Text without looks. */
export const skemaTeksPolos = z.string().max(PANJANG_TEKS)
/** A length in mm. */
export const skemaMm = z.number().min(0).max(400)

/** A stretch of text with one look. */
export const skemaRun = z.strictObject({
  teks: skemaTeksPolos,
  tebal: z.boolean().optional(),
  miring: z.boolean().optional(),
  garisBawah: z.boolean().optional(),
})

/** Plain text, or stretches with different looks. `\n` begins a new line. ☑ ☐ ✓ ✗ ≥ ≤ → and others are drawn as vectors. */
export const skemaTeks = z.union([skemaTeksPolos, z.array(skemaRun).max(500)])

/** Letterhead: `instansi` top down, the last line is the office itself and set largest. */
export const skemaKop = z.strictObject({
  instansi: z.array(skemaTeksPolos).min(1).max(4),
  alamat: skemaTeksPolos.optional(),
  telepon: skemaTeksPolos.optional(),
  surel: skemaTeksPolos.optional(),
  /** id of the picture of the coat of arms */
  logo: z.string().max(200).optional(),
})

/** Cell of a table head; `kolom` and `baris` are the numbers of columns and rows it spans. */
export const skemaSelKepala = z.strictObject({
  teks: skemaTeks,
  kolom: z.number().int().min(1).max(60).optional(),
  baris: z.number().int().min(1).max(6).optional(),
})

/** How a figure is shown in a workbook: thousands and decimals as it has them, with '%', or with 'Rp'. */
export const FORMAT_ANGKA = ['angka', 'persen', 'rupiah'] as const

/**
 * Cell of a table body: text, or text with span, alignment, weight, shade, a drawn check box, or a bar (timeline). `angka` is
 * the figure behind the text and `rumus` how a workbook computes it; paper shows the text only.
 */
export const skemaSel = z.union([
  skemaTeks,
  z.strictObject({
    teks: skemaTeks,
    kolom: z.number().int().min(1).max(60).optional(),
    baris: z.number().int().min(1).max(500).optional(),
    rata: z.enum(['kiri', 'tengah', 'kanan', 'angka']).optional(),
    tebal: z.boolean().optional(),
    arsir: z.boolean().optional(),
    /** check box before the text (alone: in the middle of the cell) */
    centang: z.boolean().optional(),
    /** part of a horizontal bar: cells side by side make one bar */
    batang: z.boolean().optional(),
    /** plain decimal */
    angka: z
      .string()
      .regex(/^-?\d{1,30}(\.\d{1,20})?$/)
      .optional(),
    format: z.enum(FORMAT_ANGKA).optional(),
    /** `[3]` is the cell of column 3 in the same row, `[3,12]` that of body row 12, both counted from 1: 'ROUND([5]/[4]*100,2)' */
    rumus: z
      .string()
      .max(6000)
      .regex(/^[A-Z0-9[\],:()+\-*/.]+$/)
      .optional(),
  }),
])

export const skemaBarisTabel = z.strictObject({
  /** one entry per cell that begins in this row, left to right; columns held by a span from above are left out */
  sel: z.array(skemaSel).max(60),
  /** subjudul = shaded bold group row, kept with the next; jumlah = bold total row, kept with the one before */
  gaya: z.enum(['biasa', 'subjudul', 'jumlah']).optional(),
})

/** One signer. `pengantar` are the lines above the post: place and date, or 'Mengetahui,'. */
export const skemaPihak = z.strictObject({
  pengantar: z.array(skemaTeksPolos).max(4).optional(),
  jabatan: z.array(skemaTeksPolos).max(4),
  /** what stands in the room for the signature: picture of a scanned one, or words such as 'ditandatangani dalam aplikasi' */
  tanda: z.strictObject({ gambar: z.string().max(200).optional(), teks: skemaTeksPolos.optional() }).optional(),
  /** empty prints dots to write on */
  nama: skemaTeksPolos,
  pangkat: skemaTeksPolos.optional(),
  /** with its label: 'NIP. 19741206 199311 1 001' */
  nomorInduk: skemaTeksPolos.optional(),
})

export type Run = z.infer<typeof skemaRun>
export type Teks = z.infer<typeof skemaTeks>
export type Kop = z.infer<typeof skemaKop>
export type SelKepala = z.infer<typeof skemaSelKepala>
export type Sel = z.infer<typeof skemaSel>
export type BarisTabel = z.infer<typeof skemaBarisTabel>
export type Pihak = z.infer<typeof skemaPihak>
export type SelLengkap = Exclude<Sel, Teks>

/** Cell in its long form, whichever way it was written. */
export function selLengkap(sel: Sel): SelLengkap {
  return typeof sel === 'string' || Array.isArray(sel) ? { teks: sel } : sel
}

/** Contact line of a letterhead; '' without contacts. */
export function kontakKop(kop: Kop): string {
  return [kop.telepon && `Telepon ${kop.telepon}`, kop.surel && `Pos-el ${kop.surel}`].filter(Boolean).join('  ·  ')
}
