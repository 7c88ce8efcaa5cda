import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type AlamatLangkah,
  type KonteksLangkah,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
  ubahLangkah,
} from '../siklus/index.ts'
import type { IsianNaskah } from './isian-naskah.ts'
import { ambilNaskah } from './kueri.ts'

/** Saves the draft. Throws Galat 403, 404, 409. */
export const simpanNaskah = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah, isian: IsianNaskah): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, (tx, konteks) => tulisNaskah(tx, pelaku, { konteks, isian }))

/**
 * The document is ready to be signed: last text, then the step is finished and its document stored as it is signed
 * (SOP Kecamatan Muara Papalik, langkah 12). The SOP's pelaksana only. Throws Galat 403, 404, 409, 422.
 */
export const selesaikanNaskah = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianNaskah; readonly penyelesaian: Penyelesaian },
) =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      await tulisNaskah(tx, pelaku, { konteks, isian })
      if (!menutup || kembali) return
      const { id, judul, nomor } = await ambilNaskah(tx, konteks)
      await catatJejak(tx, pelaku, {
        peristiwa: 'naskah.disusun',
        objekJenis: 'naskah',
        objekId: id,
        siklusId: konteks.siklus.id,
        rincian: { judul, nomor, putaran: konteks.langkah.putaran },
        sebagai: peranPelaksana(konteks),
      })
    },
  })

/** Writes the text by compare-and-set and records old and new, inside the caller's transaction. */
async function tulisNaskah(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian }: { konteks: KonteksLangkah; isian: IsianNaskah },
): Promise<void> {
  const { id, versi: _, ...semula } = await ambilNaskah(tx, konteks)
  const { versi, ...isi } = isian
  const { count } = await tx.naskah.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId, versi },
    data: { ...isi, tanggal: new Date(isi.tanggal), versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Naskah ini')
  await catatJejak(tx, pelaku, {
    peristiwa: 'naskah.disimpan',
    objekJenis: 'naskah',
    objekId: id,
    siklusId: konteks.siklus.id,
    rincian: { judul: isi.judul, ...perubahanIsian<Record<string, string | null>>(semula, isi) },
    sebagai: peranPelaksana(konteks),
  })
}
