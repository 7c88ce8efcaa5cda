import { jenisArsip } from './modul/arsip/index.ts'
import { jenisDistribusi, jenisPengisian, jenisSiapkanFormulir } from './modul/formulir/index.ts'
import { jenisRekap } from './modul/rekap/index.ts'
import type { PenangananJenis } from './modul/siklus/index.ts'

/** Step kind → module: every kind of an SOP is handled by exactly one module. */
export const PENANGANAN_JENIS: readonly PenangananJenis[] = [
  jenisSiapkanFormulir,
  jenisDistribusi,
  jenisPengisian,
  jenisRekap,
  jenisArsip,
]
