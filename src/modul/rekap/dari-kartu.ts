import { type KartuBaris, namaKategori, type TargetBaris, teksTargetTahunan } from '../formulir/index.ts'
import type { BarisRekap } from './isi-rekap.ts'

type Terisi = {
  readonly target: TargetBaris
  /** value of each variable by its code */
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
}

/** What a row of the recap copies from its card, with what was entered in the card's own words; the same for forms and Kertas Kerja. */
export function salinKartu(kartu: KartuBaris, { target, variabel, kategori }: Terisi) {
  const { kode, jenis, nama, satuan, agregasi, polaritas, varianMin, desimal, pembulatan, batasCapaian, sasaranId } =
    kartu
  return {
    kode,
    jenis,
    nama,
    satuan,
    agregasi,
    polaritas,
    varianMin,
    desimal,
    pembulatan,
    batasCapaian,
    sasaranId,
    targetTahunan: target.tahunan,
    targetTeks: polaritas === 'KATEGORI' || polaritas === 'RENTANG' ? teksTargetTahunan({ kartu, target }) : null,
    variabel: kartu.variabel.flatMap((v) => {
      const nilai = variabel[v.kode]
      return nilai === undefined ? [] : [{ nama: v.nama, nilai }]
    }),
    kategori: kategori === null ? null : namaKategori(kartu, kategori),
  } satisfies Partial<BarisRekap>
}
