import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  KODE_TOLAKAN,
  kalimatPeristiwa,
  mulai,
  type Peristiwa,
  putarUlang,
  putuskan,
} from '../../../src/modul/siklus/mesin/index.ts'
import { type DefinisiSop, KODE_JENIS_LANGKAH } from '../../../src/modul/sop/index.ts'
import { bekukan, langkahBerhukum } from '../../bantuan/hukum-mesin.ts'
import { perintahAcak, perintahPatuh, susunDadu } from '../../bantuan/pemain-acak.ts'
import { PASTI_DITOLAK, RUSAK } from '../../bantuan/rusak-sop.ts'
import { bacaDanPeriksa, sopAcak, sopMentahAcak } from '../../bantuan/sop-acak.ts'
import { lipat, NAMA_SOP_BENIH, sari, sopBenih } from '../../bantuan/sop-contoh.ts'

/** Command sequences per run (R4), counted as they are played: 100,000 with TAKAR_GANGGUAN=penuh. */
const BANYAK = Number(process.env.TAKAR_BANYAK ?? (process.env.TAKAR_GANGGUAN === 'penuh' ? 100_000 : 5_000))
let dimainkan = 0
/** All kinds of event but the first of a log. */
const JENIS_LANJUTAN = [
  'LANGKAH_DIBUKA',
  'LANGKAH_MENUNGGU',
  'LANGKAH_DIMULAI',
  'LANGKAH_DITERUSKAN',
  'LANGKAH_SELESAI',
  'LANGKAH_DILEWATI',
  'BAGIAN_DIBUKA',
  'BAGIAN_DILEWATI',
  'BAGIAN_DISERAHKAN',
  'BAGIAN_DITARIK',
  'BAGIAN_DIKEMBALIKAN',
  'DIPUTUSKAN',
  'DIKEMBALIKAN',
  'SIKLUS_SELESAI',
  'SIKLUS_DIBATALKAN',
]
const MAKS_PENGEMBALIAN = 6
const PERIODE_RUSAK = [
  { jenis: 'BULAN', tahun: 2026, nomor: 3 } as const,
  { jenis: 'TRIWULAN', tahun: 2026, nomor: 4 } as const,
]
const BATAS_PERINTAH = 3000

const sopContoh = fc.constantFrom(...NAMA_SOP_BENIH.map(sopBenih))
const perintah = fc.array(fc.nat(), { minLength: 5, maxLength: 40 })
const periode = fc.constantFrom(
  { jenis: 'BULAN', tahun: 2026, nomor: 3 } as const,
  { jenis: 'TRIWULAN', tahun: 2026, nomor: 1 } as const,
  { jenis: 'TRIWULAN', tahun: 2026, nomor: 4 } as const,
)

/** The log of a new siklus, or null where the SOP has no step in this period. */
function awali(
  definisi: DefinisiSop,
  p: { jenis: 'BULAN' | 'TRIWULAN'; tahun: number; nomor: number },
): Peristiwa[] | null {
  const awal = mulai(definisi, { periode: p, pelaku: sari, waktu: '2026-01-05T01:00:00.000Z' })
  return 'tolak' in awal ? null : [...awal.terima]
}

function jalaniAcak(definisi: DefinisiSop, riwayat: Peristiwa[], benih: readonly number[]): void {
  let keadaan = lipat(null, riwayat)
  dimainkan++
  for (const angka of benih) {
    const hasil = langkahBerhukum(definisi, keadaan, perintahAcak(definisi, keadaan, angka))
    keadaan = hasil.keadaan
    riwayat.push(...(hasil.terima ?? []))
  }
  const disimpan: Peristiwa[] = JSON.parse(JSON.stringify(riwayat))
  // the same check as toEqual, without its cost a thousand times
  expect(isDeepStrictEqual(putarUlang(disimpan), keadaan), 'riwayat yang diputar ulang memberi keadaan yang sama').toBe(
    true,
  )
  expect(isDeepStrictEqual(JSON.parse(JSON.stringify(keadaan)), keadaan), 'keadaan tersimpan utuh sebagai JSON').toBe(
    true,
  )
  const kalimat = riwayat.map((p) => kalimatPeristiwa(definisi, p))
  expect(kalimat.filter((k) => !/^\S.*\.$/.test(k))).toEqual([])
}

