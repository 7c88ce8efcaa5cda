import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsianPenghapusan } from './isian-penghapusan.ts'
import { hapusKolom, rujukanKolom } from './rangkaian.ts'
import { ambilKolom } from './simpan-kolom.ts'
import { pastikanVersi, ubahDraf } from './ubah-draf.ts'

/** Takes a column out; the steps that named it name another one, or nobody. Throws Galat 403, 404, 409. */
export const hapusKolomDraf = (
  db: BasisData,
  pelaku: Pelaku,
  { id, kode }: { id: string; kode: string },
  { versi, alihkan }: IsianPenghapusan,
): Promise<void> =>
  ubahDraf(db, pelaku, id, (lama) => {
    const { nama } = ambilKolom(lama.definisi.pelaksana, kode)
    pastikanVersi(lama, versi)
    if (alihkan !== null && (alihkan === kode || !lama.definisi.pelaksana.some((p) => p.kode === alihkan)))
      throw galat.sudahBerubah('Kolom pelaksana')
    const langkah = rujukanKolom(lama.definisi, kode).map((r) => r.langkah.nomor)
    return {
      definisi: hapusKolom(lama.definisi, kode, alihkan),
      peristiwa: 'sop.pelaksana-dihapus',
      rincian: { nama, langkah: [...new Set(langkah)], dialihkanKe: alihkan },
      selesai: ({ letak }) => letak.startsWith(`Pelaksana ${kode},`),
    }
  })
