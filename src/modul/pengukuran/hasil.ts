import {
  ambilDesimal,
  bulatkan,
  cariDesimal,
  type Desimal,
  formatAngka,
  formatPersen,
  potong,
  teksDesimal,
} from '../../inti/angka/index.ts'

/**
 * Version of all formulas of this module. It is stored with every result; a changed rule gets a new version and the old
 * one stays computable, so that an archived result recomputes to the same number for ever.
 */
export const VERSI_RUMUS = 'takar-1'

/**
 * How a result becomes the printed number: half up (the rule of the house), or cut off, because many published tables
 * cut off. A card that cuts off says so where it is printed.
 */
export const PEMBULATAN = ['SETENGAH_NAIK', 'POTONG'] as const
export type Pembulatan = (typeof PEMBULATAN)[number]

/** The number as printed, with exactly so many decimals: half up unless told to cut off. */
export function cetakAngka(
  angka: string | Desimal,
  { desimal, pembulatan }: { desimal: number; pembulatan?: Pembulatan },
): string {
  return pembulatan === 'POTONG' ? potong(angka, desimal) : bulatkan(angka, desimal)
}

/** What stands in one cell. Blank, zero ('0' is TERISI), not applicable and not yet due are four different things. */
export type Nilai =
  | { readonly status: 'TERISI'; readonly nilai: string }
  | { readonly status: 'KOSONG' }
  | { readonly status: 'TIDAK_BERLAKU'; readonly alasan?: string }
  | { readonly status: 'BELUM_JATUH_TEMPO' }

export type JenisTanpaNilai = 'KOSONG' | 'TIDAK_BERLAKU' | 'BELUM_JATUH_TEMPO' | 'TIDAK_DAPAT_DIHITUNG'
export type TanpaNilai = { readonly jenis: JenisTanpaNilai; readonly alasan: string; readonly versi: string }
/**
 * Result of a calculation. `nilai` is the printed number (plain decimal, rounded half-up) that is shown, compared and
 * put in a class; `mentah` the unrounded one, before any floor; `rumus` the calculation in Indonesian as it is printed.
 */
export type AdaNilai = {
  readonly jenis: 'NILAI'
  readonly nilai: string
  readonly mentah: string
  readonly rumus: string
  readonly peringatan: readonly string[]
  readonly versi: string
}
export type Hasil = AdaNilai | TanpaNilai

/** A filled cell (plain decimal text, or a category's code); blank text or null is KOSONG, never zero. */
export function nilaiDari(teks: string | null | undefined): Nilai {
  return teks === null || teks === undefined || teks.trim() === ''
    ? { status: 'KOSONG' }
    : { status: 'TERISI', nilai: teks }
}

/** RangeError when a stored result was computed with formulas this program does not have. */
export function pastikanVersiRumus(versi: string): void {
  if (versi !== VERSI_RUMUS) throw new RangeError(`Versi rumus ${versi} tidak dikenal`)
}

/** No number, and why. */
export function tanpaNilai(jenis: JenisTanpaNilai, alasan: string): TanpaNilai {
  return { jenis, alasan, versi: VERSI_RUMUS }
}

/** What a cell without a number means for the result. */
export function tanpaNilaiDari(nilai: Exclude<Nilai, { status: 'TERISI' }>): TanpaNilai {
  if (nilai.status === 'KOSONG') return tanpaNilai('KOSONG', 'Realisasi belum diisi')
  if (nilai.status === 'BELUM_JATUH_TEMPO') return tanpaNilai('BELUM_JATUH_TEMPO', 'Belum jatuh tempo pada periode ini')
  return tanpaNilai('TIDAK_BERLAKU', nilai.alasan ?? 'Tidak diukur pada periode ini')
}

/** A text that should be a number is none: never computed with, never taken as zero. */
export function bukanAngka(sebutan: string): TanpaNilai {
  return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `${sebutan} bukan angka yang sah`)
}

export type OpsiPersen = {
  readonly peringatan?: readonly string[]
  readonly pembulatan?: Pembulatan
  /** decimals of the printed percentage (default 2) */
  readonly desimal?: number
}

/** Percentage result; below zero it is raised to 0 (house rule), the raw value is kept. */
export function hasilPersen(
  angka: Desimal,
  hitungan: string,
  { peringatan = [], pembulatan, desimal = 2 }: OpsiPersen = {},
): AdaNilai {
  const cetak = cetakAngka(angka, { desimal, pembulatan })
  const tercetak = formatPersen(cetak, { desimal })
  const dasar = angka.isNegative() && !angka.isZero()
  const dipotong = ambilDesimal(cetak).eq(bulatkan(angka, desimal)) ? '' : ', dipotong'
  return {
    jenis: 'NILAI',
    nilai: dasar ? bulatkan('0', desimal) : cetak,
    mentah: teksDesimal(angka, 20),
    rumus: dasar
      ? `${hitungan} = ${tercetak}, batas bawah ${formatPersen('0', { desimal })}`
      : `${hitungan} = ${tercetak}${dipotong}`,
    peringatan,
    versi: VERSI_RUMUS,
  }
}

/** A percentage that a rule fixes instead of a calculation ("target 0, realisasi 0: ditetapkan 100,00%"). */
export function persenDitetapkan(persen: '0.00' | '100.00', sebab: string): AdaNilai {
  const rumus = `${sebab}: ditetapkan ${formatPersen(persen)}`
  return {
    jenis: 'NILAI',
    nilai: persen,
    mentah: persen === '0.00' ? '0' : '100',
    rumus,
    peringatan: [],
    versi: VERSI_RUMUS,
  }
}

/** Result in the indicator's own unit, rounded (half up, or cut off where the card says so) to at most `desimal` decimals. */
export function hasilAngka(
  angka: Desimal,
  hitungan: string,
  {
    desimal,
    peringatan = [],
    pembulatan,
  }: { desimal: number; peringatan?: readonly string[]; pembulatan?: Pembulatan },
): AdaNilai {
  const nilai = teksDesimal(ambilDesimal(cetakAngka(angka, { desimal, pembulatan })))
  const teks = formatAngka(nilai)
  return {
    jenis: 'NILAI',
    nilai,
    mentah: teksDesimal(angka, 20),
    rumus: hitungan === teks ? teks : `${hitungan} = ${teks}`,
    peringatan,
    versi: VERSI_RUMUS,
  }
}

/** Number of a JSON field (bobot, skor, batas), which may have been stored as number or text. Null when it is none. */
export function cariAngka(isi: string | number | null | undefined): Desimal | null {
  return cariDesimal(String(isi ?? ''))
}

/** A number inside a formula: negatives in parentheses. */
export function suku(angka: Desimal): string {
  return angka.isNegative() && !angka.isZero() ? `(${formatAngka(angka)})` : formatAngka(angka)
}
