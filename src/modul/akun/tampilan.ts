import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

daftarkanPesan({ 'sandi-diganti': 'Sandi Anda sudah diganti. Sesi Anda di perangkat lain sudah diakhiri.' })

type IsianMasuk = { nama?: string; tujuan?: string; kesalahan?: Kesalahan }
export const susunMasuk = ({ nama = '', tujuan = '/', kesalahan = {} }: IsianMasuk) => ({
  judulHalaman: 'Masuk',
  nama,
  tujuan,
  kesalahan,
})
export const halamanMasuk = halaman<ReturnType<typeof susunMasuk>>('akun/masuk', 'tamu')

export const susunSandi = (pelaku: Pelaku, kesalahan: Kesalahan = {}) => ({
  judulHalaman: 'Ganti sandi',
  wajib: pelaku.wajibGantiSandi,
  kesalahan,
})
export const halamanSandi = halaman<ReturnType<typeof susunSandi>>('akun/sandi')
