import type { DefinisiImpor } from './modul/impor/index.ts'
import {
  imporAnggaran,
  imporIndikator,
  imporNomenklatur,
  imporRealisasi,
  imporRenstra,
} from './modul/perencanaan/index.ts'
import { imporTargetPk } from './modul/perjanjian-kinerja/index.ts'
import { imporRealisasiAksi, imporRencanaAksi } from './modul/rencana-aksi/index.ts'
import { imporStatusDesa } from './modul/status-desa/index.ts'

/** What goes in and out by Excel: one definition each, made by the module that owns the data. */
export const DAFTAR_IMPOR: readonly DefinisiImpor[] = [
  imporRenstra,
  imporIndikator,
  imporAnggaran,
  imporRealisasi,
  imporNomenklatur,
  imporTargetPk,
  imporRencanaAksi,
  imporRealisasiAksi,
  imporStatusDesa,
]