/** Plays on until the end; sends back at most a few times, then only goes forward. Every command must be accepted. */
function jalaniSampaiAkhir(definisi: DefinisiSop, riwayat: readonly Peristiwa[], benih: number): void {
  dimainkan++
  const dadu = susunDadu(benih)
  let keadaan = bekukan(lipat(null, riwayat))
  let pengembalian = 0
  for (let i = 0; keadaan.status === 'BERJALAN'; i++) {
    if (i > BATAS_PERINTAH) throw new Error('pemain yang patuh tidak sampai ke akhir')
    const isi = perintahPatuh(definisi, keadaan, { dadu, bolehKembali: pengembalian < MAKS_PENGEMBALIAN })
    const hasil = langkahBerhukum(definisi, keadaan, isi)
    if (!hasil.terima) throw new Error(`ditolak: ${JSON.stringify([isi, putuskan(definisi, keadaan, isi)])}`)
    pengembalian += hasil.terima.filter((p) => p.jenis === 'DIKEMBALIKAN').length
    keadaan = hasil.keadaan
  }
  const batal = { jenis: 'BATALKAN', alasan: 'Terlambat.', pelaku: { ...sari, kode: [] }, waktu: '' } as const
  expect(putuskan(definisi, keadaan, batal)).toMatchObject({ tolak: { kode: 'SIKLUS_BERAKHIR' } })
  const pengarsipan = definisi.langkah.find((l) => l.jenis === 'arsip')
  const diarsipkan = pengarsipan !== undefined && keadaan.langkah[pengarsipan.kode]?.status === 'SELESAI'
  expect(keadaan.status).toBe(diarsipkan ? 'DIARSIPKAN' : 'SELESAI')
}

const lama = { timeout: 3_600_000 }
/** Twelve sequences over each SOP: making one costs more than playing it. */
const SELIPAT = 12
const berkali = <T>(isi: fc.Arbitrary<T>) => fc.array(isi, { minLength: SELIPAT, maxLength: SELIPAT })
/** Plays until so many more sequences are over: an SOP without a step in the period is none. */
function mainkan(bagian: number, satu: fc.IProperty<unknown>): void {
  const sampai = dimainkan + BANYAK * bagian
  while (dimainkan < sampai) fc.assert(satu, { numRuns: Math.ceil((sampai - dimainkan) / SELIPAT) })
}

function jalaniSemua(
  definisi: DefinisiSop,
  p: Parameters<typeof awali>[1],
  semua: readonly (readonly number[])[],
): void {
  const riwayat = awali(definisi, p)
  if (riwayat) for (const benih of semua) jalaniAcak(definisi, [...riwayat], benih)
}

function sampaikanSemua(definisi: DefinisiSop, p: Parameters<typeof awali>[1], semua: readonly number[]): void {
  const riwayat = awali(definisi, p)
  if (riwayat) for (const benih of semua) jalaniSampaiAkhir(definisi, riwayat, benih)
}

