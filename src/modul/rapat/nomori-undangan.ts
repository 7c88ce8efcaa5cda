import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { type AlamatLangkah, nomorSurat, ubahLangkah } from '../siklus/index.ts'
import { ambilRapat } from './kueri.ts'

/** Gives the invitation the next number of the office and today's date, unless one was typed. Throws Galat 403, 404, 409. */
export const nomoriUndangan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { versi }: { versi: number },
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const rapat = await ambilRapat(tx, konteks)
    if (rapat.versi !== versi) throw galat.sudahBerubah('Catatan rapat')
    if (rapat.nomorUndangan !== '') throw galat.bentrok(`Undangan sudah bernomor ${rapat.nomorUndangan}.`)
    const tanggal = rapat.tanggalUndangan ?? tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const nomor = await nomorSurat(tx, pelaku, { jenis: 'UND', tanggal })
    const { count } = await tx.rapat.updateMany({
      where: { id: rapat.id, kecamatanId: pelaku.kecamatanId, versi },
      data: { nomorUndangan: nomor, tanggalUndangan: new Date(tanggal), versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Catatan rapat')
    await catatJejak(tx, pelaku, {
      peristiwa: 'rapat.undangan-dinomori',
      objekJenis: 'rapat',
      objekId: rapat.id,
      siklusId: konteks.siklus.id,
      rincian: { nomor, tanggal },
    })
  })
