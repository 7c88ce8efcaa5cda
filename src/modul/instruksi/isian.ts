import { z } from 'zod'
import { daftarTeks, tanggalBebas, teksBebas, versi } from '../../inti/http/index.ts'

export const LABEL = {
  nomor: 'Nomor',
  hal: 'Tentang',
  kepada: 'Kepada',
  isi: 'Yang diperintahkan',
  tenggat: 'Batas waktu',
  catatan: 'Catatan',
  berkas: 'Berkas',
} as const

/** The sheet counts its orders in words: KESATU … KESEPULUH. */
export const MAKS_BUTIR = 10

/** A draft may have gaps. */
export const isianInstruksi = z.object({
  nomor: teksBebas(100),
  hal: teksBebas(300),
  kepada: daftarTeks(50).pipe(z.array(z.uuid('Pilih orang dari daftar.'))),
  isi: teksBebas(4000).transform((s) => s.replace(/\r\n?/g, '\n')),
  tenggat: tanggalBebas(),
  catatan: teksBebas(2000),
  versi: versi(),
})
export type IsianInstruksi = z.output<typeof isianInstruksi>

/** What is issued may not: it says to whom and what. `hariIni` YYYY-MM-DD. */
export const isianPenerbitan = (hariIni: string) =>
  isianInstruksi.superRefine((isi, ctx) => {
    for (const [nama, pesan] of kurang(isi, hariIni)) ctx.addIssue({ code: 'custom', path: [nama], message: pesan })
  })

/** Orders of the text, one per line. */
export const butirInstruksi = (isi: string): string[] =>
  isi
    .split('\n')
    .map((b) => b.trim())
    .filter(Boolean)

function kurang(isi: IsianInstruksi, hariIni: string): [keyof IsianInstruksi, string][] {
  const banyak = butirInstruksi(isi.isi).length
  const daftar: [keyof IsianInstruksi, boolean, string][] = [
    ['hal', isi.hal === '', 'Tulis tentang apa instruksi ini.'],
    ['kepada', isi.kepada.length === 0, 'Pilih paling sedikit satu orang.'],
    ['isi', banyak === 0, 'Tulis apa yang diperintahkan.'],
    ['isi', banyak > MAKS_BUTIR, `Paling banyak ${MAKS_BUTIR} butir. Gabungkan yang sejalan.`],
    [
      'tenggat',
      isi.tenggat !== null && isi.tenggat < hariIni,
      'Batas waktu sudah lewat. Tulis hari ini atau sesudahnya.',
    ],
  ]
  return daftar.filter(([, salah]) => salah).map(([nama, , pesan]) => [nama, pesan])
}
