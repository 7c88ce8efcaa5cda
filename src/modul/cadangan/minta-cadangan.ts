import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Pencadang } from './pencadang.ts'

/** Begins a backup now, on the word of this admin; it goes on after the answer. Throws Galat 409 where backups are switched off. */
export async function mintaCadangan(db: BasisData, pelaku: Pelaku, pencadang: Pencadang | null): Promise<void> {
  if (!pencadang)
    throw galat.bentrok(
      'Cadangan dimatikan pada pengaturan komputer server (TAKAR_CADANGAN=tidak). Tidak ada yang dibuat.',
    )
  await transaksi(db, pelaku, (tx) =>
    catatJejak(tx, pelaku, {
      peristiwa: 'cadangan.diminta',
      objekJenis: 'cadangan',
      objekId: pelaku.kecamatanId,
      rincian: {},
      sebagai: ['ADMIN'],
    }),
  )
  pencadang.mulai()
}
