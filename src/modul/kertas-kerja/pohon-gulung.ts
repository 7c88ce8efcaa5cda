import type { BatasRataRata, Butir, Hasil, SimpulGulung, TingkatGulung } from '../pengukuran/index.ts'

/** A place of the plan. */
export type Tempat = { readonly tingkat: TingkatGulung; readonly id: string; readonly nama: string }
/** Where an indicator stands in the plan; names are null where its card names none. */
export type Induk = {
  readonly sasaran: string | null
  readonly program: string | null
  readonly kegiatan: string | null
  /** programs that support it by the plan */
  readonly penunjang: readonly string[]
  /** from the top down to what it measures; a Kertas Kerja made before roll-ups went by id lacks it */
  readonly jalur?: readonly Tempat[]
}

export type BarisGulung = {
  readonly id: string
  readonly nama: string
  readonly jenis: 'IKU' | 'IKK'
  readonly induk: Induk
  /** up to the end of the period */
  readonly capaian: Hasil
  /** weight and cap of its card; null or absent: 1, and the cap of the year */
  readonly bobot?: string | null
  readonly batas?: BatasRataRata | null
}

type Cabang = Tempat & { readonly indikator: BarisGulung[]; readonly anak: Map<string, Cabang> }
const cabang = (tempat: Tempat): Cabang => ({ ...tempat, indikator: [], anak: new Map() })

/**
 * The plan as far as the indicators reach: the office with tujuan, sasaran and all below, and beside it what hangs under
 * no sasaran and so cannot reach the office. `bobot`: what has a weight of its own, by id.
 */
export function susunPohon(baris: readonly BarisGulung[], bobotTempat: Readonly<Record<string, string>>) {
  const akar = cabang({ tingkat: 'ORGANISASI', id: 'organisasi', nama: 'Kecamatan' })
  const luar = cabang(akar)
  for (const b of baris) {
    const jalur = jalurDari(b)
    const atas = jalur[0]?.tingkat
    let letak = atas === 'TUJUAN' || atas === 'SASARAN' ? akar : luar
    for (const tempat of jalur) letak = turun(letak, tempat)
    if (jalur.length > 0) letak.indikator.push(b)
  }
  const bobot = new Map(Object.entries(bobotTempat).filter(([id]) => ada(akar, id)))
  for (const b of baris) if (b.bobot) bobot.set(b.id, b.bobot)
  const simpul = (c: Cabang): SimpulGulung => ({
    id: c.id,
    nama: c.nama,
    tingkat: c.tingkat,
    bobot: bobotTempat[c.id],
    indikator: c.indikator.map(butirGulung),
    anak: [...c.anak.values()].map(simpul),
  })
  return { pohon: simpul(akar), lepas: [...luar.anak.values()].map(simpul), bobot }
}

/** The card names no place: the indicator enters no mean. */
export const tanpaTempat = (b: BarisGulung): boolean => jalurDari(b).length === 0

function turun(dari: Cabang, tempat: Tempat): Cabang {
  const lama = dari.anak.get(tempat.id)
  if (lama) return lama
  const baru = cabang(tempat)
  dari.anak.set(tempat.id, baru)
  return baru
}

const ada = (c: Cabang, id: string): boolean => c.id === id || [...c.anak.values()].some((a) => ada(a, id))

/** By id; of an old Kertas Kerja by the names it kept: an IKU under its sasaran, an IKK under program and kegiatan. */
function jalurDari({ induk, jenis }: BarisGulung): readonly Tempat[] {
  if (induk.jalur) return induk.jalur
  const tempat = (tingkat: TingkatGulung, nama: string | null): Tempat[] =>
    nama === null ? [] : [{ tingkat, id: nama, nama }]
  if (jenis === 'IKU') return tempat('SASARAN', induk.sasaran)
  return [...tempat('PROGRAM', induk.program), ...tempat('KEGIATAN', induk.kegiatan)]
}

/** A row as the mean takes it. */
const butirGulung = (b: BarisGulung): Butir => ({
  id: b.id,
  nama: b.nama,
  hasil: b.capaian,
  bobot: b.bobot,
  batas: b.batas,
})
