import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  berangkatkan,
  type JawabanKiriman,
  type Kiriman,
  pilah,
  pilihNilai,
  rangkai,
  siapKirim,
  type Titipan,
  terimaJawaban,
} from '../../../src/peramban/bagian/titipan.ts'

type Isi = Readonly<Record<string, string>>
/** The row as the server keeps it: a version, its fields, the keys it has carried out, and every change it made. */
class Baris {
  versi = 1
  isi: Isi = {}
  readonly ditulis: string[] = []
  private readonly kunci = new Map<string, number>()
  tulis(isi: Isi): void {
    this.isi = isi
    this.versi++
  }
  terima({ isi, versi, kunci }: Kiriman): JawabanKiriman {
    const pernah = this.kunci.get(kunci)
    if (pernah !== undefined)
      return { jenis: 'tersimpan', versi: pernah, ...(pernah === this.versi ? { isian: this.isi } : {}) }
    if (versi !== this.versi)
      return {
        jenis: 'bentrok',
        teks: 'didahului',
        versi: this.versi,
        lawan: { oleh: 'Budi', pada: '', isi: this.isi },
      }
    this.tulis(pilah(isi))
    this.ditulis.push(isi)
    this.kunci.set(kunci, this.versi)
    return { jenis: 'tersimpan', versi: this.versi, isian: this.isi }
  }
}
const titipan = (isi: Isi, lain: Partial<Titipan> = {}): Titipan => ({
  alamat: '/a',
  baris: 'b',
  nama: 'Baris',
  halaman: '/',
  versi: 1,
  asal: '',
  asalBaku: {},
  isi: rangkai(isi),
  ...lain,
})
let nomor = 0
const kunci = () => `k${++nomor}`

