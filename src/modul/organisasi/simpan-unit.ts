import { randomUUID } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianUbahUnit, IsianUnit } from './isian-struktur.ts'
import { ambilUnit } from './kueri-unit.ts'

/** Adds a unit; its code is what SOPs refer to and never changes. Field errors, or null when done. */
export const tambahUnit = (
  db: BasisData,
  pelaku: Pelaku,
  { versi: _, ...isian }: IsianUnit,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    if (!(await indukAda(tx, pelaku, isian.indukId))) return { indukId: 'Unit induk ini tidak ada. Pilih unit lain.' }
    const id = randomUUID()
    const jumlah = await tx.$executeRaw`
      insert into unit_kerja (id, kecamatan_id, kode, nama, jenis, induk_id, urut)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${isian.kode}, ${isian.nama}, ${isian.jenis}::jenis_unit, ${isian.indukId}::uuid, ${isian.urut})
      on conflict (kecamatan_id, kode) do nothing`
    if (jumlah === 0) return { kode: 'Kode ini sudah dipakai unit lain. Pilih kode lain.' }
    await catat(tx, pelaku, { peristiwa: 'unit.ditambah', id, rincian: { baru: isian } })
    return null
  })

/** Changes name, place in the office and order of a unit. Field errors, or null when done. */
export const ubahUnit = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, ...isian }: IsianUbahUnit,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const { nama, indukId, urut } = await ambilUnit(tx, pelaku, { id, kunci: true, versi })
    if (!(await indukAda(tx, pelaku, isian.indukId))) return { indukId: 'Unit induk ini tidak ada. Pilih unit lain.' }
    if (await diBawah(tx, pelaku, { id, calonInduk: isian.indukId }))
      return { indukId: 'Unit tidak dapat berada di bawah dirinya sendiri atau di bawah bawahannya.' }
    await tx.$executeRaw`
      update unit_kerja set nama = ${isian.nama}, induk_id = ${isian.indukId}::uuid, urut = ${isian.urut}
      where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catat(tx, pelaku, { peristiwa: 'unit.diubah', id, rincian: { lama: { nama, indukId, urut }, baru: isian } })
    return null
  })

/** Disables a unit without active posts and units below, or brings it back. Indicators and old forms keep naming it. */
export const aturUnit = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, aktif }: { versi: string; aktif: boolean },
): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    const unit = await ambilUnit(tx, pelaku, { id, kunci: true, versi })
    if (unit.aktif === aktif) throw galat.sudahBerubah('Unit ini')
    if (!aktif) {
      const masih = await tx.$queryRaw<{ nama: string }[]>`
        select nama from jabatan where unit_id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif
        union all select nama from unit_kerja where induk_id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif
        union all select 'indikator ' || kode from indikator where unit_id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif`
      if (masih.length > 0)
        throw galat.bentrok(
          `Unit ini masih dipakai: ${sebut(masih)}. Pindahkan atau nonaktifkan dahulu. Belum ada yang diubah.`,
        )
    }
    await tx.unitKerja.updateMany({ where: { id, kecamatanId: pelaku.kecamatanId }, data: { aktif } })
    await catat(tx, pelaku, {
      peristiwa: aktif ? 'unit.diaktifkan' : 'unit.dinonaktifkan',
      id,
      rincian: { nama: unit.nama },
    })
    return null
  })

/** The first few names, and how many more. */
const sebut = (daftar: readonly { nama: string }[]): string =>
  daftar
    .slice(0, 5)
    .map((d) => d.nama)
    .join(', ') + (daftar.length > 5 ? `, dan ${daftar.length - 5} lagi` : '')

async function indukAda(tx: Tx, pelaku: Pelaku, indukId: string | null): Promise<boolean> {
  if (indukId === null) return true
  return (await tx.unitKerja.count({ where: { id: indukId, kecamatanId: pelaku.kecamatanId, aktif: true } })) > 0
}

/** Is the proposed parent the unit itself or below it? */
async function diBawah(
  tx: Tx,
  pelaku: Pelaku,
  { id, calonInduk }: { id: string; calonInduk: string | null },
): Promise<boolean> {
  if (calonInduk === null) return false
  const baris = await tx.$queryRaw<unknown[]>`
    with recursive atas as (
      select u.id, u.induk_id from unit_kerja u where u.id = ${calonInduk}::uuid and u.kecamatan_id = ${pelaku.kecamatanId}::uuid
      union select u.id, u.induk_id from unit_kerja u join atas a on u.id = a.induk_id where u.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ) select 1 from atas where id = ${id}::uuid`
  return baris.length > 0
}

type Kejadian = { peristiwa: string; id: string; rincian: Record<string, unknown> }
const catat = (tx: Tx, pelaku: Pelaku, { peristiwa, id, rincian }: Kejadian) =>
  catatJejak(tx, pelaku, { peristiwa, objekJenis: 'unit-kerja', objekId: id, rincian, sebagai: ['ADMIN'] })
