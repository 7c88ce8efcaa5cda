import { z } from 'zod'
import { daftarTeks, teksBebas, teksWajib } from '../../inti/http/index.ts'
import { bacaNip } from '../../inti/nip.ts'

export const ZONA_WAKTU = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
} as const
const ZONA = Object.keys(ZONA_WAKTU) as [keyof typeof ZONA_WAKTU, ...(keyof typeof ZONA_WAKTU)[]]

export const LABEL = {
  nama: 'Nama kecamatan',
  kabupaten: 'Kabupaten atau kota',
  tempat: 'Tempat pada surat',
  alamat: 'Alamat kantor',
  telepon: 'Telepon',
  surel: 'Surel',
  zonaWaktu: 'Zona waktu',
  kodeSurat: 'Kode surat',
  susunan: 'Unit kerja',
  operator: 'Nama operator',
  nip: 'NIP operator',
  namaPengguna: 'Nama pengguna',
  sandi: 'Sandi',
  sandiUlang: 'Ulangi sandi',
} as const

/** The first form of an office: letterhead, units, the first operator. */
export const isianKantor = z
  .object({
    nama: teksWajib('Tulis nama kecamatan, misalnya Taman.', { min: 3, maks: 100 }).transform((s) =>
      s.replace(/^kecamatan\s+/i, ''),
    ),
    kabupaten: teksWajib('Tulis nama kabupaten atau kota, misalnya Kabupaten Pemalang.', { min: 3, maks: 100 }).refine(
      (s) => /^(kabupaten|kota)\s+\S/i.test(s),
      'Awali dengan Kabupaten atau Kota, misalnya Kabupaten Pemalang.',
    ),
    tempat: teksWajib('Tulis nama tempat yang dicetak pada surat, misalnya Taman.', { min: 2, maks: 60 }),
    alamat: teksWajib('Tulis alamat kantor seperti pada kop surat.', { min: 5, maks: 200 }),
    telepon: teksBebas(50),
    surel: teksBebas(150).refine(
      (s) => s === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(s),
      'Tulis alamat surel seperti nama@contoh.go.id.',
    ),
    zonaWaktu: z.enum(ZONA, 'Pilih zona waktu kantor.'),
    kodeSurat: teksWajib('Tulis kode klasifikasi surat, misalnya 000.8.6.3.', { min: 1, maks: 30 }),
    susunan: daftarTeks(50),
    operator: teksWajib('Tulis nama lengkap operator.', { min: 2, maks: 150 }),
    nip: teksBebas(64),
    namaPengguna: teksBebas(40)
      .transform((s) => s.toLowerCase())
      .refine(
        (s) => /^(?=.*[a-z])[a-z0-9][a-z0-9._-]{2,39}$/.test(s),
        'Tulis 3–40 huruf kecil, angka, titik atau garis; paling sedikit satu huruf. Misalnya: admin.taman',
      ),
    sandi: z.string('Tulis sandi.').min(1, 'Tulis sandi.').max(200),
    sandiUlang: z.string('Tulis sandi sekali lagi.').max(200),
  })
  .superRefine(({ nip, sandi, sandiUlang }, konteks) => {
    const hasil = bacaNip(nip)
    if (hasil.jenis === 'salah') konteks.addIssue({ code: 'custom', path: ['nip'], message: hasil.pesan })
    if (sandi !== sandiUlang)
      konteks.addIssue({ code: 'custom', path: ['sandiUlang'], message: 'Kedua sandi tidak sama. Tulis lagi.' })
  })
export type IsianKantor = z.output<typeof isianKantor>
