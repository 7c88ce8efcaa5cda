import { z } from 'zod'
import { bacaAngka } from '../../../inti/angka/index.ts'
import { teksBebas } from '../../../inti/http/index.ts'
import { PERAN_VARIABEL } from './istilah.ts'

export const MAKS_VARIABEL = 20
export const MAKS_KATEGORI = 15

/** An optional number as people type it: null when blank, plain decimal otherwise; '1.250' and words are refused with a sentence. */
export const angkaBebas = () =>
  teksBebas(64).transform((teks, ctx) => {
    const terbaca = bacaAngka(teks)
    if (terbaca.jenis === 'kosong') return null
    if (terbaca.jenis === 'angka') return terbaca.nilai
    ctx.addIssue({ code: 'custom', message: terbaca.pesan })
    return z.NEVER
  })

const kodeDari = (daftar: object) => ['', ...Object.keys(daftar)] as ['', ...string[]]

/** One line of "data yang diisi"; an empty line counts for nothing. */
const variabel = z
  .object({
    nama: teksBebas(150),
    kode: teksBebas(30).transform((s) => s.toLowerCase().replace(/[\s-]+/g, '_')),
    satuan: teksBebas(40),
    bobot: angkaBebas(),
    peran: z.enum(kodeDari(PERAN_VARIABEL), 'Pilih perannya dari daftar.').default(''),
  })
  .superRefine(({ nama, kode, satuan, bobot }, ctx) => {
    const tolak = (bidang: string, message: string) => ctx.addIssue({ code: 'custom', path: [bidang], message })
    if (nama === '' && (kode !== '' || satuan !== '' || bobot !== null)) tolak('nama', 'Tulis nama datanya.')
    if (kode !== '' && !/^[a-z][a-z0-9_]*$/.test(kode))
      tolak('kode', 'Kode diawali huruf dan hanya berisi huruf, angka, dan garis bawah.')
    if (bobot !== null && (Number(bobot) <= 0 || Number(bobot) > 100)) tolak('bobot', 'Bobot lebih dari 0 sampai 100.')
  })

const kategori = z
  .object({ nama: teksBebas(80), kode: teksBebas(30), skor: angkaBebas() })
  .superRefine(({ nama, kode, skor }, ctx) => {
    const tolak = (bidang: string, message: string) => ctx.addIssue({ code: 'custom', path: [bidang], message })
    if (nama === '' && (kode !== '' || skor !== null)) tolak('nama', 'Tulis nama kategorinya.')
    if (nama !== '' && skor === null) tolak('skor', 'Tulis skornya.')
    if (skor !== null && (Number(skor) < 0 || Number(skor) > 1000)) tolak('skor', 'Skor dari 0 sampai 1000.')
  })

const smart = z.object({
  kode: z.enum(['S', 'M', 'A', 'R', 'T']),
  jawaban: z.enum(['', 'YA', 'TIDAK'], 'Jawab ya atau tidak.').default(''),
  catatan: teksBebas(500),
})

export const barisVariabel = z.array(variabel).max(MAKS_VARIABEL, `Paling banyak ${MAKS_VARIABEL} data.`)
export const barisKategori = z.array(kategori).max(MAKS_KATEGORI, `Paling banyak ${MAKS_KATEGORI} kategori.`)
export const barisSmart = z.array(smart).max(5)

/** Short code of a name: "Desa yang tepat waktu" → "desa_yang_tepat_waktu"; told apart where two names give the same. */
export function kodeDariNama(nama: string, dipakai: ReadonlySet<string>, bawaan: string): string {
  const dasar =
    nama
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '')
      .slice(0, 24)
      .replace(/_+$/, '') || bawaan
  let kode = dasar
  for (let ke = 2; dipakai.has(kode); ke++) kode = `${dasar}_${ke}`
  return kode
}
