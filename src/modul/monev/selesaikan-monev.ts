import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { buatTindakLanjut } from '../tindak-lanjut/index.ts'
import { daftarTemuan } from './kueri.ts'

/** Finishes the step: each recommendation becomes a follow-up of the person it names, once. Throws Galat 403, 404, 409. */
export const selesaikanMonev = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  penyelesaian: Penyelesaian,
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      if (menutup && !kembali) await terbitkanTindakLanjut(tx, pelaku, konteks)
    },
  })

async function terbitkanTindakLanjut(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus, langkah } = konteks
  for (const t of await daftarTemuan(tx, konteks)) {
    if (t.rekomendasi === '' || t.tindakLanjutId !== null) continue
    const tindakLanjutId = await buatTindakLanjut(tx, pelaku, {
      siklusId: siklus.id,
      langkahId: langkah.id,
      sumber: 'MONEV',
      uraian: t.rekomendasi,
      penanggungJawab: t.penanggungJawab,
      pegawaiId: t.pegawaiId,
      tenggat: t.tenggat,
    })
    await tx.temuanMonev.updateMany({
      where: { id: t.id, kecamatanId: siklus.kecamatanId },
      data: { tindakLanjutId, versi: { increment: 1 } },
    })
  }
}
