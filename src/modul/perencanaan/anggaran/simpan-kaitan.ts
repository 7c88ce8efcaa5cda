import { createHash } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { kunciKartu } from '../indikator/ubah-kartu.ts'
import { daftarRealisasi } from './kueri-realisasi.ts'

/** What a person saw, as a short text: compare-and-set of a set. */
export const capKaitan = (sub: readonly string[]): string =>
  createHash('sha256')
    .update([...sub].sort().join())
    .digest('hex')
    .slice(0, 16)

type Isian = { readonly tahun: number; readonly sub: readonly string[]; readonly dilihat: string }
/**
 * Sets which sub kegiatan of a year work for an indicator; those of other years, which its form does not offer, stay linked.
 * Without any, those below its place count. Throws Galat 404, 409.
 */
export const simpanKaitan = (
  db: BasisData,
  pelaku: Pelaku,
  indikatorId: string,
  { tahun, sub, dilihat }: Isian,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { kartu } = await kunciKartu(tx, pelaku, indikatorId)
    const where = { kecamatanId: pelaku.kecamatanId, indikatorId }
    const lama = (await tx.kaitanAnggaran.findMany({ where })).map((k) => k.subKegiatanId)
    if (capKaitan(lama) !== dilihat) throw galat.sudahBerubah('Kaitan anggaran ini')
    const ditawarkan = new Set((await daftarRealisasi(tx, { kecamatanId: pelaku.kecamatanId, tahun })).map((s) => s.id))
    const baru = await saring(tx, pelaku, [...sub, ...lama.filter((id) => !ditawarkan.has(id))])
    if (capKaitan(baru) === dilihat) throw galat.bentrok('Tidak ada kaitan yang berubah.')
    await tx.kaitanAnggaran.deleteMany({ where })
    await tx.kaitanAnggaran.createMany({ data: baru.map((subKegiatanId) => ({ ...where, subKegiatanId })) })
    await catatJejak(tx, pelaku, {
      peristiwa: 'kaitan-anggaran.diubah',
      objekJenis: 'indikator',
      objekId: indikatorId,
      rincian: { kode: kartu.kode, nama: kartu.nama, lama, baru },
      sebagai: PENULIS_KARTU,
    })
  })

/** Only sub kegiatan of this office; 404 for any other. */
async function saring(tx: Tx, { kecamatanId }: Pelaku, sub: readonly string[]): Promise<string[]> {
  const unik = [...new Set(sub)]
  const ada = await tx.subKegiatan.findMany({ where: { kecamatanId, id: { in: unik } }, select: { id: true } })
  if (ada.length !== unik.length) throw galat.tidakDitemukan('Sub kegiatan')
  return unik
}
