import { namaIsian, nilaiTeks } from './kalimat.ts'

export type RincianTampil = {
  readonly perubahan: readonly { nama: string; lama: string; baru: string }[]
  readonly lain: readonly { label: string; nilai: string }[]
  readonly alasan: string
}
type Isi = Readonly<Record<string, unknown>>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const objek = (nilai: unknown): Isi | null =>
  nilai !== null && typeof nilai === 'object' && !Array.isArray(nilai) ? (nilai as Isi) : null

/**
 * What stands in an event, for reading: old → new for what changed (`lama` and `baru`; a field of `lama` without `baru` is
 * compared with the field of the same name beside it), everything else as label and value, the reason apart. Machine ids
 * are left out; they are in the CSV. Pure.
 */
export function susunRincian(rincian: unknown): RincianTampil {
  const isi = objek(rincian) ?? {}
  const { lama, baru, alasan, ...lain } = isi
  const perubahan = susunPerubahan(lama, baru, lain)
  const sudah = new Set(objek(lama) && !objek(baru) ? Object.keys(objek(lama) ?? {}) : [])
  return {
    perubahan,
    lain: Object.entries(lain)
      .filter(([kunci, nilai]) => !sudah.has(kunci) && !(typeof nilai === 'string' && UUID.test(nilai)))
      .map(([kunci, nilai]) => ({ label: namaIsian(kunci), nilai: nilaiTeks(nilai) })),
    alasan: alasan === undefined ? '' : nilaiTeks(alasan),
  }
}

function susunPerubahan(lama: unknown, baru: unknown, lain: Isi): RincianTampil['perubahan'] {
  if (lama === undefined && baru === undefined) return []
  const isiLama = objek(lama)
  const isiBaru = objek(baru)
  if (!isiLama && !isiBaru) return [{ nama: 'nilai', lama: nilaiTeks(lama), baru: nilaiTeks(baru) }]
  const kunci = [...new Set([...Object.keys(isiLama ?? {}), ...Object.keys(isiBaru ?? {})])]
  return kunci
    .map((k) => ({
      nama: namaIsian(k),
      lama: nilaiTeks(isiLama?.[k]),
      baru: nilaiTeks(isiBaru ? isiBaru[k] : baru === undefined ? lain[k] : undefined),
    }))
    .filter((p) => p.lama !== p.baru)
}
