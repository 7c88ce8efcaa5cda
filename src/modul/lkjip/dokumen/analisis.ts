import type { Blok } from '../../../inti/dokumen/index.ts'
import { BAGIAN_TEKS } from '../bagian-teks.ts'
import type { CapaianIndikator } from '../capaian.ts'
import { bantu, kalimatEfisiensi, kalimatIndikator } from '../kalimat-bantu.ts'
import type { IsiLkjip } from '../lkjip.ts'
import { teksKertas, teksLkjip } from '../teks-lkjip.ts'
import { efisiensiSatu } from './tabel-anggaran.ts'

/** The words of Bab III about one indicator: sentences from data (marked), then what people wrote; what is missing is said. */
export function blokAnalisis(i: CapaianIndikator, isi: IsiLkjip, nomor: string): Blok[] {
  const efisiensi = kalimatEfisiensi(efisiensiSatu(i, isi.anggaran))
  const data = bantu([...kalimatIndikator(i), ...(efisiensi ? [efisiensi] : [])])
  return [
    { jenis: 'judul', tingkat: 3, teks: `${nomor} ${i.nama}` },
    ...(data ? [miring(data)] : []),
    ...Object.entries(BAGIAN_TEKS.indikator).flatMap(([bagian, { label }]): Blok[] => {
      const { isi: teks } = teksLkjip(isi.paragraf, { objek: i.id, bagian, kertas: teksKertas(i, bagian) })
      if (teks !== '') return [{ jenis: 'paragraf', teks: [{ teks: `${label}. `, tebal: true }, { teks }] }]
      return WAJIB.includes(bagian)
        ? [
            {
              jenis: 'paragraf',
              teks: [
                { teks: `${label}. `, tebal: true },
                { teks: 'Belum ditulis.', miring: true },
              ],
            },
          ]
        : []
    }),
  ]
}
const miring = (teks: string): Blok => ({ jenis: 'paragraf', teks: [{ teks, miring: true }] })
const WAJIB: readonly string[] = ['penyebab', 'solusi']

/** A paragraph about the whole: own text, else sentences from data (marked), else that it is not written yet. */
export function blokUmum(isi: IsiLkjip, { objek, bagian, label, data = [] }: Umum): Blok[] {
  const { isi: teks } = teksLkjip(isi.paragraf, { objek, bagian })
  const kepala = label ? [{ teks: `${label}. `, tebal: true }] : []
  if (teks !== '') return [{ jenis: 'paragraf', teks: [...kepala, { teks }] }]
  const kalimat = bantu(data)
  return [{ jenis: 'paragraf', teks: [...kepala, { teks: kalimat || 'Belum ditulis.', miring: true }] }]
}
type Umum = {
  readonly objek: 'umum' | 'renja'
  readonly bagian: string
  readonly label?: string
  readonly data?: readonly string[]
}
