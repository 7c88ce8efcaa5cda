import { z } from 'zod'
import { barisIsian } from '../../../inti/http/index.ts'
import type { DefinisiSop } from '../definisi.ts'
import { sidikIsian, teksAtauNull } from './isian.ts'

const baris = z
  .object({ letak: teksAtauNull(300), temuan: teksAtauNull(2000), penyelesaian: teksAtauNull(2000) })
  .superRefine((isi, ctx) => {
    if (isi.letak === null && isi.temuan === null && isi.penyelesaian === null) return
    const kurang = {
      letak: 'Tulis letaknya pada naskah.',
      temuan: 'Tulis yang ditemukan.',
      penyelesaian: 'Tulis penyelesaiannya.',
    }
    for (const [bidang, message] of Object.entries(kurang))
      if (isi[bidang as keyof typeof kurang] === null) ctx.addIssue({ code: 'custom', path: [bidang], message })
  })

/** Correction notes, rows named catatan.0.letak; an empty row counts for nothing (so a note is removed by emptying it). */
export const isianCatatan = z.preprocess(
  (badan) => ({ ...(badan as object), catatan: barisIsian(badan, 'catatan') }),
  z.object({ sidik: sidikIsian, catatan: z.array(baris).max(200, 'Paling banyak 200 catatan.') }),
)
export type IsianCatatan = z.output<typeof isianCatatan>

export const catatanDari = ({ catatan }: IsianCatatan): DefinisiSop['catatan'] =>
  catatan.flatMap(({ letak, temuan, penyelesaian }) =>
    letak !== null && temuan !== null && penyelesaian !== null ? [{ letak, temuan, penyelesaian }] : [],
  )
