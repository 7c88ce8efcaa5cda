import { type HasilUkur, samaHitungan } from '../../src/modul/kertas-kerja/index.ts'
import { type BedaHitungan, type IsiRekap, periksaHitungan } from '../../src/modul/rekap/index.ts'
import type { AplikasiUji } from './aplikasi.ts'

/** Recomputes what every siklus of an office database stores: all recap versions, all Kertas Kerja. How many results, and what differs. */
export async function hitungUlangSemua(
  app: Pick<AplikasiUji, 'sql'>,
): Promise<{ jumlah: number; beda: BedaHitungan[] }> {
  const rekap = await app.sql<{ isi: IsiRekap }>('select isi from rekap union all select isi from rekap_koreksi')
  const kertas = await app.sql<{ nama: string; hasil: HasilUkur }>(
    "select kartu ->> 'nama' as nama, hasil from baris_kertas_kerja where hasil is not null",
  )
  const baris = rekap.flatMap(({ isi }) => isi.unit.flatMap((u) => u.baris))
  return {
    jumlah: baris.filter((b) => b.masukan || b.ukur).length + kertas.length,
    beda: [
      ...rekap.flatMap(({ isi }) => periksaHitungan(isi)),
      ...kertas.filter(({ hasil }) => !samaHitungan(hasil)).map(({ nama }) => ({ nama, hal: 'Kertas Kerja' })),
    ],
  }
}
