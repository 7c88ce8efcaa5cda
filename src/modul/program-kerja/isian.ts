import { z } from 'zod'
import { barisIsian, tanggalBebas, teksBebas } from '../../inti/http/index.ts'

export const MAKS_KEGIATAN = 60

/** One activity of the form; a new one has no id; an empty line counts for nothing. */
const kegiatan = z
  .object({
    id: z
      .union([z.literal(''), z.uuid()])
      .default('')
      .transform((id) => id || null),
    versi: z.coerce.number().int().min(0).catch(0),
    uraian: teksBebas(500),
    penanggungJawab: teksBebas(200),
    mulai: tanggalBebas(),
    selesai: tanggalBebas(),
    keluaran: teksBebas(300),
    hapus: teksBebas(5),
  })
  .superRefine((k, ctx) => {
    for (const [bidang, pesan] of kurang(k)) ctx.addIssue({ code: 'custom', path: [bidang], message: pesan })
  })
type Mentah = {
  id: string | null
  uraian: string
  penanggungJawab: string
  mulai: string | null
  selesai: string | null
  keluaran: string
  hapus: string
}

const kosong = (k: Mentah): boolean =>
  k.id === null && [k.uraian, k.penanggungJawab, k.mulai, k.selesai, k.keluaran].every((i) => i === '' || i === null)

function kurang(k: Mentah): [string, string][] {
  if (k.hapus !== '' || kosong(k)) return []
  const syarat: [string, boolean, string][] = [
    ['uraian', k.uraian === '', 'Tulis kegiatannya.'],
    ['penanggungJawab', k.penanggungJawab === '', 'Tulis penanggung jawabnya.'],
    ['mulai', k.mulai === null, 'Tulis tanggal mulainya.'],
    ['selesai', k.selesai === null, 'Tulis tanggal selesainya.'],
    [
      'selesai',
      k.mulai !== null && k.selesai !== null && k.selesai < k.mulai,
      'Tanggal selesai tidak boleh sebelum tanggal mulai.',
    ],
  ]
  return syarat.filter(([, salah]) => salah).map(([bidang, , pesan]) => [bidang, pesan])
}

/** Rows are named kegiatan.0.uraian; what comes out are complete activities, marked ones to delete, no empty lines. */
export const isianProgramKerja = z.preprocess(
  (badan) => ({ kegiatan: barisIsian(badan, 'kegiatan') }),
  z
    .object({ kegiatan: z.array(kegiatan).max(MAKS_KEGIATAN, `Paling banyak ${MAKS_KEGIATAN} kegiatan.`) })
    .transform(({ kegiatan: semua }) => ({
      kegiatan: semua
        .filter((k) => !kosong(k))
        .map(({ hapus, mulai, selesai, ...k }) => ({
          ...k,
          mulai: mulai ?? '',
          selesai: selesai ?? '',
          dihapus: hapus !== '',
        })),
    })),
)
export type IsianProgramKerja = z.output<typeof isianProgramKerja>
export type IsianKegiatan = IsianProgramKerja['kegiatan'][number]
