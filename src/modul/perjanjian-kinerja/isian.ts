import { z } from 'zod'
import { bacaAngka } from '../../inti/angka/index.ts'
import { barisIsian, daftarTeks, tanggalWajib, teksBebas, teksWajib, uuid, versi } from '../../inti/http/index.ts'

const sejak = tanggalWajib('Tulis tanggal mulai berlakunya.')
const alasan = teksWajib('Tuliskan alasannya, minimal 10 huruf.', { min: 10 })

export const isianBaru = z.object({
  /** a penugasan of today: the post and who holds it */
  penugasanId: uuid('Pilih pejabat yang berjanji.'),
  tahun: z.coerce.number('Pilih tahunnya.').int().min(2000, 'Pilih tahunnya.').max(2100, 'Pilih tahunnya.'),
  berlakuSejak: sejak,
  asal: z.enum(['TAHUN_LALU', 'RENSTRA', 'KOSONG'], 'Pilih dari mana isinya diambil.'),
})
export type IsianBaru = z.output<typeof isianBaru>

export const isianPerubahan = z.object({
  dasar: z.enum(['MUTASI', 'STRATEGI', 'PRIORITAS'], 'Pilih dasar perubahannya.'),
  alasan,
  berlakuSejak: sejak,
})
export type IsianPerubahan = z.output<typeof isianPerubahan>

export const isianPilihan = z.object({ indikator: daftarTeks(300).pipe(z.array(z.uuid())), versi: versi() })
export type IsianPilihan = z.output<typeof isianPilihan>

export const isianLampiran = z.object({
  kode: daftarTeks(300),
  sumber: teksBebas(120),
  berlakuSejak: sejak,
  alasan: teksBebas(),
  versi: versi(),
})
export type IsianLampiran = z.output<typeof isianLampiran>

/** A number as people type it; '1.250' is asked about, never guessed. */
const angka = () =>
  teksBebas(64).transform((teks, ctx) => {
    const terbaca = bacaAngka(teks)
    if (terbaca.jenis === 'kosong') return null
    if (terbaca.jenis === 'angka') return terbaca.nilai
    ctx.addIssue({ code: 'custom', message: terbaca.pesan })
    return z.NEVER
  })

const target = z
  .object({
    id: z.uuid(),
    target: angka(),
    atas: angka(),
    teks: teksBebas(30),
    cara: z.enum(['PER_TRIWULAN', 'BERJALAN', '']).catch(''),
    tw1: angka(),
    tw2: angka(),
    tw3: angka(),
    tw4: angka(),
  })
  .transform(({ tw1, tw2, tw3, tw4, ...isi }, ctx) => {
    const tw = [tw1, tw2, tw3, tw4] as const
    if (isi.cara === '' && tw.some((nilai) => nilai !== null))
      ctx.addIssue({
        code: 'custom',
        path: ['cara'],
        message: 'Pilih apakah target triwulan untuk triwulan itu sendiri atau dihitung sejak awal tahun.',
      })
    return { ...isi, teks: isi.teks === '' ? null : isi.teks, tw }
  })
export type IsianTarget = z.output<typeof target>

/** Targets of a draft as the form sends them: target.0.tw1 … */
export const isianDaftarTarget = z.preprocess(
  (badan) => ({ ...(badan as object), target: barisIsian(badan, 'target') }),
  z.object({ target: z.array(target).max(300), versi: versi() }),
)

export const isianVersi = z.object({ versi: versi() })
export const isianAlasan = z.object({ alasan, versi: versi() })
export const isianBatal = z.object({ alasanBatal: alasan, versi: versi() })
export const isianSetujuLuar = z.object({
  nama: teksWajib('Tulis nama pejabat yang menyetujui.', { min: 3, maks: 120 }),
  versi: versi(),
})
export const isianTandaTangan = (hariIni: string) =>
  z.object({
    nomor: teksWajib('Tulis nomor naskahnya.', { maks: 100 }),
    tanggal: tanggalWajib('Tulis tanggal naskahnya.').refine((t) => t <= hariIni, 'Tanggal ini belum tiba.'),
    versi: versi(),
  })
export const isianBerlaku = z.object({ berlakuSejak: sejak, versi: versi() })
