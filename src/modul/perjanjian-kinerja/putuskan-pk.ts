import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { periksaPk } from './periksa-pk.ts'
import { catatTindakan, kunciPk } from './ubah-keadaan.ts'

/**
 * Hands a draft to the superior. Field errors (under `formulir`) while something of it is missing, or null when done.
 * Throws Galat 403, 404, 409.
 */
export const ajukanPk = (
  db: BasisData,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const pk = await kunciPk(tx, pelaku, { id, versi, tindakan: 'AJUKAN' })
    const [kurang] = await periksaPk(tx, pelaku, pk)
    if (kurang) return { formulir: kurang }
    await catatTindakan(tx, pelaku, pk, { tindakan: 'AJUKAN', data: { pengajuId: pelaku.pegawaiId } })
    return null
  })

type Keputusan = {
  readonly id: string
  readonly versi: number
  readonly tindakan: 'TARIK' | 'SETUJUI' | 'KEMBALIKAN' | 'BATALKAN'
  /** of KEMBALIKAN and BATALKAN */
  readonly alasan?: string
}

/** Takes back, approves, returns with a reason, or cancels with a reason. Throws Galat 403, 404, 409. */
export const putuskanPk = (db: BasisData, pelaku: Pelaku, { id, versi, tindakan, alasan }: Keputusan): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const pk = await kunciPk(tx, pelaku, { id, versi, tindakan })
    await catatTindakan(tx, pelaku, pk, { tindakan, catatan: alasan ?? '' })
  })
