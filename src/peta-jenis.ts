import { jenisArsip } from './modul/arsip/index.ts'
import { jenisCeklisDokumen } from './modul/ceklis-dokumen/index.ts'
import { jenisDisposisi } from './modul/disposisi/index.ts'
import { jenisDistribusi, jenisPenerimaan, jenisPengisian, jenisSiapkanFormulir } from './modul/formulir/index.ts'
import { jenisInstruksi } from './modul/instruksi/index.ts'
import { jenisMetodologi, jenisPengukuran } from './modul/kertas-kerja/index.ts'
import { jenisLapor, jenisLaporCamat } from './modul/laporan/index.ts'
import { jenisMonev } from './modul/monev/index.ts'
import { jenisKirim, jenisSusunDokumen, jenisTandaTangan } from './modul/naskah/index.ts'
import { jenisPemilahanIndikator } from './modul/pemilahan-indikator/index.ts'
import { jenisProgramKerja } from './modul/program-kerja/index.ts'
import { jenisRapat } from './modul/rapat/index.ts'
import { jenisRekap } from './modul/rekap/index.ts'
import type { PenangananJenis } from './modul/siklus/index.ts'
import { jenisTelaah } from './modul/telaah/index.ts'
import { jenisTindakLanjut } from './modul/tindak-lanjut/index.ts'
import { jenisTugas } from './modul/tugas-langkah/index.ts'

/** Step kind → module: every kind of an SOP is handled by exactly one module. */
export const PENANGANAN_JENIS: readonly PenangananJenis[] = [
  jenisDisposisi,
  jenisInstruksi,
  jenisRapat,
  jenisProgramKerja,
  jenisCeklisDokumen,
  jenisPemilahanIndikator,
  jenisSiapkanFormulir,
  jenisDistribusi,
  jenisPengisian,
  jenisPenerimaan,
  jenisMetodologi,
  jenisPengukuran,
  jenisRekap,
  jenisLapor,
  jenisTelaah,
  jenisLaporCamat,
  jenisSusunDokumen,
  jenisTandaTangan,
  jenisKirim,
  jenisMonev,
  jenisArsip,
  jenisTindakLanjut,
  jenisTugas,
]
