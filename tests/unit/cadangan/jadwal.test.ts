import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bernamaCadangan, namaCadangan } from '../../../src/modul/cadangan/bentuk.ts'
import {
  type BerkasCadangan,
  cadanganUsang,
  perluDicadangkan,
  yangDihapus,
} from '../../../src/modul/cadangan/jadwal.ts'

const JAM = 3_600_000
const KINI = new Date(2026, 10, 29, 16, 15, 2)
const cadangan = (jamLalu: number): BerkasCadangan => {
  const dibuat = new Date(KINI.getTime() - jamLalu * JAM)
  return { nama: namaCadangan(dibuat), dibuat, ukuran: 1000 }
}

describe('cadangan harian', () => {
  it('nama berkas menyebut tanggal dan jam; nama lain bukan cadangan', () => {
    expect(namaCadangan(KINI)).toBe('takar-20261129-161502.zip')
    expect(bernamaCadangan('takar-20261129-161502.zip')).toBe(true)
    for (const lain of ['.takar-20261129-161502.zip.sementara', 'takar.zip', 'takar-20261129-161502.zip.bak'])
      expect(bernamaCadangan(lain)).toBe(false)
  })

  it.each([
    ['belum ada', [], true],
    ['23 jam yang lalu', [cadangan(23)], true],
    ['22 jam yang lalu', [cadangan(22)], false],
    ['yang baru di antara yang lama', [cadangan(80), cadangan(2), cadangan(50)], false],
  ])('%s → perlu dibuat: %s', (_apa, daftar, harap) => {
    expect(perluDicadangkan(daftar, KINI)).toBe(harap)
  })

  it('tiga hari tanpa cadangan diberitahukan; pemasangan baru diberi waktu satu jam', () => {
    const dinyalakan = new Date(KINI.getTime() - 2 * JAM)
    expect(cadanganUsang([cadangan(71)], KINI, dinyalakan)).toBe(false)
    expect(cadanganUsang([cadangan(72), cadangan(100)], KINI, dinyalakan)).toBe(true)
    expect(cadanganUsang([], KINI, dinyalakan)).toBe(true)
    expect(cadanganUsang([], KINI, new Date(KINI.getTime() - JAM / 2))).toBe(false)
  })

  it('dua tahun setiap hari: tinggal satu untuk tiap hari selama 14 hari, dan satu untuk tiap bulan selama 12 bulan', () => {
    const daftar = Array.from({ length: 730 }, (_, hari) => cadangan(hari * 24))
    const hapus = new Set(yangDihapus(daftar).map((b) => b.nama))
    const sisa = daftar.filter((b) => !hapus.has(b.nama))
    expect(sisa.slice(0, 14)).toEqual(daftar.slice(0, 14))
    expect(new Set(sisa.map((b) => b.nama.slice(6, 12))).size).toBe(12)
    // the newest of this month is among the 14 days
    expect(sisa.length).toBe(14 + 11)
  })

  it('dua puluh kali diminta dalam sehari tidak menghapus cadangan hari-hari sebelumnya', () => {
    const lama = Array.from({ length: 13 }, (_, hari) => cadangan((hari + 1) * 24))
    const diminta = Array.from({ length: 20 }, (_, ke) => cadangan(ke * 0.1))
    const hapus = yangDihapus([...lama, ...diminta])
    expect(hapus.filter((b) => lama.includes(b))).toEqual([])
    expect(hapus.length).toBe(15)
  })

  it('yang terakhir tidak pernah dihapus, dan menghapus dua kali tidak menghapus lebih banyak', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 120 }), (umur) => {
        const daftar = umur.map(cadangan)
        const hapus = new Set(yangDihapus(daftar))
        const sisa = daftar.filter((b) => !hapus.has(b))
        const termuda = Math.max(...daftar.map((b) => b.dibuat.getTime()))
        expect(sisa.length).toBeGreaterThanOrEqual(Math.min(daftar.length, 5))
        if (daftar.length > 0) expect(sisa.some((b) => b.dibuat.getTime() === termuda)).toBe(true)
        expect(yangDihapus(sisa)).toEqual([])
      }),
    )
  })
})
