import type { BasisData, Tx } from '../../inti/basis-data/index.ts'

/** When an office reminds. Days are working days. */
export type Setelan = {
  readonly aktif: boolean
  readonly surel: boolean
  /** before the tenggat */
  readonly hariSebelum: readonly number[]
  readonly padaHari: boolean
  /** first one after the tenggat, then every so many */
  readonly sesudahMulai: number
  readonly sesudahSetiap: number
  /** late by so many: the head of the unit, the Sekcam are told; 0: never */
  readonly keKepala: number
  readonly keSekcam: number
  /** 'HH:MM' of the office's own clock; the end is not part of it */
  readonly jamMulai: string
  readonly jamSelesai: string
}

/** What holds until the office chooses otherwise. */
export const SETELAN_BAKU: Setelan = {
  aktif: true,
  surel: true,
  hariSebelum: [3, 1],
  padaHari: true,
  sesudahMulai: 1,
  sesudahSetiap: 2,
  keKepala: 1,
  keSekcam: 3,
  jamMulai: '07:30',
  jamSelesai: '16:00',
}

/** The office's settings with the version of the row (0: none yet). One query. */
export async function ambilSetelan(
  baca: Tx | BasisData['baca'],
  kecamatanId: string,
): Promise<Setelan & { readonly versi: number }> {
  const [baris] = await baca.$queryRaw<(Setelan & { versi: number })[]>`
    select aktif, surel, hari_sebelum as "hariSebelum", pada_hari as "padaHari", sesudah_mulai as "sesudahMulai",
      sesudah_setiap as "sesudahSetiap", ke_kepala as "keKepala", ke_sekcam as "keSekcam", jam_mulai as "jamMulai",
      jam_selesai as "jamSelesai", versi
    from setelan_pengingat where kecamatan_id = ${kecamatanId}::uuid`
  return baris ?? { ...SETELAN_BAKU, versi: 0 }
}
