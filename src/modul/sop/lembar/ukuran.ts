import { PT_PER_MM } from '../../../inti/dokumen/ukuran.ts'

/** Millimetres as points. */
export const mm = (panjang: number): number => panjang * PT_PER_MM

/** Type sizes of the sheet in points. */
export const UKURAN_TEKS = { judul: 11, kepala: 8, kecil: 7, konektor: 7.5, label: 7, kaki: 7.5 } as const
/** Body type of the flow table: the first that leaves the text columns enough room. */
export const UKURAN_TABEL = [9, 8.5, 8, 7.5, 7] as const
export const SPASI = 1.14
/** room between the border of a cell and its text */
export const BANTALAN = mm(1)

/** Symbols: width shrinks with the column, height stays. */
export const SIMBOL = {
  lebarMaks: mm(13),
  lebarMin: mm(6),
  tinggi: mm(7),
  tinggiKapsul: mm(6),
  /** a decision is a little higher, so that its edges are not too flat */
  tinggiBelah: mm(8.5),
  konektor: mm(8.2),
  /** part of the off-page connector that is a rectangle, before its point */
  badanKonektor: 0.64,
} as const

/** Arrow head, and the least distances that keep lines apart. */
export const PANAH = { panjang: mm(2.1), lebar: mm(1.7) } as const
export const JARAK = {
  /** between parallel lines */
  lorong: mm(1.5),
  lorongMin: mm(0.95),
  /** between a symbol and the first line beside it */
  tepiSimbol: mm(1.3),
  /** the same where an arrow enters from the side: its head must fit */
  masukSamping: PANAH.panjang + mm(1.2),
  /** two lines of one lane end this far apart */
  ujung: mm(2.5),
  label: mm(0.6),
} as const

/** A row of the flow: above the symbol the turning line and the head of the arrow into it, below it room to leave. */
export const BARIS = {
  atas: mm(5),
  bawah: mm(2.6),
  bawahBelah: mm(3.6),
  /** turning line below the upper border of the row */
  belok: mm(1.6),
  /** connectors of one strip turn below each other */
  jarakBelok: mm(1.5),
  atasKonektor: mm(2.2),
  bawahKonektor: mm(2.2),
} as const

/** line above the table */
export const TINGGI_JUDUL = mm(6)
