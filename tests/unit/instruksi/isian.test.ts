import { describe, expect, it } from 'vitest'
import { butirInstruksi, isianInstruksi, isianPenerbitan, MAKS_BUTIR } from '../../../src/modul/instruksi/isian.ts'

const LENGKAP = {
  versi: '1',
  hal: 'Pengumpulan data',
  kepada: '00000000-0000-4000-8000-000000000001',
  isi: 'Kumpulkan data.',
}
const salah = (isi: Record<string, string>) => {
  const hasil = isianPenerbitan('2026-07-06').safeParse({ ...LENGKAP, ...isi })
  return hasil.success ? [] : hasil.error.issues.map((i) => i.path.join('.'))
}

describe('instruksi yang diterbitkan', () => {
  it('satu perintah per baris; baris kosong tidak dihitung', () => {
    expect(butirInstruksi(' Satu.\n\n Dua. \n')).toEqual(['Satu.', 'Dua.'])
    expect(isianInstruksi.parse({ ...LENGKAP, isi: 'Satu.\r\nDua.' }).isi).toBe('Satu.\nDua.')
  })

  it.each([
    ['lengkap', {}, []],
    ['tanpa hal', { hal: ' ' }, ['hal']],
    ['tanpa isi', { isi: '\n' }, ['isi']],
    ['terlalu banyak butir', { isi: 'x\n'.repeat(MAKS_BUTIR + 1) }, ['isi']],
    ['batas waktu kemarin', { tenggat: '2026-07-05' }, ['tenggat']],
    ['batas waktu hari ini', { tenggat: '2026-07-06' }, []],
  ])('%s', (_, isi, harap) => {
    expect(salah(isi as Record<string, string>)).toEqual(harap)
  })

  it('rancangan boleh bolong', () => {
    expect(isianInstruksi.safeParse({ versi: '1' }).success).toBe(true)
  })
})
