import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsianPemindahan } from './isian-penghapusan.ts'
import { tukar, ubahRangkaian } from './rangkaian.ts'
import { ambilKolom } from './simpan-kolom.ts'
import { ambilLangkahDraf } from './simpan-langkah.ts'
import { pastikanVersi, ubahDraf } from './ubah-draf.ts'

type Alamat = { readonly id: string; readonly kode: string }

/** Moves a step up or down by one. Throws Galat 403, 404, 409. */
export const pindahkanLangkah = (
  db: BasisData,
  pelaku: Pelaku,
  { id, kode }: Alamat,
  { versi, arah }: IsianPemindahan,
): Promise<void> =>
  ubahDraf(db, pelaku, id, (lama) => {
    const { uraian } = ambilLangkahDraf(lama.definisi, kode)
    pastikanVersi(lama, versi)
    const definisi = ubahRangkaian(lama.definisi, (langkah) => tukar(langkah, kode, arah))
    return { definisi, peristiwa: 'sop.langkah-dipindahkan', rincian: { kode, uraian, arah } }
  })

/** Moves a column left or right by one. Throws Galat 403, 404, 409. */
export const pindahkanKolom = (
  db: BasisData,
  pelaku: Pelaku,
  { id, kode }: Alamat,
  { versi, arah }: IsianPemindahan,
): Promise<void> =>
  ubahDraf(db, pelaku, id, (lama) => {
    const { nama } = ambilKolom(lama.definisi.pelaksana, kode)
    pastikanVersi(lama, versi)
    const definisi = { ...lama.definisi, pelaksana: tukar(lama.definisi.pelaksana, kode, arah) }
    return { definisi, peristiwa: 'sop.pelaksana-dipindahkan', rincian: { nama, arah } }
  })
