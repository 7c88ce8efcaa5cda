import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, longest first: begun last, one of them would keep a single core busy at the end of the run. */
const TERLAMA = [
  'gangguan/mati-aplikasi',
  'perjalanan/tahun-taman',
  'perjalanan/siklus-taman',
  'gangguan/mati-basis-data',
  'http/matriks-rute',
  'browser/tampilan/semua-halaman',
  'basis-data/tertanam',
  'http/kiriman',
  'formulir/tidak-hilang',
  'gangguan/bersamaan',
  'siklus/sop-acak',
]
const peringkat = ({ moduleId }: TestSpecification): number => {
  const ke = TERLAMA.findIndex((nama) => moduleId.includes(`/tests/`) && moduleId.includes(nama))
  return ke < 0 ? TERLAMA.length : ke
}

/** Vitest's own order (what failed or was slow last time first), after the files known to be long. */
export class UrutanBerkas extends BaseSequencer {
  override async sort(berkas: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(berkas)).sort((a, b) => peringkat(a) - peringkat(b))
  }
}
