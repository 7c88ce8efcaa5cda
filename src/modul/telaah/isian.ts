import { z } from 'zod'
import { daftarTeks, teksBebas, versi } from '../../inti/http/index.ts'

const MIN_ALASAN = 10
const MAKS_BUTIR = 3000
const KURANG = 'Tuliskan alasannya, paling sedikit 10 huruf.'

export const LABEL = {
  tujuan: 'Yang dikembalikan',
  alasanUmum: 'Alasan pengembalian',
  catatan: 'Catatan',
  pilihan: 'Centang',
} as const

/** The form is one: what is ticked for a return comes along with an approval, and is then refused instead of forgotten. */
export const isianPersetujuan = z
  .object({ versi: versi(), catatan: teksBebas(2000), unit: daftarTeks(MAKS_BUTIR), nilai: daftarTeks(MAKS_BUTIR) })
  .superRefine((isi, ctx) => {
    const jumlah = isi.unit.length + isi.nilai.length
    if (jumlah > 0)
      ctx.addIssue({
        code: 'custom',
        path: ['catatan'],
        message: `Anda masih mencentang ${jumlah} unit atau nilai untuk dikembalikan. Kosongkan centangnya bila rekap disetujui, atau pilih Kembalikan.`,
      })
  })
export type IsianPersetujuan = z.output<typeof isianPersetujuan>

const idBebas = z.array(z.uuid('Muat ulang halaman, lalu centang lagi.'))
/** `tujuan`: code of the step it goes back to; empty when the ticks say it. Reasons per id come from `alasan.<id>`. */
export const isianPengembalian = z
  .object({
    versi: versi(),
    tujuan: teksBebas(40),
    unit: daftarTeks(MAKS_BUTIR).pipe(idBebas),
    nilai: daftarTeks(MAKS_BUTIR).pipe(idBebas),
    alasanUmum: teksBebas(2000),
    alasanPer: z.record(z.string(), teksBebas(1000)),
  })
  .superRefine((isi, ctx) => {
    const tolak = (nama: string, message: string) => ctx.addIssue({ code: 'custom', path: [nama], message })
    if (isi.alasanUmum !== '' && isi.alasanUmum.length < MIN_ALASAN) tolak('alasanUmum', KURANG)
    const dicentang = [...isi.unit, ...isi.nilai]
    for (const id of dicentang) {
      const alasan = isi.alasanPer[id] ?? ''
      if (alasan !== '' && alasan.length < MIN_ALASAN) tolak(`alasan.${id}`, KURANG)
    }
    if (dicentang.length === 0 && isi.tujuan === '')
      tolak('tujuan', 'Pilih apa yang dikembalikan: centang di atas, atau pilih seluruhnya.')
    const perluUmum = dicentang.length === 0 || dicentang.some((id) => !isi.alasanPer[id])
    if (isi.alasanUmum === '' && perluUmum)
      tolak(
        'alasanUmum',
        'Tuliskan alasannya, paling sedikit 10 huruf: di sini untuk semuanya, atau di setiap yang dicentang.',
      )
  })
export type IsianPengembalian = z.output<typeof isianPengembalian>

/** Reasons of a body as { id: text }; only those that belong to an id. */
export function alasanPerId(badan: unknown): Record<string, string> {
  const pasangan = Object.entries((badan ?? {}) as Record<string, unknown>).flatMap(([kunci, nilai]) => {
    const id = /^alasan\.([0-9a-f-]{36})$/.exec(kunci)?.[1]
    return id && typeof nilai === 'string' ? [[id, nilai] as const] : []
  })
  return Object.fromEntries(pasangan)
}
