import { z } from 'zod'
import { bacaAngka, cariDesimal } from '../../inti/angka/index.ts'
import { barisIsian, tanggalBebas, teksBebas, teksWajib, uuid, versi } from '../../inti/http/index.ts'
import { JENIS_PERIODE, jumlahPeriode } from '../../inti/waktu/index.ts'
import { BAGIAN_PROFIL, MAKS_UNSUR, PROFIL, pilihanProfil } from './unsur.ts'

export const CARA_SURVEI = {
  KUESIONER: 'Kuesioner satu per satu (diketik petugas atau diisi pengunjung dari ponsel)',
  SEBARAN: 'Hasil per unsur: jumlah jawaban 1, 2, 3, 4',
  JUMLAH: 'Hasil per unsur: jumlah nilai dan responden',
  HASIL: 'Hasil akhir saja: IKM dan jumlah responden dari survei yang diolah di tempat lain',
} as const
export type CaraSurvei = keyof typeof CARA_SURVEI

/** Names of the fields of a survey. */
export const LABEL_SURVEI = {
  layanan: 'Jenis layanan',
  unitId: 'Unit pelaksana',
  jenisPeriode: 'Jenis periode',
  tahun: 'Tahun',
  nomorPeriode: 'Periode ke-',
  cara: 'Cara hasilnya masuk',
  populasi: 'Jumlah penerima layanan',
  keterangan: 'Keterangan',
}

/** A whole number of people; blank is null. */
export const bilangan = (maks: number) =>
  z
    .string()
    .trim()
    .optional()
    .default('')
    .transform((teks) => teks.replace(/(?<=\d)\.(?=\d{3}\b)/g, ''))
    .refine((teks) => teks === '' || (/^\d{1,9}$/.test(teks) && Number(teks) <= maks), 'Tulis bilangan bulat.')
    .transform((teks) => (teks === '' ? null : Number(teks)))

export const isianSurvei = z
  .object({
    layanan: teksWajib('Tulis jenis layanan yang disurvei.', { min: 3, maks: 150 }),
    unitId: uuid('Pilih unit yang melaksanakan survei.'),
    jenisPeriode: z.enum(JENIS_PERIODE, 'Pilih jenis periode.'),
    tahun: z.coerce
      .number('Isi tahun.')
      .int('Isi tahun.')
      .min(2000, 'Isi tahun 2000–2100.')
      .max(2100, 'Isi tahun 2000–2100.'),
    nomorPeriode: z.coerce.number('Pilih periodenya.').int('Pilih periodenya.').min(1, 'Pilih periodenya.'),
    cara: z.enum(['KUESIONER', 'SEBARAN', 'JUMLAH', 'HASIL'], 'Pilih cara hasilnya masuk.'),
    populasi: bilangan(10_000_000).refine((n) => n === null || n > 0, 'Kosongkan bila belum diketahui.'),
    keterangan: teksBebas(1000),
    versi: versi(),
  })
  .transform((isi) => (isi.jenisPeriode === 'TAHUN' ? { ...isi, nomorPeriode: 1 } : isi))
  .refine(({ jenisPeriode, nomorPeriode }) => nomorPeriode <= jumlahPeriode(jenisPeriode), {
    path: ['nomorPeriode'],
    message: 'Periode ini tidak ada untuk jenis yang dipilih.',
  })
export type IsianSurvei = z.output<typeof isianSurvei>

const bobot = z
  .string()
  .trim()
  .max(20)
  .transform((teks, konteks) => {
    const terbaca = bacaAngka(/^0\.\d+$/.test(teks) ? teks.replace('.', ',') : teks)
    if (terbaca.jenis === 'kosong') return null
    const angka = terbaca.jenis === 'angka' ? cariDesimal(terbaca.nilai) : null
    if (angka && terbaca.jenis === 'angka' && angka.gt(0) && angka.lt(1)) return terbaca.nilai
    konteks.addIssue({ code: 'custom', message: 'Bobot antara 0 dan 1, misalnya 0,12; atau kosongkan semua.' })
    return z.NEVER
  })
const unsur = z.object({
  kode: z.string().regex(/^(U\d{1,2})?$/),
  nama: teksWajib('Tulis nama unsurnya.', { min: 3, maks: 150 }),
  pertanyaan: teksWajib('Tulis pertanyaannya.', { min: 5, maks: 400 }),
  j1: teksWajib('Tulis keempat jawaban.', { maks: 80 }),
  j2: teksWajib('Tulis keempat jawaban.', { maks: 80 }),
  j3: teksWajib('Tulis keempat jawaban.', { maks: 80 }),
  j4: teksWajib('Tulis keempat jawaban.', { maks: 80 }),
  bobot,
})
/** Rows `u.<number>.…`; the last, empty one adds an unsur only when something was written in it. */
export const isianUnsur = z.object({
  versi: versi(),
  u: z
    .array(unsur)
    .min(9, 'Kesembilan unsur tidak dapat dikurangi.')
    .max(MAKS_UNSUR, `Paling banyak ${MAKS_UNSUR} unsur.`),
})
export type IsianUnsur = z.output<typeof isianUnsur>
export const badanUnsur = (badan: unknown): unknown => {
  const isi = (badan ?? {}) as Record<string, unknown>
  const terisi = barisIsian(badan, 'u').filter((b) => b.kode || b.nama || b.pertanyaan)
  return { versi: isi.versi, u: terisi }
}

