import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { kalimatBahaya, type Pencadang } from '../cadangan/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** A backup that failed, or none for three days: the admin is asked to look, before the day on which it is needed. */
export async function tugasCadangan(pencadang: Pencadang | null, pelaku: Pelaku): Promise<Tugas[]> {
  if (!pencadang || !punyaPeran(pelaku, ['ADMIN'])) return []
  const bahaya = kalimatBahaya(await pencadang.keadaan(), pelaku.zonaWaktu)
  if (!bahaya) return []
  return [
    {
      judul: 'Periksa cadangan data',
      alamat: '/cadangan',
      periode: 'Komputer server',
      dari: null,
      sejak: null,
      mengapa: bahaya,
      status: { kode: 'TERLAMBAT', teks: 'Perlu diperiksa' },
      tenggat: null,
      urutTenggat: null,
    },
  ]
}
