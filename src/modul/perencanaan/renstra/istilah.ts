import type { TingkatNomenklatur } from '../nomenklatur/kode.ts'

/** Parts of a Renstra from the top, as they stand in addresses. */
export const TINGKAT_UNSUR = ['tujuan', 'sasaran', 'program', 'kegiatan', 'sub-kegiatan'] as const
export type TingkatUnsur = (typeof TINGKAT_UNSUR)[number]
export const TEKS_UNSUR: Readonly<Record<TingkatUnsur, string>> = {
  tujuan: 'Tujuan',
  sasaran: 'Sasaran',
  program: 'Program',
  kegiatan: 'Kegiatan',
  'sub-kegiatan': 'Sub kegiatan',
}
/** What stands above each part; a tujuan belongs to the Renstra itself. */
export const INDUK_UNSUR: Readonly<Record<TingkatUnsur, TingkatUnsur | null>> = {
  tujuan: null,
  sasaran: 'tujuan',
  program: 'sasaran',
  kegiatan: 'program',
  'sub-kegiatan': 'kegiatan',
}
/** Parts that carry a code of the nomenclature. */
export const TINGKAT_BERKODE: Readonly<Partial<Record<TingkatUnsur, TingkatNomenklatur>>> = {
  program: 'PROGRAM',
  kegiatan: 'KEGIATAN',
  'sub-kegiatan': 'SUB_KEGIATAN',
}

export const cariTingkat = (teks: unknown): TingkatUnsur | null => TINGKAT_UNSUR.find((t) => t === teks) ?? null

/** "7.01.02.2.01.0001 Pemberdayaan … (Kelurahan Beji)", or the words of a tujuan or sasaran. */
export const namaUnsur = ({ kode, nama, kelurahan }: { kode: string; nama: string; kelurahan: string }): string =>
  [kode, nama, kelurahan && `(${kelurahan})`].filter(Boolean).join(' ')

/** A reason as every change after use asks for it. */
export const ALASAN_PAKAI = 'Ini sudah dipakai. Tuliskan alasan perubahannya, minimal 10 huruf.'
