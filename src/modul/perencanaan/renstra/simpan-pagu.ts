import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import type { IsianMatriks } from './isian.ts'
import { daftarPaguIndikatif } from './kueri-pagu.ts'
import { ambilPeriode, type PeriodeRenstra } from './kueri-periode.ts'
import { bacaMatriksPagu, paguDipakai, sebutSub, type UbahPagu } from './pagu.ts'

/** Writes the pagu indikatif that changed. Field errors (`baris.3.t2026`), or null when done. Throws Galat 404, 409. */
export const simpanPagu = (
  db: BasisData,
  pelaku: Pelaku,
  renstraId: string,
  { baris, alasan, versi }: IsianMatriks,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const renstra = await ambilPeriode(tx, pelaku, { id: renstraId, kunci: true })
    if (renstra.versi !== versi) throw galat.sudahBerubah('Pagu indikatif Renstra ini')
    const sub = await daftarPaguIndikatif(tx, pelaku, { ...renstra, kunci: true })
    const { ubah, salah } = bacaMatriksPagu(baris, { renstra, sub })
    if (Object.keys(salah).length > 0) return salah
    if (ubah.length === 0) return { alasan: 'Tidak ada pagu yang berubah.' }
    const terpakai = ubah.filter(paguDipakai)
    if (terpakai.length > 0 && alasan.length < 10) return { alasan: mintaAlasan(terpakai) }
    await tulisPagu(tx, pelaku, { renstra, ubah, alasan })
    return null
  })

const mintaAlasan = (terpakai: readonly UbahPagu[]): string => {
  const nama = terpakai.slice(0, 3).map(({ sub, tahun }) => `${sebutSub(sub)} tahun ${tahun}`)
  return `Pagu ${nama.join(', ')} sudah menjadi dasar anggaran (DPA) atau Perjanjian Kinerja. Tuliskan alasan perubahannya, minimal 10 huruf.`
}

type Tulis = { renstra: PeriodeRenstra; ubah: readonly UbahPagu[]; alasan: string }
/** Writes cells inside a transaction: blank deletes, anything else replaces. */
export async function tulisPagu(tx: Tx, pelaku: Pelaku, { renstra, ubah, alasan }: Tulis): Promise<void> {
  const { kecamatanId } = pelaku
  for (const { sub, tahun, isi } of ubah) {
    const kunci = { kecamatanId, subKegiatanId: sub.id, tahun }
    if (isi === null) await tx.paguIndikatif.deleteMany({ where: kunci })
    else
      await tx.paguIndikatif.upsert({
        where: { kecamatanId_subKegiatanId_tahun: kunci },
        create: { ...kunci, nilai: isi },
        update: { nilai: isi },
      })
  }
  await tx.renstra.updateMany({ where: { id: renstra.id, kecamatanId }, data: { versi: { increment: 1 } } })
  await catatJejak(tx, pelaku, {
    peristiwa: 'renstra.pagu-diubah',
    objekJenis: 'renstra',
    objekId: renstra.id,
    rincian: {
      nama: renstra.nama,
      jumlah: ubah.length,
      alasan,
      sel: ubah.map(({ sub, tahun, lama, isi }) => [sebutSub(sub), tahun, lama, isi]),
    },
    sebagai: PENULIS_KARTU,
  })
}
