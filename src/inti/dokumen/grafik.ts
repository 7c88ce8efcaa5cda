import { z } from 'zod'
import type { GayaBentuk } from './lukisan.ts'

/** Looks of the shapes of a chart, one table for page and paper; red and amber never stand without a word beside them. */
export const GAYA_GRAFIK = {
  sumbu: { garis: '#c5ccd6', tebal: 1 },
  garis: { garis: '#1f5aa6', tebal: 1.6 },
  titik: { isi: '#1f5aa6' },
  titikMerah: { isi: '#b3261e' },
  target: { garis: '#33404f', tebal: 1.4, putus: [3, 2] },
  hitam: { isi: '#000000' },
} as const satisfies Readonly<Record<string, GayaBentuk>>
export type GayaGrafik = keyof typeof GAYA_GRAFIK

const gaya = z.enum(Object.keys(GAYA_GRAFIK) as [GayaGrafik, ...GayaGrafik[]])
const titik = z.number().min(-2000).max(2000)

/** A chart as plain shapes in points, y from the upper edge; `uraian` says in a sentence what it shows. */
export const skemaGrafik = z.strictObject({
  lebar: z.number().positive().max(2000),
  tinggi: z.number().positive().max(2000),
  uraian: z.string().max(2000),
  bentuk: z
    .array(
      z.discriminatedUnion('t', [
        z.strictObject({
          t: z.literal('kotak'),
          x: titik,
          y: titik,
          lebar: titik,
          tinggi: titik,
          sudut: titik.optional(),
          gaya,
        }),
        z.strictObject({ t: z.literal('jejak'), titik: z.array(titik).max(400), tutup: z.boolean(), gaya }),
      ]),
    )
    // a QR code of a long address has about a thousand bars
    .max(2000),
  /** `y` is the baseline */
  teks: z
    .array(
      z.strictObject({
        x: titik,
        y: titik,
        teks: z.string().max(200),
        ukuran: z.number().positive().max(40),
        rata: z.enum(['kiri', 'tengah', 'kanan']),
        tebal: z.boolean().optional(),
      }),
    )
    .max(200),
})
export type Grafik = z.infer<typeof skemaGrafik>

/** The chart as views/parsial/grafik prints it: presentation attributes only, as the content security policy wants. */
export type GambarGrafik = ReturnType<typeof susunGambarGrafik>

const JANGKAR = { kiri: 'start', tengah: 'middle', kanan: 'end' } as const

export function susunGambarGrafik({ lebar, tinggi, uraian, bentuk, teks }: Grafik) {
  return {
    lebar,
    tinggi,
    uraian,
    bentuk: bentuk.map((b) => {
      const g: GayaBentuk = GAYA_GRAFIK[b.gaya]
      const rupa = {
        isi: g.isi ?? 'none',
        garis: g.garis ?? 'none',
        tebal: g.tebal ?? 1,
        putus: g.putus?.join(' ') ?? '',
      }
      return b.t === 'kotak'
        ? { ...rupa, d: '', x: b.x, y: b.y, lebar: b.lebar, tinggi: b.tinggi, sudut: b.sudut ?? 0 }
        : { ...rupa, d: jejak(b.titik, b.tutup), x: 0, y: 0, lebar: 0, tinggi: 0, sudut: 0 }
    }),
    teks: teks.map(({ rata, tebal = false, ...t }) => ({ ...t, jangkar: JANGKAR[rata], tebal })),
  }
}

function jejak(titik: readonly number[], tutup: boolean): string {
  let d = ''
  for (let i = 0; i + 1 < titik.length; i += 2) d += `${i === 0 ? 'M' : 'L'}${titik[i]} ${titik[i + 1]}`
  return tutup ? `${d}z` : d
}
