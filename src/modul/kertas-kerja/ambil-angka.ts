import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type BahanHitung, hitungNilaiBaris, type StatusIsian } from '../formulir/index.ts'
import type { Skala } from '../pengukuran/index.ts'
import { type AturanNilai, ambilAturanNilai } from '../perencanaan/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { type HasilUkur, hitungHasil } from './hasil-ukur.ts'
import { ambilKertasKerja, type BarisKertas, type CatatanUnit } from './kueri.ts'
import { kartuUkur } from './metodologi.ts'

/** A figure as a source holds it. */
export type AngkaSumber = {
  readonly status: StatusIsian
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
  readonly nilai: string | null
  readonly alasanTidakBerlaku: string
  readonly sumberBarisId: string | null
  readonly sumberBukti: number
  readonly catatanUnit: CatatanUnit
  readonly sumberAngka: string
}
export const TANPA_ANGKA: AngkaSumber = {
  status: 'KOSONG',
  variabel: {},
  kategori: null,
  nilai: null,
  alasanTidakBerlaku: '',
  sumberBarisId: null,
  sumberBukti: 0,
  catatanUnit: {},
  sumberAngka: '',
}

type Dasar = Pick<BarisKertas, 'kartu' | 'metodologi' | 'target' | 'jatuhTempo' | 'lalu'>
type Angka = Pick<AngkaSumber, 'status' | 'variabel' | 'kategori' | 'nilai' | 'alasanTidakBerlaku'>

/** What the arithmetic gets: the figures with the card as it is measured in this siklus. */
export const bahanHitung = (b: Dasar, angka: Angka): BahanHitung => ({
  ...angka,
  kartu: kartuUkur(b.kartu, b.metodologi),
  target: b.target,
  jatuhTempo: b.jatuhTempo,
  lalu: b.lalu,
})

/** The value from its variables by the method of this siklus; without variables it stays as the source has it, unless the method is another. */
export function nilaiMenurutMetode(b: Pick<BarisKertas, 'kartu' | 'metodologi'>, angka: Angka): string | null {
  if (angka.status !== 'TERISI') return angka.nilai
  const hasil = hitungNilaiBaris(kartuUkur(b.kartu, b.metodologi), angka)
  if (hasil.jenis === 'NILAI') return hasil.nilai
  return b.metodologi.metode === b.kartu.metode ? angka.nilai : null
}

/** Result of a row with figures that are about to be written. */
export const hasilBaris = (
  b: Dasar,
  angka: Angka,
  { siklus, skala }: { siklus: BarisSiklus; skala: Skala },
): HasilUkur => hitungHasil(bahanHitung(b, angka), { periode: siklus.periode, skala })

/** Writes the figures of a source into all open rows and computes them; a row the source does not know stays blank. */
export async function isiAngka(
  tx: Tx,
  pelaku: Pelaku,
  { siklus, angka }: { siklus: BarisSiklus; angka: (b: BarisKertas) => AngkaSumber | null },
): Promise<void> {
  const { skala } = await tetapkanAturan(tx, pelaku, siklus)
  for (const b of (await ambilKertasKerja(tx, siklus)).baris) {
    if (!b.terbuka) continue
    const ada = angka(b) ?? TANPA_ANGKA
    const isi = { ...ada, nilai: nilaiMenurutMetode(b, ada) }
    await tulisAngka(tx, siklus, { b, data: { ...isi, hasil: hasilBaris(b, isi, { siklus, skala }) as object } })
  }
}

/** Computes all rows anew, with the methodology and the scale as they are now. */
export async function hitungSemua(tx: Tx, pelaku: Pelaku, siklus: BarisSiklus): Promise<void> {
  const { skala } = await tetapkanAturan(tx, pelaku, siklus)
  for (const b of (await ambilKertasKerja(tx, siklus)).baris) {
    const nilai = nilaiMenurutMetode(b, b)
    await tulisAngka(tx, siklus, {
      b,
      data: { nilai, hasil: hasilBaris(b, { ...b, nilai }, { siklus, skala }) as object },
    })
  }
}

/** The rules of the year as they are now, kept with the Kertas Kerja that is computed by them. */
async function tetapkanAturan(tx: Tx, pelaku: Pelaku, siklus: BarisSiklus): Promise<{ skala: Skala }> {
  const aturan: AturanNilai = await ambilAturanNilai(tx, pelaku, siklus.tahun)
  await tx.kertasKerja.updateMany({
    where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId },
    data: { aturan: aturan as object },
  })
  const { nama, sumber, kelas } = aturan
  return { skala: { nama, sumber, kelas } }
}

type Tulis = { readonly b: BarisKertas; readonly data: object }
async function tulisAngka(tx: Tx, { kecamatanId }: BarisSiklus, { b, data }: Tulis): Promise<void> {
  const { count } = await tx.barisKertasKerja.updateMany({ where: { id: b.id, kecamatanId }, data })
  if (count === 0) throw galat.sudahBerubah('Kertas Kerja')
}
