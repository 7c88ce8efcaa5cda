import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type DefinisiSop, skemaSop } from './definisi.ts'

const MAKS_HURUF = 500_000
const MAKS_DALAM = 40
/** enough to put a file right; a file of another kind would have thousands */
export const MAKS_KESALAHAN = 200

const NAMA_BAGIAN: Readonly<Record<string, string>> = {
  langkah: 'Langkah',
  pelaksana: 'Pelaksana',
  identitas: 'Identitas',
  catatan: 'Catatan',
}
const NAMA_TIPE: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'sekelompok isian (kunci: nilai)',
  date: 'tanggal',
}

/** One mistake of an SOP: where (step and field, as the office names them) and what to do. */
export type KesalahanSop = {
  readonly letak: string
  readonly pesan: string
  /** where it stands in the file it came from: sheet, row and column */
  readonly tempat?: string
}
export type HasilBacaSop = { definisi: DefinisiSop } | { kesalahan: KesalahanSop[] }

/**
 * Reads an SOP written as YAML. Every mistake of form is named at once; whether the steps can run is the matter of
 * `periksaSop`. Never throws.
 */
export function bacaSopYaml(teks: string): HasilBacaSop {
  const terbaca = mentahYaml(teks)
  return 'kesalahan' in terbaca ? terbaca : bacaSopMentah(terbaca.mentah)
}

/** The data of a YAML text, not yet checked; or why it is no YAML. Never throws. */
export function mentahYaml(teks: string): { mentah: unknown } | { kesalahan: KesalahanSop[] } {
  if (teks.length > MAKS_HURUF) {
    return { kesalahan: [{ letak: 'Berkas', pesan: `Terlalu besar; paling banyak ${MAKS_HURUF / 1000} ribu huruf.` }] }
  }
  if (terlaluDalam(teks)) {
    return { kesalahan: [{ letak: 'Berkas', pesan: 'Isinya bertumpuk jauh lebih dalam daripada sebuah SOP.' }] }
  }
  try {
    const baris = new LineCounter()
    // the parser's own look for repeated keys takes minutes where there are thousands
    const dokumen = parseDocument(teks, { lineCounter: baris, prettyErrors: false, uniqueKeys: false })
    const salah = [...dokumen.errors.map(({ pos, code }) => [pos[0], String(code)] as const), ...kunciGanda(dokumen)]
    if (salah.length === 0) return { mentah: dokumen.toJS({ maxAliasCount: 20 }) }
    return {
      kesalahan: salah.slice(0, MAKS_KESALAHAN).map(([letak, kode]) => {
        const { line, col } = baris.linePos(letak)
        return { letak: `Baris ${line}, kolom ${col}`, pesan: pesanYaml(kode) }
      }),
    }
  } catch {
    return {
      kesalahan: [{ letak: 'Berkas', pesan: 'Rujukan (& dan *) atau kurung di dalam YAML ini tidak dapat dibuka.' }],
    }
  }
}

/**
 * Nested so deep that the parser would run out of stack (V8 then ends the whole process, not only the thread): brackets,
 * indentation, or dashes on one line. An SOP has seven levels.
 */
function terlaluDalam(teks: string): boolean {
  if (/^ {100}/m.test(teks) || /^[ \t]*(?:[-?:][ \t]+){20}/m.test(teks)) return true
  let dalam = 0
  for (const tanda of teks.matchAll(/[[\]{}]/g)) {
    dalam = tanda[0] === '[' || tanda[0] === '{' ? dalam + 1 : Math.max(0, dalam - 1)
    if (dalam > MAKS_DALAM) return true
  }
  return false
}

/** Keys that stand twice in one group, with their place. */
function kunciGanda(dokumen: Document.Parsed): (readonly [number, string])[] {
  const ganda: (readonly [number, string])[] = []
  visit(dokumen, {
    Map(_letak, kelompok) {
      const sudah = new Set<unknown>()
      for (const { key } of kelompok.items) {
        if (!isScalar(key)) continue
        if (sudah.has(key.value)) ganda.push([key.range?.[0] ?? 0, 'DUPLICATE_KEY'])
        sudah.add(key.value)
      }
    },
  })
  return ganda
}

/**
 * The same check for a definition that is already data (from a form, from Excel, from the database).
 * @param tempat where a field of it stands in the file, by its path
 */
