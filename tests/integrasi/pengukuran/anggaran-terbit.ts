import { bacaTabelTerbit, type SelSerapan, type Tabel } from '../../unit/pengukuran/tabel-terbit/bentuk.ts'

/**
 * Published budgets as an office records them: each printed total is a program, its parts are sub kegiatan below it, each
 * printed year a DPA. Tables of 2021–2024 lie in one Renstra, those of 2026–2030 in the next.
 */
export type SubTerbit = { readonly kode: string; readonly nama: string; readonly pagu: ReadonlyMap<number, string> }
export type ProgramTerbit = {
  readonly kode: string
  readonly nama: string
  readonly sub: readonly SubTerbit[]
  /** year → the printed total, and how much more it is than its printed parts */
  readonly terbit: ReadonlyMap<number, { readonly jumlah: string; readonly selisih: string }>
}
export type SerapanTerbit = SelSerapan & { readonly kode: string; readonly nama: string }

const jenis = <J extends Tabel['jenis']>(nama: J) =>
  bacaTabelTerbit().filter((t): t is Extract<Tabel, { jenis: J }> => t.jenis === nama)
const nomor = (ke: number, panjang: number): string => String(ke).padStart(panjang, '0')
/** The end of the plan is printed without a year: it stands in the year after the last. */
const tahunKolom = (kolom: readonly string[], ke: number): number => {
  const [awal] = kolom
  return Number(awal) + ke
}
const perTahun = (kolom: readonly string[], nilai: readonly string[]): Map<number, string> =>
  new Map(nilai.flatMap((teks, ke) => (teks === '-' ? [] : [[tahunKolom(kolom, ke), teks]])))

/** Every printed sum of money; a table of people is no budget. */
export const programTerbit = (): ProgramTerbit[] =>
  jenis('jumlah')
    .filter(({ kolom }) => /^\d{4}$/.test(kolom[0] ?? ''))
    .flatMap(({ berkas, kolom, kelompok }) => kelompok.map((satu) => ({ berkas, kolom, ...satu })))
    .map(({ berkas, kolom, nama, jumlah, selisih, bagian }, ke) => {
      const kode = `7.${nomor(20 + Math.floor(ke / 50), 2)}.${nomor((ke % 50) + 10, 2)}`
      return {
        kode,
        nama: `${nama} (${berkas})`,
        sub: bagian.map((b, urut) => ({
          kode: `${kode}.2.01.${nomor(urut + 1, 4)}`,
          nama: b.nama,
          pagu: perTahun(kolom, b.nilai),
        })),
        terbit: new Map(
          jumlah.map((teks, i) => [tahunKolom(kolom, i), { jumlah: teks, selisih: selisih?.[i] ?? '0' }]),
        ),
      }
    })

/** Every printed absorption, one sub kegiatan per row of the table. */
export const serapanTerbit = (): SerapanTerbit[] =>
  jenis('serapan').flatMap(({ baris }, tabel) =>
    baris.flatMap(({ nama, sel }, ke) =>
      sel.map((satu) => ({ kode: `7.30.0${tabel + 1}.2.01.${nomor(ke + 1, 4)}`, nama, ...satu })),
    ),
  )

/** A row of an agreement holds several indicators, one figure each: "Malangbong: Nilai Sinergitas, Indeks RB". */
function pisah(nama: string, nilai: readonly string[]) {
  const [tempat = '', isi = ''] = nama.split(': ')
  const indikator = isi.split(', ')
  if (nilai.length < 2 || indikator.length !== nilai.length) return [{ nama, nilai }]
  return indikator.map((satu, ke) => ({ nama: `${tempat}: ${satu}`, nilai: nilai.slice(ke, ke + 1) }))
}

/** Targets of indicators, and of outputs of sub kegiatan, as printed; '-' is no target. */
export const targetTerbit = () =>
  [
    ...jenis('target').flatMap(({ berkas, target }) =>
      target.flatMap(({ nama, nilai }) => pisah(nama, nilai).map((satu) => ({ berkas, ...satu }))),
    ),
    ...jenis('target-pagu').flatMap(({ berkas, baris }) =>
      baris.map(({ kode, target }) => ({ berkas, nama: `Keluaran ${kode}`, nilai: target })),
    ),
  ].map((satu, ke) => ({ ...satu, kode: `G-${100 + ke}`, nama: `${satu.nama} ${ke + 1} (${satu.berkas})` }))

/** Scales of judging as printed, with the sentences by which those with gaps or overlaps are refused. */
export const skalaTerbit = () => jenis('skala').flatMap(({ daftar }) => daftar)