describe('titipan di jalur yang putus-putus', () => {
  test('apa pun yang hilang di jalan, yang terakhir diketik sampai, dan tidak ada yang tertulis dua kali', () => {
    // per sending: lost before the server, lost after it (answer lost), or heard; typing goes on between
    const langkah = fc.array(
      fc.record({
        ketik: fc.option(fc.integer({ min: 0, max: 9 })),
        nasib: fc.constantFrom('hilang', 'tuli', 'sampai'),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(langkah, (semua) => {
        const server = new Baris()
        let ada: Titipan | null = titipan({ v: 'awal' })
        let terakhir = 'awal'
        const kirim = (nasib: string) => {
          if (!ada || !siapKirim(ada)) return
          const berangkat: ReturnType<typeof berangkatkan> = berangkatkan(ada, kunci)
          ada = berangkat
          if (nasib === 'hilang') return
          const jawaban = server.terima(berangkat.jalan)
          if (nasib === 'sampai') ada = terimaJawaban(berangkat, jawaban)
        }
        for (const { ketik, nasib } of semua) {
          if (ketik !== null) {
            terakhir = `angka ${ketik}`
            const dasar: Titipan = ada ?? titipan({}, { versi: server.versi, asal: rangkai(server.isi) })
            ada = { ...dasar, isi: rangkai({ v: terakhir }) }
          }
          kirim(nasib)
        }
        for (let ke = 0; ke < 3; ke++) kirim('sampai')
        expect(ada).toBeNull()
        expect(server.isi).toEqual({ v: terakhir })
        const berulang = server.ditulis.filter((isi, ke) => ke > 0 && isi === server.ditulis[ke - 1])
        // the same content twice in a row only where the person typed away from it and back
        expect(berulang.length).toBeLessThanOrEqual(semua.filter((l) => l.ketik !== null).length)
        expect(server.versi).toBe(server.ditulis.length + 1)
      }),
      { numRuns: 500 },
    )
  })

  test('jawaban hilang, orang lain menyimpan, lalu diketik lagi: isi orang lain tidak tertimpa tanpa ditanya', () => {
    const server = new Baris()
    const hilang = berangkatkan(titipan({ v: '1' }), kunci)
    server.terima(hilang.jalan)
    server.tulis({ v: '7' })
    const ulang = berangkatkan({ ...hilang, isi: rangkai({ v: '2' }) }, kunci)
    const sisa = terimaJawaban(ulang, server.terima(ulang.jalan))
    if (!sisa) throw new Error('yang diketik sesudahnya hilang')
    const akhir = berangkatkan(sisa, kunci)
    expect(terimaJawaban(akhir, server.terima(akhir.jalan))).toMatchObject({ rebutan: ['v'] })
    expect(server.isi).toEqual({ v: '7' })
  })

  test('kiriman yang jawabannya hilang diulang persis, walau sudah diketik lagi', () => {
    const satu = berangkatkan(titipan({ v: '1' }), kunci)
    const lagi = berangkatkan({ ...satu, isi: rangkai({ v: '12' }) }, kunci)
    expect(lagi.jalan).toEqual(satu.jalan)
    const sisa = terimaJawaban(lagi, { jenis: 'tersimpan', versi: 2, isian: { v: '1' } })
    expect(sisa).toMatchObject({ versi: 2, isi: 'v=12', asal: 'v=1' })
    expect(sisa?.jalan).toBeUndefined()
  })
})

describe('dua orang pada satu baris', () => {
  const lawan = (isi: Isi): JawabanKiriman => ({
    jenis: 'bentrok',
    teks: 'Budi lebih dulu',
    versi: 5,
    lawan: { oleh: 'Budi', pada: '6 Jul 2026, 10.42', isi },
  })
  const jalan = (isi: Isi, asal: Isi, asalBaku: Isi = {}) =>
    berangkatkan(titipan(isi, { asal: rangkai(asal), asalBaku }), kunci)

  test('yang diubah berbeda bidang: keduanya dipakai tanpa bertanya', () => {
    const hasil = terimaJawaban(jalan({ a: '2', k: 'lama' }, { a: '1', k: 'lama' }), lawan({ a: '1', k: 'baru' }))
    expect(hasil).toMatchObject({ versi: 5 })
    expect(pilah(hasil?.isi ?? '')).toEqual({ a: '2', k: 'baru' })
    expect(hasil?.rebutan).toBeUndefined()
  })
  test('bidang yang sama, isi berbeda: kedua nilai ada, tidak dikirim sampai dipilih', () => {
    const hasil = terimaJawaban(jalan({ a: '2' }, { a: '1' }), lawan({ a: '3' }))
    expect(hasil).toMatchObject({ rebutan: ['a'], lawan: { oleh: 'Budi', isi: { a: '3' } } })
    if (!hasil) throw new Error('hilang')
    expect(siapKirim(hasil)).toBe(false)
    const saya = pilihNilai(hasil, 'a', true)
    expect([siapKirim(saya), pilah(saya.isi), saya.versi]).toEqual([true, { a: '2' }, 5])
    expect(pilah(pilihNilai(hasil, 'a', false).isi)).toEqual({ a: '3' })
  })
  test('isi yang sama, atau hanya ditulis ulang oleh peladen, bukan rebutan', () => {
    expect(terimaJawaban(jalan({ a: '3' }, { a: '1' }), lawan({ a: '3' }))).toBeNull()
    const baku = terimaJawaban(jalan({ a: '85.5', k: 'x' }, { a: '85.5' }, { a: '85,5' }), lawan({ a: '85,5' }))
    expect(baku?.rebutan).toBeUndefined()
  })
  test('mengosongkan juga perubahan', () => {
    const hasil = terimaJawaban(jalan({}, { a: '1' }), lawan({ a: '9' }))
    expect(hasil?.rebutan).toEqual(['a'])
  })
})

test('ditolak: menunggu orangnya; mengetik lagi berarti mencoba lagi', () => {
  const satu = berangkatkan(titipan({ v: 'abc' }), kunci)
  const ditolak = terimaJawaban(satu, { jenis: 'ditolak', teks: 'Bukan angka' })
  expect(ditolak).toMatchObject({ ditolak: 'Bukan angka', isi: 'v=abc' })
  expect(ditolak && siapKirim(ditolak)).toBe(false)
  expect(terimaJawaban({ ...satu, isi: 'v=12' }, { jenis: 'ditolak', teks: 'x' })?.ditolak).toBeUndefined()
})

test('keluar: tetap di jalan dengan kunci yang sama', () => {
  const satu = berangkatkan(titipan({ v: '1' }), kunci)
  expect(terimaJawaban(satu, { jenis: 'keluar' })).toEqual(satu)
})
