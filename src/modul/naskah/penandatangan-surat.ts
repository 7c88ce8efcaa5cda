import type { KonteksLangkah } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import { calonPenandatangan, type Kantor, type Penandatangan } from './penandatangan.ts'

const kolomPeran = (peran: 'CAMAT' | 'SEKCAM'): PelaksanaSop => ({
  kode: peran,
  nama: peran,
  peran: [peran],
  jabatan: [],
  unit: [],
})

/** Who may sign a letter that leaves the office: Camat, Sekretaris Kecamatan, then the pelaksana of the step; each person once. */
export function susunCalonSurat({ siklus, def }: KonteksLangkah, kantor: Kantor): Penandatangan[] {
  const pelaksana = siklus.definisi.pelaksana.filter((k) => def.pelaksana.includes(k.kode))
  const semua = [kolomPeran('CAMAT'), kolomPeran('SEKCAM'), ...pelaksana].flatMap((k) => calonPenandatangan(k, kantor))
  return semua.filter((c, ke) => semua.findIndex((lain) => lain.pegawaiId === c.pegawaiId) === ke)
}
