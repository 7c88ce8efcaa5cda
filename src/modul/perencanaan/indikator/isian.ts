import { z } from 'zod'
import { bacaIsian, barisIsian, type HasilIsian, teksBebas, teksWajib, uuid, versi } from '../../../inti/http/index.ts'
import { ATURAN_NOL, BATAS_RATA_RATA, METODE, PEMBULATAN, POLARITAS, TIPE_AGREGASI } from '../../pengukuran/index.ts'
import { type IsianKartu, susunIsiKartu } from './isi-kartu.ts'
import { angkaBebas, barisKategori, barisSmart, barisVariabel } from './isian-baris-kartu.ts'
import { FREKUENSI } from './istilah.ts'
import { TINGKAT_INDIKATOR } from './kartu.ts'
import { periksaIsiKartu } from './periksa-kartu.ts'

const kunciDari = <K extends string>(daftar: Readonly<Record<K, string>>) => Object.keys(daftar) as [K, ...K[]]
const bulat = (pesan: string, maks: number) => z.coerce.number(pesan).int(pesan).min(0, pesan).max(maks, pesan)

/** "SASARAN:<id>": what the indicator measures. */
const tempat = teksBebas(60).transform((teks, ctx) => {
  const [tingkat, id = ''] = teks.split(':')
  const ada = TINGKAT_INDIKATOR.find((satu) => satu === tingkat)
  if (ada && z.uuid().safeParse(id).success) return { tingkat: ada, id }
  ctx.addIssue({ code: 'custom', message: 'Pilih tujuan, sasaran, program, kegiatan, atau sub kegiatan yang diukur.' })
  return z.NEVER
})

const bidangKartu = z.object({
  kode: teksWajib('Tulis kode indikator, misalnya IKU-01.', { min: 2, maks: 30 }).pipe(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]*$/, 'Kode berisi huruf, angka, titik, garis, dan spasi.'),
  ),
  jenis: z.enum(['IKU', 'IKK'], 'Pilih jenis indikator.'),
  nama: teksWajib('Tulis nama indikator seperti pada dokumen perencanaan.', { min: 5, maks: 300 }),
  satuan: teksWajib('Tulis satuannya, misalnya %, Nilai, Dokumen.', { maks: 40 }),
  definisi: teksWajib('Tulis definisi operasionalnya: apa yang dihitung dan apa yang tidak.', { min: 10, maks: 3000 }),
  tempat,
  unitId: uuid('Pilih unit yang bertanggung jawab atas datanya.'),
  metode: z.enum(METODE, 'Pilih cara menghitung nilainya.'),
  variabel: barisVariabel,
  kategori: barisKategori,
  ekspresi: teksBebas(500),
  rumus: teksBebas(500),
  desimal: bulat('Angka di belakang koma: 0 sampai 6.', 6),
  pembulatan: z.enum(PEMBULATAN, 'Pilih cara membulatkan.'),
  polaritas: z.enum(POLARITAS, 'Pilih polaritasnya.'),
  varianMin: z.enum(['2T-R', 'T/R'], 'Pilih rumus capaiannya.').default('2T-R'),
  arah: z.enum(['MAKS', 'MIN'], 'Pilih arahnya.').default('MAKS'),
  agregasi: z.enum(TIPE_AGREGASI, 'Pilih sifat angkanya antarperiode.'),
  aturanNol: z.enum(ATURAN_NOL, 'Pilih aturan target nol.').default('BAKU'),
  batasCapaian: z.union([z.literal(''), z.enum(BATAS_RATA_RATA)], 'Pilih batasnya.').default(''),
  bobot: angkaBebas(),
  sumberData: teksWajib('Tulis dari mana datanya diambil.', { maks: 300 }),
  frekuensi: z.enum(kunciDari(FREKUENSI), 'Pilih seberapa sering dilaporkan.'),
  buktiWajib: z.literal('ya').optional(),
  aturanBukti: teksBebas(500),
  asal: teksBebas(300),
  standarNilai: teksBebas(60),
  standarSumber: teksBebas(300),
  standarTahun: teksBebas(4),
  smart: barisSmart,
})
export type BidangKartu = z.output<typeof bidangKartu>

/** A card as its form sends it: rows are named variabel.0.nama. What comes out is the content of the card, ready to store. */
export const isianKartu = z
  .preprocess(
    (badan) => ({
      ...(badan as object),
      variabel: barisIsian(badan, 'variabel'),
      kategori: barisIsian(badan, 'kategori'),
      smart: barisIsian(badan, 'smart'),
    }),
    bidangKartu,
  )
  .superRefine((isi, ctx) => {
    for (const [bidang, message] of periksaIsiKartu(isi))
      ctx.addIssue({ code: 'custom', path: bidang.split('.'), message })
  })
  .transform(susunIsiKartu)

/** Which version the person saw, from which year a new version holds, and why. */
export const isianVersiKartu = z.object({
  versi: versi(),
  berlakuTahun: bulat('Tulis tahun mulai berlakunya.', 2100).catch(0),
  alasan: teksBebas(1000),
})
export type IsianVersiKartu = z.output<typeof isianVersiKartu>

/** Card and version of one form together. */
export function bacaKartu(badan: unknown): HasilIsian<{ isi: IsianKartu; versi: IsianVersiKartu }> {
  const kartu = bacaIsian(isianKartu, badan)
  const versiKartu = bacaIsian(isianVersiKartu, badan)
  if (kartu.data && versiKartu.data) return { data: { isi: kartu.data, versi: versiKartu.data }, kesalahan: {} }
  return { data: null, kesalahan: { ...kartu.kesalahan, ...versiKartu.kesalahan } }
}

export const isianVersi = z.object({ versi: versi() })
export const isianAlasan = z.object({
  versi: versi(),
  alasan: teksWajib('Tuliskan alasannya, minimal 10 huruf.', { min: 10, maks: 1000 }),
})
export type IsianAlasan = z.output<typeof isianAlasan>
export type { IsianKartu }
