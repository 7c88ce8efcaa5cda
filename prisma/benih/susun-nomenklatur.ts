import { NOMENKLATUR_BAWAAN, VERSI_BAWAAN } from '../../src/modul/perencanaan/nomenklatur/bawaan.ts'
import type { IsiTabel } from './sisip.ts'

/** The edition of the nomenclature that Takar brings along. */
export function susunNomenklatur({ kecamatanId }: { kecamatanId: string }): IsiTabel[] {
  const id = crypto.randomUUID()
  const { nama, sumber, berlakuTahun } = VERSI_BAWAAN
  const milik = { kecamatan_id: kecamatanId }
  return [
    ['versi_nomenklatur', [{ id, ...milik, nama, sumber, berlaku_tahun: berlakuTahun }]],
    ['nomenklatur', NOMENKLATUR_BAWAAN.map((baris) => ({ id: crypto.randomUUID(), ...milik, versi_id: id, ...baris }))],
  ]
}
