import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KontakSaya } from './ubah-kontak.ts'

daftarkanPesan({
  'sandi-diganti': 'Sandi Anda sudah diganti. Sesi Anda di perangkat lain sudah diakhiri.',
  'kontak-diubah': 'Surel dan telepon Anda sudah disimpan.',
})

type IsianMasuk = { nama?: string; tujuan?: string; titipan?: string; kesalahan?: Kesalahan }
export const susunMasuk = ({ nama = '', tujuan = '/', titipan = '', kesalahan = {} }: IsianMasuk) => ({
  judulHalaman: 'Masuk',
  nama,
  tujuan,
  /** a form that arrived after the session had ended; it goes on after signing in */
  titipan,
  kesalahan,
})
export const halamanMasuk = halaman<ReturnType<typeof susunMasuk>>('akun/masuk', 'tamu')

/** Signed in again: the form that waited, to be sent on with one press of a button. */
export const susunLanjutkan = ({ alamat, isi }: { alamat: string; isi: Readonly<Record<string, string>> }) => ({
  judulHalaman: 'Lanjutkan menyimpan',
  alamat,
  isi: Object.entries(isi),
})
export const halamanLanjutkan = halaman<ReturnType<typeof susunLanjutkan>>('akun/lanjutkan', 'tamu')

export const susunSandi = (pelaku: Pelaku, kesalahan: Kesalahan = {}) => ({
  judulHalaman: 'Ganti sandi',
  wajib: pelaku.wajibGantiSandi,
  kesalahan,
})
/** The own address and number; what was typed stays when it is refused. */
export const susunKontak = (
  kontak: KontakSaya,
  { isian, kesalahan = {} }: { isian?: Readonly<Record<string, string>>; kesalahan?: Kesalahan } = {},
) => ({
  judulHalaman: 'Surel dan telepon Anda',
  versi: isian?.versi ?? kontak.versi,
  isian: {
    surel: isian?.surel ?? kontak.surel ?? '',
    telepon: isian?.telepon ?? kontak.telepon ?? '',
    ingatSurel: (isian ? isian.ingatSurel === 'ya' : kontak.ingatSurel) ? ['ya'] : [],
  },
  label: { surel: 'Alamat surel', telepon: 'Nomor telepon atau WhatsApp' },
  kesalahan,
})
export const halamanKontak = halaman<ReturnType<typeof susunKontak>>('akun/kontak')

export const halamanSandi = halaman<ReturnType<typeof susunSandi>>('akun/sandi')

/** Redirects only within the application: "/x", never "//x" or "/\x". */
export function tujuanAman(tujuan: unknown): string {
  return typeof tujuan === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(tujuan) ? tujuan : '/'
}
