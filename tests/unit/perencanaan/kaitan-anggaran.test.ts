import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ambilDesimal, Desimal } from '../../../src/inti/angka/index.ts'
import { hitungKaitan, jumlahUang, type UangSub } from '../../../src/modul/perencanaan/index.ts'

const sub = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-f]{2}$/),
    pagu: fc.option(fc.integer({ min: 0, max: 2_000_000_000 }).map(String)),
    realisasi: fc.option(fc.integer({ min: 0, max: 2_000_000_000 }).map(String)),
  }),
  { selector: (s) => s.id, maxLength: 12 },
)
/** An office with its sub kegiatan, and any links of indicators to them, also repeated ones. */
const kantor = sub.chain((daftar) =>
  fc.record({
    sub: fc.constant(daftar),
    kaitan: fc.array(
      fc.record({
        indikatorId: fc.stringMatching(/^[i-n]$/),
        sub:
          daftar.length === 0
            ? fc.constant([])
            : fc.array(fc.constantFrom(...daftar.map((s) => s.id)), { maxLength: 20 }),
      }),
      { maxLength: 8 },
    ),
  }),
)
const angka = (n: Desimal | null): Desimal => n ?? new Desimal(0)
const tambah = (daftar: readonly UangSub[]) =>
  daftar.reduce((n, s) => n.plus(s.pagu === null ? 0 : ambilDesimal(s.pagu)), new Desimal(0))

test('berapa pun indikator yang memakainya, setiap rupiah dihitung satu kali: terkait + lepas = seluruhnya', () => {
  fc.assert(
    fc.property(kantor, ({ sub: daftar, kaitan }) => {
      const { terkait, lepas, semua } = hitungKaitan(daftar, kaitan)
      expect(angka(terkait.pagu).plus(angka(lepas.pagu)).toFixed()).toBe(angka(semua.pagu).toFixed())
      expect(angka(terkait.realisasi).plus(angka(lepas.realisasi)).toFixed()).toBe(angka(semua.realisasi).toFixed())
      expect(angka(semua.pagu).toFixed()).toBe(tambah(daftar).toFixed())
    }),
  )
})

test('dua kumpulan: gabungannya adalah jumlah keduanya tanpa yang sama; urutan dan pengulangan tidak berarti', () => {
  fc.assert(
    fc.property(sub, fc.array(fc.nat()), fc.array(fc.nat()), (daftar, kiri, kanan) => {
      const pilih = (ke: readonly number[]) =>
        daftar.length === 0 ? [] : ke.map((n) => daftar[n % daftar.length]?.id ?? '')
      const [a, b] = [pilih(kiri), pilih(kanan)]
      const irisan = a.filter((id) => b.includes(id))
      const uang = (id: readonly string[]) => angka(jumlahUang(daftar, id).pagu)
      expect(
        uang([...a, ...b])
          .plus(uang(irisan))
          .toFixed(),
      ).toBe(uang(a).plus(uang(b)).toFixed())
      expect(uang([...a, ...a].reverse()).toFixed()).toBe(uang(a).toFixed())
      expect(jumlahUang([...daftar, ...daftar].reverse(), a).pagu?.toFixed()).toBe(
        jumlahUang(daftar, a).pagu?.toFixed(),
      )
    }),
  )
})

test('satu sub kegiatan yang mendukung tiga indikator tidak menjadi tiga kali uangnya; kosong bukan nol', () => {
  const daftar = [
    { id: 'a', pagu: '100', realisasi: '40' },
    { id: 'b', pagu: null, realisasi: null },
  ]
  const kaitan = ['x', 'y', 'z'].map((indikatorId) => ({ indikatorId, sub: ['a'] }))
  const { terkait, lepas, perIndikator } = hitungKaitan(daftar, kaitan)
  expect(terkait.pagu?.toFixed()).toBe('100')
  expect(perIndikator.get('y')?.realisasi?.toFixed()).toBe('40')
  expect(lepas.pagu).toBeNull()
})
