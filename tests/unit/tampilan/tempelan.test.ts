import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bacaTempelan, tolakSel } from '../../../src/peramban/bagian/tempelan.ts'

test('satu nilai bukan blok', () => {
  expect(bacaTempelan('1.250')).toBeNull()
  expect(bacaTempelan('1.250\r\n')).toBeNull()
})
test('kolom dan blok seperti Excel dan LibreOffice menaruhnya', () => {
  expect(bacaTempelan('1\r\n2\r\n3\r\n')).toEqual([['1'], ['2'], ['3']])
  expect(bacaTempelan('1\t2\n3\t4')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(bacaTempelan('\t2\n\t')).toEqual([
    ['', '2'],
    ['', ''],
  ])
  expect(bacaTempelan('"a\nb ""c"""\t1\n2\t3\n')).toEqual([
    ['a\nb "c"', '1'],
    ['2', '3'],
  ])
})
test('ditulis lalu dibaca kembali sama', () => {
  const sel = fc.stringMatching(/^[0-9a-z",. ]{0,6}$/).map((s) => s.trim())
  const blok = fc
    .integer({ min: 2, max: 4 })
    .chain((n) => fc.array(fc.array(sel, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 5 }))
  const tulis = (s: string) => (/["\t\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s)
  fc.assert(
    fc.property(blok, (b) => {
      expect(bacaTempelan(`${b.map((l) => l.map(tulis).join('\t')).join('\r\n')}\r\n`)).toEqual(b)
    }),
  )
})
test.each(['1250', '1.234,56', '85,5%', 'Rp2.006.320.505', '-5', '(5)', '1 250 000', ''])(
  '"%s" boleh masuk',
  (teks) => {
    expect(tolakSel(teks)).toBe('')
  },
)
test.each([
  ['abc', 'bukan angka'],
  ['-', 'garis saja'],
  ['#REF!', 'rumus'],
  ['12 orang', 'bukan angka'],
])('"%s" disebut: %s', (teks, sebab) => {
  expect(tolakSel(teks)).toContain(sebab)
})
