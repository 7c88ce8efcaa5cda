import { randomUUID } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { PENULIS_STATUS } from './alur.ts'
import { type IsianDesa, JENIS_DESA } from './isian.ts'
import { ambilDesa, type Desa } from './kueri.ts'

type Isi = Omit<IsianDesa, 'versi'>
export const NAMA_TERPAKAI: Kesalahan = { nama: 'Nama ini sudah ada dalam daftar. Pakai yang sudah ada.' }

/** Adds a desa or kelurahan to the list of the office. Returns the field error, or null when done. */
export const tambahDesa = (db: BasisData, pelaku: Pelaku, { versi: _, ...isi }: IsianDesa): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    if (await terpakai(tx, pelaku, { isi, kecuali: null })) return NAMA_TERPAKAI
    await tulisDesaBaru(tx, pelaku, isi)
    return null
  })

/** One more desa inside a change; its id. */
export async function tulisDesaBaru(tx: Tx, pelaku: Pelaku, isi: Isi): Promise<string> {
  const id = randomUUID()
  await tx.desa.createMany({ data: [{ id, kecamatanId: pelaku.kecamatanId, ...isi }] })
  await catat(tx, pelaku, { peristiwa: 'status-desa.desa-ditambah', id, isi })
  return id
}

/** Changes name, kind or code of a desa. Returns the field error, or null. Throws Galat 404, 409. */
export const ubahDesa = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, ...isi }: IsianDesa,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = await ambilDesa(tx, pelaku, id)
    if (await terpakai(tx, pelaku, { isi, kecuali: id })) return NAMA_TERPAKAI
    await tulisUbahanDesa(tx, pelaku, { lama: { ...lama, versi }, isi })
    return null
  })

/** Changes a desa inside a change, with its audit event. `lama.versi` is the one the page or file was made from. */
export async function tulisUbahanDesa(tx: Tx, pelaku: Pelaku, { lama, isi }: { lama: Desa; isi: Isi }): Promise<void> {
  const { id, versi, nama, jenis, kode } = lama
  await ubah(tx, pelaku, { id, versi, isi })
  await catat(tx, pelaku, { peristiwa: 'status-desa.desa-diubah', id, isi, lama: { nama, jenis, kode } })
}

/** Takes away a desa that an import added and nothing else knows; one with a status in any year stays. */
export async function hapusDesaImpor(tx: Tx, pelaku: Pelaku, { id, nama, jenis, kode }: Desa): Promise<void> {
  const { kecamatanId } = pelaku
  const { count } = await tx.desa.deleteMany({ where: { id, kecamatanId } })
  if (count > 0) await catat(tx, pelaku, { peristiwa: 'status-desa.desa-dihapus', id, isi: { nama, jenis, kode } })
}

/** Takes a desa off the list (its history stays), or puts it back. Throws Galat 404, 409. */
export const aturDesa = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, aktif }: { versi: number; aktif: boolean },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { nama, jenis, kode, aktif: kini } = await ambilDesa(tx, pelaku, id)
    if (kini === aktif) throw galat.bentrok(aktif ? 'Desa ini sudah ada dalam daftar.' : 'Desa ini sudah dikeluarkan.')
    await ubah(tx, pelaku, { id, versi, isi: { aktif } })
    const peristiwa = aktif ? 'status-desa.desa-dimasukkan' : 'status-desa.desa-dikeluarkan'
    await catat(tx, pelaku, { peristiwa, id, isi: { nama, jenis, kode } })
  })

type Ubahan = { readonly id: string; readonly versi: number; readonly isi: Partial<Isi> & { readonly aktif?: boolean } }
async function ubah(tx: Tx, { kecamatanId }: Pelaku, { id, versi, isi }: Ubahan): Promise<void> {
  const { count } = await tx.desa.updateMany({
    where: { id, kecamatanId, versi },
    data: { ...isi, versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Desa ini')
}

async function terpakai(tx: Tx, pelaku: Pelaku, { isi, kecuali }: { isi: Isi; kecuali: string | null }) {
  const ada = await tx.$queryRaw<{ id: string }[]>`
    select id from desa where kecamatan_id = ${pelaku.kecamatanId}::uuid and jenis = ${isi.jenis}::jenis_desa and lower(nama) = lower(${isi.nama})`
  return ada.some(({ id }) => id !== kecuali)
}

type Catatan = { peristiwa: string; id: string; isi: Isi; lama?: Isi }
const catat = (tx: Tx, pelaku: Pelaku, { peristiwa, id, isi, lama }: Catatan): Promise<void> =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'desa',
    objekId: id,
    rincian: { ...isi, sebutan: JENIS_DESA[isi.jenis], ...(lama ? { lama } : {}) },
    sebagai: PENULIS_STATUS,
  })
