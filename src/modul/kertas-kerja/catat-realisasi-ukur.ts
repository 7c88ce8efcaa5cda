import type { Tx } from '../../inti/basis-data/index.ts'
import { catatRealisasi, hapusRealisasi, sumberRealisasi, triwulanRiwayat } from '../formulir/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { cariKertasKerja } from './kueri.ts'

/**
 * Approved figures of a Kertas Kerja become the history that later periods compare with. Those of forms of the same
 * siklus are recorded as forms are; those taken from a collection only where that one left none (an SOP in which
 * nobody approves); figures typed in here always, replacing an earlier approval of the same siklus.
 */
export async function catatRealisasiUkur(tx: Tx, siklus: BarisSiklus): Promise<void> {
  const triwulan = triwulanRiwayat(siklus.periode)
  const kertas = await cariKertasKerja(tx, siklus)
  if (triwulan === null || !kertas?.kepala.sumber) return
  if (kertas.kepala.sumber === 'FORMULIR') return catatRealisasi(tx, siklus)
  await hapusRealisasi(tx, siklus)
  const ganti = kertas.kepala.sumber === 'LANGSUNG'
  for (const b of kertas.baris) {
    if (b.status !== 'TERISI') continue
    const { indikatorId, nilai, kategori, variabel } = b
    const { kecamatanId, tahun } = siklus
    const isi = {
      target: (triwulan === 0 ? b.target.tahunan : b.target.tw[triwulan - 1]) ?? null,
      nilai,
      kategori,
      variabel: { ...variabel },
      sumber: sumberRealisasi(siklus),
      siklusId: siklus.id,
    }
    const kunci = { kecamatanId, indikatorId, tahun, triwulan }
    if (ganti) await tx.realisasiIndikator.deleteMany({ where: kunci })
    await tx.realisasiIndikator.createMany({ data: [{ ...kunci, ...isi }], skipDuplicates: true })
  }
}
