import { type BasisData, type Prisma, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { ALUR_SOP, pastikanHakSop, type TindakanSop } from '../alur.ts'
import { kunciVersiSop } from '../draf/ubah-draf.ts'
import { pengajuSop, type VersiSop } from '../kueri.ts'

type Perubahan = {
  readonly tindakan: TindakanSop
  /** counter of the row as the page showed it */
  readonly versi: number
  readonly peristiwa: string
  /** reason, or what changed */
  readonly catatan: string
  /** further checks, and what the act writes besides the state */
  readonly isi?: (tx: Tx, versi: VersiSop) => Promise<IsiPerubahan>
}
type IsiPerubahan = {
  readonly data?: Prisma.VersiSopUpdateManyMutationInput
  readonly rincian?: Readonly<Record<string, unknown>>
}

/**
 * One act on a version as a whole, in one transaction: locked, right and state checked, compare-and-set, noted beside the
 * version and in the audit chain. Throws Galat 403, 404, 409.
 */
export const ubahKeadaan = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { tindakan, versi: dilihat, peristiwa, catatan, isi }: Perubahan,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const versi = await kunciVersiSop(tx, pelaku, id)
    pastikanHakSop(pelaku, { keadaan: versi.keadaan, pengajuId: pengajuSop(versi)?.pegawaiId ?? null }, tindakan)
    if (versi.versi !== dilihat) throw galat.sudahBerubah('SOP ini')
    const aturan = ALUR_SOP[versi.keadaan][tindakan]
    const { data = {}, rincian = {} } = (await isi?.(tx, versi)) ?? {}
    const kejadian = {
      tindakan,
      waktu: jam.sekarang().toISOString(),
      pegawaiId: pelaku.pegawaiId,
      oleh: pelaku.nama,
      jabatan: sebutanJabatan(pelaku, aturan?.oleh),
      catatan,
    }
    await tx.versiSop.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId, versi: dilihat },
      data: {
        ...(aturan?.ke ? { status: aturan.ke } : {}),
        riwayat: [...versi.riwayat, kejadian],
        versi: { increment: 1 },
        ...data,
      },
    })
    await catatJejak(tx, pelaku, {
      peristiwa,
      objekJenis: 'sop',
      objekId: id,
      rincian: { sop: versi.nama, versi: versi.nomorVersi, ...(catatan ? { alasan: catatan } : {}), ...rincian },
      sebagai: aturan?.oleh,
    })
  })
