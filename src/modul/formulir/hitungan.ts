import type { BarisAnggaranIsian, BarisIsian, FormulirUnit } from './kueri.ts'

/** Foot of a form: due indicator rows and budget rows together. */
export type Hitungan = { readonly dari: number; readonly terisi: number; readonly tanpaBukti: number }

/** A filled row that is due and whose card asks for evidence has none. */
export const tanpaBukti = (b: Pick<BarisIsian, 'jatuhTempo' | 'status' | 'kartu' | 'jumlahBukti'>): boolean =>
  b.jatuhTempo && b.status === 'TERISI' && b.kartu.buktiWajib && b.jumlahBukti === 0

/** Counts rows that must be reported, those answered (filled or not applicable), and those without required evidence. */
export function hitungIsian({
  baris,
  anggaran,
}: {
  baris: readonly BarisIsian[]
  anggaran: readonly BarisAnggaranIsian[]
}): Hitungan {
  const wajib = [...baris.filter((b) => b.jatuhTempo), ...anggaran]
  return {
    dari: wajib.length,
    terisi: wajib.filter((b) => b.status !== 'KOSONG').length,
    tanpaBukti: baris.filter(tanpaBukti).length,
  }
}

/** What is looked at when a form comes in: due rows, answered ones, without required evidence, with an obstacle. */
export const hitungPenerimaan = (
  formulir: Pick<FormulirUnit, 'baris' | 'anggaran'>,
): Hitungan & { readonly kendala: number } => ({
  ...hitungIsian(formulir),
  kendala: formulir.baris.filter((b) => b.kendala !== '').length,
})

/** "12 dari 14 terisi · 1 tanpa bukti". */
export const teksHitungan = ({ dari, terisi, tanpaBukti: tanpa }: Hitungan): string =>
  `${terisi} dari ${dari} terisi${tanpa > 0 ? ` · ${tanpa} tanpa bukti` : ''}`

/** What keeps a form from being handed in, in sentences; empty: it may be. */
export function kekuranganFormulir({
  baris,
  anggaran,
}: {
  baris: readonly BarisIsian[]
  anggaran: readonly BarisAnggaranIsian[]
}): string[] {
  const kosong = [
    ...baris.filter((b) => b.jatuhTempo && b.status === 'KOSONG').map((b) => b.kartu.nama),
    ...anggaran.filter((a) => a.status === 'KOSONG').map((a) => `anggaran ${a.nama}`),
  ]
  const polos = baris.filter(tanpaBukti).map((b) => b.kartu.nama)
  const hasil: string[] = []
  if (kosong.length > 0) hasil.push(`Belum diisi: ${sebut(kosong)}. Isi, atau tandai tidak diukur beserta alasannya.`)
  if (polos.length > 0)
    hasil.push(`Belum ada bukti: ${sebut(polos)}. Lampirkan berkas, tautan, atau tempat dokumen kertasnya.`)
  return hasil
}

const MAKS_SEBUT = 5
const sebut = (nama: readonly string[]): string =>
  nama.length > MAKS_SEBUT
    ? `${nama.slice(0, MAKS_SEBUT).join('; ')}; dan ${nama.length - MAKS_SEBUT} lagi`
    : nama.join('; ')
