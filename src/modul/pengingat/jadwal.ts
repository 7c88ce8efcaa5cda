import {
  adalahHariKerja,
  hariKerjaAntara,
  jamMenit,
  type Kalender,
  tambahHari,
  tanggalLokal,
} from '../../inti/waktu/index.ts'
import type { Setelan } from './setelan.ts'

/** Days that were missed (a computer switched off, a long holiday) count for at most this long. */
const MAKS_TERLEWAT = 60

/** May anything be sent or shown anew at this instant: a working day, within the hours of the setting. */
export function bolehSekarang(
  kini: Date,
  { jamMulai, jamSelesai }: Pick<Setelan, 'jamMulai' | 'jamSelesai'>,
  kalender: Kalender,
): boolean {
  const jam = jamMenit(kini, kalender.zona).replace('.', ':')
  return adalahHariKerja(tanggalLokal(kini, kalender.zona), kalender) && jam >= jamMulai && jam < jamSelesai
}

/** `sesudah` (exclusive) to `hari`: the days whose reminders are due now, the missed ones among them. */
export type Putaran = { readonly hari: string; readonly sesudah: string }

/** Should the office's lists be made now? Once a working day at most; null: not now. `terakhir`: day of the last ones. */
export function putaranSekarang(
  kini: Date,
  { setelan, kalender, terakhir }: { setelan: Setelan; kalender: Kalender; terakhir: string | null },
): Putaran | null {
  if (!setelan.aktif || !bolehSekarang(kini, setelan, kalender)) return null
  const hari = tanggalLokal(kini, kalender.zona)
  if (terakhir !== null && terakhir >= hari) return null
  const terjauh = tambahHari(hari, -MAKS_TERLEWAT)
  const sesudah = terakhir ?? tambahHari(hari, -1)
  return { hari, sesudah: sesudah < terjauh ? terjauh : sesudah }
}

/**
 * Where a day stands to a tenggat, in working days: negative before it, 0 on it, positive after it. A tenggat on a day off
 * counts as the last working day before: that is when something can still be done. Seen on a day off, what is past is late by one.
 */
export const posisiHari = (hari: string, tenggat: string, kalender: Kalender): number =>
  hari <= tenggat ? 0 - hariKerjaAntara(hari, tenggat, kalender) : Math.max(1, hariKerjaAntara(tenggat, hari, kalender))

/** Is a task of this tenggat to be reminded of on one of the days of the round? */
export const waktunyaDiingatkan = (
  tenggat: string,
  putaran: Putaran,
  { setelan, kalender }: { setelan: Setelan; kalender: Kalender },
): boolean =>
  hariKerjaPutaran(putaran, kalender).some((hari) => {
    const posisi = posisiHari(hari, tenggat, kalender)
    if (posisi > 0) return berulang(posisi, setelan.sesudahMulai, setelan)
    return posisi === 0 ? setelan.padaHari : setelan.hariSebelum.includes(-posisi)
  })

/** Is somebody above to be told of it on one of the days of the round? `sesudah`: working days late, 0: never. */
export const waktunyaDilaporkan = (
  tenggat: string,
  putaran: Putaran,
  { setelan, kalender, sesudah }: { setelan: Setelan; kalender: Kalender; sesudah: number },
): boolean =>
  sesudah > 0 &&
  hariKerjaPutaran(putaran, kalender).some((hari) => berulang(posisiHari(hari, tenggat, kalender), sesudah, setelan))

const berulang = (posisi: number, mulai: number, { sesudahSetiap }: Setelan): boolean =>
  posisi >= mulai && (posisi - mulai) % sesudahSetiap === 0

function hariKerjaPutaran({ hari, sesudah }: Putaran, kalender: Kalender): string[] {
  const daftar: string[] = []
  for (let satu = tambahHari(sesudah, 1); satu <= hari; satu = tambahHari(satu, 1))
    if (adalahHariKerja(satu, kalender)) daftar.push(satu)
  return daftar
}
