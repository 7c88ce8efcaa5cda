import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { pastikanBoleh, pastikanPenulis } from './alur.ts'
import type { DefinisiImpor } from './definisi.ts'
import { kunciImpor, tandai } from './terapkan-impor.ts'

type Permintaan = { readonly definisi: DefinisiImpor; readonly id: string; readonly versi: number }

/** Puts a preview aside; nothing was written by it. Throws Galat 403, 404, 409. */
export const buangImpor = (db: BasisData, pelaku: Pelaku, { definisi, id, versi }: Permintaan): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    pastikanPenulis(definisi, pelaku)
    const impor = await kunciImpor(tx, pelaku, { definisi, id, versi })
    pastikanBoleh(impor.status, 'BUANG')
    await tandai(tx, pelaku, { impor, definisi, peristiwa: 'impor.dibuang', data: { status: 'DIBUANG' } })
  })
