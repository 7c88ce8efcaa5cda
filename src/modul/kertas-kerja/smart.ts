import type { KartuBaris, TargetBaris } from '../formulir/index.ts'

export const KODE_SMART = ['S', 'M', 'A', 'R', 'T'] as const
export type KodeSmart = (typeof KODE_SMART)[number]
export type Smart = Readonly<Record<KodeSmart, boolean>>
export type UsulSmart = {
  readonly kode: KodeSmart
  readonly nama: string
  readonly terpenuhi: boolean
  /** what on the card or in the PK says so */
  readonly karena: string
}

export const NAMA_SMART: Readonly<Record<KodeSmart, string>> = {
  S: 'Spesifik',
  M: 'Terukur',
  A: 'Dapat dicapai',
  R: 'Relevan',
  T: 'Berbatas waktu',
}

/**
 * The SMART check of an indicator as far as card and PK can answer it (PermenPANRB 53/2014: specific, measurable,
 * achievable, relevant, time-bound); Tim SAKIP may judge otherwise with a reason.
 */
export function usulSmart({ kartu, target }: { kartu: KartuBaris; target: TargetBaris }): UsulSmart[] {
  const butir = (kode: KodeSmart, terpenuhi: boolean, [ya, tidak]: readonly [string, string]): UsulSmart => ({
    kode,
    nama: NAMA_SMART[kode],
    terpenuhi,
    karena: terpenuhi ? ya : tidak,
  })
  const terukur = kartu.satuan !== '' && (kartu.variabel.length > 0 || kartu.kategori.length > 0)
  const bertarget = target.tahunan !== null || target.teks !== null
  const berinduk = [kartu.sasaranId, kartu.programId, kartu.kegiatanId, kartu.subKegiatanId].some((id) => id !== null)
  const perTriwulan = target.tw.some((t) => t !== null)
  return [
    butir('S', kartu.definisi !== '', [
      'Kartu memuat definisi operasional.',
      'Kartu belum memuat definisi operasional.',
    ]),
    butir('M', terukur, [
      `Satuan ${kartu.satuan}, dihitung dari ${kartu.variabel.length || kartu.kategori.length} ${kartu.variabel.length > 0 ? 'data' : 'kategori'}.`,
      'Satuan atau data yang dihitung belum ada pada kartu.',
    ]),
    butir('A', bertarget, [
      'Target tahun ini disepakati pada Perjanjian Kinerja.',
      'Belum ada target tahun ini pada Perjanjian Kinerja.',
    ]),
    butir('R', berinduk, [
      'Terkait sasaran, program, atau kegiatan pada Renstra.',
      'Belum dikaitkan dengan sasaran, program, atau kegiatan.',
    ]),
    butir('T', bertarget || perTriwulan, [
      perTriwulan ? 'Ada target per triwulan.' : 'Diukur pada akhir tahun.',
      'Belum ada waktu pencapaian target.',
    ]),
  ]
}
