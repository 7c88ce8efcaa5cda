import { UNSUR_SKM } from '../pengukuran/index.ts'

/** Most unsur of one survey: the nine of the regulation and what an office adds. */
export const MAKS_UNSUR = 15
export const KODE_BAKU: readonly string[] = UNSUR_SKM.map(({ kode }) => kode)

/** Questions as the regulation's model questionnaire asks them, with the four answers, the worst first (1–4). */
const PERTANYAAN: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  U1: [
    'Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
    'Tidak sesuai',
    'Kurang sesuai',
    'Sesuai',
    'Sangat sesuai',
  ],
  U2: [
    'Bagaimana pemahaman Anda tentang kemudahan prosedur pelayanan di sini?',
    'Tidak mudah',
    'Kurang mudah',
    'Mudah',
    'Sangat mudah',
  ],
  U3: [
    'Bagaimana pendapat Anda tentang kecepatan waktu dalam memberikan pelayanan?',
    'Tidak cepat',
    'Kurang cepat',
    'Cepat',
    'Sangat cepat',
  ],
  U4: [
    'Bagaimana pendapat Anda tentang kewajaran biaya/tarif dalam pelayanan?',
    'Sangat mahal',
    'Cukup mahal',
    'Murah',
    'Gratis',
  ],
  U5: [
    'Bagaimana pendapat Anda tentang kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?',
    'Tidak sesuai',
    'Kurang sesuai',
    'Sesuai',
    'Sangat sesuai',
  ],
  U6: [
    'Bagaimana pendapat Anda tentang kemampuan petugas dalam pelayanan?',
    'Tidak mampu',
    'Kurang mampu',
    'Mampu',
    'Sangat mampu',
  ],
  U7: [
    'Bagaimana pendapat Anda tentang kesopanan dan keramahan petugas?',
    'Tidak sopan dan ramah',
    'Kurang sopan dan ramah',
    'Sopan dan ramah',
    'Sangat sopan dan ramah',
  ],
  U8: [
    'Bagaimana pendapat Anda tentang penanganan pengaduan pengguna layanan?',
    'Tidak ada',
    'Ada tetapi tidak berfungsi',
    'Berfungsi kurang maksimal',
    'Dikelola dengan baik',
  ],
  U9: ['Bagaimana pendapat Anda tentang kualitas sarana dan prasarana?', 'Buruk', 'Cukup', 'Baik', 'Sangat baik'],
}

export type UnsurBaku = {
  readonly kode: string
  readonly nama: string
  readonly pertanyaan: string
  readonly jawaban: readonly string[]
}
/** The nine unsur of PermenPANRB 14/2017 with the wording a new survey begins with. */
export const UNSUR_BAKU: readonly UnsurBaku[] = UNSUR_SKM.map(({ kode, nama }) => {
  const [pertanyaan = nama, ...jawaban] = PERTANYAAN[kode] ?? []
  return { kode, nama, pertanyaan, jawaban }
})

/** Respondents' profile of the regulation: each part is optional, and no name is asked. */
export const PROFIL = {
  umur: {
    teks: 'Umur',
    pilihan: { '-17': 'Di bawah 17', '17-25': '17–25', '26-40': '26–40', '41-60': '41–60', '61-': 'Di atas 60' },
  },
  kelamin: { teks: 'Jenis kelamin', pilihan: { L: 'Laki-laki', P: 'Perempuan' } },
  pendidikan: {
    teks: 'Pendidikan',
    pilihan: { SD: 'SD ke bawah', SMP: 'SMP', SMA: 'SMA/SMK', D: 'Diploma', S1: 'S1', S2: 'S2 ke atas' },
  },
  pekerjaan: {
    teks: 'Pekerjaan',
    pilihan: {
      PNS: 'PNS',
      TNI: 'TNI',
      POLRI: 'Polri',
      SWASTA: 'Swasta',
      WIRAUSAHA: 'Wirausaha',
      TANI: 'Petani/nelayan',
      PELAJAR: 'Pelajar/mahasiswa',
      LAIN: 'Lainnya',
    },
  },
} as const satisfies Readonly<Record<string, { teks: string; pilihan: Readonly<Record<string, string>> }>>
export type BagianProfil = keyof typeof PROFIL
export const BAGIAN_PROFIL = Object.keys(PROFIL) as BagianProfil[]
export const pilihanProfil = (bagian: BagianProfil): readonly (readonly [string, string])[] =>
  Object.entries(PROFIL[bagian].pilihan)
