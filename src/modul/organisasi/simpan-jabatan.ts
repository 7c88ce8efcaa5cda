import { randomUUID } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { hariIni } from './hari-ini.ts'
import type { IsianJabatan, IsianUbahJabatan } from './isian-struktur.ts'
import { ambilJabatan } from './kueri-unit.ts'

/** Adds a post; code and role never change, because SOPs and rights hang on them. Field errors, or null when done. */
export const tambahJabatan = (
  db: BasisData,
  pelaku: Pelaku,
  { versi: _, ...isian }: IsianJabatan,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const id = randomUUID()
    const salah = await periksaUnit(tx, pelaku, { id, ...isian })
    if (salah) return salah
    const jumlah = await tx.$executeRaw`
      insert into jabatan (id, kecamatan_id, kode, nama, peran, unit_id, kepala_unit, urut)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${isian.kode}, ${isian.nama}, ${isian.peran}::peran, ${isian.unitId}::uuid,
        ${isian.kepalaUnit}, ${isian.urut}) on conflict (kecamatan_id, kode) do nothing`
    if (jumlah === 0) return { kode: 'Kode ini sudah dipakai jabatan lain. Pilih kode lain.' }
    await catat(tx, pelaku, { peristiwa: 'jabatan.ditambah', id, rincian: { baru: isian } })
    return null
  })

/** Changes name, unit, headship and order of a post. Field errors, or null when done. */
export const ubahJabatan = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, ...isian }: IsianUbahJabatan,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const { nama, unitId, kepalaUnit, urut } = await ambilJabatan(tx, pelaku, { id, kunci: true, versi })
    const salah = await periksaUnit(tx, pelaku, { id, ...isian })
    if (salah) return salah
    await tx.$executeRaw`
      update jabatan set nama = ${isian.nama}, unit_id = ${isian.unitId}::uuid, kepala_unit = ${isian.kepalaUnit}, urut = ${isian.urut}
      where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    const lama = { nama, unitId, kepalaUnit, urut }
    await catat(tx, pelaku, { peristiwa: 'jabatan.diubah', id, rincian: { lama, baru: isian } })
    return null
  })

/** Disables a post that nobody holds from today on, or brings it back. */
export const aturJabatan = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, aktif }: { versi: string; aktif: boolean },
): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    const jabatan = await ambilJabatan(tx, pelaku, { id, kunci: true, versi })
    if (jabatan.aktif === aktif) throw galat.sudahBerubah('Jabatan ini')
    const pemangku = await tx.$queryRaw<{ nama: string }[]>`
      select p.nama from penugasan n join pegawai p on p.id = n.pegawai_id
      where n.jabatan_id = ${id}::uuid and n.kecamatan_id = ${pelaku.kecamatanId}::uuid
        and (n.selesai is null or n.selesai >= ${hariIni(pelaku)}::date)`
    if (!aktif && pemangku.length > 0)
      throw galat.bentrok(
        `Jabatan ini masih dipegang ${pemangku.map((p) => p.nama).join(', ')}. Akhiri dahulu penugasannya. Belum ada yang diubah.`,
      )
    await tx.jabatan.updateMany({ where: { id, kecamatanId: pelaku.kecamatanId }, data: { aktif } })
    const peristiwa = aktif ? 'jabatan.diaktifkan' : 'jabatan.dinonaktifkan'
    await catat(tx, pelaku, { peristiwa, id, rincian: { nama: jabatan.nama } })
    return null
  })

type Letak = { id: string; unitId: string | null; kepalaUnit: boolean }
/** The unit exists (its row stays locked, so that two heads cannot arise at once) and has no other head. */
async function periksaUnit(tx: Tx, pelaku: Pelaku, { id, unitId, kepalaUnit }: Letak): Promise<Kesalahan | null> {
  if (unitId === null) return null
  const unit = await tx.$queryRaw<unknown[]>`
    select 1 from unit_kerja where id = ${unitId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif for update`
  if (unit.length === 0) return { unitId: 'Unit ini tidak ada atau sudah nonaktif. Pilih unit lain.' }
  if (!kepalaUnit) return null
  const [lain] = await tx.$queryRaw<{ nama: string }[]>`
    select nama from jabatan where unit_id = ${unitId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and kepala_unit and aktif
      and id <> ${id}::uuid`
  return lain ? { kepalaUnit: `Unit ini sudah dipimpin ${lain.nama}. Satu unit mempunyai satu kepala.` } : null
}

type Kejadian = { peristiwa: string; id: string; rincian: Record<string, unknown> }
const catat = (tx: Tx, pelaku: Pelaku, { peristiwa, id, rincian }: Kejadian) =>
  catatJejak(tx, pelaku, { peristiwa, objekJenis: 'jabatan', objekId: id, rincian, sebagai: ['ADMIN'] })
