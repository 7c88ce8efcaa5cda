import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU, pastikanKartu } from './alur.ts'
import type { IsianAlasan, IsianKartu, IsianVersiKartu } from './isian.ts'
import { type HasilTulis, tulisKartuBaru } from './tulis-kartu.ts'
import { kunciKartu, tulisPerubahanKartu } from './ubah-kartu.ts'

/** Adds a card. Field errors, or its id. Throws Galat 403. */
export const tambahIndikator = (db: BasisData, pelaku: Pelaku, isi: IsianKartu): Promise<HasilTulis> =>
  transaksi(db, pelaku, async (tx) => {
    pastikanKartu(pelaku, 'BARU', 'TULIS')
    return tulisKartuBaru(tx, pelaku, { isi })
  })

/** Changes a card, by a new version once it was used. Field errors, or its id. Throws Galat 403, 404, 409. */
export const ubahIndikator = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  isian: { isi: IsianKartu; versi: IsianVersiKartu },
): Promise<HasilTulis> => transaksi(db, pelaku, (tx) => tulisPerubahanKartu(tx, pelaku, { id, ...isian }))

type Keaktifan = IsianAlasan & { readonly aktif: boolean }

/** Takes an indicator out of use with a reason, or brings it back: nothing with history is deleted. Throws Galat 403, 404, 409. */
export const aturKeaktifan = (db: BasisData, pelaku: Pelaku, id: string, isian: Keaktifan): Promise<void> =>
  transaksi(db, pelaku, (tx) => aturKeaktifanDalam(tx, pelaku, id, isian))

/** The same inside a transaction that is there already. */
export async function aturKeaktifanDalam(
  tx: Tx,
  pelaku: Pelaku,
  id: string,
  { aktif, versi, alasan }: Keaktifan,
): Promise<void> {
  const { kartu, aktif: kini } = await kunciKartu(tx, pelaku, id)
  pastikanKartu(pelaku, kini ? 'AKTIF' : 'NONAKTIF', aktif ? 'AKTIFKAN' : 'NONAKTIFKAN')
  const { count } = await tx.indikator.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId, perubahan: versi },
    data: { aktif, alasanNonaktif: aktif ? '' : alasan, perubahan: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Kartu indikator ini')
  const umum = {
    objekJenis: 'indikator',
    objekId: id,
    rincian: { kode: kartu.kode, nama: kartu.nama, alasan },
    sebagai: PENULIS_KARTU,
  } as const
  if (aktif) await catatJejak(tx, pelaku, { peristiwa: 'indikator.diaktifkan', ...umum })
  else await catatJejak(tx, pelaku, { peristiwa: 'indikator.dinonaktifkan', ...umum })
}
