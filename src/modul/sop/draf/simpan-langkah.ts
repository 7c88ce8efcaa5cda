import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { type DefinisiSop, MAKS_LANGKAH } from '../definisi.ts'
import { type IsianLangkah, langkahDari } from './isian-langkah.ts'
import { gantiLangkah, type LangkahLepas, lepas, sisipkanLangkah } from './rangkaian.ts'
import { bedaBagian, pastikanSidik, ubahDraf } from './ubah-draf.ts'

/** Puts a new step after another one (null: at the beginning). Throws Galat 403, 404, 409. */
export const tambahLangkah = (
  db: BasisData,
  pelaku: Pelaku,
  { id, sesudah }: { id: string; sesudah: string | null },
  isian: IsianLangkah,
): Promise<void> =>
  ubahDraf(db, pelaku, id, ({ definisi: lama }) => {
    const langkah = langkahDari(isian)
    const terpakai = lama.langkah.some((l) => l.kode === langkah.kode)
    const hilang = sesudah !== null && !lama.langkah.some((l) => l.kode === sesudah)
    if (terpakai || hilang) throw galat.sudahBerubah('Daftar langkah')
    if (lama.langkah.length >= MAKS_LANGKAH)
      throw galat.bentrok(`Satu SOP memuat paling banyak ${MAKS_LANGKAH} langkah.`)
    return {
      definisi: sisipkanLangkah(lama, langkah, sesudah),
      peristiwa: 'sop.langkah-ditambah',
      rincian: { kode: langkah.kode, uraian: langkah.uraian, sesudah },
    }
  })

/** Saves a step; what points to it follows a new code. Throws Galat 403, 404, 409. */
export const simpanLangkah = (
  db: BasisData,
  pelaku: Pelaku,
  { id, kode }: { id: string; kode: string },
  isian: IsianLangkah,
): Promise<void> =>
  ubahDraf(db, pelaku, id, ({ definisi: lama }) => {
    const ada = ambilLangkahDraf(lama, kode)
    pastikanSidik(ada, isian.sidik, `Langkah ${ada.nomor}`)
    const langkah = langkahDari(isian)
    return {
      definisi: gantiLangkah(lama, kode, langkah),
      peristiwa: 'sop.langkah-diubah',
      rincian: { kode, uraian: ada.uraian, ...bedaBagian(ada, langkah) },
      selesai: ({ letak }) => letak.startsWith(`Langkah ${kode},`),
    }
  })

/** A step of a draft by its code, with "the next of the list" left open; 404 when there is none. */
export function ambilLangkahDraf(definisi: DefinisiSop, kode: string): LangkahLepas {
  const ada = lepas(definisi).find((l) => l.kode === kode)
  if (!ada) throw galat.tidakDitemukan('Langkah')
  return ada
}
