import { z } from 'zod'
import { tanggalBebas, teksBebas, teksWajib, uuid } from '../../inti/http/index.ts'
import { JENIS_PERIODE, type JenisPeriode, jumlahPeriode } from '../../inti/waktu/index.ts'

/** Start of a siklus: which SOP, which period ("TRIWULAN-2"), which year, until when. */
export const isianMulai = z
  .object({
    sopId: uuid('Pilih SOP yang akan dijalankan.'),
    tahun: z.coerce
      .number('Tulis tahunnya.')
      .int('Tulis tahunnya.')
      .min(2020, 'Tulis tahun antara 2020 dan 2100.')
      .max(2100, 'Tulis tahun antara 2020 dan 2100.'),
    periode: z.string('Pilih periodenya.').regex(/^[A-Z]+-\d{1,2}$/, 'Pilih periodenya.'),
    tenggat: tanggalBebas(),
    /** "Saya tahu": start although a pelaksana is vacant */
    tahuLowong: teksBebas(5).transform((isi) => isi === 'ya'),
  })
  .transform((isi, ctx) => {
    const [jenis = '', nomor = ''] = isi.periode.split('-')
    const dikenal = (JENIS_PERIODE as readonly string[]).includes(jenis)
    if (!dikenal || Number(nomor) < 1 || Number(nomor) > jumlahPeriode(jenis as JenisPeriode)) {
      ctx.addIssue({ code: 'custom', path: ['periode'], message: 'Periode ini tidak ada.' })
      return z.NEVER
    }
    return {
      sopId: isi.sopId,
      tenggat: isi.tenggat,
      tahuLowong: isi.tahuLowong,
      periode: { jenis: jenis as JenisPeriode, tahun: isi.tahun, nomor: Number(nomor) },
    }
  })
export type IsianMulai = z.output<typeof isianMulai>

const alasan = teksWajib('Tuliskan alasannya, paling sedikit 10 huruf.', { min: 10 })
export const isianAlasan = z.object({ alasan })

/** Reason for passing over a step; each open step has a field of its own on the page of the siklus. */
export const namaAlasanLewat = (kode: string): string => `alasanLewat.${kode}`
export const isianPelewatan = (kode: string) =>
  z.object({ [namaAlasanLewat(kode)]: alasan }).transform((isi) => ({ alasan: isi[namaAlasanLewat(kode)] ?? '' }))
