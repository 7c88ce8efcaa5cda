import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skemaGrafik } from '../../../src/inti/dokumen/grafik.ts'
import { susunGrafikCapaian, type TitikCapaian } from '../../../src/modul/dasbor/grafik-capaian.ts'

const titik = (label: string, realisasi: string | null, target: string | null = null, merah = false): TitikCapaian => ({
  label,
  realisasi,
  target,
  merah,
})

describe('grafik capaian', () => {
  it('tiap angka tertulis di titiknya; yang belum ada ditandai dan memutus garis, tidak menjadi nol', () => {
    const g = susunGrafikCapaian(
      [[titik('2023', '87.1', '88'), titik('2024', '89.29', '90'), titik('2025', null), titik('2026', '92.31')]],
      { uraian: 'x' },
    )
    expect(g.teks.map((t) => t.teks)).toEqual(expect.arrayContaining(['87,1', '89,29', '92,31', '–', '2025']))
    expect(g.bentuk.filter((b) => b.gaya === 'garis')).toHaveLength(1)
    expect(g.bentuk.filter((b) => b.gaya === 'target')).toHaveLength(2)
    expect(g.teks.some((t) => t.teks === '0')).toBe(false)
  })

  it('angka rendah berwarna merah dan bercetak tebal: tidak hanya warna', () => {
    const g = susunGrafikCapaian([[titik('2025', '50', '90', true), titik('2026', '90', '90')]], { uraian: 'x' })
    expect(g.bentuk.filter((b) => b.gaya === 'titikMerah')).toHaveLength(1)
    expect(g.teks.find((t) => t.teks === '50')?.tebal).toBe(true)
  })

  it('hukum: untuk angka apa pun gambarnya sah, di dalam bidangnya, dan yang lebih besar tidak digambar lebih rendah', () => {
    const angka = fc.option(
      fc.integer({ min: -1_000_000, max: 10_000_000 }).map((n) => (n / 100).toFixed(2)),
      { nil: null },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(angka, angka), { minLength: 1, maxLength: 9 }), (isi) => {
        const g = susunGrafikCapaian([isi.map(([r, t], i) => titik(String(i), r, t))], { uraian: 'x' })
        expect(skemaGrafik.safeParse(g).success).toBe(true)
        const bulatan = g.bentuk.filter((b) => b.t === 'kotak')
        for (const b of bulatan) expect(b.y >= 0 && b.y + b.tinggi <= g.tinggi && b.x + b.lebar <= g.lebar).toBe(true)
        const ada = isi.flatMap(([r]) => (r === null ? [] : [Number(r)]))
        for (const [i, a] of ada.entries())
          for (const [j, b] of ada.entries()) if (a > b) expect((bulatan[i]?.y ?? 0) <= (bulatan[j]?.y ?? 0)).toBe(true)
      }),
    )
  })
})
