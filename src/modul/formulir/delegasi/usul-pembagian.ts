import type { Pelaku } from '../../../inti/pelaku.ts'
import type { Pembaca } from '../../siklus/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import type { OrangUnit } from './orang-unit.ts'

/** A row that nobody has yet, and who had the same indicator or sub kegiatan in the siklus before. */
export type UsulanTugas = { readonly barisId: string; readonly pegawaiId: string; readonly nama: string }

/**
 * The division of the unit's form in the last earlier siklus of the same SOP, as a proposal for rows that nobody has now
 * and that can be filled in; only people who are still of the unit.
 */
export async function usulPembagian(
  baca: Pembaca,
  pelaku: Pelaku,
  { formulir, orang }: { formulir: FormulirLengkap; orang: readonly OrangUnit[] },
): Promise<UsulanTugas[]> {
  const lalu = await baca.$queryRaw<{ objekId: string; pegawaiId: string }[]>`
    with lama as (
      select f.id from formulir f join siklus s on s.id = f.siklus_id join siklus k on k.id = ${formulir.siklusId}::uuid
      where f.kecamatan_id = ${pelaku.kecamatanId}::uuid and k.kecamatan_id = f.kecamatan_id and f.unit_id = ${formulir.unitId}::uuid
        and s.sop_id = k.sop_id and s.status <> 'DIBATALKAN' and s.akhir_periode < k.mulai_periode
      order by s.akhir_periode desc limit 1)
    select coalesce(b.indikator_id, a.sub_kegiatan_id) as "objekId", d.pegawai_id as "pegawaiId"
    from lama join delegasi_baris d on d.formulir_id = lama.id and d.kecamatan_id = ${pelaku.kecamatanId}::uuid
      left join baris_formulir b on b.id = d.baris_id and b.kecamatan_id = d.kecamatan_id
      left join baris_anggaran a on a.id = d.baris_id and a.kecamatan_id = d.kecamatan_id`
  const siapa = new Map(lalu.map((l) => [l.objekId, l.pegawaiId]))
  const nama = new Map(orang.map((o) => [o.pegawaiId, o.nama]))
  const sudah = new Set(formulir.pembagian.baris.map((t) => t.barisId))
  const semua = [
    ...formulir.baris.map((b) => ({ ...b, objekId: b.indikatorId })),
    ...formulir.anggaran.map((a) => ({ ...a, objekId: a.subKegiatanId })),
  ]
  return semua.flatMap(({ id, terbuka, objekId }) => {
    const pegawaiId = siapa.get(objekId) ?? ''
    const sebut = nama.get(pegawaiId)
    return terbuka && !sudah.has(id) && sebut ? [{ barisId: id, pegawaiId, nama: sebut }] : []
  })
}
