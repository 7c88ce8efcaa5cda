import { Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { JenisUnit, Pembaca } from './kueri.ts'

export type UnitRinci = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly jenis: JenisUnit
  readonly indukId: string | null
  readonly urut: number
  readonly aktif: boolean
  readonly versi: string
}
export type JabatanRinci = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly peran: Peran
  readonly unitId: string | null
  readonly kepalaUnit: boolean
  readonly urut: number
  readonly aktif: boolean
  readonly versi: string
}
/** `kunci`: keep the row locked until the transaction ends; `versi`: as the page saw it, Galat 'sudah-berubah' otherwise. */
type Cara = { id: string; kunci?: boolean; versi?: string }

/** One unit of this office; 404 when it is not there. */
export async function ambilUnit(baca: Pembaca, pelaku: Pelaku, { id, kunci = false, versi }: Cara): Promise<UnitRinci> {
  const [baris] = await baca.$queryRaw<UnitRinci[]>`
    select u.id, u.kode, u.nama, u.jenis, u.induk_id as "indukId", u.urut, u.aktif, md5(u::text) as versi
    from unit_kerja u where u.id = ${id}::uuid and u.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ${kunci ? Prisma.sql`for update` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Unit')
  if (versi !== undefined && versi !== baris.versi) throw galat.sudahBerubah('Unit ini')
  return baris
}

/** One post of this office; 404 when it is not there. */
export async function ambilJabatan(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false, versi }: Cara,
): Promise<JabatanRinci> {
  const [baris] = await baca.$queryRaw<JabatanRinci[]>`
    select j.id, j.kode, j.nama, j.peran, j.unit_id as "unitId", j.kepala_unit as "kepalaUnit", j.urut, j.aktif, md5(j::text) as versi
    from jabatan j where j.id = ${id}::uuid and j.kecamatan_id = ${pelaku.kecamatanId}::uuid
    ${kunci ? Prisma.sql`for update` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Jabatan')
  if (versi !== undefined && versi !== baris.versi) throw galat.sudahBerubah('Jabatan ini')
  return baris
}

/** Disabled units and posts, for the admin to bring back. One query. */
export const ambilNonaktif = (
  baca: Pembaca,
  pelaku: Pelaku,
): Promise<{ id: string; nama: string; jenis: 'unit' | 'jabatan' }[]> =>
  baca.$queryRaw`
    select u.id, u.nama, 'unit' as jenis from unit_kerja u where u.kecamatan_id = ${pelaku.kecamatanId}::uuid and not u.aktif
    union all select j.id, j.nama, 'jabatan' from jabatan j where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and not j.aktif
    order by 3 desc, 2`
