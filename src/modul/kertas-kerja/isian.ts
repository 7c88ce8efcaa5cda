import { z } from 'zod'
import { daftarTeks, teksBebas, versi } from '../../inti/http/index.ts'
import {
  ATURAN_NOL,
  BATAS_RATA_RATA,
  METODE,
  PEMBULATAN,
  POLARITAS,
  periksaRumus,
  TIPE_AGREGASI,
} from '../pengukuran/index.ts'
import { type DasarMetodologi, type Metodologi, metodeCocok, penyimpangan, polaritasCocok } from './metodologi.ts'
import { KODE_SMART, type Smart } from './smart.ts'

export const MIN_ALASAN = 10
export const LABEL = {
  metode: 'Cara menghitung',
  rumus: 'Rumus dalam kata',
  ekspresi: 'Rumus sendiri',
  pembulatan: 'Pembulatan',
  arah: 'Arah yang lebih baik',
  aturanNol: 'Bila target nol',
  batasCapaian: 'Batas capaian dalam rata-rata',
  polaritas: 'Polaritas',
  varianMin: 'Rumus bila makin rendah makin baik',
  agregasi: 'Angka antarperiode',
  sumberData: 'Sumber data',
  smart: 'Pemeriksaan SMART',
  alasanMetodologi: 'Alasan menyimpang dari kartu',
  penyebab: 'Penyebab keberhasilan atau kegagalan',
  hambatan: 'Hambatan',
  solusi: 'Solusi',
  programPenunjang: 'Program yang menunjang',
  sumberAngka: 'Sumber angka',
  alasan: 'Alasan',
} as const

const bidang = z.object({
  versi: versi(),
  metode: z.enum(METODE, 'Pilih cara menghitungnya.'),
  rumus: teksBebas(1000),
  ekspresi: teksBebas(500),
  pembulatan: z.enum(PEMBULATAN, 'Pilih pembulatannya.').default('SETENGAH_NAIK'),
  arah: z.enum(['MAKS', 'MIN'], 'Pilih arahnya.').default('MAKS'),
  aturanNol: z.enum(ATURAN_NOL, 'Pilih aturannya.').default('BAKU'),
  /** '': that of the year */
  batasCapaian: z.enum(['', ...BATAS_RATA_RATA], 'Pilih batasnya.').default(''),
  polaritas: z.enum(POLARITAS, 'Pilih polaritasnya.'),
  varianMin: z.enum(['2T-R', 'T/R'], 'Pilih rumusnya.').default('2T-R'),
  agregasi: z.enum(TIPE_AGREGASI, 'Pilih sifat angka antarperiode.'),
  sumberData: teksBebas(1000),
  smart: daftarTeks(10),
  alasanMetodologi: teksBebas(2000),
})

/** The methodology of one indicator: what its card cannot carry is refused, a deviation needs a reason. */
export const isianMetodologi = (dasar: DasarMetodologi) =>
  bidang
    .superRefine((isi, ctx) => {
      const tolak = (nama: string, message: string) => ctx.addIssue({ code: 'custom', path: [nama], message })
      if (!metodeCocok(dasar.kartu).includes(isi.metode))
        tolak('metode', 'Cara ini tidak dapat dihitung dari data pada kartu indikator. Pilih yang lain.')
      if (!polaritasCocok(dasar.kartu).includes(isi.polaritas))
        tolak('polaritas', 'Polaritas ini tidak cocok dengan bentuk targetnya.')
      for (const pesan of masalahEkspresi(isi, dasar)) tolak('ekspresi', pesan)
      if (isi.aturanNol === 'SERATUS' && isi.polaritas !== 'MAKS')
        tolak('aturanNol', 'Aturan ini hanya untuk "makin tinggi makin baik".')
      if (isi.alasanMetodologi.length < MIN_ALASAN && penyimpangan(susun(isi), dasar).length > 0)
        tolak('alasanMetodologi', `Tulis mengapa menyimpang dari kartu indikator, paling sedikit ${MIN_ALASAN} huruf.`)
    })
    .transform((isi) => ({
      versi: isi.versi,
      metodologi: susun(isi),
      alasan: penyimpangan(susun(isi), dasar).length > 0 ? isi.alasanMetodologi : '',
    }))
export type IsianMetodologi = z.output<ReturnType<typeof isianMetodologi>>

type Bidang = z.output<typeof bidang>

/** The expression as it would be saved with a card: readable, knowing its variables and using them all. */
function masalahEkspresi({ metode, ekspresi }: Bidang, { kartu }: DasarMetodologi): string[] {
  if (metode !== 'RUMUS') return []
  const { masalah } = periksaRumus(ekspresi, kartu)
  return masalah.length === 0 ? [] : [masalah.join(' ')]
}

function susun({ versi: _, smart, alasanMetodologi: __, ...isi }: Bidang): Metodologi {
  const dinilai = Object.fromEntries(KODE_SMART.map((k) => [k, smart.includes(k)])) as Record<keyof Smart, boolean>
  const { ekspresi, batasCapaian, ...lain } = isi
  return {
    ...lain,
    ekspresi: isi.metode === 'RUMUS' ? ekspresi : '',
    batasCapaian: batasCapaian === '' ? null : batasCapaian,
    smart: dinilai,
  }
}

const MAKS_ANALISIS = 4000
/** The analysis of one indicator; also where a figure that was typed in here was found. */
export const isianAnalisis = z.object({
  versi: versi(),
  penyebab: teksBebas(MAKS_ANALISIS),
  hambatan: teksBebas(MAKS_ANALISIS),
  solusi: teksBebas(MAKS_ANALISIS),
  programPenunjang: teksBebas(MAKS_ANALISIS),
  sumberAngka: teksBebas(500),
})
export type IsianAnalisis = z.output<typeof isianAnalisis>

export const isianSumber = z
  .object({
    versi: versi(),
    sumber: z.enum(['pengumpulan', 'sendiri'], 'Pilih asal angkanya.'),
    alasan: teksBebas(2000),
  })
  .refine((s) => s.sumber === 'pengumpulan' || s.alasan.length >= MIN_ALASAN, {
    path: ['alasan'],
    message: `Tulis mengapa tidak ada pengumpulan data yang disetujui, paling sedikit ${MIN_ALASAN} huruf.`,
  })
export type IsianSumber = z.output<typeof isianSumber>
