import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type BerkasDiterima, type Gudang, lampirkan } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
  ubahLangkah,
} from '../siklus/index.ts'
import { ambilTugas } from './kueri.ts'

export type Kiriman = {
  readonly isian: { readonly catatan: string; readonly versi: number }
  readonly berkas: readonly BerkasDiterima[]
  readonly gudang: Gudang
}

/** Saves note and files. Throws Galat 403, 404, 409. */
export const simpanTugas = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah, kiriman: Kiriman): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, (tx, konteks) => tulisTugas(tx, pelaku, { konteks, ...kiriman }))

/** Saves and finishes: the own part, where the SOP wants several to act, or decides. Throws Galat 403, 404, 409, 422. */
export const selesaikanTugas = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { penyelesaian, ...kiriman }: Kiriman & { readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: (tx, konteks) => tulisTugas(tx, pelaku, { konteks, ...kiriman }),
    catatan: kiriman.isian.catatan,
  })

export async function tulisTugas(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian, berkas, gudang }: Kiriman & { konteks: KonteksLangkah },
): Promise<void> {
  const lama = await ambilTugas(tx, konteks)
  const { count } = await tx.tugasLangkah.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi: isian.versi },
    data: { catatan: isian.catatan, versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Catatan langkah ini')
  await lampirkan(tx, pelaku, {
    gudang,
    berkas,
    tempat: { siklusId: konteks.siklus.id, langkahId: konteks.langkah.id },
  })
  if (lama.catatan !== isian.catatan)
    await catatJejak(tx, pelaku, {
      peristiwa: 'tugas-langkah.disimpan',
      objekJenis: 'tugas-langkah',
      objekId: lama.id,
      siklusId: konteks.siklus.id,
      rincian: { langkah: konteks.def.nomor, lama: { catatan: lama.catatan }, baru: { catatan: isian.catatan } },
      sebagai: peranPelaksana(konteks),
    })
}
