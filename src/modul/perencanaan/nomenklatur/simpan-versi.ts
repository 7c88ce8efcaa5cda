import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { NOMENKLATUR_BAWAAN } from './bawaan.ts'
import type { IsianVersiNomenklatur } from './isian.ts'
import { ambilVersi, daftarNomenklatur } from './kueri.ts'

export type HasilSimpan = { id: string; kesalahan: null } | { id: null; kesalahan: Kesalahan }

/** Brings in an edition, with the rows of another one, those of Takar, or none. Field errors, or its id. Throws Galat 404. */
export const buatVersi = (db: BasisData, pelaku: Pelaku, isi: IsianVersiNomenklatur): Promise<HasilSimpan> =>
  transaksi(db, pelaku, (tx) => tulisVersi(tx, pelaku, isi))

/** The same inside a transaction that is there already. */
export async function tulisVersi(
  tx: Tx,
  pelaku: Pelaku,
  { dari, versi: _, ...isi }: IsianVersiNomenklatur,
): Promise<HasilSimpan> {
  const { kecamatanId } = pelaku
  if ((await tx.versiNomenklatur.count({ where: { kecamatanId, nama: isi.nama } })) > 0)
    return { id: null, kesalahan: { nama: 'Versi dengan nama ini sudah ada. Buka versi itu, atau tulis nama lain.' } }
  const asal = await barisAsal(tx, pelaku, dari)
  const { id } = await tx.versiNomenklatur.create({ data: { kecamatanId, ...isi }, select: { id: true } })
  await tx.nomenklatur.createMany({ data: asal.map((baris) => ({ kecamatanId, versiId: id, ...baris })) })
  await catatJejak(tx, pelaku, {
    peristiwa: 'nomenklatur.versi-dibuat',
    objekJenis: 'versi-nomenklatur',
    objekId: id,
    rincian: { nama: isi.nama, berlakuTahun: isi.berlakuTahun, jumlah: asal.length },
    sebagai: PENULIS_KARTU,
  })
  return { id, kesalahan: null }
}

async function barisAsal(tx: Tx, pelaku: Pelaku, dari: IsianVersiNomenklatur['dari']) {
  if (dari === '') return []
  if (dari === 'BAWAAN') return NOMENKLATUR_BAWAAN
  const { id: versiId } = await ambilVersi(tx, pelaku, dari)
  const semua = await daftarNomenklatur(tx, pelaku, { versiId })
  return semua.map(({ tingkat, kode, nama, indikator, satuan, aktif }) => ({
    tingkat,
    kode,
    nama,
    indikator,
    satuan,
    aktif,
  }))
}

/** Changes name, source and first year of an edition. Field errors, or its id. Throws Galat 404, 409. */
export const ubahVersi = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, dari: _, ...isi }: IsianVersiNomenklatur,
): Promise<HasilSimpan> =>
  transaksi(db, pelaku, async (tx): Promise<HasilSimpan> => {
    const { kecamatanId } = pelaku
    const lama = await ambilVersi(tx, pelaku, id)
    if ((await tx.versiNomenklatur.count({ where: { kecamatanId, nama: isi.nama, id: { not: id } } })) > 0)
      return { id: null, kesalahan: { nama: 'Versi dengan nama ini sudah ada. Tulis nama lain.' } }
    const { count } = await tx.versiNomenklatur.updateMany({
      where: { id, kecamatanId, versi },
      data: { ...isi, versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Versi nomenklatur ini')
    await catatJejak(tx, pelaku, {
      peristiwa: 'nomenklatur.versi-diubah',
      objekJenis: 'versi-nomenklatur',
      objekId: id,
      rincian: { nama: isi.nama, lama: { nama: lama.nama, berlakuTahun: lama.berlakuTahun }, baru: isi },
      sebagai: PENULIS_KARTU,
    })
    return { id, kesalahan: null }
  })
