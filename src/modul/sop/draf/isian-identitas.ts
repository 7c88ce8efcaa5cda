import { z } from 'zod'
import { barisIsian } from '../../../inti/http/index.ts'
import { bacaNip } from '../../../inti/nip.ts'
import { JENIS_PERIODE, tanggalPanjang } from '../../../inti/waktu/index.ts'
import { type DefinisiSop, MAKS_BUTIR_IDENTITAS, MAKS_DAFTAR_IDENTITAS, TUJUAN_SOP } from '../definisi.ts'
import { barisTeks, pilihanDari, satuBaris, sidikIsian, tanggalKata, teksAtauNull } from './isian.ts'

/** Lists of the identity block, one item per line of the box. */
export const DAFTAR_IDENTITAS = [
  'instansi',
  'kualifikasi',
  'keterkaitan',
  'peralatan',
  'peringatan',
  'pencatatan',
] as const

const daftar = barisTeks({ maks: MAKS_BUTIR_IDENTITAS, banyak: MAKS_DAFTAR_IDENTITAS })
const dasarHukum = z.object({ teks: teksAtauNull(1000), asli: teksAtauNull(1000), catatan: teksAtauNull(1000) })
const nip = satuBaris(64).transform((isi, ctx) => {
  const terbaca = bacaNip(isi)
  if (terbaca.jenis === 'salah') ctx.addIssue({ code: 'custom', message: terbaca.pesan })
  return terbaca.jenis === 'nip' ? terbaca.nip : null
})

/** The identity page. Rows of the legal basis are named dasarHukum.0.teks; `kolom`: codes that may be ticked. */
export const isianIdentitas = (kolom: readonly string[]) =>
  z.preprocess(
    (badan) => ({ ...(badan as object), dasarHukum: barisIsian(badan, 'dasarHukum') }),
    z.object({
      sidik: sidikIsian,
      nama: satuBaris(300, 'Tulis nama SOP.'),
      tujuan: z.enum(TUJUAN_SOP, 'Pilih tujuan SOP.'),
      periode: pilihanDari(JENIS_PERIODE),
      nomor: teksAtauNull(100),
      tanggalPembuatan: tanggalKata(),
      tanggalRevisi: tanggalKata(),
      tanggalEfektif: tanggalKata(),
      jabatan: teksAtauNull(200),
      pejabat: teksAtauNull(200),
      pangkat: teksAtauNull(200),
      nip,
      instansi: daftar,
      dasarHukum: z.array(dasarHukum),
      kualifikasi: daftar,
      keterkaitan: daftar,
      peralatan: daftar,
      peringatan: daftar,
      pencatatan: daftar,
      bolehMelewati: pilihanDari(kolom),
    }),
  )
export type IsianIdentitas = z.output<ReturnType<typeof isianIdentitas>>

/** What the identity page edits; its fingerprint tells whether somebody else was first. */
export const bagianIdentitas = ({ nama, tujuan, periode, identitas, bolehMelewati }: DefinisiSop) => ({
  nama,
  tujuan,
  periode,
  identitas,
  bolehMelewati,
})

/** The definition with the identity page's fields in it. `tetap`: name and purpose stay those of the SOP. */
export function terapkanIdentitas(
  definisi: DefinisiSop,
  isian: IsianIdentitas,
  { tetap }: { tetap: boolean },
): DefinisiSop {
  const { nomor, tanggalPembuatan, tanggalRevisi, tanggalEfektif, jabatan, pejabat, pangkat } = isian
  const { instansi, kualifikasi, keterkaitan, peralatan, peringatan, pencatatan } = isian
  return {
    ...definisi,
    ...(tetap ? {} : { nama: isian.nama, tujuan: isian.tujuan }),
    periode: isian.periode,
    bolehMelewati: isian.bolehMelewati,
    identitas: {
      nomor,
      tanggalPembuatan,
      tanggalRevisi,
      tanggalEfektif,
      disahkanOleh: { jabatan, nama: pejabat, pangkat, nip: isian.nip },
      instansi,
      dasarHukum: isian.dasarHukum.flatMap(({ teks, ...lain }) => (teks === null ? [] : [{ teks, ...lain }])),
      kualifikasi,
      keterkaitan,
      peralatan,
      peringatan,
      pencatatan,
    },
  }
}

/** Fields of the page as text, from the definition. Ticked lists are joined by line breaks. */
export function teksIdentitas(definisi: DefinisiSop): Record<string, string> {
  const { identitas: i } = definisi
  const oleh = i.disahkanOleh
  return {
    nama: definisi.nama,
    tujuan: definisi.tujuan,
    periode: definisi.periode.join('\n'),
    nomor: i.nomor ?? '',
    tanggalPembuatan: kata(i.tanggalPembuatan),
    tanggalRevisi: kata(i.tanggalRevisi),
    tanggalEfektif: kata(i.tanggalEfektif),
    jabatan: oleh.jabatan ?? '',
    pejabat: oleh.nama ?? '',
    pangkat: oleh.pangkat ?? '',
    nip: oleh.nip ?? '',
    bolehMelewati: definisi.bolehMelewati.join('\n'),
    ...Object.fromEntries(DAFTAR_IDENTITAS.map((nama) => [nama, i[nama].join('\n')])),
  }
}

/** As it is typed: in words. */
export const kata = (tanggal: string | null): string => (tanggal === null ? '' : tanggalPanjang(tanggal))
