import type { Tx } from '../../inti/basis-data/index.ts'
import type { KonteksLangkah, Pengembalian } from '../siklus/index.ts'

/**
 * Opens what a return named and nothing else: whole forms, or single rows of a form, whose other rows stay closed. The
 * reason stands at the value; for a whole form it stands at the unit's part of the step.
 */
export async function kembalikanFormulir(
  tx: Tx,
  { siklus, bagian }: KonteksLangkah,
  kembali: Pengembalian,
): Promise<void> {
  for (const kunci of new Set(kembali.bagian.map((b) => b.kunci))) {
    const unitId = bagian.find((b) => b.kunci === kunci)?.unitId
    if (!unitId) continue
    const butir = kembali.bagian.filter((b) => b.kunci === kunci)
    const utuh = butir.find((b) => b.barisId === null)
    // a reason of the unit's own stands at each value; the general one stands once, on top of the form
    const alasanUtuh = utuh && utuh.alasan !== kembali.alasan ? utuh.alasan : null
    const [formulir] = await tx.$queryRaw<{ id: string }[]>`
      update formulir set status = 'DIKEMBALIKAN', putaran = putaran + 1, versi = versi + 1
      where siklus_id = ${siklus.id}::uuid and unit_id = ${unitId}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid returning id`
    if (!formulir) continue
    const milik = { formulirId: formulir.id, kecamatanId: siklus.kecamatanId }
    await tx.barisFormulir.updateMany({
      where: milik,
      data: { terbuka: utuh !== undefined, alasanKembali: alasanUtuh },
    })
    await tx.barisAnggaran.updateMany({
      where: milik,
      data: { terbuka: utuh !== undefined, alasanKembali: alasanUtuh },
    })
    for (const { barisId, alasan } of butir) {
      if (barisId === null) continue
      const data = { terbuka: true, alasanKembali: alasan }
      const { count } = await tx.barisFormulir.updateMany({ where: { ...milik, id: barisId }, data })
      if (count === 0) await tx.barisAnggaran.updateMany({ where: { ...milik, id: barisId }, data })
    }
  }
}

/**
 * Whatever way the filling step opened: every unit whose part is open has its form. Covers SOPs without a step of
 * distribution, and returns to a step before this one.
 */
export async function bukaFormulir(tx: Tx, { siklus, langkah }: KonteksLangkah): Promise<void> {
  const { id, kecamatanId } = siklus
  await tx.$executeRaw`
    update formulir set status = 'DITERIMA', versi = versi + 1
    where siklus_id = ${id}::uuid and kecamatan_id = ${kecamatanId}::uuid and status in ('DISIAPKAN', 'DIBAGIKAN')`
  const dibuka = await tx.$queryRaw<{ id: string }[]>`
    update formulir f set status = 'DIKEMBALIKAN', putaran = f.putaran + 1, versi = f.versi + 1
    where f.siklus_id = ${id}::uuid and f.kecamatan_id = ${kecamatanId}::uuid and f.status = 'DISERAHKAN'
      and exists (select 1 from bagian_langkah g where g.langkah_id = ${langkah.id}::uuid and g.unit_id = f.unit_id and g.status = 'BERJALAN')
    returning f.id`
  const milik = { formulirId: { in: dibuka.map((f) => f.id) }, kecamatanId }
  await tx.barisFormulir.updateMany({ where: milik, data: { terbuka: true } })
  await tx.barisAnggaran.updateMany({ where: milik, data: { terbuka: true } })
}

/** A step before the filling opens again: forms go back to being prepared, what was entered stays. */
export async function siapkanUlangFormulir(tx: Tx, { siklus }: KonteksLangkah): Promise<void> {
  const milik = { siklusId: siklus.id, kecamatanId: siklus.kecamatanId }
  await tx.formulir.updateMany({
    where: { ...milik, status: { not: 'DISIAPKAN' } },
    data: {
      status: 'DISIAPKAN',
      diterimaPada: null,
      penerimaId: null,
      penerima: '',
      jabatanPenerima: '',
      caraTerima: '',
      versi: { increment: 1 },
    },
  })
  await tx.barisFormulir.updateMany({ where: milik, data: { terbuka: true } })
  await tx.barisAnggaran.updateMany({ where: milik, data: { terbuka: true } })
}
