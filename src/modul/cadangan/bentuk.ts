import { z } from 'zod'

/** Name of the table of contents, the last entry of every backup: a file that was cut off lacks it. */
export const DAFTAR_ISI = 'daftar-isi.json'
const sidik = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup says of itself. `tabel` in the order in which they are loaded; rows as PostgreSQL's COPY writes them. */
export const isiDaftar = z.object({
  bentuk: z.literal('takar-cadangan'),
  versi: z.literal(1),
  /** ISO 8601, UTC */
  dibuat: z.string(),
  /** all migrations that the database had, by name, in order */
  migrasi: z.array(z.string()),
  tabel: z.array(
    z.object({
      nama: z.string(),
      kolom: z.array(z.string()),
      urut: z.array(z.string()),
      baris: z.number(),
      sha256: sidik,
    }),
  ),
  /** uploaded files and sealed archives; `lokasi` below the folder of files */
  berkas: z.array(
    z.object({ lokasi: z.string().regex(/^[\w-]+\/[\w-]+\/[\w-]+$/), ukuran: z.number(), sha256: sidik }),
  ),
  /** files that the database names and the folder did not hold */
  hilang: z.array(z.string()),
})
export type DaftarIsi = z.infer<typeof isiDaftar>
export type IsiTabel = DaftarIsi['tabel'][number]

export const letakTabel = (nama: string): string => `tabel/${nama}.copy`
export const letakBerkas = (lokasi: string): string => `berkas/${lokasi}`

const POLA_NAMA = /^takar-\d{8}-\d{6}\.zip$/
export const bernamaCadangan = (nama: string): boolean => POLA_NAMA.test(nama)

/** takar-20261129-161502.zip, by the clock of this computer. */
export function namaCadangan(kini: Date): string {
  const dua = (n: number) => String(n).padStart(2, '0')
  const tanggal = `${kini.getFullYear()}${dua(kini.getMonth() + 1)}${dua(kini.getDate())}`
  return `takar-${tanggal}-${dua(kini.getHours())}${dua(kini.getMinutes())}${dua(kini.getSeconds())}.zip`
}
