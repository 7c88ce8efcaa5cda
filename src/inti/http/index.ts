export { berhasil, halaman, type TampilanHalaman } from './halaman.ts'
export {
  bacaIsian,
  berkasDitolak,
  catatBerkasDitolak,
  daftarTeks,
  type HasilIsian,
  isianKembali,
  type Kesalahan,
  tanggalBebas,
  tanggalWajib,
  teks,
  teksBebas,
  teksWajib,
  uuid,
  versi,
  waktuBebas,
} from './isian.ts'
export { barisIsian } from './isian-baris.ts'
export { surelBebas, teleponBebas } from './isian-kontak.ts'
export { cariPelaku, pelakuDari } from './pelaku-permintaan.ts'
export { cariPesan, daftarkanPesan } from './pesan.ts'
export { buatRute, type CatatanRute, type Izin, type RuteBerizin } from './rute.ts'
