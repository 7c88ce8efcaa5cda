import { namaPeriode, type Periode } from '../../../inti/waktu/index.ts'
import type { DefinisiSop } from '../../sop/index.ts'
import type { PelakuPeristiwa, Peristiwa } from './keadaan.ts'
import { kirimToken, putarkan, susunRakitan } from './laju.ts'
import type { Hasil } from './putuskan.ts'
import { terapkan } from './terapkan.ts'
import { tolak } from './tolakan.ts'

/**
 * Starts a siklus of an SOP for one period; its first step opens (steps of other periods are skipped). Refuses a
 * kind of period the SOP does not run for, and a period in which none of its steps would run.
 */
export function mulai(
  definisi: DefinisiSop,
  awal: { periode: Periode; pelaku: PelakuPeristiwa; waktu: string },
): Hasil {
  const { periode, waktu } = awal
  const { pegawaiId, nama, jabatan } = awal.pelaku
  if (!definisi.periode.includes(periode.jenis)) {
    return { tolak: tolak('PERIODE_TIDAK_SESUAI', `${definisi.nama} tidak dijalankan untuk ${namaPeriode(periode)}.`) }
  }
  const dimulai: Peristiwa = {
    jenis: 'SIKLUS_DIMULAI',
    data: { kodeSop: definisi.kode, namaSop: definisi.nama, periode, urutan: definisi.langkah.map((l) => l.kode) },
    waktu,
    pelaku: { pegawaiId, nama, jabatan },
  }
  const r = susunRakitan(definisi, terapkan(null, dimulai), { pelaku: awal.pelaku, waktu })
  kirimToken(
    r,
    '',
    definisi.langkah.slice(0, 1).map((l) => l.kode),
  )
  putarkan(r)
  if (r.keadaan.status !== 'BERJALAN') {
    return { tolak: tolak('PERIODE_TIDAK_SESUAI', `Tidak ada langkah SOP ini untuk ${namaPeriode(periode)}.`) }
  }
  return { terima: [dimulai, ...r.peristiwa] }
}
