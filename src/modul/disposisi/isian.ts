import { z } from 'zod'
import { daftarTeks, tanggalBebas, teksBebas, versi } from '../../inti/http/index.ts'

/** Where the order comes from, and how urgent the letter is, in the words of the office. */
export const ASAL = { SURAT: 'Surat masuk', INISIATIF: 'Prakarsa Camat sendiri' } as const
export const SIFAT = { SANGAT_SEGERA: 'Sangat segera', SEGERA: 'Segera', RAHASIA: 'Rahasia', BIASA: 'Biasa' } as const
export type Asal = keyof typeof ASAL
export type Sifat = keyof typeof SIFAT

/** "Dengan hormat harap": the usual lines of the sheet; further ones are typed. */
export const INSTRUKSI_LAZIM = ['Tanggapan dan saran', 'Proses lebih lanjut', 'Koordinasi/konfirmasikan'] as const
const MAKS_INSTRUKSI = 10

export const LABEL = {
  asal: 'Asal',
  suratDari: 'Surat dari',
  nomorSurat: 'Nomor surat',
  tanggalSurat: 'Tanggal surat',
  diterimaTanggal: 'Diterima tanggal',
  nomorAgenda: 'Nomor agenda',
  sifat: 'Sifat',
  hal: 'Hal',
  diteruskanKepada: 'Diteruskan kepada Sdr.',
  instruksi: 'Dengan hormat harap',
  instruksiLain: 'Instruksi lain',
  catatan: 'Catatan',
  tenggat: 'Batas waktu',
  berkas: 'Berkas surat',
} as const

const bidang = z.object({
  asal: z.enum(['SURAT', 'INISIATIF'], 'Pilih asalnya: surat masuk atau prakarsa sendiri.'),
  suratDari: teksBebas(200),
  nomorSurat: teksBebas(100),
  tanggalSurat: tanggalBebas(),
  diterimaTanggal: tanggalBebas(),
  nomorAgenda: teksBebas(60),
  sifat: z.enum(['SANGAT_SEGERA', 'SEGERA', 'RAHASIA', 'BIASA'], 'Pilih sifat suratnya.'),
  hal: teksBebas(500),
  diteruskanKepada: daftarTeks(50).pipe(z.array(z.uuid('Pilih pejabat dari daftar.'))),
  instruksi: daftarTeks(MAKS_INSTRUKSI),
  instruksiLain: teksBebas(2000),
  catatan: teksBebas(2000),
  tenggat: tanggalBebas(),
  versi: versi(),
})
type Bidang = z.output<typeof bidang>

/** Ticked and typed instructions become one list without repetition. */
const satukan = ({ instruksi, instruksiLain, ...lain }: Bidang) => ({
  ...lain,
  instruksi: [...new Set([...instruksi, ...instruksiLain.split('\n')].map((i) => i.trim()).filter(Boolean))].slice(
    0,
    MAKS_INSTRUKSI,
  ),
})

/** A draft may have gaps. */
export const isianDisposisi = bidang.transform(satukan)

/** What is issued may not: the letter is named when there is one, and it says to whom and what. `hariIni` YYYY-MM-DD. */
export const isianPenerbitan = (hariIni: string) =>
  bidang
    .superRefine((isi, ctx) => {
      for (const [nama, pesan] of kurang(isi, hariIni)) ctx.addIssue({ code: 'custom', path: [nama], message: pesan })
    })
    .transform(satukan)

export type IsianDisposisi = z.output<typeof isianDisposisi>

function kurang(isi: Bidang, hariIni: string): [keyof Bidang, string][] {
  const daftar: [keyof Bidang, boolean, string][] = [
    ['suratDari', isi.asal === 'SURAT' && isi.suratDari === '', 'Tulis dari siapa surat itu.'],
    ['nomorSurat', isi.asal === 'SURAT' && isi.nomorSurat === '', 'Tulis nomor suratnya.'],
    ['tanggalSurat', isi.asal === 'SURAT' && isi.tanggalSurat === null, 'Tulis tanggal suratnya.'],
    ['diterimaTanggal', isi.asal === 'SURAT' && isi.diterimaTanggal === null, 'Tulis tanggal surat diterima.'],
    [
      'diterimaTanggal',
      isi.asal === 'SURAT' && lebihAwal(isi.diterimaTanggal, isi.tanggalSurat),
      'Surat tidak mungkin diterima sebelum tanggalnya.',
    ],
    ['hal', isi.hal === '', 'Tulis perihalnya.'],
    ['diteruskanKepada', isi.diteruskanKepada.length === 0, 'Pilih paling sedikit satu pejabat.'],
    [
      'instruksi',
      isi.instruksi.length === 0 && isi.instruksiLain === '',
      'Pilih atau tulis paling sedikit satu instruksi.',
    ],
    ['tenggat', lebihAwal(isi.tenggat, hariIni), 'Batas waktu sudah lewat. Tulis hari ini atau sesudahnya.'],
  ]
  return daftar.filter(([, salah]) => salah).map(([nama, , pesan]) => [nama, pesan])
}

const lebihAwal = (satu: string | null, lain: string | null): boolean => satu !== null && lain !== null && satu < lain
