import type { Tx } from '../../inti/basis-data/index.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import { turunkanRealisasi } from '../perencanaan/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { catatBulan, catatTriwulan } from './catat-anggaran.ts'
import { dikoreksiDiLuar } from './koreksi-baris.ts'

/** Quarter under which a period's values are kept: 1–4, 0 for a whole year; null for periods the history does not know. */
export function triwulanRiwayat({ jenis, nomor }: Periode): number | null {
  if (jenis === 'TRIWULAN') return nomor
  return jenis === 'TAHUN' ? 0 : null
}

/** Month under which a period keeps what was spent up to its end; null for all but months. */
export const bulanRiwayat = ({ jenis, nomor }: Periode): number | null => (jenis === 'BULAN' ? nomor : null)

/**
 * Approved values become the history that later periods compare with: of each filled row its value, variables and target
 * of the period (a month keeps none), of each budget row what was spent up to its end. An earlier approval of the same
 * siklus is replaced; a koreksi of the period, here or in another siklus, is not.
 */
export async function catatRealisasi(tx: Tx, siklus: BarisSiklus): Promise<void> {
  const triwulan = triwulanRiwayat(siklus.periode)
  const bulan = bulanRiwayat(siklus.periode)
  if (triwulan === null && bulan === null) return
  const luar = await dikoreksiDiLuar(tx, siklus)
  await hapusRealisasi(tx, siklus, luar)
  const bahan = { siklus, sumber: sumberRealisasi(siklus), luar }
  if (triwulan !== null) {
    await catatIndikator(tx, { ...bahan, triwulan })
    await catatTriwulan(tx, { ...bahan, triwulan })
  }
  if (bulan !== null) await catatBulan(tx, { ...bahan, bulan })
  // months after this period go on from the approved figure, quarters follow from months
  await turunkanRealisasi(tx, siklus)
}

/** What an earlier approval of the siklus left in the history; `luar`: what was corrected in another siklus stays. */
export async function hapusRealisasi(
  tx: Tx,
  { id: siklusId, kecamatanId, tahun }: BarisSiklus,
  luar: readonly string[],
): Promise<void> {
  await tx.realisasiIndikator.deleteMany({ where: { siklusId, kecamatanId, indikatorId: { notIn: [...luar] } } })
  const uang = { siklusId, kecamatanId, subKegiatanId: { notIn: [...luar] } }
  const { count: triwulan } = await tx.realisasiAnggaran.deleteMany({ where: uang })
  const { count: bulan } = await tx.realisasiSampaiBulan.deleteMany({ where: uang })
  // what the months say holds again
  if (triwulan + bulan > 0) await turunkanRealisasi(tx, { kecamatanId, tahun })
}

/** "Siklus Pengumpulan Data Kinerja Triwulan II 2026". */
export const sumberRealisasi = ({ namaSop, namaPeriode }: Pick<BarisSiklus, 'namaSop' | 'namaPeriode'>): string =>
  `Siklus ${namaSop.replace(/^SOP /, '')} ${namaPeriode}`

type Bahan = {
  readonly siklus: BarisSiklus
  readonly triwulan: number
  readonly sumber: string
  readonly luar: string[]
}

/** The newest koreksi of a figure stands over its row, also when the siklus is approved once more. */
async function catatIndikator(tx: Tx, { siklus, triwulan, sumber, luar }: Bahan): Promise<void> {
  await tx.$executeRaw`
    insert into realisasi_indikator (kecamatan_id, indikator_id, tahun, triwulan, target, nilai, kategori, variabel, sumber, siklus_id)
    select distinct on (b.indikator_id) b.kecamatan_id, b.indikator_id, ${siklus.tahun}::int, ${triwulan}::int,
      case ${triwulan}::int when 0 then b.target->>'tahunan' else b.target->'tw'->>(${triwulan}::int - 1) end::numeric,
      case when o.baru is null then b.nilai else (o.baru ->> 'nilai')::numeric end,
      case when o.baru is null then b.kategori else o.baru ->> 'kategori' end, coalesce(o.baru -> 'variabel', b.variabel),
      ${sumber} || case when o.baru is null then '' else ', dikoreksi' end, b.siklus_id
    from baris_formulir b left join lateral (select k.baru from koreksi k where k.siklus_id = b.siklus_id
        and k.kecamatan_id = b.kecamatan_id and k.indikator_id = b.indikator_id and k.status = 'DISETUJUI' order by k.diputus_pada desc limit 1) o on true
    where b.siklus_id = ${siklus.id}::uuid and b.kecamatan_id = ${siklus.kecamatanId}::uuid
      and coalesce(o.baru ->> 'status', b.status::text) = 'TERISI' and b.indikator_id <> all (${luar}::uuid[])
    order by b.indikator_id, b.diubah_pada desc nulls last
    on conflict (kecamatan_id, indikator_id, tahun, triwulan) do update set target = excluded.target, nilai = excluded.nilai,
      kategori = excluded.kategori, variabel = excluded.variabel, sumber = excluded.sumber, siklus_id = excluded.siklus_id`
}
