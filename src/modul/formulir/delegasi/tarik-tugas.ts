import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { catatTugas, kunciPembagian, pastikanBaris } from './alur-tugas.ts'
import { lepasTugas } from './lepas-tugas.ts'

/** The head takes rows back from whom they were given to; what was typed stays. Throws Galat 403, 404, 409. */
export const tarikTugas = (
  db: BasisData,
  pelaku: Pelaku,
  formulirId: string,
  { baris }: { readonly baris: readonly string[] },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciPembagian(tx, pelaku, formulirId)
    pastikanBaris(formulir, baris)
    const ditarik = formulir.pembagian.baris.map((t) => t.barisId).filter((id) => baris.includes(id))
    if (ditarik.length === 0) throw galat.bentrok('Baris yang dicentang belum diberikan kepada siapa pun.')
    await lepasTugas(tx, pelaku.kecamatanId, ditarik)
    await catatTugas(tx, pelaku, { peristiwa: 'formulir.tugas-ditarik', formulir, baris: ditarik })
  })

/** The head says whether only those may type to whom a row was given. Throws Galat 403, 404, 409. */
export const batasiPengisi = (db: BasisData, pelaku: Pelaku, formulirId: string, hanya: boolean): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciPembagian(tx, pelaku, formulirId)
    if (formulir.pembagian.hanyaDitugasi === hanya) return
    await tx.formulir.updateMany({
      where: { id: formulir.id, kecamatanId: pelaku.kecamatanId },
      data: { hanyaDitugasi: hanya },
    })
    const peristiwa = hanya ? 'formulir.tugas-dibatasi' : 'formulir.tugas-dibebaskan'
    await catatTugas(tx, pelaku, { peristiwa, formulir })
  })
