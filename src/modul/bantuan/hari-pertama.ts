import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { panduanSaya } from './cari-bantuan.ts'
import { ambilHariPertama, type BahanHariPertama } from './kueri-hari-pertama.ts'
import { type Potongan, uraiNaskah } from './urai-naskah.ts'

/** The tour as the home page shows it. */
export type HariPertama = {
  readonly judulPeran: string
  readonly panduan: string
  readonly jumlahSelesai: number
  readonly langkah: readonly {
    readonly kode: string
    readonly judul: string
    readonly alamat: string
    readonly uraian: readonly Potongan[]
    readonly selesai: boolean
    /** the person ticks it; otherwise the data tells */
    readonly dicentangSendiri: boolean
  }[]
}

/** The tour of the person's leading role; null when it is hidden or the role has none. */
export function susunHariPertama(pelaku: Pick<Pelaku, 'peran'>, bahan: BahanHariPertama): HariPertama | null {
  const [panduan] = panduanSaya(pelaku)
  if (!panduan || bahan.disembunyikan) return null
  const langkah = panduan.hariPertama.map(({ kode, judul, alamat, uraian, bukti }) => ({
    kode,
    judul,
    alamat,
    uraian: uraiNaskah(uraian),
    selesai: bukti ? (bahan.bukti?.[bukti] ?? false) : bahan.dicentang.includes(kode),
    dicentangSendiri: !bukti,
  }))
  return {
    judulPeran: panduan.nama,
    panduan: `/bantuan/peran/${panduan.kode}`,
    jumlahSelesai: langkah.filter((l) => l.selesai).length,
    langkah,
  }
}

/** Reads and arranges the tour for the home page. */
export const muatHariPertama = async (db: BasisData, pelaku: Pelaku): Promise<HariPertama | null> =>
  susunHariPertama(pelaku, await ambilHariPertama(db, pelaku))
