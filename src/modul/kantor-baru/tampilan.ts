import { bacaSusunan } from '../../../prisma/benih/baca.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { LABEL, ZONA_WAKTU } from './isian.ts'

daftarkanPesan({
  'kantor-siap': 'Kantor Anda sudah disiapkan. Masuklah dengan nama pengguna dan sandi yang baru Anda buat.',
})

type Kembalian = { isian?: Readonly<Record<string, string>>; kesalahan?: Kesalahan }

/** The form of a new office; passphrases are never shown again. */
export function susunKantorBaru(kode: string, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const { susunan } = bacaSusunan()
  const nilai = (nama: string, bawaan = '') => isian[nama] ?? bawaan
  return {
    judulHalaman: 'Siapkan kantor',
    kode,
    label: LABEL,
    kesalahan,
    isian: {
      nama: nilai('nama'),
      kabupaten: nilai('kabupaten'),
      tempat: nilai('tempat'),
      alamat: nilai('alamat'),
      telepon: nilai('telepon'),
      surel: nilai('surel'),
      zonaWaktu: nilai('zonaWaktu', 'Asia/Jakarta'),
      kodeSurat: nilai('kodeSurat', '000.8.6.3'),
      operator: nilai('operator'),
      nip: nilai('nip'),
      namaPengguna: nilai('namaPengguna'),
    },
    zona: Object.entries(ZONA_WAKTU).map(([kunci, teks]) => ({ nilai: kunci, teks })),
    susunan: susunan
      .filter((s) => !s.wajib)
      .map((s) => ({ nilai: s.kode, teks: s.unit.nama, petunjuk: s.jabatan.map((j) => j.nama).join(', ') })),
    dipilih:
      isian.nama === undefined
        ? susunan.map((s) => s.kode)
        : nilai('susunan')
            .split('\n')
            .filter((s) => s !== ''),
  }
}
export const halamanKantorBaru = halaman<ReturnType<typeof susunKantorBaru>>('kantor-baru/kantor-baru', 'tamu')
