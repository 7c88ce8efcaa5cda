import { perubahanIsian } from '../../../inti/jejak/index.ts'
import { type IsianKartu, isiDariKartu } from './isi-kartu.ts'
import { type KartuLengkap, tingkatIndikator } from './kartu.ts'

/** The content of a stored card, with the place it stands at. */
export function isiTersimpan(kartu: KartuLengkap): IsianKartu {
  return isiDariKartu(kartu, tingkatIndikator(kartu) ?? { tingkat: 'SASARAN', id: '' })
}

/** Fields in which a new content differs from a stored card, with old and new values for the audit event. */
export const perubahanIsi = (kartu: KartuLengkap, isi: IsianKartu) =>
  perubahanIsian<Record<string, unknown>>(urutkan(isiTersimpan(kartu)), urutkan(isi))

export const bedaIsi = (kartu: KartuLengkap, isi: IsianKartu): string[] => Object.keys(perubahanIsi(kartu, isi).baru)

/** Keys of inner objects in one order: the database gives them in another than the form, and that is no difference. */
function urutkan(isi: IsianKartu): Record<string, unknown> {
  return JSON.parse(JSON.stringify(isi), (_, nilai: unknown) =>
    nilai !== null && typeof nilai === 'object' && !Array.isArray(nilai)
      ? Object.fromEntries(Object.entries(nilai).sort(([a], [b]) => (a < b ? -1 : 1)))
      : nilai,
  ) as Record<string, unknown>
}
