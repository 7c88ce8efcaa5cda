import type { Peran } from '../../src/inti/pelaku.ts'

/** A sample account: who can sign in, and as what. */
export type AkunContoh = {
  readonly namaPengguna: string
  readonly peran: readonly Peran[]
  readonly jabatan: string
  readonly kecamatan: 'taman' | 'candipuro'
}

const kasi = (namaPengguna: string, jabatan: string): AkunContoh => ({
  namaPengguna,
  peran: ['KASI'],
  jabatan,
  kecamatan: 'taman',
})
const staf = (unit: string, jabatan: string): AkunContoh => ({
  namaPengguna: `staf.${unit}`,
  peran: ['STAF'],
  jabatan,
  kecamatan: 'taman',
})
const sakip = (nomor: number): AkunContoh => ({
  namaPengguna: `sakip${nomor}`,
  peran: ['TIM_SAKIP', 'STAF'],
  jabatan: 'staf-sekretariat',
  kecamatan: 'taman',
})
const candipuro = (nama: string, peran: readonly Peran[], jabatan: string): AkunContoh => ({
  namaPengguna: `${nama}.candipuro`,
  peran,
  jabatan,
  kecamatan: 'candipuro',
})

/** All sample accounts, in the order in which they are shown; a test holds them equal to the data files. */
export const AKUN_CONTOH: readonly AkunContoh[] = [
  { namaPengguna: 'camat', peran: ['CAMAT'], jabatan: 'camat', kecamatan: 'taman' },
  { namaPengguna: 'sekcam', peran: ['SEKCAM'], jabatan: 'sekcam', kecamatan: 'taman' },
  sakip(1),
  sakip(2),
  sakip(3),
  kasi('kasubbag.umum', 'kasubbag-umum'),
  kasi('kasubbag.program', 'kasubbag-program'),
  kasi('kasi.pemerintahan', 'kasi-pemerintahan'),
  kasi('kasi.trantib', 'kasi-trantib'),
  kasi('kasi.pmd', 'kasi-pmd'),
  kasi('kasi.kesos', 'kasi-kesos'),
  kasi('kasi.pelayanan', 'kasi-pelayanan'),
  staf('umum', 'staf-umum'),
  staf('program', 'staf-program'),
  staf('pemerintahan', 'staf-pemerintahan'),
  staf('trantib', 'staf-trantib'),
  staf('pmd', 'staf-pmd'),
  staf('kesos', 'staf-kesos'),
  staf('pelayanan', 'staf-pelayanan'),
  { namaPengguna: 'pengamat', peran: ['PENGAMAT'], jabatan: 'pengamat-inspektorat', kecamatan: 'taman' },
  { namaPengguna: 'admin', peran: ['ADMIN'], jabatan: 'operator', kecamatan: 'taman' },
  candipuro('camat', ['CAMAT'], 'camat'),
  candipuro('sekcam', ['SEKCAM'], 'sekcam'),
  candipuro('kasi.pemerintahan', ['KASI'], 'kasi-pemerintahan'),
  candipuro('staf.pemerintahan', ['STAF'], 'staf-pemerintahan'),
  candipuro('sakip', ['TIM_SAKIP', 'STAF'], 'staf-sekretariat'),
  candipuro('admin', ['ADMIN'], 'operator'),
]
