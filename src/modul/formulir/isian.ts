import { z } from 'zod'
import { tanggalWajib, teks, teksBebas, teksWajib, uuid, versi } from '../../inti/http/index.ts'

/** One indicator row as it was typed; numbers are still text. */
export type IsianBaris = {
  readonly versi: number
  /** fingerprint of what the page showed; '' when it sent none */
  readonly asal: string
  readonly variabel: Readonly<Record<string, string>>
  readonly pilihan: Readonly<Record<string, string>>
  readonly kategori: string
  /** after two people filled in the row: true keeps what is stored */
  readonly pakaiTersimpan: boolean
  readonly tidakBerlaku: boolean
  readonly alasan: string
  readonly kendala: string
  readonly faktorPendorong: string
  readonly tindakLanjut: string
  readonly keterangan: string
}
export type IsianAnggaran = {
  readonly versi: number
  readonly asal: string
  readonly realisasi: string
  readonly pakaiTersimpan: boolean
  readonly tidakBerlaku: boolean
  readonly keterangan: string
}

const MAKS_CATATAN = 2000
/** A typed number is judged by bacaAngka, which knows its own limit; here only what can be no number at all is cut. */
const angkaMentah = z
  .string()
  .max(200)
  .catch('')
  .transform((s) => s.trim())
/** Browsers send line ends as CR LF; stored and compared as LF. */
const catatan = (maks = MAKS_CATATAN) => teksBebas(maks).transform((s) => s.replace(/\r\n?/g, '\n'))
const skemaBaris = z.object({
  versi: versi(),
  asal: z.string().max(64).catch(''),
  kategori: z.string().trim().max(60).catch(''),
  tb: z.literal('1').optional().catch(undefined),
  bentrok: z.enum(['saya', 'tersimpan']).catch('saya'),
  alasan: catatan(1000),
  kendala: catatan(),
  faktorPendorong: catatan(),
  tindakLanjut: catatan(),
  keterangan: catatan(),
})
const skemaAnggaran = z.object({
  versi: versi(),
  asal: z.string().max(64).catch(''),
  realisasi: angkaMentah,
  tb: z.literal('1').optional().catch(undefined),
  bentrok: z.enum(['saya', 'tersimpan']).catch('saya'),
  keterangan: catatan(),
})
type Badan = Readonly<Record<string, unknown>>
type Terbaca<T> = { readonly isian: T; readonly kesalahan: Readonly<Record<string, string>> }

/**
 * Fields of one row out of a form's body. `awalan` is '' for a row sent by itself, 'b.<id>.' within the whole form.
 * Texts that are too long come back as errors of their field; nothing is cut silently.
 */
export function isianBaris(badan: unknown, awalan = ''): Terbaca<IsianBaris> {
  const bidang = bagianBadan(badan, awalan)
  const { nilai, kesalahan } = baca(skemaBaris, bidang)
  const { tb, bentrok, ...lain } = nilai
  const isian = {
    ...lain,
    pakaiTersimpan: bentrok === 'tersimpan',
    tidakBerlaku: tb === '1',
    variabel: berawalan(bidang, 'v.'),
    pilihan: berawalan(bidang, 'pilih.'),
  }
  return { isian, kesalahan }
}

/** Fields of one budget row; see isianBaris. */
export function isianAnggaran(badan: unknown, awalan = ''): Terbaca<IsianAnggaran> {
  const { nilai, kesalahan } = baca(skemaAnggaran, bagianBadan(badan, awalan))
  const { tb, bentrok, ...lain } = nilai
  return { isian: { ...lain, pakaiTersimpan: bentrok === 'tersimpan', tidakBerlaku: tb === '1' }, kesalahan }
}

function bagianBadan(badan: unknown, awalan: string): Badan {
  const semua = Object.entries((badan ?? {}) as Badan)
  return Object.fromEntries(semua.filter(([k]) => k.startsWith(awalan)).map(([k, v]) => [k.slice(awalan.length), v]))
}

function berawalan(bidang: Badan, awalan: string): Record<string, string> {
  const hasil: Record<string, string> = {}
  for (const [kunci, nilai] of Object.entries(bidang))
    if (kunci.startsWith(awalan) && typeof nilai === 'string')
      hasil[kunci.slice(awalan.length)] = angkaMentah.parse(nilai)
  return hasil
}

/** Too long texts keep what was typed (for the page) and name their field. */
function baca<S extends typeof skemaBaris | typeof skemaAnggaran>(skema: S, bidang: Badan) {
  const hasil = skema.safeParse(bidang)
  if (hasil.success) return { nilai: hasil.data as z.output<S>, kesalahan: {} }
  const kesalahan: Record<string, string> = {}
  const aman: Record<string, unknown> = { ...bidang }
  for (const { path, message } of hasil.error.issues) {
    const nama = String(path[0] ?? '')
    kesalahan[nama] ??= message
    aman[nama] = typeof bidang[nama] === 'string' ? bidang[nama].slice(0, 1000) : ''
  }
  return { nilai: skema.parse(aman) as z.output<S>, kesalahan }
}

export const isianCatatanUnit = z.object({ formulirId: uuid(), versi: versi(), catatan: teks(MAKS_CATATAN) })
export const isianBarisUnit = z.object({ formulirId: uuid(), indikatorId: uuid() })
export const isianFormulir = z.object({ versi: versi() })
export const isianTandaTerima = z.object({
  formulirId: uuid(),
  penerima: teksWajib('Tulis nama yang menandatangani tanda terima.', { min: 3, maks: 200 }),
  jabatanPenerima: teksWajib('Tulis jabatannya.', { min: 3, maks: 200 }),
  tanggal: tanggalWajib('Isi tanggal tanda terima.'),
  /** a scan that holds the receipt of another unit already: one sheet, several signatures */
  pindaianId: z.string().max(36).catch(''),
})
export const isianBukti = z
  .object({
    jenis: z.enum(['berkas', 'ada', 'tautan', 'kertas'], 'Pilih bentuk buktinya.'),
    /** a file that is evidence of another value already */
    berkasId: z.string().max(36).catch(''),
    /** further values it proves */
    juga: z.preprocess((isi) => (isi === undefined ? [] : [isi].flat()), z.array(uuid()).max(100)).catch([]),
    tautan: teksBebas(1000),
    tempatKertas: teksBebas(300),
    keterangan: teksBebas(300),
  })
  .superRefine((isi, konteks) => {
    const salah = (bidang: string, message: string) => konteks.addIssue({ code: 'custom', path: [bidang], message })
    if (isi.jenis === 'tautan' && !tautanAman(isi.tautan))
      salah('tautan', 'Tulis alamat lengkap yang dimulai dengan https://')
    if (isi.jenis === 'ada' && isi.berkasId === '') salah('berkasId', 'Pilih berkas yang sudah ada.')
    if (isi.jenis === 'kertas' && isi.tempatKertas.length < 3)
      salah('tempatKertas', 'Tulis tempat dokumen kertasnya, misalnya "Map TW II, lemari Subbag".')
  })
export type IsianBukti = z.output<typeof isianBukti>

/** Only https, without user name or password in it. */
function tautanAman(alamat: string): boolean {
  try {
    const url = new URL(alamat)
    return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.')
  } catch {
    return false
  }
}
