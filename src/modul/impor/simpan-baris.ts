import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { BarisBeda } from './bedakan.ts'

/** Puts the rows of a preview in the place of its earlier ones, in two statements. */
export async function simpanBaris(
  tx: Tx,
  pelaku: Pelaku,
  { imporId, beda }: { imporId: string; beda: readonly BarisBeda[] },
): Promise<void> {
  await tx.barisImpor.deleteMany({ where: { imporId, kecamatanId: pelaku.kecamatanId } })
  const isi = beda.map((b, urut) => ({ ...b, urut }))
  await tx.$executeRaw`
    insert into baris_impor (kecamatan_id, impor_id, urut, lembar, nomor, status, lama, baru, salah)
    select ${pelaku.kecamatanId}::uuid, ${imporId}::uuid, x.urut, x.lembar, x.nomor, x.status, nullif(x.lama, 'null'::jsonb), x.baru, x.salah
    from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb)
      as x(urut int, lembar text, nomor int, status status_baris_impor, lama jsonb, baru jsonb, salah jsonb)`
}
