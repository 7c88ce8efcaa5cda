import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { PENGATUR_BATAS } from './alur.ts'
import type { IsianBatas } from './isian-batas.ts'
import { daftarBatas } from './kueri.ts'

const BERUBAH = (tahun: number): string => `Batas Indeks Desa ${tahun}`

/**
 * Sets the bounds of the Indeks Desa from a year on, or changes those of the year; `versi` 0 when the page showed none. Stored
 * statuses stay as the decree said them. Throws Galat 409.
 */
export const simpanBatas = (
  db: BasisData,
  pelaku: Pelaku,
  tahun: number,
  { versi, sumber, kelas }: IsianBatas,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { kecamatanId } = pelaku
    const lama = (await daftarBatas(tx, pelaku)).find((b) => b.tahun === tahun)
    const data = { sumber, kelas, diubahPada: jam.sekarang(), diubahOleh: pelaku.nama }
    const { count } = lama
      ? await tx.batasIndeksDesa.updateMany({
          where: { kecamatanId, tahun, versi },
          data: { ...data, versi: { increment: 1 } },
        })
      : versi === 0
        ? await tx.batasIndeksDesa.createMany({ data: [{ kecamatanId, tahun, ...data }], skipDuplicates: true })
        : { count: 0 }
    if (count === 0) throw galat.sudahBerubah(BERUBAH(tahun))
    const baru = { sumber, kelas }
    if (lama)
      await catat(tx, pelaku, {
        peristiwa: 'status-desa.batas-diubah',
        tahun,
        rincian: { lama: { sumber: lama.sumber, kelas: lama.kelas }, baru },
      })
    else await catat(tx, pelaku, { peristiwa: 'status-desa.batas-dibuat', tahun, rincian: { baru } })
  })

/** Takes the bounds of a year away: the earlier ones hold again. Throws Galat 404, 409. */
export const cabutBatas = (db: BasisData, pelaku: Pelaku, tahun: number, versi: number): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = (await daftarBatas(tx, pelaku)).find((b) => b.tahun === tahun)
    if (!lama) throw galat.tidakDitemukan('Batas Indeks Desa')
    const { count } = await tx.batasIndeksDesa.deleteMany({ where: { kecamatanId: pelaku.kecamatanId, tahun, versi } })
    if (count === 0) throw galat.sudahBerubah(BERUBAH(tahun))
    const rincian = { lama: { sumber: lama.sumber, kelas: lama.kelas } }
    await catat(tx, pelaku, { peristiwa: 'status-desa.batas-dicabut', tahun, rincian })
  })

type Kejadian = {
  readonly peristiwa: string
  readonly tahun: number
  readonly rincian: Readonly<Record<string, unknown>>
}
const catat = (tx: Tx, pelaku: Pelaku, { peristiwa, tahun, rincian }: Kejadian): Promise<void> =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'batas-indeks-desa',
    objekId: String(tahun),
    rincian: { tahun, ...rincian },
    sebagai: PENGATUR_BATAS,
  })
