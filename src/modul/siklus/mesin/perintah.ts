import type { Cakupan, PelakuPeristiwa } from './keadaan.ts'

/**
 * Who commands: the person, the columns of the SOP the person acts as today, and the parts (keys) the person may act
 * on. Columns and parts are worked out by the caller from penugasan; the engine only compares.
 */
export type PelakuPerintah = PelakuPeristiwa & {
  readonly kode: readonly string[]
  readonly bolehBagian?: readonly string[]
}

type PadaLangkah<J extends string> = { readonly jenis: J; readonly langkah: string }
/** Optional steps ahead that are not needed this time ("bila diperlukan"). */
type Menentukan = { readonly tidakPerlu?: readonly string[] }
/** Others whose work is handed in too (pegawaiId): they cannot decide on it either. */
type Mengajukan = { readonly turutMengisi?: readonly string[] }

export type IsiPerintah =
  | PadaLangkah<'MULAI_LANGKAH'>
  | (PadaLangkah<'SELESAIKAN'> & Menentukan & Mengajukan & { readonly bagian?: string; readonly catatan?: string })
  | PadaLangkah<'TERUSKAN'>
  | (PadaLangkah<'BUKA_BAGIAN'> & { readonly bagian: readonly { kunci: string; unitId: string | null }[] })
  | (PadaLangkah<'LEPAS_BAGIAN'> & { readonly bagian: readonly string[]; readonly alasan: string })
  | (PadaLangkah<'SELESAIKAN_BAGIAN'> & Mengajukan & { readonly bagian: string })
  | (PadaLangkah<'TARIK_BAGIAN'> & { readonly bagian: string })
  | (PadaLangkah<'KEMBALIKAN_BAGIAN'> & {
      readonly tujuan: string
      readonly cakupan: Exclude<Cakupan, { jenis: 'SEMUA' }>
      readonly alasan: string
    })
  | (PadaLangkah<'PUTUSKAN'> &
      Menentukan & {
        readonly keputusan: 'ya' | 'tidak'
        /** for Tidak: one of the definition's targets; default its `bawaan` */
        readonly tujuan?: string
        /** for a return; default SEMUA */
        readonly cakupan?: Cakupan
        /** for a return: required */
        readonly alasan?: string
      })
  | (PadaLangkah<'LEWATI'> & { readonly alasan: string })
  | { readonly jenis: 'BATALKAN'; readonly alasan: string }

/** A command at a moment (ISO time) by a person. */
export type Perintah = IsiPerintah & { readonly pelaku: PelakuPerintah; readonly waktu: string }
export type JenisPerintah = IsiPerintah['jenis']
export type PerintahJenis<J extends JenisPerintah> = Extract<Perintah, { jenis: J }>
