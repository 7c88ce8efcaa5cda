import { z } from 'zod'
import {
  surelBebas,
  tanggalBebas,
  tanggalWajib,
  teksBebas,
  teksWajib,
  teleponBebas,
  uuid,
} from '../../inti/http/index.ts'
import { bacaNip } from '../../inti/nip.ts'

export const JENIS_NIP = { PNS: 'PNS', PPPK: 'PPPK', NON_ASN: 'Bukan ASN' } as const
export const JENIS_PENUGASAN = {
  DEFINITIF: 'Definitif',
  PLT: 'Pelaksana tugas (Plt.)',
  PLH: 'Pelaksana harian (Plh.)',
  PJ: 'Penjabat (Pj.)',
} as const

/** Rank by grade of a PNS; filled in when the form leaves the rank empty. Reference data, not law. */
export const PANGKAT_PNS: Readonly<Record<string, string>> = {
  'I/a': 'Juru Muda',
  'I/b': 'Juru Muda Tk. I',
  'I/c': 'Juru',
  'I/d': 'Juru Tk. I',
  'II/a': 'Pengatur Muda',
  'II/b': 'Pengatur Muda Tk. I',
  'II/c': 'Pengatur',
  'II/d': 'Pengatur Tk. I',
  'III/a': 'Penata Muda',
  'III/b': 'Penata Muda Tk. I',
  'III/c': 'Penata',
  'III/d': 'Penata Tk. I',
  'IV/a': 'Pembina',
  'IV/b': 'Pembina Tk. I',
  'IV/c': 'Pembina Utama Muda',
  'IV/d': 'Pembina Utama Madya',
  'IV/e': 'Pembina Utama',
}
const kunciDari = <K extends string>(daftar: Readonly<Record<K, string>>) => Object.keys(daftar) as [K, ...K[]]
const atauNull = (s: string) => (s === '' ? null : s)
/** Fingerprint of the row as the page saw it. */
const versi = teksBebas(64)

/** Data of a person. NIP: only length and digits are refused (inti/nip.ts); what looks odd is shown as a warning on the page. */
export const isianPegawai = z
  .object({
    nama: teksWajib('Tulis nama lengkap pegawai beserta gelarnya.', { min: 2, maks: 150 }),
    jenisNip: z.enum(kunciDari(JENIS_NIP), 'Pilih status kepegawaian.'),
    nip: teksBebas(64),
    golongan: teksBebas(10).transform(atauNull),
    pangkat: teksBebas(60).transform(atauNull),
    telepon: teleponBebas(),
    surel: surelBebas(),
    versi,
  })
  .superRefine(({ nip, jenisNip }, konteks) => {
    const hasil = bacaNip(nip)
    if (hasil.jenis === 'salah') konteks.addIssue({ code: 'custom', path: ['nip'], message: hasil.pesan })
    if (hasil.jenis === 'nip' && jenisNip === 'NON_ASN')
      konteks.addIssue({
        code: 'custom',
        path: ['nip'],
        message: 'Yang bukan ASN tidak mempunyai NIP. Kosongkan isian ini.',
      })
  })
  .transform((isian) => {
    const nip = bacaNip(isian.nip)
    const pangkat = isian.pangkat ?? (isian.jenisNip === 'PNS' ? (PANGKAT_PNS[isian.golongan ?? ''] ?? null) : null)
    return { ...isian, nip: nip.jenis === 'nip' ? nip.nip : null, pangkat }
  })
export type IsianPegawai = z.output<typeof isianPegawai>

export const isianAkun = z.object({
  namaPengguna: teksBebas(40)
    .transform((s) => s.toLowerCase())
    .refine((s) => /^(?=.*[a-z])[a-z0-9][a-z0-9._-]{2,39}$/.test(s), {
      error: 'Tulis 3–40 huruf kecil, angka, titik atau garis; paling sedikit satu huruf. Misalnya: sari.kasubbag',
    }),
})
export const isianVersi = z.object({ versi })
const alasan = teksWajib('Tulis alasannya, paling sedikit 5 huruf.', { min: 5, maks: 500 })
export const isianAlasanAkun = z.object({ versi, alasanAkun: alasan })
export const isianAlasanPegawai = z.object({ versi, alasanPegawai: alasan })

const urutanTanggal = ({ mulai, selesai }: { mulai: string; selesai: string | null }) =>
  selesai === null || selesai >= mulai
const SELESAI_SALAH = { path: ['selesai'], error: 'Tanggal selesai tidak boleh sebelum tanggal mulai.' }

/** Assignment of a post to a person. */
export const isianPenugasan = z
  .object({
    jabatanId: uuid('Pilih jabatannya.'),
    jenis: z.enum(kunciDari(JENIS_PENUGASAN), 'Pilih jenis penugasan.'),
    mulai: tanggalWajib('Tulis tanggal mulai.'),
    selesai: tanggalBebas(),
    nomorSk: teksBebas(100),
    tanggalSk: tanggalBebas(),
  })
  .refine(urutanTanggal, SELESAI_SALAH)
export type IsianPenugasan = z.output<typeof isianPenugasan>

/** A Plh. named by the head of the office: always for a period and by a decree. */
export const isianPlh = z
  .object({
    jabatanId: uuid('Pilih jabatan yang digantikan.'),
    pegawaiId: uuid('Pilih pegawai yang menjadi Plh.'),
    mulai: tanggalWajib('Tulis hari pertama berlakunya.'),
    selesai: tanggalWajib('Tulis hari terakhir berlakunya.'),
    nomorSk: teksWajib('Tulis nomor surat perintah atau SK-nya.', { min: 3, maks: 100 }),
    tanggalSk: tanggalWajib('Tulis tanggal surat perintah atau SK-nya.'),
  })
  .refine(urutanTanggal, SELESAI_SALAH)
export type IsianPlh = z.output<typeof isianPlh>

/** End of a post, a decree or a membership: the last day on which it holds. */
export const isianAkhir = z.object({ selesai: tanggalWajib('Tulis hari terakhir berlakunya.'), versi })
export type IsianAkhir = z.output<typeof isianAkhir>

export const isianTim = z
  .object({
    nomorSk: teksWajib('Tulis nomor SK.', { min: 2, maks: 100 }),
    tanggalSk: tanggalWajib('Tulis tanggal SK.'),
    mulai: tanggalWajib('Tulis tanggal mulai berlaku.'),
    selesai: tanggalBebas(),
  })
  .refine(urutanTanggal, SELESAI_SALAH)
export type IsianTim = z.output<typeof isianTim>

export const isianAnggota = z
  .object({
    pegawaiId: uuid('Pilih pegawainya.'),
    kedudukan: teksWajib('Tulis kedudukannya dalam tim, misalnya Ketua, Sekretaris, Anggota.', { min: 2, maks: 60 }),
    mulai: tanggalWajib('Tulis tanggal mulai.'),
    selesai: tanggalBebas(),
  })
  .refine(urutanTanggal, SELESAI_SALAH)
export type IsianAnggota = z.output<typeof isianAnggota>
