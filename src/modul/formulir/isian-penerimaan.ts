import { z } from 'zod'
import { daftarTeks, teksBebas, teksWajib, uuid } from '../../inti/http/index.ts'

export const LABEL_PENERIMAAN = {
  formulir: 'Formulir yang diterima',
  catatan: 'Catatan penerimaan',
  berkas: 'Pindaian tanda terima',
  unitId: 'Unit',
  alasanKembali: 'Alasan pengembalian',
} as const

const POLA = /^([0-9a-f-]{36})\|(\d{1,9})$/

/** Ticked forms as `id|versi`: what was checked is what is accepted. */
export const isianPenerimaan = z.object({
  formulir: daftarTeks(500)
    .transform((daftar) =>
      daftar.flatMap((teks) => {
        const [, id, versi] = POLA.exec(teks) ?? []
        return id && versi ? [{ id, versi: Number(versi) }] : []
      }),
    )
    .refine((daftar) => daftar.length > 0, 'Centang paling sedikit satu formulir yang diterima.'),
  catatan: teksBebas(1000),
})
export type IsianPenerimaan = z.output<typeof isianPenerimaan>

/** A form back to its unit. */
export const isianPengembalianUnit = z.object({
  unitId: uuid('Pilih unit yang formulirnya dikembalikan.'),
  alasanKembali: teksWajib('Tuliskan alasan pengembalian, paling sedikit 10 huruf.', { min: 10 }),
})
