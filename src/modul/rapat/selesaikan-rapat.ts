import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { buatTindakLanjut, daftarTindakLanjut } from '../tindak-lanjut/index.ts'
import type { IsianRapat } from './isian.ts'
import type { HasilGabung } from './kelengkapan-rapat.ts'
import { tulisRapat } from './simpan-rapat.ts'

/**
 * Saves and finishes the meeting: the SOP's pelaksana only. Each decision becomes a follow-up; invitation, attendance list
 * and minutes are stored. One transaction. Throws Galat 403, 404, 409, 422.
 */
export const selesaikanRapat = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianRapat; readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      const { keputusan } = await tulisRapat(tx, pelaku, { konteks, isian })
      if (menutup && !kembali) await teruskanKeputusan(tx, pelaku, { konteks, keputusan })
    },
  })

/** Finished a second time after a return, a decision that is already followed is not followed twice. */
async function teruskanKeputusan(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, keputusan }: { konteks: KonteksLangkah; keputusan: HasilGabung['keputusan'] },
) {
  const { siklus, langkah } = konteks
  const sudah = new Set((await daftarTindakLanjut(tx, pelaku, { siklusId: siklus.id })).map((t) => t.uraian))
  for (const k of keputusan.filter(({ apa }) => !sudah.has(apa)))
    await buatTindakLanjut(tx, pelaku, {
      siklusId: siklus.id,
      langkahId: langkah.id,
      sumber: 'RAPAT',
      uraian: k.apa,
      penanggungJawab: k.siapa,
      pegawaiId: k.pegawaiId,
      tenggat: k.kapan,
    })
}
