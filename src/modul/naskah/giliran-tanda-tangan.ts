import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bolaKonteks, type KonteksLangkah, kolomBertindak, kolomPelaku, namaPelaksana } from '../siklus/index.ts'

type Konteks = KonteksLangkah

/** Columns that have not signed yet, in the order of the SOP; [] while the step is not open. */
export function kolomTersisa({ siklus, langkah, def, bagian }: Konteks): readonly string[] {
  if (langkah.status !== 'BERJALAN' || siklus.status !== 'BERJALAN') return []
  if (bagian.length === 0) return def.pelaksana
  return def.pelaksana.filter((k) => bagian.some((b) => b.pelaksana === k && b.status === 'BERJALAN'))
}

/** Columns whose turn it is: all must sign one after the other, or any one of them does. */
export function kolomGiliran(konteks: Konteks): readonly string[] {
  const sisa = kolomTersisa(konteks)
  return konteks.bagian.length > 0 ? sisa.slice(0, 1) : sisa
}

/** The column as which this person signs now, the own one or in the stead of who may not; null when it is not this person's turn. */
export function kolomSaya(konteks: Konteks, pelaku: Pelaku): string | null {
  const kolom = kolomBertindak(bolaKonteks(konteks), pelaku)
  return kolomGiliran(konteks).find((k) => kolom.includes(k)) ?? null
}

/** Throws 409 with who comes first, for somebody whose column signs later. */
export function pastikanTidakMendahului(konteks: Konteks, pelaku: Pelaku): void {
  const kolom = kolomPelaku(konteks.siklus.definisi, pelaku)
  const giliran = kolomGiliran(konteks)
  const kelak = kolomTersisa(konteks).filter((k) => !giliran.includes(k))
  if (
    kelak.some((k) => kolom.includes(k)) &&
    kolomSaya(konteks, pelaku) === null &&
    !giliran.some((k) => kolom.includes(k))
  )
    pastikanGiliranSaya(konteks, pelaku)
}

/** The column as which this person signs; throws 409 with who comes first. */
export function pastikanGiliranSaya(konteks: Konteks, pelaku: Pelaku): string {
  const kolom = kolomSaya(konteks, pelaku)
  if (kolom === null)
    throw galat.bentrok(
      `Menunggu tanda tangan ${namaPelaksana(konteks, kolomGiliran(konteks))} lebih dahulu, menurut urutan di SOP.`,
    )
  return kolom
}

/**
 * May this person record a signature on paper for others: who wrote the document (pelaksana of the step it comes from,
 * or of the step before), and who assists by the SOP.
 */
export function bolehMencatat(konteks: Konteks, pelaku: Pelaku, kodeAsal: string | null): boolean {
  const { definisi } = konteks.siklus
  const asal = definisi.langkah.filter((l) =>
    kodeAsal === null ? l.berikutnya.includes(konteks.def.kode) : l.kode === kodeAsal,
  )
  const penyiap = [...asal.flatMap((l) => l.pelaksana), ...konteks.def.dibantu]
  return kolomPelaku(definisi, pelaku).some((k) => penyiap.includes(k))
}
