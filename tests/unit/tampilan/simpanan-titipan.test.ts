import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Titipan } from '../../../src/peramban/bagian/titipan.ts'

type Simpanan = {
  bacaTitipan(alamat: string): Titipan | null
  daftarTitipan(): Titipan[]
  hapusTitipan(alamat: string): void
  simpananRawan(): boolean
  tulisTitipan(titipan: Titipan): void
}
// by name, so that the types of the browser stay out of the tests
const letak = '../../../src/peramban/bagian/simpanan-titipan.ts'
const { bacaTitipan, daftarTitipan, hapusTitipan, simpananRawan, tulisTitipan } = (await import(letak)) as Simpanan

/** A browser that keeps things until it is full. */
let penuh = false
const simpanan = new Map<string, string>()
beforeEach(() => {
  penuh = false
  simpanan.clear()
  const localStorage = {
    getItem: (kunci: string) => simpanan.get(kunci) ?? null,
    setItem(kunci: string, isi: string) {
      if (penuh) throw new Error('QuotaExceededError')
      Object.assign(localStorage, { [kunci]: isi })
      simpanan.set(kunci, isi)
    },
    removeItem(kunci: string) {
      Reflect.deleteProperty(localStorage, kunci)
      simpanan.delete(kunci)
    },
  }
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('document', { body: { dataset: { pemilik: 'sari' } } })
})
afterEach(() => vi.unstubAllGlobals())

const titipan = (isi: string): Titipan => ({
  alamat: '/a',
  baris: 'b',
  nama: 'Baris',
  halaman: '/',
  versi: 1,
  asal: '',
  asalBaku: {},
  isi,
})

test('simpanan peramban penuh: yang terakhir diketik yang dibaca, bukan yang masih tersimpan dari sebelumnya', () => {
  tulisTitipan(titipan('v=1'))
  penuh = true
  tulisTitipan(titipan('v=12'))
  expect(bacaTitipan('/a')?.isi).toBe('v=12')
  expect(daftarTitipan().map((t) => t.isi)).toEqual(['v=12'])
  expect(simpananRawan()).toBe(true)
})

test('tempatnya ada lagi: tersimpan seperti biasa, dan sesudah terkirim tidak ada yang tertinggal', () => {
  penuh = true
  tulisTitipan(titipan('v=1'))
  penuh = false
  tulisTitipan(titipan('v=12'))
  expect([bacaTitipan('/a')?.isi, simpananRawan(), simpanan.size]).toEqual(['v=12', false, 1])
  hapusTitipan('/a')
  expect([bacaTitipan('/a'), daftarTitipan(), simpanan.size]).toEqual([null, [], 0])
})
