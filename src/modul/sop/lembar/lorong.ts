import type { Kisi } from './kisi.ts'
import type { LetakY } from './letak-y.ts'
import { kolomAkhir, kolomAwal, type Lintasan } from './lintasan.ts'
import { lebarSebaris } from './teks-sel.ts'
import { JARAK, SIMBOL, UKURAN_TEKS } from './ukuran.ts'

/** Place of a line in a gap: beside the column border, counted away from it. */
export type TempatLorong = { readonly sisi: 'kiri' | 'kanan'; readonly urut: number }

/** What a gap between two columns must hold: lines left and right of the border, and clear room beside the symbols. */
export type KebutuhanLorong = {
  readonly kiri: number
  readonly kanan: number
  /** beside the column on its left, beside the column on its right */
  readonly tepiKiri: number
  readonly tepiKanan: number
}

export const LABEL = { biasa: '', ya: 'Ya', tidak: 'Tidak' } as const
export const lebarLabel = (cabang: keyof typeof LABEL): number => lebarSebaris(LABEL[cabang], UKURAN_TEKS.label)

/** Lines that lead to one symbol through one gap run together; all others keep apart. */
export const kunciLorong = (l: Lintasan): string => `${l.lorong}>${l.sambungan.ke}`

type Jalur = { kunci: string; dari: number; sampai: number; condong: number }

/** Deals out places in all gaps of a page. */
export function susunLorong(kisi: Kisi, lintasan: readonly Lintasan[], y: LetakY): ReadonlyMap<string, TempatLorong> {
  const hasil = new Map<string, TempatLorong>()
  for (let lorong = 0; lorong <= kisi.banyakKolom; lorong++) {
    const jalur = susunJalur(kisi, { lintasan: lintasan.filter((l) => l.lorong === lorong), y, lorong })
    for (const sisi of ['kiri', 'kanan'] as const) {
      const milik = jalur.filter((j) => (sisiJalur(j, { lorong, kisi }) === 'kiri') === (sisi === 'kiri'))
      for (const [kunci, urut] of bagiTempat(milik)) hasil.set(kunci, { sisi, urut })
    }
  }
  return hasil
}

/** At the edge of the table there is only one side to be on. */
const sisiJalur = (j: Jalur, { lorong, kisi }: { lorong: number; kisi: Kisi }): 'kiri' | 'kanan' =>
  lorong === 0 ? 'kanan' : lorong === kisi.banyakKolom ? 'kiri' : j.condong <= 0 ? 'kiri' : 'kanan'

function susunJalur(
  kisi: Kisi,
  { lintasan, y, lorong }: { lintasan: readonly Lintasan[]; y: LetakY; lorong: number },
): Jalur[] {
  const jalur = new Map<string, Jalur>()
  for (const l of lintasan) {
    const dari = kisi.simpul.get(l.sambungan.dari)
    const ke = kisi.simpul.get(l.sambungan.ke)
    if (!dari || !ke) continue
    const ujung = [y.samping(dari, 'keluar'), l.masuk === 'atas' ? y.belok(ke) : y.samping(ke, 'masuk')]
    const kiri = (l.keluar === 'kanan' ? kolomAkhir(dari) : kolomAwal(dari)) < lorong
    const masukKiri = l.masuk === 'atas' ? l.kolom < lorong : l.masuk === 'kanan'
    const condong = (kiri ? -1 : 1) + (masukKiri ? -1.5 : 1.5)
    const ada = jalur.get(kunciLorong(l))
    jalur.set(kunciLorong(l), {
      kunci: kunciLorong(l),
      dari: Math.min(...ujung, ada?.dari ?? Number.POSITIVE_INFINITY),
      sampai: Math.max(...ujung, ada?.sampai ?? Number.NEGATIVE_INFINITY),
      condong: condong + (ada?.condong ?? 0),
    })
  }
  return [...jalur.values()]
}

/** Longest lines nearest to the border, so that shorter ones lie within their bend. */
function bagiTempat(jalur: readonly Jalur[]): Map<string, number> {
  const tempat: Jalur[][] = []
  const hasil = new Map<string, number>()
  for (const j of [...jalur].sort((a, b) => b.sampai - b.dari - (a.sampai - a.dari))) {
    let urut = tempat.findIndex((isi) =>
      isi.every((lain) => j.dari > lain.sampai + JARAK.ujung || j.sampai < lain.dari - JARAK.ujung),
    )
    if (urut < 0) urut = tempat.push([]) - 1
    tempat[urut]?.push(j)
    hasil.set(j.kunci, urut)
  }
  return hasil
}

const TANPA: KebutuhanLorong = { kiri: 0, kanan: 0, tepiKiri: JARAK.tepiSimbol, tepiKanan: JARAK.tepiSimbol }

/** What each gap of a page needs. */
export function kebutuhanLorong(
  kisi: Kisi,
  lintasan: readonly Lintasan[],
  tempat: ReadonlyMap<string, TempatLorong>,
): KebutuhanLorong[] {
  const hasil = Array.from({ length: kisi.banyakKolom + 1 }, () => ({ ...TANPA }))
  const perlu = (lorong: number, sisi: 'tepiKiri' | 'tepiKanan', lebar: number) => {
    const satu = hasil[lorong]
    if (satu) satu[sisi] = Math.max(satu[sisi], lebar)
  }
  for (const l of lintasan) {
    const di = tempat.get(kunciLorong(l))
    const satu = hasil[l.lorong]
    if (di && satu) satu[di.sisi] = Math.max(satu[di.sisi], di.urut + 1)
    const dari = kisi.simpul.get(l.sambungan.dari)
    const ke = kisi.simpul.get(l.sambungan.ke)
    if (!dari || !ke) continue
    const label = l.sambungan.cabang === 'biasa' ? 0 : lebarLabel(l.sambungan.cabang) + 2 * JARAK.label
    if (l.keluar === 'kanan') perlu(kolomAkhir(dari) + 1, 'tepiKiri', label)
    if (l.keluar === 'kiri') perlu(kolomAwal(dari), 'tepiKanan', label)
    // a label below a symbol sticks out by what is wider than half of it
    if (l.keluar === 'bawah' && label > 0)
      perlu(l.kolomKeluar + 1, 'tepiKiri', label + 2 * JARAK.label - SIMBOL.lebarMin / 2)
    if (l.masuk === 'kanan') perlu(kolomAkhir(ke) + 1, 'tepiKiri', JARAK.masukSamping)
    if (l.masuk === 'kiri') perlu(kolomAwal(ke), 'tepiKanan', JARAK.masukSamping)
  }
  return hasil
}

/** The most that any page needs: columns stand at the same place on all of them. */
export const gabungKebutuhan = (halaman: readonly (readonly KebutuhanLorong[])[]): KebutuhanLorong[] =>
  (halaman[0] ?? []).map((_, lorong) =>
    halaman.reduce<KebutuhanLorong>(
      (a, satu) => {
        const b = satu[lorong] ?? TANPA
        return {
          kiri: Math.max(a.kiri, b.kiri),
          kanan: Math.max(a.kanan, b.kanan),
          tepiKiri: Math.max(a.tepiKiri, b.tepiKiri),
          tepiKanan: Math.max(a.tepiKanan, b.tepiKanan),
        }
      },
      { ...TANPA },
    ),
  )
