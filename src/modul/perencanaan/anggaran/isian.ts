import { z } from 'zod'
import { bacaUang } from '../../../inti/angka/index.ts'
import { barisIsian, type Kesalahan, tanggalBebas, tanggalWajib, teksBebas, versi } from '../../../inti/http/index.ts'
import type { BarisPagu } from './kueri.ts'

const tahun = z.coerce
  .number('Tulis tahunnya.')
  .int('Tulis tahunnya.')
  .min(2000, 'Tulis tahunnya.')
  .max(2100, 'Tulis tahunnya.')

/** Head of a budget document. Amounts are read apart (`bacaPagu`): a row per sub kegiatan. */
export const isianDokumen = z
  .object({
    tahun,
    jenis: z.enum(['DPA', 'DPPA'], 'Pilih DPA atau DPPA.'),
    nomor: teksBebas(120),
    tanggal: tanggalBebas(),
    berlakuSejak: tanggalWajib('Tulis tanggal mulai berlakunya.'),
    alasan: teksBebas(500),
    versi: versi(),
  })
  .refine(({ tahun: t, berlakuSejak }) => berlakuSejak.startsWith(`${t}-`), {
    path: ['berlakuSejak'],
    message: 'Tanggal berlakunya dalam tahun anggarannya.',
  })
export type IsianDokumen = z.output<typeof isianDokumen>

/** Amount per sub kegiatan; null: the document does not name it. */
export type PaguTerbaca = { readonly subId: string; readonly pagu: string | null }

/** Reads the amounts of a form. Field errors are named `baris.3.pagu`. Pure. */
export function bacaPagu(badan: unknown, sub: readonly BarisPagu[]): { pagu: PaguTerbaca[]; salah: Kesalahan } {
  const pagu: PaguTerbaca[] = []
  const salah: Record<string, string> = {}
  for (const [ke, baris] of barisIsian(badan, 'baris').entries()) {
    const punya = sub.find((s) => s.id === baris.sub)
    if (!punya) continue
    const terbaca = bacaUang(baris.pagu)
    if (terbaca.jenis === 'salah') salah[`baris.${ke}.pagu`] = `${punya.kode}: ${terbaca.pesan}`
    else if (terbaca.jenis === 'angka' && terbaca.nilai.startsWith('-'))
      salah[`baris.${ke}.pagu`] = `${punya.kode}: Pagu tidak kurang dari nol.`
    else pagu.push({ subId: punya.id, pagu: terbaca.jenis === 'angka' ? terbaca.nilai : null })
  }
  return { pagu, salah }
}
