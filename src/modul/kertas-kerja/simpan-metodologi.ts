import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type AlamatLangkah, type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import type { IsianMetodologi } from './isian.ts'
import { ambilKertasKerja, barisDari } from './kueri.ts'

/** Saves the methodology of one indicator, with the reason where it deviates from the card. Throws Galat 403, 404, 409. */
export const simpanMetodologi = (
  db: BasisData,
  pelaku: Pelaku,
  { barisId, ...alamat }: AlamatLangkah & { readonly barisId: string },
  { metodologi, alasan, versi }: IsianMetodologi,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const lama = barisDari(await ambilKertasKerja(tx, konteks.siklus), barisId)
    const { count } = await tx.barisKertasKerja.updateMany({
      where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi },
      data: {
        metodologi: metodologi as object,
        alasanMetodologi: alasan,
        versi: { increment: 1 },
        ...oleh(pelaku, konteks),
      },
    })
    if (count === 0) throw galat.sudahBerubah(`Metodologi "${lama.kartu.nama}"`)
    const isi = (m: typeof metodologi, a: string) => ({ ...m, smart: JSON.stringify(m.smart), alasan: a })
    await catatJejak(tx, pelaku, {
      peristiwa: 'kertas-kerja.metodologi-diubah',
      objekJenis: 'kertas-kerja',
      objekId: lama.id,
      siklusId: konteks.siklus.id,
      rincian: {
        nama: lama.kartu.nama,
        ...perubahanIsian(isi(lama.metodologi, lama.alasanMetodologi), isi(metodologi, alasan)),
      },
      sebagai: peranPelaksana(konteks),
    })
  })

/** Who wrote in a row, and when: that person cannot decide on it later. */
export const oleh = (pelaku: Pelaku, konteks: KonteksLangkah) => ({
  diubahOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, peranPelaksana(konteks))}`,
  diubahOlehId: pelaku.pegawaiId,
  diubahPada: jam.sekarang(),
})
