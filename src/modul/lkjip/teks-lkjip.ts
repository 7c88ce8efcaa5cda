import type { CapaianIndikator } from './capaian.ts'
import type { Paragraf } from './kueri-anggaran.ts'

/** A paragraph as it goes into the document, and from where. */
export type TeksLkjip = {
  readonly isi: string
  readonly asal: 'LKJIP' | 'KERTAS_KERJA' | null
  /** who wrote the own paragraph, with post and ISO time; '' otherwise */
  readonly oleh: string
  readonly pada: string
  /** version of the own paragraph; 0: none was written */
  readonly versi: number
}

const TIADA = { isi: '', asal: null, oleh: '', pada: '', versi: 0 } as const

/** The own paragraph of the LKjIP, else what the Kertas Kerja says, else nothing. */
export function teksLkjip(
  paragraf: readonly Paragraf[],
  { objek, bagian, kertas = '' }: { objek: string; bagian: string; kertas?: string },
): TeksLkjip {
  const milik = paragraf.find((p) => p.objek === objek && p.bagian === bagian)
  const versi = milik?.versi ?? 0
  if (milik && milik.isi !== '')
    return {
      isi: milik.isi,
      asal: 'LKJIP',
      oleh: `${milik.ditulisOleh}, ${milik.jabatanPenulis}`,
      pada: milik.ditulisPada,
      versi,
    }
  return kertas === '' ? { ...TIADA, versi } : { ...TIADA, isi: kertas, asal: 'KERTAS_KERJA', versi }
}

/** What the Kertas Kerja says for a paragraph of an indicator. */
export const teksKertas = (i: CapaianIndikator, bagian: string): string =>
  bagian in i.kertas ? i.kertas[bagian as keyof CapaianIndikator['kertas']] : ''