export function bacaSopMentah(
  mentah: unknown,
  tempat?: (jejak: readonly PropertyKey[]) => string | undefined,
): HasilBacaSop {
  const hasil = skemaSop.safeParse(mentah, { reportInput: true })
  if (hasil.success) return { definisi: hasil.data }
  return {
    kesalahan: hasil.error.issues.flatMap((isu) => {
      const letak = tempat?.(isu.path)
      return kesalahanIsu(isu, mentah).map((k) => (letak ? { ...k, tempat: letak } : k))
    }),
  }
}

/** `Langkah P7, isian waktuBaku › nilai`: the same naming everywhere a mistake of an SOP is told. */
export function letakIsian(induk: string, isian: readonly PropertyKey[] = []): string {
  if (isian.length === 0) return induk
  const jejak = isian.map((bagian) => (typeof bagian === 'number' ? `ke-${bagian + 1}` : String(bagian))).join(' › ')
  return induk === '' ? `Isian ${jejak}` : `${induk}, isian ${jejak}`
}

/** The same for a field of a step. */
export const letakLangkah = (langkah: { kode: string }, isian: string): string =>
  letakIsian(`Langkah ${langkah.kode}`, [isian])

function kesalahanIsu(isu: z.core.$ZodIssue, mentah: unknown): KesalahanSop[] {
  if (isu.code === 'unrecognized_keys') {
    return isu.keys.map((kunci) => ({
      letak: letakJejak([...isu.path, kunci], mentah),
      pesan: 'Isian ini tidak dikenal; hapus, atau betulkan namanya.',
    }))
  }
  return [{ letak: letakJejak(isu.path, mentah), pesan: pesanIsu(isu, isu.input) }]
}

/** Steps and columns are named by their code where they have one, else by their place in the list. */
function letakJejak(jejak: readonly PropertyKey[], mentah: unknown): string {
  const [bagian, urut, ...sisa] = jejak
  if (bagian === undefined) return 'Berkas'
  const nama = NAMA_BAGIAN[String(bagian)]
  if (!nama) return letakIsian('', jejak)
  if (typeof urut !== 'number') return letakIsian(nama, jejak.slice(1))
  const kode = ambilNilai(mentah, [bagian, urut, 'kode'])
  return letakIsian(typeof kode === 'string' && kode !== '' ? `${nama} ${kode}` : `${nama} ke-${urut + 1}`, sisa)
}

function pesanIsu(isu: z.core.$ZodIssue, nilai: unknown): string {
  if (nilai === undefined && (isu.code === 'invalid_type' || isu.code === 'invalid_value')) return 'Belum diisi.'
  if (isu.code === 'invalid_type') return `Harus berupa ${NAMA_TIPE[isu.expected] ?? isu.expected}.`
  if (isu.code === 'invalid_value') return `Pilih salah satu: ${isu.values.map(String).join(', ')}.${kutip(nilai)}`
  if (isu.code === 'invalid_union') return `Jenis ini tidak dikenal.${kutip(nilai)}`
  // the messages of our own schemas are Indonesian clauses; zod's own would be English
  return /^(Invalid|Too|Unrecognized)/.test(isu.message) ? 'Nilainya tidak dapat diterima.' : kalimat(isu.message)
}

function pesanYaml(kode: string): string {
  if (kode === 'DUPLICATE_KEY') return 'Isian yang sama ditulis dua kali.'
  if (kode === 'TAB_AS_INDENT') return 'Jorokan ditulis dengan tab; pakai spasi.'
  if (kode === 'BAD_INDENT' || kode === 'BAD_SCALAR_START') return 'Jorokan atau tanda bacanya tidak benar.'
  return 'Bukan YAML yang benar; periksa titik dua, tanda kutip, kurung, dan jorokan di sekitar sini.'
}

function ambilNilai(mentah: unknown, jejak: readonly PropertyKey[]): unknown {
  let nilai = mentah
  for (const bagian of jejak) {
    if (typeof nilai !== 'object' || nilai === null || !Object.hasOwn(nilai, bagian)) return undefined
    nilai = Reflect.get(nilai, bagian)
  }
  return nilai
}

const kutip = (nilai: unknown): string =>
  typeof nilai === 'string' && nilai !== '' ? ` Tertulis: "${nilai.slice(0, 40)}".` : ''

const kalimat = (teks: string): string =>
  `${teks.charAt(0).toUpperCase()}${teks.slice(1)}${teks.endsWith('.') ? '' : '.'}`
