import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import type { IsianRenstra } from './isian.ts'
import { ALASAN_PAKAI } from './istilah.ts'
import { ambilPeriode, daftarPeriode } from './kueri-periode.ts'
import { ditolak, type HasilUnsur } from './tulis-unsur.ts'

const umum = (id: string) => ({ objekJenis: 'renstra', objekId: id, sebagai: PENULIS_KARTU }) as const
export const tanggalKolom = (tanggal: string | null): Date | null => (tanggal ? new Date(`${tanggal}T00:00:00Z`) : null)

/** Begins a Renstra period. Field errors, or its id. */
export const buatRenstra = (db: BasisData, pelaku: Pelaku, isi: IsianRenstra): Promise<HasilUnsur> =>
  transaksi(db, pelaku, (tx) => tulisRenstra(tx, pelaku, isi))

/** The same inside a transaction that is there already. */
export async function tulisRenstra(
  tx: Tx,
  pelaku: Pelaku,
  { versi: _, alasan: _a, tanggal, ...isi }: IsianRenstra,
): Promise<HasilUnsur> {
  const tumpang = await cariTumpang(tx, pelaku, { ...isi, id: null })
  if (tumpang) return ditolak({ tahunAwal: tumpang })
  const { id } = await tx.renstra.create({
    data: { kecamatanId: pelaku.kecamatanId, ...isi, tanggal: tanggalKolom(tanggal) },
    select: { id: true },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'renstra.dibuat',
    ...umum(id),
    rincian: { nama: isi.nama, baru: { ...isi, tanggal } },
  })
  return { id, kesalahan: null }
}

/** Changes period, name or regulation; once anything of it was used, with a reason. Field errors, or its id. Throws Galat 404, 409. */
export const ubahRenstra = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianRenstra): Promise<HasilUnsur> =>
  transaksi(db, pelaku, async (tx): Promise<HasilUnsur> => {
    const { versi, alasan, ...isi } = isian
    const lama = await ambilPeriode(tx, pelaku, { id, kunci: true })
    const { nama, tahunAwal, tahunAkhir, nomor, tanggal } = lama
    const beda = perubahanIsian<Record<string, unknown>>({ nama, tahunAwal, tahunAkhir, nomor, tanggal }, isi)
    if (Object.keys(beda.baru).length === 0) return ditolak({ nama: 'Tidak ada isian yang berubah.' })
    const tumpang = await cariTumpang(tx, pelaku, { ...isi, id })
    if (tumpang) return ditolak({ tahunAwal: tumpang })
    if (alasan.length < 10 && (await adaPk(tx, pelaku, lama))) return ditolak({ alasan: ALASAN_PAKAI })
    const { count } = await tx.renstra.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId, versi },
      data: { ...isi, tanggal: tanggalKolom(isi.tanggal), versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Renstra ini')
    await ikutkanTarget(tx, pelaku, { lama, baru: isi })
    await catatJejak(tx, pelaku, {
      peristiwa: 'renstra.diubah',
      ...umum(id),
      rincian: { nama: isi.nama, alasan, ...beda },
    })
    return { id, kesalahan: null }
  })

/** Baseline and end-target stand at the edges of the period: they go along when its years change. */
async function ikutkanTarget(tx: Tx, { kecamatanId }: Pelaku, { lama, baru }: { lama: Rentang; baru: Rentang }) {
  const tepi = [
    { jenis: 'AWAL', dari: lama.tahunAwal - 1, ke: baru.tahunAwal - 1 },
    { jenis: 'AKHIR', dari: lama.tahunAkhir, ke: baru.tahunAkhir },
  ] as const
  for (const { jenis, dari, ke } of tepi) {
    if (dari === ke) continue
    await tx.targetRenstra.deleteMany({ where: { kecamatanId, jenis, tahun: ke } })
    await tx.targetRenstra.updateMany({ where: { kecamatanId, jenis, tahun: dari }, data: { tahun: ke } })
  }
}

type Rentang = { tahunAwal: number; tahunAkhir: number }
/** A year belongs to one Renstra. */
async function cariTumpang(tx: Tx, pelaku: Pelaku, { id, tahunAwal, tahunAkhir }: Rentang & { id: string | null }) {
  const lain = (await daftarPeriode(tx, pelaku)).find(
    (r) => r.id !== id && r.tahunAwal <= tahunAkhir && r.tahunAkhir >= tahunAwal,
  )
  return lain ? `Tahunnya bertumpang dengan ${lain.nama} (${lain.tahunAwal}–${lain.tahunAkhir}).` : null
}

const adaPk = async (tx: Tx, { kecamatanId }: Pelaku, { tahunAwal, tahunAkhir }: Rentang): Promise<boolean> =>
  (await tx.perjanjianKinerja.count({
    where: { kecamatanId, tahun: { gte: tahunAwal, lte: tahunAkhir }, status: { not: 'DRAF' } },
  })) > 0
