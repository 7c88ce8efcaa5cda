import { describe, expect, it } from 'vitest'
import { batasSuku, penggalKata } from '../../../src/inti/dokumen/penggal.ts'

/** "per-tang-gung" with every place at which the word may be cut. */
const bertanda = (kata: string): string =>
  batasSuku(kata).reduceRight((teks, i) => `${teks.slice(0, i)}-${teks.slice(i)}`, kata)
const muat = (huruf: number) => (teks: string) => teks.length <= huruf

describe('kata yang lebih lebar dari kolomnya', () => {
  it.each(['per-tang-gung-ja-wa-ban', 'me-ngo-or-di-na-si-kan', 'pe-nye-leng-ga-ra-an', 'ma-sya-ra-kat'])(
    'dipenggal menurut suku kata: %s',
    (suku) => {
      const boleh = bertanda(suku.replaceAll('-', ''))
      expect(boleh.replaceAll('-', '')).toBe(suku.replaceAll('-', ''))
      // every cut is one between syllables; vowels side by side stay together
      for (const potong of boleh
        .split('-')
        .slice(0, -1)
        .map((_, i, semua) => semua.slice(0, i + 1).join('')))
        expect(suku.split('-').map((_, i, semua) => semua.slice(0, i + 1).join(''))).toContain(potong)
    },
  )

  it('menjadi potongan yang muat, bertanda hubung kecuali yang terakhir', () => {
    expect(penggalKata('pertanggungjawaban', muat(11))).toEqual(['pertang-', 'gungjawaban'])
    expect(penggalKata('pertanggungjawaban', muat(9))).toEqual(['pertang-', 'gungjawa-', 'ban'])
    expect(penggalKata('Camat', muat(9))).toEqual(['Camat'])
  })

  it('angka, kode, dan suku kata yang tidak muat tidak dipenggal', () => {
    expect(penggalKata('197901012005011002', muat(9))).toBeNull()
    expect(penggalKata('a3f9c1d2e4', muat(5))).toBeNull()
    expect(penggalKata('pertanggungjawaban', muat(3))).toBeNull()
  })
})
