import type { Tx } from '../../inti/basis-data/index.ts'
import type { KonteksLangkah, Pengembalian } from '../siklus/index.ts'
import { bagianDilayani, cakupanUnit, sqlCakupan } from './cakupan-unit.ts'
import { bukaTugasLagi } from './delegasi/lepas-tugas.ts'

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
    await bukaTugasLagi(tx, siklus.kecamatanId, [formulir.id])
  }
}

/**
 * Whatever way the filling step opened: every unit whose part is open has its form. Covers SOPs without a step of
 * distribution, returns to a step before this one, and a second collection, for which forms that came in before open anew.
 */
export async function bukaFormulir(tx: Tx, konteks: KonteksLangkah): Promise<void> {
  const { siklus, langkah } = konteks
  const { id, kecamatanId } = siklus
  const cakupan = sqlCakupan(await cakupanUnit(tx, konteks))
  await tx.$executeRaw`
    update formulir f set status = 'DITERIMA', versi = f.versi + 1
    where f.siklus_id = ${id}::uuid and f.kecamatan_id = ${kecamatanId}::uuid and f.status in ('DISIAPKAN', 'DIBAGIKAN') and ${cakupan}`
  const dibuka = await tx.$queryRaw<{ id: string; ulang: boolean }[]>`
    update formulir f set status = (case when g.id is null then 'DITERIMA' else 'DIKEMBALIKAN' end)::status_formulir,
      putaran = f.putaran + 1, versi = f.versi + 1
    from formulir x left join bagian_langkah g on g.langkah_id = ${langkah.id}::uuid and g.unit_id = x.unit_id
    where x.id = f.id and f.siklus_id = ${id}::uuid and f.kecamatan_id = ${kecamatanId}::uuid and f.status = 'DISERAHKAN'
      and ((g.id is null and ${cakupan}) or g.status = 'BERJALAN')
    returning f.id, g.id is not null as ulang`
  // a return of single values to an earlier collection opens the same values here, and no others
  const hanyaNilai = dibuka.some((f) => f.ulang) && (await dikembalikanNilai(tx, konteks))
  const utuh = dibuka.filter((f) => !f.ulang || !hanyaNilai).map((f) => f.id)
  await bukaBaris(tx, { formulirId: { in: utuh }, kecamatanId })
  await bukaTugasLagi(
    tx,
    kecamatanId,
    dibuka.map((f) => f.id),
  )
}

/** Did the last return name single values of an earlier collection of this siklus? */
async function dikembalikanNilai(tx: Tx, { siklus, def }: KonteksLangkah): Promise<boolean> {
  const [kembali] = await tx.$queryRaw<{ tujuan: string; jenis: string }[]>`
    select isi->'data'->>'tujuan' as tujuan, isi->'data'->'cakupan'->>'jenis' as jenis from peristiwa_siklus
    where siklus_id = ${siklus.id}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid and jenis = 'DIKEMBALIKAN'
    order by urut desc limit 1`
  const tujuan = siklus.definisi.langkah.find((l) => l.kode === kembali?.tujuan)
  return kembali?.jenis === 'NILAI' && tujuan?.jenis === 'pengisian' && tujuan.kode !== def.kode
}

/**
 * A step before the filling opens again: forms go back to being prepared, what was entered stays. Not those of units whose
 * form a return left handed in.
 */
export async function siapkanUlangFormulir(tx: Tx, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const { id, kecamatanId } = siklus
  const bagian = bagianDilayani(konteks)
  const unit = (daftar: typeof bagian) => daftar.flatMap((b) => b.unitId ?? [])
  const ulang = await tx.$queryRaw<{ id: string; unitId: string }[]>`
    update formulir f set versi = f.versi + (f.status <> 'DISIAPKAN')::int, status = 'DISIAPKAN', diterima_pada = null,
      penerima_id = null, penerima = '', jabatan_penerima = '', cara_terima = ''
    where f.siklus_id = ${id}::uuid and f.kecamatan_id = ${kecamatanId}::uuid and ${sqlCakupan(await cakupanUnit(tx, konteks))}
      and not (f.unit_id = any(${unit(bagian.filter((b) => b.status === 'SELESAI'))}::uuid[]))
    returning f.id, f.unit_id as "unitId"`
  const pernah = new Set(unit(bagian))
  const hanyaNilai = pernah.size > 0 && (await dikembalikanNilai(tx, konteks))
  const utuh = ulang.filter((f) => !hanyaNilai || !pernah.has(f.unitId)).map((f) => f.id)
  await bukaBaris(tx, { formulirId: { in: utuh }, kecamatanId })
}

async function bukaBaris(tx: Tx, where: { formulirId: { in: string[] }; kecamatanId: string }): Promise<void> {
  await tx.barisFormulir.updateMany({ where, data: { terbuka: true } })
  await tx.barisAnggaran.updateMany({ where, data: { terbuka: true } })
}
