import { z } from 'zod'
import { PERAN } from '../../../inti/pelaku.ts'
import { type DefinisiSop, type PelaksanaSop, POLA_KODE } from '../definisi.ts'
import type { KantorSop } from '../kantor-sop.ts'
import { pilihanDari, satuBaris, sidikIsian } from './isian.ts'

/** What can be ticked behind a column: the office's own, and what the draft names already though the office has not. */
export function pilihanKolom(kantor: KantorSop, lama: PelaksanaSop | null) {
  return {
    jabatan: [...new Set([...kantor.jabatan.map((j) => j.kode), ...(lama?.jabatan ?? [])])],
    unit: [...new Set([...kantor.unit.map((u) => u.kode), ...(lama?.unit ?? [])])],
  }
}

/** The page of a column of the sheet. `lama`: the column that is edited; null for a new one. */
export function isianKolom(definisi: DefinisiSop, kantor: KantorSop, lama: PelaksanaSop | null) {
  const lain = definisi.pelaksana.map((p) => p.kode).filter((kode) => kode !== lama?.kode)
  const { jabatan, unit } = pilihanKolom(kantor, lama)
  return z
    .object({
      sidik: sidikIsian,
      nama: satuBaris(200, 'Tulis nama kolom seperti pada lembar SOP.'),
      kode: satuBaris(40),
      peran: pilihanDari(PERAN),
      jabatan: pilihanDari(jabatan),
      unit: pilihanDari(unit),
    })
    .transform((isian) => ({ ...isian, kode: isian.kode || lama?.kode || kodeDariNama(isian.nama, lain) }))
    .refine((isian) => POLA_KODE.test(isian.kode), {
      path: ['kode'],
      message: 'Tulis kode dengan huruf besar, angka, titik, atau tanda hubung, misalnya TIM-SAKIP.',
    })
    .refine((isian) => !lain.includes(isian.kode), { path: ['kode'], message: 'Kode ini sudah dipakai kolom lain.' })
}
export type IsianKolom = z.output<ReturnType<typeof isianKolom>>

export const kolomDari = ({ sidik: _, ...kolom }: IsianKolom): PelaksanaSop => kolom

/** "Sekretaris Kecamatan" → "SEKRETARIS-KECAMATAN", with a number where that is taken. */
export function kodeDariNama(nama: string, terpakai: readonly string[]): string {
  const dasar =
    nama
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^[^A-Z]+|-+$/g, '')
      .slice(0, 36) || 'KOLOM'
  let kode = dasar
  for (let ke = 2; terpakai.includes(kode); ke++) kode = `${dasar}-${ke}`
  return kode
}

export const teksKolom = (kolom: PelaksanaSop): Record<string, string> => ({
  nama: kolom.nama,
  kode: kolom.kode,
  peran: kolom.peran.join('\n'),
  jabatan: kolom.jabatan.join('\n'),
  unit: kolom.unit.join('\n'),
})
