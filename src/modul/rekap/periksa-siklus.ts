import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type HasilUkur, samaHitungan } from '../kertas-kerja/index.ts'
import { ambilVersiRekap } from './kueri.ts'
import { type BedaHitungan, periksaHitungan } from './periksa-hitungan.ts'

const MAKS_VERSI = 200

/** Recomputes every stored result of a siklus: all versions of its recap, and its Kertas Kerja. Names what differs. Two queries. */
export async function periksaSiklus(
  baca: BasisData['baca'],
  pelaku: Pelaku,
  siklusId: string,
): Promise<(BedaHitungan & { readonly di: string })[]> {
  const [versi, kertas] = await Promise.all([
    ambilVersiRekap(baca, pelaku, { siklusId, batas: MAKS_VERSI }),
    baca.$queryRaw<{ nama: string; hasil: HasilUkur }[]>`
      select kartu ->> 'nama' as nama, hasil from baris_kertas_kerja
      where siklus_id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and hasil is not null`,
  ])
  return [
    ...versi.flatMap((v) => periksaHitungan(v.isi).map((beda) => ({ ...beda, di: `rekap versi ${v.nomorVersi}` }))),
    ...kertas
      .filter(({ hasil }) => !samaHitungan(hasil))
      .map(({ nama }) => ({ nama, hal: 'hasil', di: 'Kertas Kerja' })),
  ]
}
