import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tujuanAman } from '../../../src/modul/akun/tampilan.ts'

/** Any UTF-16 unit, half of a pair too (fast-check's own `binary` takes seconds to begin). */
const HURUF = fc
  .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }))
  .map((kode) => String.fromCharCode(kode))

/** Where a browser really goes for a Location header, seen from our own page. */
const inang = (lokasi: string) => new URL(lokasi, 'http://takar.invalid/masuk').host

describe('arah sesudah masuk', () => {
  it('jalur di dalam Takar dipakai apa adanya', () => {
    for (const jalur of ['/', '/siklus', '/siklus/1?tahun=2026&a=b#x', '/a//b', '/%2f%2fjahat.example'])
      expect(tujuanAman(jalur)).toBe(jalur)
  })

  it('yang menunjuk ke luar, atau bukan teks, menjadi halaman utama', () => {
    const jahat = [
      '//jahat.example',
      '/\\jahat.example',
      '\\\\jahat.example',
      '/\t/jahat.example',
      '/\n//jahat.example',
      'https://jahat.example',
      'javascript:alert(1)',
      'jahat',
      '',
      ' /siklus',
    ]
    for (const tujuan of [...jahat, undefined, null, 7, ['/siklus'], {}])
      expect(tujuanAman(tujuan), String(tujuan)).toBe('/')
  })

  it('apa pun yang diminta, browser tetap di Takar', () => {
    const potongan = fc.constantFrom(
      '/',
      '\\',
      '.',
      'jahat.example',
      ':',
      '@',
      '%2f',
      '\t',
      '\n',
      ' ',
      '?',
      '#',
      'x',
      '\u0000',
      '\u3000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: HURUF }),
          fc.array(potongan, { maxLength: 12 }).map((p) => p.join('')),
        ),
        (tujuan) => {
          const arah = tujuanAman(tujuan)
          expect(inang(arah)).toBe('takar.invalid')
          expect(arah).not.toMatch(/[\r\n]/)
        },
      ),
      { numRuns: 600 },
    )
  })
})
