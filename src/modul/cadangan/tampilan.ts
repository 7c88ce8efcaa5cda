import { teksUkuran } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jamMenit, tanggalJam } from '../../inti/waktu/index.ts'
import type { KeadaanCadangan } from './pencadang.ts'

daftarkanPesan({
  'cadangan-dimulai': 'Cadangan sedang dibuat. Anda boleh meninggalkan halaman ini.',
})

/** What is wrong and what to do; null while all is well. */
export function kalimatBahaya({ daftar, gagal, usang }: KeadaanCadangan, zona: string): string | null {
  if (!gagal && !usang) return null
  const [terakhir] = daftar
  const sejak = terakhir ? `Cadangan terakhir ${tanggalJam(terakhir.dibuat, zona)}.` : 'Belum pernah ada cadangan.'
  const sebab = gagal ? `Percobaan ${tanggalJam(gagal, zona)} gagal. ` : ''
  return `${sebab}${sejak} Periksa apakah penyimpanan penuh, atau cakram cadangan terlepas dari komputer server, lalu buat cadangan lagi.`
}

/** `keadaan`: null where the office switched backups off. */
export function susunCadangan(keadaan: KeadaanCadangan | null, { zonaWaktu: zona }: Pelaku) {
  const terakhir = keadaan?.daftar[0]
  return {
    judulHalaman: 'Cadangan data',
    mati: keadaan === null,
    bahaya: keadaan && kalimatBahaya(keadaan, zona),
    status: statusCadangan(keadaan),
    sedang: keadaan?.sejak
      ? `Sedang dibuat sejak ${jamMenit(keadaan.sejak, zona)}. Muat ulang halaman ini untuk melihat hasilnya.`
      : null,
    data: keadaan
      ? [
          { label: 'Cadangan terakhir', nilai: terakhir ? tanggalJam(terakhir.dibuat, zona) : 'Belum ada' },
          { label: 'Disimpan di komputer server, folder', nilai: keadaan.folder },
        ]
      : [],
    daftar: (keadaan?.daftar ?? []).map((b) => ({
      nama: b.nama,
      dibuat: tanggalJam(b.dibuat, zona),
      ukuran: teksUkuran(b.ukuran),
    })),
  }
}

function statusCadangan(keadaan: KeadaanCadangan | null): { kode: string; teks: string } | undefined {
  if (!keadaan) return undefined
  if (keadaan.gagal || keadaan.usang) return { kode: 'TERLAMBAT', teks: 'Perlu diperiksa' }
  if (keadaan.sejak) return { kode: 'BERJALAN', teks: 'Sedang dibuat' }
  return keadaan.daftar.length > 0
    ? { kode: 'SELESAI', teks: 'Terjaga' }
    : { kode: 'MENUNGGU', teks: 'Menunggu yang pertama' }
}

export const halamanCadangan = halaman<ReturnType<typeof susunCadangan>>('cadangan/cadangan')
