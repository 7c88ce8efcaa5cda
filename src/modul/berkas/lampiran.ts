import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Gudang } from './gudang.ts'
import { simpanBerkas } from './simpan-berkas.ts'
import type { BerkasDiterima } from './terima-unggahan.ts'

type Tempat = { readonly siklusId: string; readonly langkahId: string }

/** Attaches uploaded files to a step (letter, photo, scan), inside the change of that step. */
export async function lampirkan(
  tx: Tx,
  pelaku: Pelaku,
  {
    gudang,
    berkas,
    tempat,
    keterangan = '',
  }: { gudang: Gudang; berkas: readonly BerkasDiterima[]; tempat: Tempat; keterangan?: string },
): Promise<void> {
  for (const satu of berkas) {
    const { id } = await simpanBerkas(tx, pelaku, {
      gudang,
      berkas: satu,
      milik: { siklusId: tempat.siklusId, unitId: null },
    })
    await tx.lampiranLangkah.create({
      data: { kecamatanId: pelaku.kecamatanId, langkahId: tempat.langkahId, berkasId: id, keterangan },
    })
  }
}

/** Takes a file off a step; its content stays in the store, its name in the audit trail. 404 when it is not attached there. */
export async function hapusLampiran(
  tx: Tx,
  pelaku: Pelaku,
  { id, tempat }: { id: string; tempat: Tempat },
): Promise<void> {
  const [ada] = await tx.$queryRaw<{ nama: string; berkasId: string }[]>`
    select b.nama, b.id as "berkasId" from lampiran_langkah l join berkas b on b.id = l.berkas_id
    where l.id = ${id}::uuid and l.langkah_id = ${tempat.langkahId}::uuid and l.kecamatan_id = ${pelaku.kecamatanId}::uuid for update of l`
  if (!ada) throw galat.tidakDitemukan('Berkas')
  await tx.lampiranLangkah.deleteMany({ where: { id, kecamatanId: pelaku.kecamatanId } })
  await catatJejak(tx, pelaku, {
    peristiwa: 'berkas.dilepas',
    objekJenis: 'berkas',
    objekId: ada.berkasId,
    siklusId: tempat.siklusId,
    rincian: { nama: ada.nama },
  })
}
