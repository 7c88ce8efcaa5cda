import type { Tx } from '../../../inti/basis-data/index.ts'

/** Rows that go to another unit, or off the form, are nobody's task any more. */
export async function lepasTugas(tx: Tx, kecamatanId: string, barisId: readonly string[]): Promise<void> {
  await tx.delegasiBaris.deleteMany({ where: { kecamatanId, barisId: { in: [...barisId] } } })
}

/** Rows that a return opened go back to whom they were given: no longer done, and by the new tenggat of the step. */
export async function bukaTugasLagi(tx: Tx, kecamatanId: string, formulirId: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update delegasi_baris d set selesai_pada = null, tanggal = null
    where d.kecamatan_id = ${kecamatanId}::uuid and d.formulir_id = any(${[...formulirId]}::uuid[])
      and (exists (select 1 from baris_formulir b where b.id = d.baris_id and b.kecamatan_id = d.kecamatan_id and b.terbuka)
        or exists (select 1 from baris_anggaran a where a.id = d.baris_id and a.kecamatan_id = d.kecamatan_id and a.terbuka))`
}
