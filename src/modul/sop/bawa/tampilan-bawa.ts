import { halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { JENIS_PERIODE } from '../../../inti/waktu/index.ts'
import type { KesalahanSop } from '../baca-yaml.ts'
import { TUJUAN_SOP } from '../definisi.ts'
import { dipilih } from '../draf/tampilan-draf.ts'
import { NAMA_PERIODE, NAMA_TUJUAN } from '../istilah.ts'
import type { RingkasVersi } from '../kueri.ts'

type Balasan = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** Begins an SOP on the screen. */
export function susunBaru({ isian = {}, kesalahan = {} }: Balasan = {}) {
  const nilai: Record<string, string> = { nama: 'SOP ', tujuan: 'PENGUMPULAN', periode: 'TRIWULAN', ...isian }
  if (Object.keys(kesalahan).length > 0) nilai.periode = isian.periode ?? ''
  return {
    judulHalaman: 'Tulis SOP baru',
    isian: nilai,
    periode: dipilih(nilai.periode),
    opsi: {
      tujuan: TUJUAN_SOP.map((t) => ({ nilai: t, teks: NAMA_TUJUAN[t] })),
      periode: JENIS_PERIODE.map((p) => ({ nilai: p, teks: NAMA_PERIODE[p] })),
    },
    kesalahan,
    label: { nama: 'Nama SOP', tujuan: 'Tujuan', periode: 'Dijalankan per' },
  }
}
export const halamanBaru = halaman<ReturnType<typeof susunBaru>>('sop/baru')

type BalasanUnggah = Balasan & { readonly tolak?: readonly KesalahanSop[] }

/** The upload page; `tolak`: why the file is no SOP, with its text kept to be put right. */
export function susunUnggahan(
  daftar: readonly RingkasVersi[],
  { isian = {}, kesalahan = {}, tolak = [] }: BalasanUnggah = {},
) {
  const sop = [...new Map(daftar.map((v) => [v.sopId, v.nama])).entries()]
  const draf = new Map(daftar.filter((v) => v.keadaan === 'DRAF').map((v) => [v.sopId, v.nomorVersi]))
  return {
    judulHalaman: 'Bawa masuk SOP',
    isian: { sopId: '', teks: '', ...isian },
    opsi: [
      { nilai: '', teks: 'SOP baru' },
      ...sop.map(([id, nama]) => ({
        nilai: id,
        teks: draf.has(id) ? `${nama}: menggantikan draf versi ${draf.get(id)}` : `${nama}: versi berikutnya`,
      })),
    ],
    kesalahan,
    tolak,
    label: { sopId: 'Menjadi', berkas: 'Berkas', teks: 'YAML' },
  }
}
export const halamanUnggahan = halaman<ReturnType<typeof susunUnggahan>>('sop/unggahan')
