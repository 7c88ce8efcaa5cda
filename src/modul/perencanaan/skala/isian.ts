import { z } from 'zod'
import { barisIsian, teksBebas, teksWajib, versi } from '../../../inti/http/index.ts'
import { BATAS_RATA_RATA, periksaBatasKetik, periksaSkala } from '../../pengukuran/index.ts'
import { angkaBebas } from '../indikator/isian-baris-kartu.ts'

export const MAKS_KELAS = 8
/** Colours of a class, from best to worst; each page shows them with the word beside. */
export const WARNA = {
  'hijau-tua': 'Hijau tua',
  hijau: 'Hijau',
  kuning: 'Kuning',
  jingga: 'Jingga',
  merah: 'Merah',
} as const
/** No upper end: everything above belongs to the highest class. */
const TAK_TERBATAS = '999999'

const kelas = z
  .object({
    nama: teksBebas(60),
    bawah: angkaBebas(),
    atas: angkaBebas(),
    warna: z.enum(Object.keys(WARNA) as ['hijau'], 'Pilih warnanya.').catch('hijau'),
  })
  .refine(({ nama, bawah, atas }) => nama !== '' || (bawah === null && atas === null), {
    path: ['nama'],
    message: 'Tulis nama kelasnya.',
  })
const bobot = z.object({ id: z.uuid(), nilai: angkaBebas() })

export const TAHUN = 'Tulis tahun mulai berlakunya, misalnya 2027.'
const bidang = z.object({
  /** of new rules; the year of rules that are there never changes */
  tahun: teksBebas(4)
    .refine((t) => t === '' || /^20\d\d$/.test(t), TAHUN)
    .transform((t) => (t === '' ? null : Number(t))),
  nama: teksWajib('Tulis nama skalanya.', { min: 3, maks: 150 }),
  sumber: teksWajib('Tulis peraturan atau keputusan yang menetapkannya.', { min: 3, maks: 200 }),
  kelas: z.array(kelas).max(MAKS_KELAS),
  batasRataRata: z.enum(BATAS_RATA_RATA, 'Pilih batasnya.'),
  organisasi: z.enum(['SASARAN', 'TUJUAN'], 'Pilih dasarnya.'),
  bobot: z.array(bobot).max(200),
  alasan: teksBebas(500),
  versi: versi(),
})
type Bidang = z.output<typeof bidang>

/** Rules of a year as the form sends them: classes from the highest down, bounds on both sides; what is blank follows from the neighbour. */
export const isianSkala = z
  .preprocess(
    (badan) => ({ ...(badan as object), kelas: barisIsian(badan, 'kelas'), bobot: barisIsian(badan, 'bobot') }),
    bidang,
  )
  .superRefine((isi, ctx) => {
    const tolak = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: path.split('.'), message })
    const masalah = [...periksaSkala(susunSkala(isi)), ...periksaBatasAtas(isi)]
    if (masalah.length > 0) tolak('kelas.0.nama', [...new Set(masalah)].join(' '))
    for (const [ke, { nilai }] of isi.bobot.entries())
      if (nilai !== null && (Number(nilai) <= 0 || Number(nilai) > 1000))
        tolak(`bobot.${ke}.nilai`, 'Bobot lebih dari 0 sampai 1000.')
  })
  .transform((isi) => {
    const { bobot: daftar, kelas: _, ...lain } = isi
    const terisi = daftar.flatMap(({ id, nilai }) => (nilai === null ? [] : [[id, nilai]]))
    return { ...lain, ...susunSkala(isi), bobot: Object.fromEntries(terisi) as Record<string, string> }
  })
export type IsianSkala = z.output<typeof isianSkala>

const terisi = ({ kelas: daftar }: Bidang) => daftar.filter((k) => k.nama !== '')

/** The scale as it is stored: lower bounds only, the lowest class without one. */
function susunSkala(isi: Bidang) {
  const daftar = terisi(isi)
  return {
    nama: isi.nama,
    sumber: isi.sumber,
    kelas: daftar.map(({ nama, bawah, warna }, ke) => ({
      nama,
      warna,
      batasBawah: ke === daftar.length - 1 && (bawah === null || Number(bawah) === 0) ? null : bawah,
    })),
  }
}

/** Upper bounds that were written must end where the next higher class begins, 0,01 below it. */
function periksaBatasAtas(isi: Bidang): string[] {
  const daftar = terisi(isi)
  const teratas = daftar[0]?.atas ?? null
  return [
    ...(teratas === null
      ? []
      : ['Kelas tertinggi tidak berbatas atas: kosongkan, supaya capaian yang lebih besar tetap punya kelas.']),
    ...periksaBatasKetik(daftar, TAK_TERBATAS),
  ]
}

export const isianSebutan = z.object({
  iku: teksWajib('Tulis singkatannya.', { min: 2, maks: 20 }),
  panjangIku: teksWajib('Tulis kepanjangannya.', { min: 3, maks: 60 }),
  ikk: teksWajib('Tulis singkatannya.', { min: 2, maks: 20 }),
  panjangIkk: teksWajib('Tulis kepanjangannya.', { min: 3, maks: 60 }),
  versi: versi(),
})
export type IsianSebutan = z.output<typeof isianSebutan>
