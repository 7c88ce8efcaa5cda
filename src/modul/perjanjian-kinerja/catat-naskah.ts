import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import { catatTindakan, kunciPk } from './ubah-keadaan.ts'

type Naskah = {
  readonly id: string
  readonly versi: number
  readonly berkas: BerkasDiterima
  readonly gudang: Gudang
}

/** Records the approval that a superior outside the office gave on paper, with its scan. Throws Galat 403, 404, 409. */
export const catatPersetujuan = (
  db: BasisData,
  pelaku: Pelaku,
  { id, versi, nama, berkas, gudang }: Naskah & { readonly nama: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const pk = await kunciPk(tx, pelaku, { id, versi, tindakan: 'CATAT_SETUJU' })
    const { id: berkasSetujuId } = await simpan(tx, pelaku, { berkas, gudang })
    await catatTindakan(tx, pelaku, pk, {
      tindakan: 'CATAT_SETUJU',
      data: { namaKedua: nama, berkasSetujuId },
      catatan: `Disetujui ${nama}; pindaian ${berkas.nama}`,
      rincian: { kedua: nama, berkas: berkas.nama },
    })
  })

/**
 * Records the signed paper: number, date, scan. The date tells who signs for both parties. Field errors, or null when done.
 * Throws Galat 403, 404, 409.
 */
export const catatTandaTangan = (
  db: BasisData,
  pelaku: Pelaku,
  { id, versi, nomor, tanggal, berkas, gudang }: Naskah & { readonly nomor: string; readonly tanggal: string },
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const pk = await kunciPk(tx, pelaku, { id, versi, tindakan: 'TANDATANGANI' })
    const tahun = Number(tanggal.slice(0, 4))
    if (tahun !== pk.tahun && tahun !== pk.tahun - 1)
      return { tanggal: `Perjanjian ini untuk tahun ${pk.tahun}. Periksa tahun pada tanggal naskahnya.` }
    const { id: berkasTandaTanganId } = await simpan(tx, pelaku, { berkas, gudang })
    await catatTindakan(tx, pelaku, pk, {
      tindakan: 'TANDATANGANI',
      data: { nomor, tanggal: new Date(tanggal), berkasTandaTanganId },
      catatan: `Nomor ${nomor}, tanggal ${tanggalPanjang(tanggal)}; pindaian ${berkas.nama}`,
      rincian: { nomor, tanggal, berkas: berkas.nama },
    })
    return null
  })

const simpan = (tx: Tx, pelaku: Pelaku, { berkas, gudang }: Pick<Naskah, 'berkas' | 'gudang'>) =>
  simpanBerkas(tx, pelaku, { gudang, berkas, milik: { siklusId: null, unitId: null } })
