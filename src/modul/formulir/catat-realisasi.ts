import type { Tx } from '../../inti/basis-data/index.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'

/** Quarter under which a period's values are kept: 1–4, 0 for a whole year; null for periods the history does not know. */
export function triwulanRiwayat({ jenis, nomor }: Periode): number | null {
  if (jenis === 'TRIWULAN') return nomor
  return jenis === 'TAHUN' ? 0 : null
}

/**
 * Approved values become the history that later periods compare with: of each filled row its value, variables and target
 * of the period; of each budget row what was spent up to its end. An earlier approval of the same siklus is replaced.
 */
export async function catatRealisasi(tx: Tx, siklus: BarisSiklus): Promise<void> {
  const triwulan = triwulanRiwayat(siklus.periode)
  if (triwulan === null) return
  await hapusRealisasi(tx, siklus)
  const bahan = { siklus, triwulan, sumber: sumberRealisasi(siklus) }
  await catatIndikator(tx, bahan)
  await catatAnggaran(tx, bahan)
}

/** What an earlier approval of the siklus left in the history. */
export async function hapusRealisasi(tx: Tx, { id: siklusId, kecamatanId }: BarisSiklus): Promise<void> {
  await tx.realisasiIndikator.deleteMany({ where: { siklusId, kecamatanId } })
  await tx.realisasiAnggaran.deleteMany({ where: { siklusId, kecamatanId } })
}

/** "Siklus Pengumpulan Data Kinerja Triwulan II 2026". */
export const sumberRealisasi = ({ namaSop, namaPeriode }: Pick<BarisSiklus, 'namaSop' | 'namaPeriode'>): string =>
  `Siklus ${namaSop.replace(/^SOP /, '')} ${namaPeriode}`

type Bahan = { readonly siklus: BarisSiklus; readonly triwulan: number; readonly sumber: string }

async function catatIndikator(tx: Tx, { siklus, triwulan, sumber }: Bahan): Promise<void> {
  await tx.$executeRaw`
    insert into realisasi_indikator (kecamatan_id, indikator_id, tahun, triwulan, target, nilai, kategori, variabel, sumber, siklus_id)
    select distinct on (b.indikator_id) b.kecamatan_id, b.indikator_id, ${siklus.tahun}::int, ${triwulan}::int,
      case ${triwulan}::int when 0 then b.target->>'tahunan' else b.target->'tw'->>(${triwulan}::int - 1) end::numeric,
      b.nilai, b.kategori, b.variabel, ${sumber}, b.siklus_id
    from baris_formulir b
    where b.siklus_id = ${siklus.id}::uuid and b.kecamatan_id = ${siklus.kecamatanId}::uuid and b.status = 'TERISI'
    order by b.indikator_id, b.diubah_pada desc nulls last
    on conflict (kecamatan_id, indikator_id, tahun, triwulan) do update set target = excluded.target, nilai = excluded.nilai,
      kategori = excluded.kategori, variabel = excluded.variabel, sumber = excluded.sumber, siklus_id = excluded.siklus_id`
}

async function catatAnggaran(tx: Tx, { siklus, triwulan, sumber }: Bahan): Promise<void> {
  await tx.$executeRaw`
    insert into realisasi_anggaran (kecamatan_id, sub_kegiatan_id, tahun, triwulan, pagu, nilai, sumber, siklus_id)
    select distinct on (a.sub_kegiatan_id) a.kecamatan_id, a.sub_kegiatan_id, ${siklus.tahun}::int, ${triwulan}::int, a.pagu,
      a.realisasi, ${sumber}, a.siklus_id
    from baris_anggaran a
    where a.siklus_id = ${siklus.id}::uuid and a.kecamatan_id = ${siklus.kecamatanId}::uuid and a.status = 'TERISI'
      and a.realisasi is not null
    order by a.sub_kegiatan_id, a.diubah_pada desc nulls last
    on conflict (kecamatan_id, sub_kegiatan_id, tahun, triwulan) do update set pagu = excluded.pagu, nilai = excluded.nilai,
      sumber = excluded.sumber, siklus_id = excluded.siklus_id`
}