const profil = Object.fromEntries(
  BAGIAN_PROFIL.map((b) => [b, z.enum(['', ...Object.keys(PROFIL[b].pilihan)]).catch('')]),
) as Record<(typeof BAGIAN_PROFIL)[number], z.ZodCatch<z.ZodEnum>>

/** One questionnaire: answers by unsur (1–4, blank where none was given), profile, suggestion. */
export type Kuesioner = {
  readonly nilai: Readonly<Record<string, number>>
  readonly profil: Readonly<Record<(typeof BAGIAN_PROFIL)[number], string>>
  readonly saran: string
}
const skemaProfil = z.object({ ...profil, saran: teksBebas(500) })

/**
 * Reads one questionnaire. `awalan`: before the code of each unsur in the names of the fields. Unsur left out stay out; an
 * answer that is not 1–4 is an error of its field.
 */
export function bacaKuesioner(
  badan: Readonly<Record<string, unknown>>,
  kode: readonly string[],
): { readonly data: Kuesioner; readonly kesalahan: Readonly<Record<string, string>> } {
  const kesalahan: Record<string, string> = {}
  const nilai: Record<string, number> = {}
  for (const satu of kode) {
    const teks = typeof badan[satu] === 'string' ? badan[satu].trim() : ''
    if (teks === '') continue
    if (/^[1-4]$/.test(teks)) nilai[satu] = Number(teks)
    else kesalahan[satu] = `Jawaban ${satu} harus 1, 2, 3, atau 4.`
  }
  const lain = skemaProfil.safeParse(badan)
  if (!lain.success) kesalahan.saran = lain.error.issues[0]?.message ?? 'Saran terlalu panjang.'
  const { saran = '', ...isi } = lain.success ? lain.data : { saran: '' }
  return { data: { nilai, profil: { ...KOSONG, ...(isi as Kuesioner['profil']) }, saran }, kesalahan }
}
const KOSONG = { umur: '', kelamin: '', pendidikan: '', pekerjaan: '' }

/** Profile counts of a survey without single questionnaires: fields `p.<bagian>.<kode>`. */
export function bacaProfil(badan: unknown) {
  const isi = (badan ?? {}) as Record<string, unknown>
  const profil: Record<string, number> = {}
  const kesalahan: Record<string, string> = {}
  for (const bagian of BAGIAN_PROFIL)
    for (const [kode] of pilihanProfil(bagian)) {
      const hasil = bilangan(10_000_000).safeParse(isi[`p.${bagian}.${kode}`])
      if (!hasil.success) kesalahan[`p.${bagian}.${kode}`] = 'Tulis bilangan bulat.'
      else if (hasil.data) profil[`${bagian}.${kode}`] = hasil.data
    }
  return { profil, kesalahan }
}

export const isianHasil = z.object({
  ikm: z
    .string()
    .trim()
    .max(20)
    .transform((teks, konteks) => {
      const terbaca = bacaAngka(teks)
      const angka = terbaca.jenis === 'angka' ? cariDesimal(terbaca.nilai) : null
      if (terbaca.jenis === 'angka' && angka?.gte(25) && angka.lte(100) && angka.decimalPlaces() <= 2)
        return terbaca.nilai
      konteks.addIssue({ code: 'custom', message: 'Tulis IKM antara 25 dan 100, paling banyak dua desimal.' })
      return z.NEVER
    }),
  responden: bilangan(10_000_000).refine((n) => n !== null && n > 0, 'Tulis jumlah respondennya.'),
  sumber: teksWajib('Tulis laporan yang memuat angka ini.', { min: 5, maks: 300 }),
  versi: versi(),
})
export type IsianHasil = z.output<typeof isianHasil>

export const isianVersi = z.object({ versi: versi() })
export const isianAlasan = z.object({
  versi: versi(),
  alasan: teksWajib('Tuliskan alasannya, minimal 10 huruf.', { min: 10, maks: 500 }),
})
export const isianTindakLanjut = z.object({
  unsur: z.string().regex(/^U\d{1,2}$/, 'Pilih unsurnya.'),
  uraian: teksWajib('Tulis apa yang akan diperbaiki, minimal 10 huruf.', { min: 10, maks: 500 }),
  pegawaiId: uuid('Pilih penanggung jawabnya.'),
  tenggat: tanggalBebas(),
})
export type IsianTindakLanjut = z.output<typeof isianTindakLanjut>
