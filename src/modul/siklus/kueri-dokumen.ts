import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

/** A stored output document with its tree; 404 when it is not of this office and siklus. */
export async function ambilDokumen(db: BasisData, pelaku: Pelaku, { siklusId, id }: { siklusId: string; id: string }) {
  const dokumen = await db.baca.dokumen.findFirst({ where: { id, siklusId, kecamatanId: pelaku.kecamatanId } })
  if (!dokumen) throw galat.tidakDitemukan('Dokumen')
  return { ...dokumen, model: dokumen.model as unknown as Dokumen }
}
