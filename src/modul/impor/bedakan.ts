import { cariDesimal, teksDesimal } from '../../inti/angka/index.ts'
import { kunciBaris } from './baca-isi.ts'
import type { IsiBuku, KolomImpor, LembarImpor, NilaiBaris, PersiapanImpor, Perubahan, SalahBaris } from './definisi.ts'

export const STATUS_BARIS = ['BARU', 'BERUBAH', 'SAMA', 'DITOLAK'] as const
export type StatusBaris = (typeof STATUS_BARIS)[number]

/** One row of the preview. `lama`: what is there, null for a new row; `baru`: what will be there. */
export type BarisBeda = {
  readonly lembar: string
  readonly nomor: number
  readonly status: StatusBaris
  readonly lama: NilaiBaris | null
  readonly baru: NilaiBaris
  readonly salah: readonly { readonly kolom: string | null; readonly pesan: string }[]
}

/**
 * Compares the rows of a file with those that are there, by key. A column that the file lacks keeps what it has. Rows that
 * are there but not in the file stay as they are: an import never takes away. Rows named in `salah` are refused. Pure;
 * the result does not depend on the order of the rows that are there.
 */
export function bedakan(
  { lembar, kini }: Pick<PersiapanImpor, 'lembar' | 'kini'>,
  isi: IsiBuku,
  salah: readonly SalahBaris[],
): BarisBeda[] {
  return lembar.flatMap((satu) => {
    const ada = new Map((kini[satu.kode] ?? []).map((nilai) => [kunciBaris(satu, nilai), nilai]))
    const keluhan = new Map<number, SalahBaris[]>()
    for (const s of salah) if (s.lembar === satu.kode) keluhan.set(s.nomor, [...(keluhan.get(s.nomor) ?? []), s])
    const terbaca = new Map((isi[satu.kode] ?? []).map((b) => [b.nomor, b.nilai]))
    const nomor = [...new Set([...terbaca.keys(), ...keluhan.keys()])].sort((a, b) => a - b)
    return nomor.map((n) => {
      const nilai = terbaca.get(n)
      const lama = nilai ? (ada.get(kunciBaris(satu, nilai)) ?? null) : null
      return bedaBaris(satu, { nomor: n, nilai: nilai ?? {}, lama, salah: keluhan.get(n) ?? [] })
    })
  })
}

type Bahan = { nomor: number; nilai: NilaiBaris; lama: NilaiBaris | null; salah: readonly SalahBaris[] }
function bedaBaris(lembar: LembarImpor, { nomor, nilai, lama, salah }: Bahan): BarisBeda {
  const baru = susunBaru(lembar, nilai, lama)
  const status: StatusBaris =
    salah.length > 0
      ? 'DITOLAK'
      : lama === null
        ? 'BARU'
        : kolomBerubah(lembar, lama, baru).length > 0
          ? 'BERUBAH'
          : 'SAMA'
  const keluhan = salah.map(({ kolom, pesan }) => ({ kolom, pesan }))
  return { lembar: lembar.kode, nomor, status, lama: lama && hanyaKolom(lembar, lama), baru, salah: keluhan }
}

const kolomIsi = ({ kolom }: LembarImpor): readonly KolomImpor[] => kolom.filter((k) => !k.hanyaBaca)

const hanyaKolom = (lembar: LembarImpor, nilai: NilaiBaris): NilaiBaris =>
  Object.fromEntries(kolomIsi(lembar).map((k) => [k.kode, nilai[k.kode] || null]))

/** Every column: the file's, or where the file lacks it what is there. The key keeps the spelling that is there. */
const susunBaru = (lembar: LembarImpor, nilai: NilaiBaris, lama: NilaiBaris | null): NilaiBaris =>
  Object.fromEntries(
    kolomIsi(lembar).map((k) => [
      k.kode,
      (k.kunci && lama) || !(k.kode in nilai) ? lama?.[k.kode] || null : nilai[k.kode] || null,
    ]),
  )

/** Columns whose value differs; 4500000.00 is 4500000, empty text is blank, blank is not zero. */
export const kolomBerubah = (lembar: Pick<LembarImpor, 'kolom'>, lama: NilaiBaris, baru: NilaiBaris): KolomImpor[] =>
  lembar.kolom.filter((k) => !k.hanyaBaca && !samaNilai(k, lama[k.kode] || null, baru[k.kode] || null))

function samaNilai({ jenis }: KolomImpor, lama: string | null, baru: string | null): boolean {
  if (lama === null || baru === null || jenis === 'teks' || jenis === 'pilihan' || jenis === 'tanggal')
    return lama === baru
  return polos(lama) === polos(baru)
}

const polos = (teks: string): string => {
  const angka = cariDesimal(teks)
  return angka ? teksDesimal(angka) : teks
}

/** What an application has to write, in the order of sheets and rows. */
export const perubahanDari = (beda: readonly BarisBeda[]): Perubahan[] =>
  beda
    .filter((b) => b.status === 'BARU' || b.status === 'BERUBAH')
    .map(({ lembar, lama, baru }) => ({ lembar, lama, baru }))

/** The way back: last row first, new becomes old. */
export const kebalikan = (perubahan: readonly Perubahan[]): Perubahan[] =>
  perubahan.map(({ lembar, lama, baru }) => ({ lembar, lama: baru, baru: lama })).reverse()
