import type { Kesalahan } from '../../inti/http/index.ts'
import { bacaAnggaran, bacaBaris, type IsianAnggaran, isianAnggaran, isianBaris } from '../formulir/index.ts'
import type { AngkaDiketik } from '../kertas-kerja/index.ts'
import type { AngkaIndikator, AngkaSiklus, AngkaUang } from './angka-siklus.ts'

/** What was typed into the form of a koreksi, to show it again. */
export type Diketik = { readonly indikator?: AngkaDiketik; readonly uang?: IsianAnggaran }
/** The proposed figure read by its card; null: `kesalahan` says what is wrong with it. */
export type Usulan = {
  readonly baru: AngkaSiklus | null
  readonly kesalahan: Kesalahan
  readonly diketik: Diketik
}

/** Reads the figure of a koreksi out of a form. An approved figure is not taken away without a word: another one, or why there is none. */
export const bacaUsulan = (satu: AngkaSiklus, badan: unknown): Usulan =>
  satu.jenis === 'ANGGARAN' ? bacaUang(satu, badan) : bacaIndikator(satu, badan)

function bacaIndikator(satu: AngkaIndikator, badan: unknown): Usulan {
  const { isian, kesalahan } = isianBaris(badan)
  const { data, kesalahan: salah, taksa } = bacaBaris(satu.kartu, isian)
  const diketik = { indikator: { isian, taksa } }
  if (!data) return { baru: null, kesalahan: { ...kesalahan, ...salah }, diketik }
  const { status, variabel, kategori, nilai, alasanTidakBerlaku } = data
  if (status === 'KOSONG')
    return {
      baru: null,
      kesalahan: { ...kesalahan, alasan: 'Isi angka yang benar, atau tandai tidak diukur beserta alasannya.' },
      diketik,
    }
  return { baru: { ...satu, angka: { status, variabel, kategori, nilai, alasanTidakBerlaku } }, kesalahan, diketik }
}

function bacaUang(satu: AngkaUang, badan: unknown): Usulan {
  const { isian, kesalahan } = isianAnggaran(badan)
  const { data, kesalahan: salah } = bacaAnggaran(isian)
  const diketik = { uang: isian }
  if (!data) return { baru: null, kesalahan: { ...kesalahan, ...salah }, diketik }
  if (data.status === 'KOSONG')
    return {
      baru: null,
      kesalahan: {
        ...kesalahan,
        realisasi: 'Isi realisasi yang benar, atau tandai tidak dilaporkan beserta alasannya.',
      },
      diketik,
    }
  // the remark of the unit stays beside another figure
  const keterangan = data.status === 'TIDAK_BERLAKU' ? data.keterangan : satu.angka.keterangan
  return { baru: { ...satu, angka: { ...data, keterangan } }, kesalahan, diketik }
}
