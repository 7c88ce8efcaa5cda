import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { pastikanMenutup } from './alur.ts'
import { ambilTindakLanjut } from './kueri.ts'

type Penutupan = { readonly status: 'SELESAI' | 'BATAL'; readonly hasil: string; readonly versi: number }

/** Closes a follow-up with its result, or cancels it with the reason. Throws Galat 403, 404, 409. */
export const tutupTindakLanjut = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { status, hasil, versi }: Penutupan,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = await ambilTindakLanjut(tx, pelaku, id)
    pastikanMenutup(lama, pelaku)
    const { count } = await tx.tindakLanjut.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId, versi, status: 'TERBUKA' },
      data: {
        status,
        hasil,
        ditutupPada: jam.sekarang(),
        ditutupOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku)}`,
        versi: { increment: 1 },
      },
    })
    if (count === 0) throw galat.sudahBerubah('Tindak lanjut')
    await catatJejak(tx, pelaku, {
      peristiwa: status === 'SELESAI' ? 'tindak-lanjut.ditutup' : 'tindak-lanjut.dibatalkan',
      objekJenis: 'tindak-lanjut',
      objekId: id,
      siklusId: lama.siklusId,
      rincian: {
        lama: { status: lama.status },
        baru: { status },
        [status === 'SELESAI' ? 'hasil' : 'alasan']: hasil,
        uraian: lama.uraian,
      },
    })
  })
