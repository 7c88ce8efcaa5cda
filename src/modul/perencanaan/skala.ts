import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { SKALA_PERMENDAGRI_86, type Skala } from '../pengukuran/index.ts'

/** The scale of predicates of a year; the last earlier one, else that of Permendagri 86/2017. */
export async function ambilSkala(baca: Tx | BasisData['baca'], pelaku: Pelaku, tahun: number): Promise<Skala> {
  const [baris] = await baca.$queryRaw<Skala[]>`
    select nama, sumber, kelas from skala_predikat where kecamatan_id = ${pelaku.kecamatanId}::uuid and tahun <= ${tahun}
    order by tahun desc limit 1`
  return baris ?? SKALA_PERMENDAGRI_86
}
