import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, type HasilPenyelesaian, type Penyelesaian, selesaikanLangkah } from '../siklus/index.ts'
import { bekukanRekap, pengisiRekap } from './bekukan-rekap.ts'

type Kiriman = {
  readonly isian: { readonly versi: number; readonly catatan: string }
  readonly penyelesaian: Penyelesaian
}

/**
 * Freezes the recap as the next version and finishes the step; where the SOP wants several to act, the act of the last
 * one freezes it. Everybody whose work it holds counts as having submitted. Throws Galat 403, 404, 409, 422.
 */
export const selesaikanRekap = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: Kiriman,
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup }) => {
      if (konteks.siklus.versi !== isian.versi) throw galat.sudahBerubah('Siklus')
      if (menutup) await bekukanRekap(tx, pelaku, { konteks, catatan: isian.catatan })
    },
    turutMengisi: (tx, konteks) => pengisiRekap(tx, pelaku, konteks),
  })
