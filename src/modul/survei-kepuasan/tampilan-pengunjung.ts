import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { periodeSurvei } from './hitung-survei.ts'
import type { SurveiTerbuka } from './kirim-jawaban.ts'
import { BAGIAN_PROFIL, PROFIL, pilihanProfil } from './unsur.ts'

type Kembalian = {
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
  /** why it could not be taken now, and what to do */
  readonly tunggu?: string
}

/** The questionnaire as a visitor sees it on a phone. Nothing of results, nothing of the office beyond its name. */
export function susunPengunjung(
  { survei, kantor }: Pick<SurveiTerbuka, 'survei' | 'kantor'>,
  { isian = {}, kesalahan = {}, tunggu = '' }: Kembalian = {},
) {
  return {
    judulHalaman: `Survei kepuasan ${survei.layanan}`,
    kantor,
    layanan: survei.layanan,
    periode: periodeSurvei(survei),
    terbuka: survei.status === 'DIBUKA',
    alamat: `/survei/${survei.tautan ?? ''}`,
    tunggu,
    kunciLama: isian.kunci ?? '',
    pertanyaan: survei.unsur.map((u, ke) => ({
      nama: u.kode,
      nomor: ke + 1,
      teks: u.pertanyaan,
      salah: kesalahan[u.kode] ?? null,
      // the best answer last, as on the paper
      opsi: u.jawaban.map((teks, urut) => ({
        nilai: String(urut + 1),
        teks,
        dipilih: isian[u.kode] === String(urut + 1),
      })),
    })),
    profil: BAGIAN_PROFIL.map((bagian) => ({
      nama: bagian,
      label: PROFIL[bagian].teks,
      nilai: isian[bagian] ?? '',
      opsi: [{ nilai: '', teks: 'Tidak diisi' }, ...pilihanProfil(bagian).map(([nilai, teks]) => ({ nilai, teks }))],
    })),
    saran: isian.saran ?? '',
    kesalahan,
    label: Object.fromEntries(survei.unsur.map((u, ke) => [u.kode, `Pertanyaan ${ke + 1}`])) as Record<string, string>,
  }
}
export const halamanPengunjung = halaman<ReturnType<typeof susunPengunjung>>('survei-kepuasan/pengunjung', 'tamu')

export const susunTerimaKasih = ({ survei, kantor }: Pick<SurveiTerbuka, 'survei' | 'kantor'>) => ({
  judulHalaman: 'Terima kasih',
  kantor,
  layanan: survei.layanan,
})
export const halamanTerimaKasih = halaman<ReturnType<typeof susunTerimaKasih>>('survei-kepuasan/terima-kasih', 'tamu')
