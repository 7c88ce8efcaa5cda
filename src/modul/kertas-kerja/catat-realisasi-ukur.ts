import type { Tx } from '../../inti/basis-data/index.ts'
import { catatRealisasi, dikoreksiDiLuar, hapusRealisasi, sumberRealisasi, triwulanRiwayat } from '../formulir/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { kertasTerkoreksi } from './koreksi-kertas.ts'
import { cariKertasKerja } from './kueri.ts'

/**
 * Approved figures of a Kertas Kerja become the history that later periods compare with. Those of forms of the same
 * siklus are recorded as forms are; those taken from a collection only where that one left none (an SOP in which
 * nobody approves); figures typed in here always, replacing an earlier approval of the same siklus. An approved koreksi of
 * the period stands over them all.
 */
export async function catatRealisasiUkur(tx: Tx, siklus: BarisSiklus): Promise<void> {
  const kertas = await cariKertasKerja(tx, siklus)
  if (kertas?.kepala.sumber === 'FORMULIR') return catatRealisasi(tx, siklus)
  const triwulan = triwulanRiwayat(siklus.periode)
  if (triwulan === null || !kertas?.kepala.sumber) return
  const luar = await dikoreksiDiLuar(tx, siklus)
  await hapusRealisasi(tx, siklus, luar)
  const ganti = kertas.kepala.sumber === 'LANGSUNG'
  for (const b of kertasTerkoreksi(kertas, siklus).baris) {
    if (b.status !== 'TERISI' || luar.includes(b.indikatorId)) continue
    const { indikatorId, nilai, kategori, variabel } = b
    const { kecamatanId, tahun } = siklus
    const isi = {
      target: (triwulan === 0 ? b.target.tahunan : b.target.tw[triwulan - 1]) ?? null,
      nilai,
      kategori,
      variabel: { ...variabel },
      sumber: `${sumberRealisasi(siklus)}${b.koreksi?.length ? ', dikoreksi' : ''}`,
      siklusId: siklus.id,
    }
    const kunci = { kecamatanId, indikatorId, tahun, triwulan }
    // replaced in place: a figure of another siklus is removed by none but that one
    const where = { kecamatanId_indikatorId_tahun_triwulan: kunci }
    if (ganti) await tx.realisasiIndikator.upsert({ where, update: isi, create: { ...kunci, ...isi } })
    else await tx.realisasiIndikator.createMany({ data: [{ ...kunci, ...isi }], skipDuplicates: true })
  }
}
