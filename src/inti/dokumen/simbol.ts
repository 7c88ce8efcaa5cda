/**
 * Symbols the embedded typeface lacks, drawn as vectors. Units: em, x to the right from the start of the symbol, y up from
 * the baseline. The files of the typeface are the web subsets, which hold letters and figures but few signs.
 */
export type Simbol = {
  readonly lebar: number
  readonly garis?: readonly (readonly number[])[]
  readonly isi?: readonly (readonly number[])[]
}

const KOTAK = [0.06, -0.08, 0.78, -0.08, 0.78, 0.64, 0.06, 0.64, 0.06, -0.08] as const
const CENTANG = [0.18, 0.28, 0.36, 0.08, 0.68, 0.56] as const
const SILANG = [
  [0.2, 0.06, 0.64, 0.5],
  [0.2, 0.5, 0.64, 0.06],
] as const
const LINGKARAN = Array.from({ length: 25 }, (_, i) => (i * Math.PI) / 12).flatMap((sudut) => [
  0.32 + 0.24 * Math.cos(sudut),
  0.28 + 0.24 * Math.sin(sudut),
])

const SIMBOL: Readonly<Record<string, Simbol>> = {
  '☐': { lebar: 0.88, garis: [KOTAK] },
  '☑': { lebar: 0.88, garis: [KOTAK, CENTANG] },
  '☒': { lebar: 0.88, garis: [KOTAK, ...SILANG] },
  '✓': { lebar: 0.8, garis: [CENTANG] },
  '✗': { lebar: 0.8, garis: SILANG },
  '≥': {
    lebar: 0.55,
    garis: [
      [0.06, 0.6, 0.49, 0.38, 0.06, 0.16],
      [0.06, 0, 0.49, 0],
    ],
  },
  '≤': {
    lebar: 0.55,
    garis: [
      [0.49, 0.6, 0.06, 0.38, 0.49, 0.16],
      [0.06, 0, 0.49, 0],
    ],
  },
  '≠': {
    lebar: 0.55,
    garis: [
      [0.04, 0.18, 0.51, 0.18],
      [0.04, 0.38, 0.51, 0.38],
      [0.16, 0, 0.4, 0.56],
    ],
  },
  '≈': {
    lebar: 0.55,
    garis: [
      [0.04, 0.14, 0.18, 0.22, 0.36, 0.12, 0.51, 0.2],
      [0.04, 0.34, 0.18, 0.42, 0.36, 0.32, 0.51, 0.4],
    ],
  },
  '√': { lebar: 0.6, garis: [[0.04, 0.3, 0.14, 0.36, 0.28, 0, 0.48, 0.72, 0.6, 0.72]] },
  '∑': { lebar: 0.62, garis: [[0.54, 0.56, 0.54, 0.66, 0.08, 0.66, 0.32, 0.3, 0.08, -0.06, 0.56, -0.06, 0.56, 0.04]] },
  '→': {
    lebar: 1,
    garis: [
      [0.06, 0.27, 0.92, 0.27],
      [0.68, 0.45, 0.92, 0.27, 0.68, 0.09],
    ],
  },
  '←': {
    lebar: 1,
    garis: [
      [0.94, 0.27, 0.08, 0.27],
      [0.32, 0.45, 0.08, 0.27, 0.32, 0.09],
    ],
  },
  '↑': {
    lebar: 0.5,
    garis: [
      [0.25, -0.06, 0.25, 0.66],
      [0.08, 0.44, 0.25, 0.66, 0.42, 0.44],
    ],
  },
  '↓': {
    lebar: 0.5,
    garis: [
      [0.25, 0.66, 0.25, -0.06],
      [0.08, 0.16, 0.25, -0.06, 0.42, 0.16],
    ],
  },
  '▲': { lebar: 0.66, isi: [[0.06, 0.02, 0.6, 0.02, 0.33, 0.56]] },
  '▼': { lebar: 0.66, isi: [[0.06, 0.56, 0.6, 0.56, 0.33, 0.02]] },
  '■': { lebar: 0.66, isi: [[0.06, 0.02, 0.6, 0.02, 0.6, 0.56, 0.06, 0.56]] },
  '□': { lebar: 0.66, garis: [[0.06, 0.02, 0.6, 0.02, 0.6, 0.56, 0.06, 0.56, 0.06, 0.02]] },
  '●': { lebar: 0.64, isi: [LINGKARAN] },
  '○': { lebar: 0.64, garis: [LINGKARAN] },
}

/** Other code points with the same picture. */
const SAMA: Readonly<Record<string, string>> = {
  '✔': '✓',
  '✅': '☑',
  '✘': '✗',
  '⇒': '→',
  '▶': '→',
  '∆': '▲',
  '⩾': '≥',
  '⩽': '≤',
  '◻': '□',
  '◼': '■',
}

/** Stands for a character that no embedded font has. */
export const SIMBOL_TAK_DIKENAL = '□'

/** The drawn picture of a character, or null when it has none. */
export function cariSimbol(huruf: string): { nama: string; simbol: Simbol } | null {
  const nama = SAMA[huruf] ?? huruf
  const simbol = SIMBOL[nama]
  return simbol ? { nama, simbol } : null
}
