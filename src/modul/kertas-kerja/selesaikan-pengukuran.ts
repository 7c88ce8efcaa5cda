import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { hitungSemua } from './ambil-angka.ts'
import { catatRealisasiUkur } from './catat-realisasi-ukur.ts'
import { cariKertasKerja } from './kueri.ts'

/**
 * Finishes the measuring: everything is computed once more by the scale as it is now. Where no telaah follows, nobody
 * approves the figures later, so they enter the history of the indicators here. Throws Galat 403, 404, 409, 422.
 */
export const selesaikanPengukuran = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  penyelesaian: Penyelesaian,
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      if (!menutup || kembali) return
      await hitungSemua(tx, pelaku, konteks.siklus)
      if (!adaTelaahSesudah(konteks)) await catatRealisasiUkur(tx, konteks.siklus)
    },
    turutMengisi: pengisiKertas,
  })

/** Everybody who wrote in the Kertas Kerja: none of them decides on it later. */
async function pengisiKertas(tx: Tx, { siklus }: KonteksLangkah): Promise<string[]> {
  const kertas = await cariKertasKerja(tx, siklus)
  return [...new Set((kertas?.baris ?? []).flatMap((b) => b.diubahOlehId ?? []))]
}

const adaTelaahSesudah = ({ siklus, langkah, semuaLangkah }: KonteksLangkah): boolean =>
  semuaLangkah.some(
    (l) => l.urut > langkah.urut && siklus.definisi.langkah.some((d) => d.kode === l.kode && d.jenis === 'telaah'),
  )
