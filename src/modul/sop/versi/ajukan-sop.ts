import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { ambilKantorSop } from '../kantor-sop.ts'
import type { VersiSop } from '../kueri.ts'
import { periksaDraf } from '../periksa-draf.ts'
import { ubahKeadaan } from './ubah-keadaan.ts'

/** Hands a draft that passed the check to the Camat. Throws Galat 403, 404, 409, 422. */
export const ajukanSop = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, catatan }: { versi: number; catatan: string },
): Promise<void> =>
  ubahKeadaan(db, pelaku, id, {
    tindakan: 'AJUKAN',
    versi,
    peristiwa: 'sop.diajukan',
    catatan,
    isi: async (tx, draf) => {
      await pastikanLolos(tx, pelaku, draf)
      return {}
    },
  })

/** Throws 422 while the check finds something: the list could not run to its end in this office. */
export async function pastikanLolos(tx: Tx, pelaku: Pelaku, versi: VersiSop): Promise<void> {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const { kesalahan } = periksaDraf(versi.definisi, await ambilKantorSop(tx, pelaku, hari), hari)
  const banyak = kesalahan.length + versi.catatanBerkas.length
  if (banyak > 0)
    throw galat.tidakSesuai(
      `Masih ada ${banyak} hal yang harus diperbaiki sebelum SOP ini dapat diajukan atau disahkan. Buka Periksa; semuanya disebut di sana.`,
    )
}
