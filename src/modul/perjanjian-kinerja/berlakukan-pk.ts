import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Pk } from './kueri.ts'
import { catatTindakan, kunciPk } from './ubah-keadaan.ts'

/**
 * Puts a signed agreement in force from a day on. The version before stays for periods that end earlier; a day that would
 * change what a frozen recap was measured against is refused. Field errors, or null when done. Throws Galat 403, 404, 409.
 */
export const berlakukanPk = (
  db: BasisData,
  pelaku: Pelaku,
  { id, versi, berlakuSejak }: { id: string; versi: number; berlakuSejak: string },
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const pk = await kunciPk(tx, pelaku, { id, versi, tindakan: 'BERLAKUKAN' })
    const salah = periksaSejak(pk, berlakuSejak) ?? (await periksaTerlapor(tx, pelaku, { pk, berlakuSejak }))
    if (salah) return { berlakuSejak: salah }
    await catatTindakan(tx, pelaku, pk, {
      tindakan: 'BERLAKUKAN',
      data: { berlakuSejak: new Date(berlakuSejak) },
      catatan: `Sejak ${tanggalPanjang(berlakuSejak)}`,
      rincian: { berlakuSejak, nomor: pk.nomor },
    })
    return null
  })

/** A version holds within its year and begins after the one it replaces. Null when it may. */
export function periksaSejak(pk: Pick<Pk, 'tahun' | 'jenis' | 'versiLain'>, berlakuSejak: string): string | null {
  if (!berlakuSejak.startsWith(`${pk.tahun}-`)) return `Tulis tanggal dalam tahun ${pk.tahun}.`
  const lalu = pk.versiLain.filter((v) => v.status === 'BERLAKU' && v.berlakuSejak >= berlakuSejak).at(-1)
  return lalu
    ? `Versi yang digantikannya berlaku sejak ${tanggalPanjang(lalu.berlakuSejak)}. Tulis tanggal sesudahnya.`
    : null
}

/** Recaps that were frozen of a period whose last day the new version would take over. */
async function periksaTerlapor(
  tx: Tx,
  pelaku: Pelaku,
  { pk, berlakuSejak }: { pk: Pk; berlakuSejak: string },
): Promise<string | null> {
  const [satu] = await tx.$queryRaw<Periode[]>`
    select s.jenis_periode as jenis, s.tahun, s.nomor_periode as nomor from siklus s
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.tahun = ${pk.tahun} and s.status <> 'DIBATALKAN'
      and s.akhir_periode >= ${berlakuSejak}::date and exists (select 1 from rekap r where r.siklus_id = s.id)
    order by s.akhir_periode desc limit 1`
  return satu
    ? `Rekapitulasi ${namaPeriode(satu)} sudah dibekukan dengan perjanjian sebelumnya. Tulis tanggal sesudah periode itu.`
    : null
}
