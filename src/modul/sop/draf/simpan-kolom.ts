import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { MAKS_PELAKSANA, type PelaksanaSop } from '../definisi.ts'
import { type IsianKolom, kolomDari } from './isian-kolom.ts'
import { gantiKolom } from './rangkaian.ts'
import { bedaBagian, pastikanSidik, ubahDraf } from './ubah-draf.ts'

/** Adds a column of the sheet at the right. Throws Galat 403, 404, 409. */
export const tambahKolom = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianKolom): Promise<void> =>
  ubahDraf(db, pelaku, id, ({ definisi: lama }) => {
    const kolom = kolomDari(isian)
    if (lama.pelaksana.some((p) => p.kode === kolom.kode)) throw galat.sudahBerubah('Kolom pelaksana')
    if (lama.pelaksana.length >= MAKS_PELAKSANA)
      throw galat.bentrok(`Satu lembar SOP memuat paling banyak ${MAKS_PELAKSANA} kolom pelaksana.`)
    return {
      definisi: { ...lama, pelaksana: [...lama.pelaksana, kolom] },
      peristiwa: 'sop.pelaksana-ditambah',
      rincian: { nama: kolom.nama, baru: kolom },
    }
  })

/** Saves a column; steps follow a new code. Throws Galat 403, 404, 409. */
export const simpanKolom = (
  db: BasisData,
  pelaku: Pelaku,
  { id, kode }: { id: string; kode: string },
  isian: IsianKolom,
): Promise<void> =>
  ubahDraf(db, pelaku, id, ({ definisi: lama }) => {
    const ada = ambilKolom(lama.pelaksana, kode)
    pastikanSidik(ada, isian.sidik, `Kolom ${ada.nama}`)
    const kolom = kolomDari(isian)
    return {
      definisi: gantiKolom(lama, kode, kolom),
      peristiwa: 'sop.pelaksana-diubah',
      rincian: { nama: ada.nama, ...bedaBagian(ada, kolom) },
      selesai: ({ letak }) => letak.startsWith(`Pelaksana ${kode},`),
    }
  })

/** A column by its code; 404 when the draft has none. */
export function ambilKolom(pelaksana: readonly PelaksanaSop[], kode: string): PelaksanaSop {
  const ada = pelaksana.find((p) => p.kode === kode)
  if (!ada) throw galat.tidakDitemukan('Kolom pelaksana')
  return ada
}
