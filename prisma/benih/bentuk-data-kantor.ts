import { z } from 'zod'

const teks = z.string().min(1)
const angka = z.string().regex(/^\d+(\.\d+)?$/)
const sumberAngka = z.array(z.strictObject({ indikator: teks, ukuran: teks })).default([])

/** desa.yaml: the desa of the office with score and status per year. */
export const skemaDesa = z.strictObject({
  tahun: z.record(
    z.string().regex(/^20\d\d$/),
    z.strictObject({ ukuran: z.enum(['IDM', 'INDEKS_DESA']), sumber: teks }),
  ),
  desa: z.array(
    z.strictObject({
      nama: teks,
      jenis: z.enum(['DESA', 'KELURAHAN']).default('DESA'),
      nilai: z
        .record(
          z.string(),
          z.tuple([angka, z.enum(['SANGAT_TERTINGGAL', 'TERTINGGAL', 'BERKEMBANG', 'MAJU', 'MANDIRI'])]),
        )
        .default({}),
    }),
  ),
  sumberAngka,
})

/** survei.yaml: surveys of the office, closed and open. */
export const skemaSurvei = z.strictObject({
  survei: z.array(
    z.strictObject({
      layanan: teks,
      unit: teks,
      periode: z.strictObject({
        jenis: z.enum(['BULAN', 'TRIWULAN', 'SEMESTER', 'TAHUN']),
        tahun: z.number().int(),
        nomor: z.number().int(),
      }),
      cara: z.enum(['KUESIONER', 'SEBARAN', 'HASIL']),
      status: z.enum(['DIBUKA', 'DITUTUP']),
      populasi: z.number().int(),
      ikm: angka.optional(),
      responden: z.number().int().optional(),
      sumber: teks.optional(),
      /** per unsur how many answered 1, 2, 3, 4 */
      sebaran: z.array(z.array(z.number().int()).length(4)).length(9).optional(),
      profil: z.record(z.string(), z.number().int()).default({}),
      kuesioner: z
        .array(
          z.strictObject({
            nilai: z.array(z.number().int().min(1).max(4)).length(9),
            profil: z.record(z.string(), z.string()).default({}),
          }),
        )
        .default([]),
    }),
  ),
  sumberAngka,
})

export type BerkasDesa = z.output<typeof skemaDesa>
export type BerkasSurvei = z.output<typeof skemaSurvei>
