import { z } from 'zod'
import { tanggalWajib, teksWajib, versi } from '../../../inti/http/index.ts'
import { satuBaris, tanggalKata, teksAtauNull } from '../draf/isian.ts'

const alasan = (pesan: string) => teksWajib(pesan, { min: 10, maks: 2000 })

export const isianVersi = z.object({ versi: versi() })
export const isianPengajuan = z.object({
  versi: versi(),
  catatan: teksAtauNull(2000).transform((isi) => isi ?? ''),
})
export const isianPengembalian = z.object({
  versi: versi(),
  alasan: alasan('Tuliskan apa yang harus diperbaiki, minimal 10 huruf.'),
})
export const isianPengesahan = z
  .object({
    versi: versi(),
    nomor: teksAtauNull(100),
    tanggalPembuatan: tanggalKata(),
    tanggalRevisi: tanggalKata(),
    tanggalEfektif: tanggalWajib('Tulis sejak kapan SOP ini berlaku.'),
  })
  .refine((i) => i.tanggalPembuatan === null || i.tanggalPembuatan <= i.tanggalEfektif, {
    path: ['tanggalEfektif'],
    message: 'SOP tidak dapat berlaku sebelum dibuat.',
  })
export type IsianPengesahan = z.output<typeof isianPengesahan>

/** `hariIni`: a version is revoked from today or later; what ran before stays as it was. */
export const isianPencabutan = (hariIni: string) =>
  z.object({
    versi: versi(),
    sejak: tanggalWajib('Tulis sejak kapan SOP ini dicabut.').refine(
      (hari) => hari >= hariIni,
      'Pencabutan berlaku hari ini atau sesudahnya.',
    ),
    alasan: alasan('Tuliskan mengapa SOP ini dicabut, minimal 10 huruf.'),
  })
export type IsianPencabutan = z.output<ReturnType<typeof isianPencabutan>>

export const isianSalinan = z
  .object({
    sebagai: z.enum(['VERSI', 'BARU'], 'Pilih versi berikutnya atau SOP baru.'),
    nama: satuBaris(300),
  })
  .refine((i) => i.sebagai === 'VERSI' || i.nama !== '', { path: ['nama'], message: 'Tulis nama SOP yang baru.' })
export type IsianSalinan = z.output<typeof isianSalinan>
