import { type BasisData, Prisma, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jalankan } from '../siklus/index.ts'
import { pastikanFormulir } from './alur.ts'
import { kunciFormulir, kunciSiklusFormulir } from './kunci-formulir.ts'
import { bolehBagian, KEPALA_UNIT } from './serahkan-formulir.ts'
import { bagianFormulir } from './urut-pengisian.ts'

/** The unit head takes a handed in form back while other units are still filling theirs. Throws Galat 403, 404, 409. */
export function tarikFormulir(
  db: BasisData,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    await kunciSiklusFormulir(tx, pelaku, id)
    const kepala = await kunciFormulir(tx, pelaku, id)
    pastikanFormulir(pelaku, kepala, 'TARIK')
    if (kepala.versi !== versi) throw galat.sudahBerubah('Formulir ini')
    const bagianMasuk = await bagianFormulir(tx, kepala, 'SELESAI')
    if (bagianMasuk.length === 0)
      throw galat.bentrok('Langkah pengisian sudah ditutup, jadi formulir tidak dapat ditarik lagi.')
    for (const bagian of bagianMasuk) {
      const perintah = { jenis: 'TARIK_BAGIAN', siklusId: kepala.siklusId, ...bagian } as const
      await jalankan(tx, pelaku, perintah, { bolehBagian: bolehBagian(pelaku, kepala, bagian) })
    }
    await tx.formulir.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId },
      data: {
        // a later round of the SOP is not a return
        status: kepala.putaran > 1 && (kepala.putaranBagian ?? 1) > 1 ? 'DIKEMBALIKAN' : 'DITERIMA',
        diserahkanPada: null,
        penyerahId: null,
        penyerah: '',
        jabatanPenyerah: '',
        serahKertas: Prisma.DbNull,
        versi: { increment: 1 },
      },
    })
    await catatJejak(tx, pelaku, {
      peristiwa: 'formulir.ditarik',
      objekJenis: 'formulir',
      objekId: id,
      siklusId: kepala.siklusId,
      rincian: { unit: kepala.unitNama },
      sebagai: KEPALA_UNIT,
    })
  })
}
