import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { bagianIdentitas, type IsianIdentitas, terapkanIdentitas } from './isian-identitas.ts'
import { bedaBagian, pastikanSidik, ubahDraf } from './ubah-draf.ts'

/** Saves the identity block of a draft. Throws Galat 403, 404, 409. */
export const simpanIdentitas = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianIdentitas): Promise<void> =>
  ubahDraf(db, pelaku, id, ({ definisi: lama, nomorVersi }) => {
    pastikanSidik(bagianIdentitas(lama), isian.sidik, 'Identitas SOP')
    const definisi = terapkanIdentitas(lama, isian, { tetap: nomorVersi > 1 })
    const datar = ({ identitas, ...lain }: ReturnType<typeof bagianIdentitas>) => ({ ...lain, ...identitas })
    return {
      definisi,
      peristiwa: 'sop.identitas-diubah',
      rincian: bedaBagian(datar(bagianIdentitas(lama)), datar(bagianIdentitas(definisi))),
      selesai: ({ letak }) => !/^(Langkah|Pelaksana|Catatan) /.test(letak),
    }
  })
