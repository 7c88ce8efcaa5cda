import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak, perubahanIsian } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { type IsianSkala, TAHUN } from './isian.ts'
import { adaRekapSejak, ambilAturanTahun } from './kueri.ts'

/** Sets rules of judging from a year on. Field errors, or null when done. Throws Galat 403, 409. */
export const buatSkala = (
  db: BasisData,
  pelaku: Pelaku,
  { versi: _, tahun, ...isi }: IsianSkala,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const { kecamatanId } = pelaku
    if (tahun === null) return { tahun: TAHUN }
    if ((await tx.skalaPredikat.count({ where: { kecamatanId, tahun } })) > 0)
      return { tahun: `Tahun ${tahun} sudah mempunyai aturan sendiri. Buka aturan tahun itu, atau tulis tahun lain.` }
    if (await adaRekapSejak(tx, pelaku, tahun))
      return {
        tahun: `Rekapitulasi tahun ${tahun} atau sesudahnya sudah dibekukan menurut aturan yang lama. Tulis tahun sesudahnya.`,
      }
    await tx.skalaPredikat.create({ data: { kecamatanId, tahun, ...isi, ...cap(pelaku) } })
    await catat(tx, pelaku, {
      peristiwa: 'skala-predikat.dibuat',
      tahun,
      rincian: { nama: isi.nama, alasan: isi.alasan, baru: isi },
    })
    return null
  })

/**
 * Changes rules that were not used yet. Rules by which a recap was made are never changed: they are replaced for a later
 * year. Field errors, or null when done. Throws Galat 403, 404, 409.
 */
export const ubahSkala = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, tahun: _, ...isi }: IsianSkala,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const lama = await ambilAturanTahun(tx, pelaku, { id, kunci: true })
    const { tahun } = lama
    if (lama.dipakai)
      throw galat.bentrok(
        `Aturan tahun ${tahun} sudah dipakai menilai rekapitulasi, jadi tidak diubah lagi. Buat aturan baru untuk tahun sesudahnya.`,
      )
    const { count } = await tx.skalaPredikat.updateMany({
      where: { kecamatanId: pelaku.kecamatanId, id, versi },
      data: { ...isi, ...cap(pelaku), versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Aturan penilaian ini')
    const { nama, sumber, kelas, batasRataRata, organisasi, bobot, alasan } = lama
    const beda = perubahanIsian<Record<string, unknown>>(
      { nama, sumber, kelas, batasRataRata, organisasi, bobot, alasan },
      isi,
    )
    await catat(tx, pelaku, {
      peristiwa: 'skala-predikat.diubah',
      tahun,
      rincian: { nama: isi.nama, alasan: isi.alasan, ...beda },
    })
    return null
  })

const cap = ({ nama }: Pelaku) => ({ diubahPada: jam.sekarang(), diubahOleh: nama })

type Kejadian = {
  peristiwa: 'skala-predikat.dibuat' | 'skala-predikat.diubah'
  tahun: number
  rincian: Record<string, unknown>
}
const catat = (tx: Tx, pelaku: Pelaku, { peristiwa, tahun, rincian }: Kejadian) =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'skala-predikat',
    objekId: String(tahun),
    rincian: { tahun, ...rincian },
    sebagai: PENULIS_KARTU,
  })
