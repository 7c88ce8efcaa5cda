import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { catatanDari, type IsianCatatan } from './isian-catatan.ts'
import { pastikanSidik, pastikanVersi, ubahDraf } from './ubah-draf.ts'

/** Saves the correction notes of a draft. Throws Galat 403, 404, 409. */
export const simpanCatatan = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianCatatan): Promise<void> =>
  ubahDraf(db, pelaku, id, ({ definisi: lama }) => {
    pastikanSidik(lama.catatan, isian.sidik, 'Catatan koreksi')
    const catatan = catatanDari(isian)
    return {
      definisi: { ...lama, catatan },
      peristiwa: 'sop.catatan-diubah',
      rincian: { lama: { catatan: lama.catatan.length }, baru: { catatan: catatan.length } },
      selesai: ({ letak }) => letak.startsWith('Catatan '),
    }
  })

/** Settles the remarks about the brought file: somebody has read them and put right what mattered. */
export const selesaikanCatatanBerkas = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi }: { versi: number },
): Promise<void> =>
  ubahDraf(db, pelaku, id, (lama) => {
    pastikanVersi(lama, versi)
    return {
      definisi: lama.definisi,
      peristiwa: 'sop.catatan-berkas-selesai',
      rincian: { catatan: lama.catatanBerkas.map(({ letak, pesan }) => `${letak}: ${pesan}`) },
      selesai: () => true,
    }
  })
