import { z } from 'zod'
import { barisIsian, type Kesalahan, teksBebas } from '../../inti/http/index.ts'

export const STATUS = { BELUM: 'Belum diperiksa', ADA: 'Ada', TIDAK_ADA: 'Tidak ada' } as const
export type StatusCeklis = keyof typeof STATUS
export const MAKS_DOKUMEN = 25

/** A web address, or a page of this application. */
const tautan = teksBebas(500).refine(
  (t) => t === '' || /^https?:\/\/\S+\.\S+$/i.test(t) || /^\/(siklus|berkas)\/[\w\-/]+$/.test(t),
  {
    message: 'Tulis alamat lengkap, misalnya https://e-sakip.contoh.go.id/renstra.pdf',
  },
)

/** One document of the form; a new one has no id; an empty line counts for nothing. */
const dokumen = z
  .object({
    id: z
      .union([z.literal(''), z.uuid()])
      .default('')
      .transform((id) => id || null),
    versi: z.coerce.number().int().min(0).catch(0),
    nama: teksBebas(300),
    status: z.enum(['BELUM', 'ADA', 'TIDAK_ADA'], 'Pilih ada atau tidak ada.').default('BELUM'),
    tempatKertas: teksBebas(300),
    tautan,
    keterangan: teksBebas(500),
    hapus: teksBebas(5),
    lepasBerkas: teksBebas(5),
  })
  .refine((d) => d.id !== null || d.nama !== '' || (d.tempatKertas === '' && d.tautan === '' && d.keterangan === ''), {
    path: ['nama'],
    message: 'Tulis nama dokumennya.',
  })

/** Rows are named dokumen.0.status; `nomor` is the row's number in the form (its file field is berkas-0). */
export const isianCeklis = z.preprocess(
  (badan) => ({ dokumen: barisIsian(badan, 'dokumen') }),
  z
    .object({ dokumen: z.array(dokumen).max(MAKS_DOKUMEN + 2, `Paling banyak ${MAKS_DOKUMEN} dokumen.`) })
    .transform(({ dokumen: semua }) => ({
      dokumen: semua
        .map(({ hapus, lepasBerkas, ...d }, nomor) => ({
          ...d,
          nomor,
          dihapus: hapus !== '',
          lepasBerkas: lepasBerkas !== '',
        }))
        .filter((d) => d.id !== null || d.nama !== ''),
    })),
)
export type IsianCeklis = z.output<typeof isianCeklis>
export type IsianDokumen = IsianCeklis['dokumen'][number]

type Putusan = Pick<IsianDokumen, 'nama' | 'status' | 'tempatKertas' | 'tautan' | 'keterangan'> & {
  readonly berberkas: boolean
}

/** What a row still lacks before the checklist is finished: field and sentence, or null. Pure. */
export function kurangDokumen(d: Putusan): { bidang: 'status' | 'tempatKertas' | 'keterangan'; pesan: string } | null {
  if (d.status === 'BELUM') return { bidang: 'status', pesan: 'Tandai ada atau tidak ada.' }
  if (d.status === 'ADA' && !d.berberkas && d.tempatKertas === '' && d.tautan === '')
    return { bidang: 'tempatKertas', pesan: 'Sebutkan tempat kertasnya, tautannya, atau unggah berkasnya.' }
  if (d.status === 'TIDAK_ADA' && d.keterangan === '')
    return { bidang: 'keterangan', pesan: 'Tulis mengapa tidak ada.' }
  return null
}

/** Errors by field of the form, for finishing. */
export const kesalahanSelesai = (baris: readonly (Putusan & { readonly nomor: number })[]): Kesalahan =>
  Object.fromEntries(
    baris.flatMap((d) => {
      const kurang = kurangDokumen(d)
      return kurang ? [[`dokumen.${d.nomor}.${kurang.bidang}`, kurang.pesan]] : []
    }),
  )
