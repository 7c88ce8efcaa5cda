import type { Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import type { DokumenAnggaran } from './kueri.ts'

/** Takes a document away again that an import added and no form has used. Throws Galat 409. */
export async function hapusDokumenDalam(
  tx: Tx,
  { kecamatanId, ...lain }: Pelaku,
  dokumen: DokumenAnggaran,
): Promise<void> {
  const { id, jenis, tahun, jumlahSub, dipakai } = dokumen
  if (dipakai)
    throw galat.bentrok(`${jenis} ${tahun} sudah dipakai pada formulir, jadi impornya tidak dapat dibatalkan.`)
  await tx.anggaran.deleteMany({ where: { kecamatanId, dokumenId: id } })
  await tx.dokumenAnggaran.deleteMany({ where: { kecamatanId, id } })
  await catatJejak(
    tx,
    { kecamatanId, ...lain },
    {
      peristiwa: 'anggaran.ditarik',
      objekJenis: 'dokumen-anggaran',
      objekId: id,
      rincian: { jenis, tahun, jumlah: jumlahSub },
      sebagai: PENULIS_KARTU,
    },
  )
}
