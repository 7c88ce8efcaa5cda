import type { Peran } from '../../../inti/pelaku.ts'

/**
 * A help text. `[[Simpan]]` is a button by the words it carries, `[[Siklus|/siklus]]` a page by its name and address: tests
 * look both up in the templates and in the list of routes, so a renamed button or page breaks them.
 */
export type Naskah = string

/** Whom to ask; the names are those who hold the post today. */
export const YANG_DITANYA = ['TIM_SAKIP', 'KEPALA_UNIT', 'SEKCAM', 'CAMAT', 'ADMIN'] as const
export type YangDitanya = (typeof YANG_DITANYA)[number]

/** A field that needs more than its label. */
export type BantuanBidang = {
  /** `indikator#arti-polaritas` in a template is the field "polaritas" of the page help "indikator" */
  readonly kode: string
  /** as it stands on the page */
  readonly nama: string
  readonly arti: Naskah
  readonly rumus?: Naskah
  readonly contoh?: Naskah
}

/** How one page, or the page of one kind of step, is filled in. */
export type BantuanHalaman = {
  readonly kode: string
  /** routes that it explains, as they are registered */
  readonly pola: readonly string[]
  /** modules whose templates or code carry the buttons named here */
  readonly modul: readonly string[]
  readonly judul: string
  /** what the page is for, in one or two sentences */
  readonly guna: Naskah
  readonly langkah: readonly Naskah[]
  readonly bidang?: readonly BantuanBidang[]
  readonly tanya: readonly YangDitanya[]
}

/** What tells by itself that a step of the first day is done; without it the person ticks. */
export const BUKTI_LANGKAH = [
  'SANDI',
  'KONTAK',
  'MENGISI',
  'BERTINDAK',
  'ADA_SIKLUS',
  'PK_BERLAKU',
  'TIM_SAKIP',
  'AKUN_LAIN',
  'LIBUR',
] as const
export type BuktiLangkah = (typeof BUKTI_LANGKAH)[number]
export type LangkahHariPertama = {
  readonly kode: string
  readonly judul: string
  readonly alamat: string
  readonly uraian: Naskah
  readonly bukti?: BuktiLangkah
}

/** The guide of one role. */
export type PanduanPeran = {
  readonly peran: Peran
  /** as in an address: /bantuan/peran/tim-sakip */
  readonly kode: string
  readonly nama: string
  readonly ringkas: Naskah
  readonly bagian: readonly { readonly judul: string; readonly langkah: readonly Naskah[] }[]
  /** codes of the page helps that belong into this guide */
  readonly halaman: readonly string[]
  readonly hariPertama: readonly LangkahHariPertama[]
  readonly tanya: readonly YangDitanya[]
}
