import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kalimatPeristiwa, mulai, type Peristiwa, putarUlang, putuskan } from '../../../src/modul/siklus/mesin/index.ts'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { bekukan, langkahBerhukum } from '../../bantuan/hukum-mesin.ts'
import { perintahAcak, perintahPatuh, susunDadu } from '../../bantuan/pemain-acak.ts'
import { bacaDanPeriksa, sopAcak, sopMentahAcak } from '../../bantuan/sop-acak.ts'
import { lipat, NAMA_SOP_BENIH, sari, sopBenih } from '../../bantuan/sop-contoh.ts'

/** Sequences per run (R4): short by default, TAKAR_BANYAK=100000 in full. */
const BANYAK = Number(process.env.TAKAR_BANYAK ?? 1500)
const MAKS_PENGEMBALIAN = 6
const BATAS_PERINTAH = 3000

const sopContoh = fc.constantFrom(...NAMA_SOP_BENIH.filter((n) => n.startsWith('taman')).map(sopBenih))
const perintah = fc.array(fc.nat(), { minLength: 10, maxLength: 60 })
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
  for (const angka of benih) {
    const hasil = langkahBerhukum(definisi, keadaan, perintahAcak(definisi, keadaan, angka))
    keadaan = hasil.keadaan
    riwayat.push(...(hasil.terima ?? []))
  }
  const disimpan: Peristiwa[] = JSON.parse(JSON.stringify(riwayat))
  expect(putarUlang(disimpan), 'riwayat yang diputar ulang memberi keadaan yang sama').toEqual(keadaan)
  expect(JSON.parse(JSON.stringify(keadaan))).toEqual(keadaan)
  const kalimat = riwayat.map((p) => kalimatPeristiwa(definisi, p))
  expect(kalimat.filter((k) => !/^\S.*\.$/.test(k))).toEqual([])
}

/** Plays on until the end; sends back at most a few times, then only goes forward. Every command must be accepted. */
function jalaniSampaiAkhir(definisi: DefinisiSop, riwayat: readonly Peristiwa[], benih: number): void {
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
  const pengarsipan = definisi.langkah.find((l) => l.jenis === 'arsip')
  const diarsipkan = pengarsipan !== undefined && keadaan.langkah[pengarsipan.kode]?.status === 'SELESAI'
  expect(keadaan.status).toBe(diarsipkan ? 'DIARSIPKAN' : 'SELESAI')
}

const banyak = (bagian: number) => ({ numRuns: Math.max(1, Math.round(BANYAK * bagian)) })

describe(`Hukum mesin siklus di bawah perintah acak (${BANYAK} rangkaian)`, () => {
  it('SOP Kecamatan Taman: perintah benar dan salah tidak pernah melanggar hukum', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(sopContoh, periode, perintah, (definisi, p, benih) => {
        const riwayat = awali(definisi, p)
        if (riwayat) jalaniAcak(definisi, riwayat, benih)
      }),
      banyak(0.4),
    )
  })

  it('SOP lain yang lolos pemeriksaan: perintah benar dan salah tidak pernah melanggar hukum', {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(sopAcak, periode, perintah, (definisi, p, benih) => {
        const riwayat = awali(definisi, p)
        if (riwayat) jalaniAcak(definisi, riwayat, benih)
      }),
      banyak(0.3),
    )
  })

  it('SOP Kecamatan Taman: siapa yang mengerjakan gilirannya selalu sampai ke arsip', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(sopContoh, periode, fc.nat(), (definisi, p, benih) => {
        const riwayat = awali(definisi, p)
        if (riwayat) jalaniSampaiAkhir(definisi, riwayat, benih)
      }),
      banyak(0.15),
    )
  })

  it('SOP lain yang lolos pemeriksaan selalu sampai ke akhir', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(sopAcak, periode, fc.nat(), (definisi, p, benih) => {
        const riwayat = awali(definisi, p)
        if (riwayat) jalaniSampaiAkhir(definisi, riwayat, benih)
      }),
      banyak(0.15),
    )
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
})
