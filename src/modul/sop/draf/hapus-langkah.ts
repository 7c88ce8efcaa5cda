import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsianPenghapusan } from './isian-penghapusan.ts'
import { hapusLangkah, rujukanLangkah } from './rangkaian.ts'
import { ambilLangkahDraf } from './simpan-langkah.ts'
import { pastikanVersi, ubahDraf } from './ubah-draf.ts'

/** Takes a step out; what pointed to it points to another one, or to nothing. Throws Galat 403, 404, 409. */
export const hapusLangkahDraf = (
  db: BasisData,
  pelaku: Pelaku,
  { id, kode }: { id: string; kode: string },
  { versi, alihkan }: IsianPenghapusan,
): Promise<void> =>
  ubahDraf(db, pelaku, id, (lama) => {
    const { nomor, uraian } = ambilLangkahDraf(lama.definisi, kode)
    pastikanVersi(lama, versi)
    if (alihkan !== null && (alihkan === kode || !lama.definisi.langkah.some((l) => l.kode === alihkan)))
      throw galat.sudahBerubah('Daftar langkah')
    const perujuk = rujukanLangkah(lama.definisi, kode).map((r) => r.langkah.nomor)
    return {
      definisi: hapusLangkah(lama.definisi, kode, alihkan),
      peristiwa: 'sop.langkah-dihapus',
      rincian: { nomor, kode, uraian, dirujukOleh: [...new Set(perujuk)], dialihkanKe: alihkan },
      selesai: ({ letak }) => letak.startsWith(`Langkah ${kode},`),
    }
  })
