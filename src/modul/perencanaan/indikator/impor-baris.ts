import { formatIsian } from '../../../inti/angka/index.ts'
import type { NilaiBaris, Perubahan } from '../../impor/index.ts'
import type { Unit } from '../../organisasi/index.ts'
import { isiTersimpan } from './beda-isi.ts'
import type { KartuLengkap } from './kartu.ts'
import type { PilihanLetak } from './kueri-letak.ts'

/** A card that is there, as the import needs it. */
export type KartuAda = {
  readonly kartu: KartuLengkap
  readonly perubahan: number
  readonly alasanVersi: string
  readonly dipakai: boolean
}
/** What the workbook names in words and the card holds as ids. */
export type Rujukan = { readonly unit: readonly Unit[]; readonly letak: readonly PilihanLetak[] }
/** Rows of one card, per sheet. */
export type BarisKartuBuku = Readonly<Record<'kartu' | 'data' | 'kategori' | 'smart', readonly NilaiBaris[]>>
export type LembarKartu = keyof BarisKartuBuku
export const LEMBAR = ['kartu', 'data', 'kategori', 'smart'] as const
const TANPA_BARIS: BarisKartuBuku = { kartu: [], data: [], kategori: [], smart: [] }

/** What a blank cell means: the usual choice. */
const BAWAAN: Readonly<Record<string, string>> = {
  pembulatan: 'SETENGAH_NAIK',
  varianMin: '2T-R',
  arah: 'MAKS',
  aturanNol: 'BAKU',
}
const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().replace(/\s+/g, ' ').toLowerCase()

/** To which card a row belongs; upper and lower case make no difference. */
export const kodeBaris = (lembar: string, nilai: NilaiBaris): string =>
  kecil(lembar === 'kartu' ? nilai.kode : nilai.indikator)

/** A card as rows of the workbook; what is usual is left blank. */
export function barisDariKartu({ kartu, alasanVersi }: KartuAda, { unit, letak }: Rujukan): BarisKartuBuku {
  const { tempat, standar, variabel, kategori, smart, unitId, buktiWajib, ...isi } = isiTersimpan(kartu)
  const polos = Object.entries(isi).map(([k, v]) => [k, v === null || v === '' || v === BAWAAN[k] ? null : String(v)])
  return {
    kartu: [
      {
        ...(Object.fromEntries(polos) as NilaiBaris),
        tingkat: tempat.tingkat,
        acuan: letak.find((l) => l.id === tempat.id)?.acuan ?? null,
        unit: unit.find((u) => u.id === unitId)?.kode ?? null,
        buktiWajib: buktiWajib ? 'YA' : 'TIDAK',
        standarNilai: standar.nilai ? formatIsian2(standar.nilai) : null,
        standarSumber: standar.sumber ?? null,
        standarTahun: standar.tahun ?? null,
        berlakuTahun: kartu.berlakuTahun === 0 ? null : String(kartu.berlakuTahun),
        alasan: alasanVersi || null,
      },
    ],
    data: variabel.map((v, ke) => ({
      indikator: kartu.kode,
      kode: v.kode,
      urut: String(ke + 1),
      nama: v.nama,
      satuan: v.satuan || null,
      bobot: v.bobot === undefined ? null : String(v.bobot),
      peran: v.peran ?? null,
    })),
    kategori: kategori.map((k, ke) => ({
      indikator: kartu.kode,
      kode: k.kode,
      urut: String(ke + 1),
      nama: k.nama,
      skor: String(k.skor),
    })),
    smart: smart.map((s) => ({
      indikator: kartu.kode,
      pertanyaan: s.kode,
      jawaban: s.jawaban || null,
      catatan: s.catatan || null,
    })),
  }
}

/** A standard is a figure, written with a comma, or the name of a category. */
const formatIsian2 = (nilai: string): string => (/^-?\d+(\.\d+)?$/.test(nilai) ? formatIsian(nilai) : nilai)

/** Key of a row within its card and sheet. */
const kunci = (lembar: LembarKartu, nilai: NilaiBaris): string =>
  kecil(lembar === 'smart' ? nilai.pertanyaan : lembar === 'kartu' ? 'kartu' : nilai.kode)

/** The rows of a card after changes: replaced by key, added, or (when an import is undone) taken away. */
export function tempelBaris(asal: BarisKartuBuku | undefined, perubahan: readonly Perubahan[]): BarisKartuBuku {
  const hasil = LEMBAR.map((lembar) => {
    const baris = new Map((asal ?? TANPA_BARIS)[lembar].map((nilai) => [kunci(lembar, nilai), nilai]))
    for (const { lembar: di, lama, baru } of perubahan) {
      if (di !== lembar) continue
      if (!baru && lama) baris.delete(kunci(lembar, lama))
      // a column that the file lacks keeps what it has
      if (baru) baris.set(kunci(lembar, baru), { ...baris.get(kunci(lembar, baru)), ...baru })
    }
    return [lembar, [...baris.values()]] as const
  })
  return Object.fromEntries(hasil) as BarisKartuBuku
}

const ANGKA = ['bobot', 'skor']
/** A card's rows as the card form would send them: the same checks and the same words follow. */
export function badanDariBaris(baris: BarisKartuBuku, { unit, letak }: Rujukan): Record<string, string> {
  const [kartu = {}] = baris.kartu
  const { tingkat, acuan, unit: kodeUnit, buktiWajib, ...isi } = kartu
  const tempat = letak.find((l) => l.tingkat === tingkat && kecil(l.acuan) === kecil(acuan))
  const badan: Record<string, string> = { ...BAWAAN }
  for (const [kode, nilai] of Object.entries(isi)) if (nilai !== null) badan[kode] = tulisSel(kode, nilai)
  badan.tempat = tempat ? `${tempat.tingkat}:${tempat.id}` : ''
  badan.unitId = unit.find((u) => u.kode === kodeUnit)?.id ?? ''
  if (buktiWajib === 'YA') badan.buktiWajib = 'ya'
  for (const [awalan, daftar] of [
    ['variabel', urutkan(baris.data)],
    ['kategori', urutkan(baris.kategori)],
    ['smart', baris.smart],
  ] as const)
    for (const [ke, satu] of daftar.entries())
      for (const [kolom, nilai] of Object.entries(satu))
        if (nilai !== null && kolom !== 'indikator' && kolom !== 'urut')
          badan[`${awalan}.${ke}.${kolom === 'pertanyaan' ? 'kode' : kolom}`] = tulisSel(kolom, nilai)
  return badan
}

const tulisSel = (kolom: string, nilai: string): string => (ANGKA.includes(kolom) ? formatIsian(nilai) : nilai)

/** Variables and categories in their order: the last variable is the denominator. */
export const urutkan = (baris: readonly NilaiBaris[]): NilaiBaris[] =>
  [...baris].sort((a, b) => Number(a.urut ?? 0) - Number(b.urut ?? 0))
