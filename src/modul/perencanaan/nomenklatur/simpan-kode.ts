import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import type { IsianNomenklatur } from './isian.ts'
import { ambilNomenklatur, ambilVersi } from './kueri.ts'
import type { HasilSimpan } from './simpan-versi.ts'

const KEMBAR = 'Kode ini sudah ada dalam versi ini.'
const umum = (id: string) => ({ objekJenis: 'nomenklatur', objekId: id, sebagai: PENULIS_KARTU }) as const

/** Adds a row to an edition. Field errors, or its id. Throws Galat 404. */
export const tambahKode = (
  db: BasisData,
  pelaku: Pelaku,
  { versiId, isi }: { versiId: string; isi: IsianNomenklatur },
): Promise<HasilSimpan> =>
  transaksi(db, pelaku, async (tx): Promise<HasilSimpan> => {
    await ambilVersi(tx, pelaku, versiId)
    return tulisKode(tx, pelaku, { versiId, isi })
  })

/** The same inside a transaction that is there already. */
export async function tulisKode(
  tx: Tx,
  pelaku: Pelaku,
  { versiId, isi: { versi: _, ...isi } }: { versiId: string; isi: IsianNomenklatur },
): Promise<HasilSimpan> {
  const { kecamatanId } = pelaku
  if ((await tx.nomenklatur.count({ where: { kecamatanId, versiId, kode: isi.kode } })) > 0)
    return { id: null, kesalahan: { kode: KEMBAR } }
  const { id } = await tx.nomenklatur.create({ data: { kecamatanId, versiId, ...isi }, select: { id: true } })
  await catatJejak(tx, pelaku, {
    peristiwa: 'nomenklatur.ditambah',
    ...umum(id),
    rincian: { kode: isi.kode, nama: isi.nama, baru: isi },
  })
  return { id, kesalahan: null }
}

/** Changes a row. Plans that picked it keep what they have. Field errors, or its id. Throws Galat 404, 409. */
export const ubahKode = (db: BasisData, pelaku: Pelaku, id: string, isi: IsianNomenklatur): Promise<HasilSimpan> =>
  transaksi(db, pelaku, (tx) => tulisUbahKode(tx, pelaku, id, isi))

/** The same inside a transaction that is there already. */
export async function tulisUbahKode(
  tx: Tx,
  pelaku: Pelaku,
  id: string,
  { versi, ...isi }: IsianNomenklatur,
): Promise<HasilSimpan> {
  const { kecamatanId } = pelaku
  const { kode, nama, indikator, satuan, tingkat, versiId } = await ambilNomenklatur(tx, pelaku, id)
  if ((await tx.nomenklatur.count({ where: { kecamatanId, versiId, kode: isi.kode, id: { not: id } } })) > 0)
    return { id: null, kesalahan: { kode: KEMBAR } }
  const beda = perubahanIsian<Record<string, unknown>>({ kode, nama, indikator, satuan, tingkat }, isi)
  if (Object.keys(beda.baru).length === 0) return { id: null, kesalahan: { nama: 'Tidak ada isian yang berubah.' } }
  const { count } = await tx.nomenklatur.updateMany({
    where: { id, kecamatanId, versi },
    data: { ...isi, versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Kode nomenklatur ini')
  await catatJejak(tx, pelaku, {
    peristiwa: 'nomenklatur.diubah',
    ...umum(id),
    rincian: { kode: isi.kode, nama: isi.nama, ...beda },
  })
  return { id, kesalahan: null }
}

type Keaktifan = { readonly versi: number; readonly aktif: boolean }
/** Takes a row out of what may be picked, or brings it back. Throws Galat 404, 409. */
export const aturKode = (db: BasisData, pelaku: Pelaku, id: string, isian: Keaktifan): Promise<string> =>
  transaksi(db, pelaku, async (tx) => {
    const { kode, nama, versiId } = await ambilNomenklatur(tx, pelaku, id)
    const { count } = await tx.nomenklatur.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId, versi: isian.versi, aktif: !isian.aktif },
      data: { aktif: isian.aktif, versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Kode nomenklatur ini')
    const kejadian = { ...umum(id), rincian: { kode, nama } }
    if (isian.aktif) await catatJejak(tx, pelaku, { peristiwa: 'nomenklatur.diaktifkan', ...kejadian })
    else await catatJejak(tx, pelaku, { peristiwa: 'nomenklatur.dinonaktifkan', ...kejadian })
    return versiId
  })
