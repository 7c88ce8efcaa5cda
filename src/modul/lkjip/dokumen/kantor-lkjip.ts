import type { Kecamatan, Pejabat } from '../../organisasi/index.ts'
import type { PkCamat } from '../kueri-lampiran.ts'
import type { BarisRencanaAksi } from '../rencana-aksi.ts'

/** What the documents need besides the input itself. */
export type LampiranLkjip = {
  readonly kantor: Pick<Kecamatan, 'nama' | 'kabupaten' | 'tempat'>
  readonly pk: PkCamat | null
  /** null: the office keeps no rencana aksi in Takar */
  readonly rencanaAksi: readonly BarisRencanaAksi[] | null
  /** "versi 2", or "konsep" while nothing is frozen */
  readonly sebutan: string
  /** YYYY-MM-DD */
  readonly hari: string
  /** who signs on that day; null: vacant */
  readonly camat: Pejabat | null
}