describe(`Hukum mesin siklus di bawah perintah acak (${BANYAK} rangkaian)`, () => {
  it('SOP kantor contoh: perintah benar dan salah tidak pernah melanggar hukum', lama, () => {
    mainkan(0.3, fc.property(sopContoh, periode, berkali(perintah), jalaniSemua))
  })

  it('SOP lain yang lolos pemeriksaan: perintah benar dan salah tidak pernah melanggar hukum', lama, () => {
    mainkan(0.4, fc.property(sopAcak, periode, berkali(perintah), jalaniSemua))
  })

  it('SOP kantor contoh: siapa yang mengerjakan gilirannya selalu sampai ke akhir', lama, () => {
    mainkan(0.1, fc.property(sopContoh, periode, berkali(fc.nat()), sampaikanSemua))
  })

  it('SOP lain yang lolos pemeriksaan selalu sampai ke akhir', lama, () => {
    mainkan(0.2, fc.property(sopAcak, periode, berkali(fc.nat()), sampaikanSemua))
  })

  it('perintah acak cukup beragam: semua jenis peristiwa dan hampir semua penolakan terjadi', () => {
    const peristiwa = new Set<string>()
    const tolakan = new Set<string>()
    const benih = susunDadu(7)
    for (const definisi of [
      ...fc.sample(sopContoh, { numRuns: 30, seed: 1 }),
      ...fc.sample(sopAcak, { numRuns: 200, seed: 3 }),
    ]) {
      let keadaan = lipat(null, awali(definisi, { jenis: 'TRIWULAN', tahun: 2026, nomor: benih.pilih([1, 4]) }) ?? [])
      for (let i = 0; i < 60; i++) {
        const hasil = putuskan(definisi, keadaan, perintahAcak(definisi, keadaan, benih.angka(2 ** 31)))
        if ('tolak' in hasil) tolakan.add(hasil.tolak.kode)
        else keadaan = lipat(keadaan, hasil.terima)
        if ('terima' in hasil) for (const p of hasil.terima) peristiwa.add(p.jenis)
      }
    }
    expect([...peristiwa].sort()).toEqual([...JENIS_LANJUTAN].sort())
    expect(Object.keys(KODE_TOLAKAN).filter((kode) => !tolakan.has(kode))).toEqual(['PERIODE_TIDAK_SESUAI'])
  })

  it('SOP acak yang dapat dijalankan: 2 sampai 40 langkah, 1 sampai 8 kolom, semua jenis, beberapa keputusan, dua pengumpulan', () => {
    const contoh = fc.sample(sopAcak, { numRuns: 400, seed: 20260402 })
    const jenis = new Set(contoh.flatMap((s) => s.langkah.map((l) => l.jenis)))
    expect(KODE_JENIS_LANGKAH.filter((j) => !jenis.has(j))).toEqual([])
    expect(new Set(contoh.map((s) => s.pelaksana.length)).size).toBe(8)
    const panjang = contoh.map((s) => s.langkah.length)
    expect(Math.min(...panjang)).toBe(2)
    expect(Math.max(...panjang)).toBeGreaterThanOrEqual(38)
    expect(Math.max(...contoh.map((s) => s.langkah.filter((l) => l.keputusan).length))).toBeGreaterThan(4)
    expect(contoh.some((s) => s.langkah.filter((l) => l.jenis === 'pengisian').length > 1)).toBe(true)
  })

  it('SOP acak diterima, atau ditolak dengan kesalahan yang menyebut langkah dan isiannya', () => {
    let diterima = 0
    const contoh = fc.sample(sopMentahAcak, { numRuns: 300, seed: 20260402 })
    for (const mentah of contoh) {
      const hasil = bacaDanPeriksa(mentah)
      if ('definisi' in hasil) diterima++
      else for (const k of hasil.kesalahan) expect(k.letak).toMatch(/^(Langkah|Pelaksana|Isian|Identitas)/)
    }
    expect(diterima, 'cukup banyak yang dapat dijalankan').toBeGreaterThan(75)
    expect(contoh.length - diterima, 'cukup banyak yang ditolak').toBeGreaterThan(30)
  })

  it('SOP yang dirusak ditolak dengan menyebut letaknya, atau tetap sampai ke akhir', lama, () => {
    const nasib = { ditolak: new Map<string, number>(), jalan: 0 }
    fc.assert(
      fc.property(fc.oneof(sopContoh, sopAcak), fc.constantFrom(...RUSAK), fc.nat(), (asal, [nama, rusak], benih) => {
        const hasil = bacaDanPeriksa(rusak(structuredClone(asal), susunDadu(benih)))
        if ('definisi' in hasil) {
          nasib.jalan++
          for (const p of PERIODE_RUSAK) sampaikanSemua(hasil.definisi, p, [benih])
          return
        }
        nasib.ditolak.set(nama, (nasib.ditolak.get(nama) ?? 0) + 1)
        for (const k of hasil.kesalahan) {
          expect(k.letak).toMatch(/^(Langkah|Pelaksana|Isian|Identitas)/)
          expect(k.pesan.length).toBeGreaterThan(10)
        }
      }),
      { numRuns: Math.max(400, BANYAK / 50) },
    )
    expect(RUSAK.map(([nama]) => nama).filter((nama) => PASTI_DITOLAK.has(nama) && !nasib.ditolak.has(nama))).toEqual(
      [],
    )
    expect(nasib.jalan, 'sebagian perubahan tidak merusak').toBeGreaterThan(20)
  })
})
