import type { BasisData } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { type Kiriman, tulisDisposisi } from './simpan-disposisi.ts'

/**
 * Issues the disposition: the pelaksana of the SOP (the Camat) only. Its deadline becomes the deadline of the siklus, the
 * step is finished, the next one opens. Where the SOP wants several to act the last of them issues it. Throws Galat 403, 404, 409, 422.
 */
export const terbitkanDisposisi = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { penyelesaian, ...kiriman }: Kiriman & { readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      const { id } = await tulisDisposisi(tx, pelaku, { konteks, ...kiriman })
      if (!menutup || kembali) return
      const { tenggat, diteruskanKepada, instruksi } = kiriman.isian
      await tx.disposisi.updateMany({
        where: { id, kecamatanId: pelaku.kecamatanId },
        data: { diterbitkanPada: jam.sekarang() },
      })
      if (tenggat)
        await tx.siklus.updateMany({
          where: { id: konteks.siklus.id, kecamatanId: pelaku.kecamatanId },
          data: { tenggat: new Date(tenggat) },
        })
      await catatJejak(tx, pelaku, {
        peristiwa: 'disposisi.diterbitkan',
        objekJenis: 'disposisi',
        objekId: id,
        siklusId: konteks.siklus.id,
        rincian: {
          diteruskanKepada,
          instruksi,
          tenggat: { lama: konteks.siklus.tenggat, baru: tenggat ?? konteks.siklus.tenggat },
        },
        sebagai: peranPelaksana(konteks),
      })
    },
  })
