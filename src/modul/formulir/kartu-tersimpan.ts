import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import type { KartuBaris, TargetBaris } from './kartu.ts'

/** What never changes of a row once it is made: its card, its target, its period. */
export type TetapBaris = {
  readonly kecamatanId: string
  readonly formulirId: string
  readonly kartu: KartuBaris
  readonly target: TargetBaris
  readonly jatuhTempo: boolean
  readonly periode: Periode
}

const MAKS_SIMPANAN = 5000
const simpanan = new Map<string, TetapBaris>()

/**
 * Card, target and period of a row. Kept in memory: a row's card is written once and never changed (a form prepared anew
 * gets new rows), so the copy cannot be stale in any process, and saving a row costs one statement. Rights are not
 * decided here. 404 when the row is not in this form of this office.
 */
export async function ambilTetapBaris(
  db: BasisData,
  pelaku: Pelaku,
  alamat: { formulirId: string; barisId: string },
): Promise<TetapBaris> {
  const ada = simpanan.get(alamat.barisId) ?? (await muat(db, pelaku, alamat.barisId))
  if (!ada || ada.kecamatanId !== pelaku.kecamatanId || ada.formulirId !== alamat.formulirId)
    throw galat.tidakDitemukan('Baris formulir')
  return ada
}

async function muat(db: BasisData, pelaku: Pelaku, barisId: string): Promise<TetapBaris | null> {
  const [b] = await db.baca.$queryRaw<
    (Omit<TetapBaris, 'periode'> & { jenis: Periode['jenis']; tahun: number; nomor: number })[]
  >`
    select b.kecamatan_id as "kecamatanId", b.formulir_id as "formulirId", b.kartu, b.target, b.jatuh_tempo as "jatuhTempo",
      s.jenis_periode as jenis, s.tahun, s.nomor_periode as nomor
    from baris_formulir b join siklus s on s.id = b.siklus_id
    where b.id = ${barisId}::uuid and b.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!b) return null
  const { jenis, tahun, nomor, ...tetap } = b
  const baru = { ...tetap, periode: { jenis, tahun, nomor } }
  const tertua = simpanan.size >= MAKS_SIMPANAN ? simpanan.keys().next().value : undefined
  if (tertua !== undefined) simpanan.delete(tertua)
  simpanan.set(barisId, baru)
  return baru
}
