import { z } from 'zod'
import { barisIsian, tanggalBebas, teksBebas, teksWajib, versi, waktuBebas } from '../../inti/http/index.ts'

export const KEHADIRAN = { BELUM: 'Belum dicatat', HADIR: 'Hadir', IZIN: 'Izin', TIDAK_HADIR: 'Tidak hadir' } as const
export type Kehadiran = keyof typeof KEHADIRAN
const MAKS_PESERTA = 100
const MAKS_KEPUTUSAN = 40

export const LABEL: Readonly<Record<string, string>> = {
  acara: 'Acara',
  tanggal: 'Hari/tanggal',
  waktuMulai: 'Waktu mulai',
  waktuSelesai: 'Waktu selesai',
  tempat: 'Tempat',
  nomorUndangan: 'Nomor undangan',
  tanggalUndangan: 'Tanggal undangan',
  pemimpinId: 'Pemimpin rapat',
  notulisId: 'Notulis',
  agenda: 'Susunan acara',
  pembahasan: 'Pembahasan',
  peserta: 'Daftar hadir',
}

const pegawaiBebas = z
  .union([z.literal(''), z.uuid('Pilih dari daftar.')])
  .default('')
  .transform((id) => id || null)
const kehadiran = z
  .enum(['BELUM', 'HADIR', 'IZIN', 'TIDAK_HADIR'], 'Pilih hadir, izin, atau tidak hadir.')
  .default('BELUM')

/** A participant already on the list (id) or a new one by name; an empty line counts for nothing. */
const peserta = z
  .object({ id: pegawaiBebas, nama: teksBebas(150), jabatan: teksBebas(200), kehadiran, hapus: teksBebas(5) })
  .refine((p) => p.id !== null || p.nama !== '' || p.jabatan === '', {
    path: ['nama'],
    message: 'Tulis nama pesertanya.',
  })

/** What, who (a person of the office or another name), when; an empty line counts for nothing. */
const keputusan = z
  .object({ apa: teksBebas(1000), pegawaiId: pegawaiBebas, siapa: teksBebas(200), kapan: tanggalBebas() })
  .refine((k) => k.apa !== '' || (k.pegawaiId === null && k.siapa === '' && k.kapan === null), {
    path: ['apa'],
    message: 'Tulis apa yang diputuskan, atau kosongkan seluruh baris.',
  })

const skema = z
  .object({
    acara: teksWajib('Tulis acara rapatnya.', { maks: 300 }),
    tanggal: tanggalBebas(),
    waktuMulai: waktuBebas(),
    waktuSelesai: waktuBebas(),
    tempat: teksBebas(200),
    nomorUndangan: teksBebas(100),
    tanggalUndangan: tanggalBebas(),
    pemimpinId: pegawaiBebas,
    notulisId: pegawaiBebas,
    agenda: teksBebas(4000),
    pembahasan: teksBebas(20_000),
    peserta: z.array(peserta).max(MAKS_PESERTA, `Paling banyak ${MAKS_PESERTA} peserta.`),
    keputusan: z.array(keputusan).max(MAKS_KEPUTUSAN, `Paling banyak ${MAKS_KEPUTUSAN} keputusan.`),
    versi: versi(),
  })
  .refine((r) => r.waktuMulai === '' || r.waktuSelesai === '' || r.waktuMulai < r.waktuSelesai, {
    path: ['waktuSelesai'],
    message: 'Waktu selesai harus sesudah waktu mulai.',
  })

/** The whole page of the meeting: rows are named peserta.0.kehadiran, keputusan.2.apa. */
export const isianRapat = z.preprocess(
  (badan) => ({
    ...(badan as object),
    peserta: barisIsian(badan, 'peserta'),
    keputusan: barisIsian(badan, 'keputusan'),
  }),
  skema,
)
export type IsianRapat = z.output<typeof isianRapat>
