import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { PENGUSUL_KARTU, PENULIS_KARTU, pastikanUsulan, type StatusUsulan } from './alur.ts'
import type { IsianAlasan, IsianVersiKartu } from './isian.ts'
import { ambilUsulan, type Usulan } from './kueri-usulan.ts'
import { type HasilTulis, tulisKartuBaru } from './tulis-kartu.ts'
import { tulisPerubahanKartu } from './ubah-kartu.ts'

/**
 * Takes over a proposal: the card is written as proposed, in the name of the decider, who is never the proposer. Field
 * errors when the card cannot be written so, or its id. Throws Galat 403, 404, 409.
 */
export const terimaUsulan = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianVersiKartu): Promise<HasilTulis> =>
  transaksi(db, pelaku, async (tx) => {
    const usulan = await ambilUsulan(tx, pelaku, { id, kunci: true })
    const ke = pastikanUsulan(pelaku, usulan, 'TERIMA')
    if (usulan.versi !== isian.versi) throw galat.sudahBerubah('Usulan ini')
    if (usulan.perubahan !== usulan.perubahanAsal)
      throw galat.bentrok(
        'Kartu indikatornya sudah diubah sejak usulan ini dibuat. Tolak usulan ini, lalu minta usulan baru atas kartu yang sekarang.',
      )
    const hasil = await tulis(tx, pelaku, usulan, isian.berlakuTahun)
    if (hasil.kesalahan) return hasil
    await putuskan(tx, pelaku, usulan, { ke, alasan: '', indikatorId: hasil.id })
    await catat(tx, pelaku, usulan, 'usulan-indikator.diterima')
    return hasil
  })

function tulis(tx: Tx, pelaku: Pelaku, usulan: Usulan, berlakuTahun: number): Promise<HasilTulis> {
  const { isi } = usulan.isian
  const { pengusul, indikatorId, perubahanAsal, alasan } = usulan
  if (indikatorId === null || perubahanAsal === null) return tulisKartuBaru(tx, pelaku, { isi, pengusul })
  const versi = { versi: perubahanAsal, berlakuTahun: berlakuTahun || usulan.isian.berlakuTahun, alasan }
  return tulisPerubahanKartu(tx, pelaku, { id: indikatorId, isi, versi, pengusul })
}

/** Refuses a proposal with a reason. Throws Galat 403, 404, 409. */
export const tolakUsulan = (db: BasisData, pelaku: Pelaku, id: string, { versi, alasan }: IsianAlasan): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const usulan = await ambilUsulan(tx, pelaku, { id, kunci: true })
    const ke = pastikanUsulan(pelaku, usulan, 'TOLAK')
    if (usulan.versi !== versi) throw galat.sudahBerubah('Usulan ini')
    await putuskan(tx, pelaku, usulan, { ke, alasan })
    await catat(tx, pelaku, usulan, 'usulan-indikator.ditolak', alasan)
  })

/** Takes the own proposal back. Throws Galat 403, 404, 409. */
export const tarikUsulan = (db: BasisData, pelaku: Pelaku, id: string, { versi }: { versi: number }): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const usulan = await ambilUsulan(tx, pelaku, { id, kunci: true })
    const ke = pastikanUsulan(pelaku, usulan, 'TARIK')
    if (usulan.versi !== versi) throw galat.sudahBerubah('Usulan ini')
    await putuskan(tx, pelaku, usulan, { ke, alasan: '' })
    await catat(tx, pelaku, usulan, 'usulan-indikator.ditarik')
  })

type Putusan = { ke: StatusUsulan; alasan: string; indikatorId?: string }
async function putuskan(
  tx: Tx,
  pelaku: Pelaku,
  { id, versi }: Usulan,
  { ke, alasan, indikatorId }: Putusan,
): Promise<void> {
  const { count } = await tx.usulanIndikator.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId, versi },
    data: {
      status: ke,
      alasanPutusan: alasan,
      diputusPada: jam.sekarang(),
      pemutusId: pelaku.pegawaiId,
      pemutus: pelaku.nama,
      jabatanPemutus: sebutanJabatan(pelaku, ke === 'DITARIK' ? PENGUSUL_KARTU : PENULIS_KARTU),
      versi: { increment: 1 },
      ...(indikatorId ? { indikatorId } : {}),
    },
  })
  if (count === 0) throw galat.sudahBerubah('Usulan ini')
}

type Peristiwa = 'usulan-indikator.diterima' | 'usulan-indikator.ditolak' | 'usulan-indikator.ditarik'
const catat = (tx: Tx, pelaku: Pelaku, { id, isian: { isi } }: Usulan, peristiwa: Peristiwa, alasan?: string) =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'usulan-indikator',
    objekId: id,
    rincian: { kode: isi.kode, nama: isi.nama, ...(alasan ? { alasan } : {}) },
    sebagai: peristiwa === 'usulan-indikator.ditarik' ? PENGUSUL_KARTU : PENULIS_KARTU,
  })
