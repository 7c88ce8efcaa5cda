import { describe, expect, it } from 'vitest'
import type { Pelaku, Peran } from '../../../src/inti/pelaku.ts'
import {
  bolehMenarik,
  bolehPertanyaan,
  ditunggu,
  pastikanPertanyaan,
  pilihanTujuan,
  type StatusPertanyaan,
  statusDari,
  type Tujuan,
} from '../../../src/modul/percakapan/alur.ts'

const orang = (pegawaiId: string, peran: readonly Peran[], unitId: string | null = null, kepalaUnit = false): Pelaku =>
  ({ pegawaiId, peran, penugasan: unitId ? [{ unitId, kepalaUnit, peran: peran[0] }] : [] }) as unknown as Pelaku
const joko = orang('joko', ['KASI'], 'u-1', true)
const dewi = orang('dewi', ['STAF'], 'u-1')
const lain = orang('lain', ['KASI'], 'u-2', true)
const sari = orang('sari', ['TIM_SAKIP'])
const budi = orang('budi', ['SEKCAM'])
const ratna = orang('ratna', ['CAMAT'])
const SEMUA = { joko, dewi, lain, sari, budi, ratna }

const pertanyaan = (status: StatusPertanyaan, tujuan: Tujuan, penanyaId: string) => ({
  status,
  tujuan,
  penanyaId,
  unitId: 'u-1',
})
const yangDitunggu = (p: ReturnType<typeof pertanyaan>) =>
  Object.entries(SEMUA).flatMap(([nama, dia]) => (ditunggu(dia, p) ? [nama] : []))

describe('siapa harus menjawab', () => {
  it.each([
    ['TERBUKA', 'UNIT', 'sari', ['joko', 'dewi']],
    ['TERBUKA', 'UNIT', 'joko', ['dewi']],
    ['TERBUKA', 'KEPALA', 'dewi', ['joko']],
    ['TERBUKA', 'TIM', 'dewi', ['sari']],
    ['TERBUKA', 'TIM', 'sari', []],
    ['DIJAWAB', 'UNIT', 'sari', ['sari']],
    ['DIJAWAB', 'TIM', 'dewi', ['dewi']],
    ['SELESAI', 'UNIT', 'sari', []],
    ['DITARIK', 'UNIT', 'sari', []],
  ] as const)('%s kepada %s, ditanyakan %s: %j', (status, tujuan, penanya, siapa) => {
    expect(yangDitunggu(pertanyaan(status, tujuan, penanya))).toEqual(siapa)
  })

  it('penanya yang pindah dari unitnya tidak ditunggu lagi', () => {
    expect(ditunggu(orang('dewi', ['STAF'], 'u-2'), pertanyaan('DIJAWAB', 'TIM', 'dewi'))).toBe(false)
  })
})

describe('siapa boleh apa', () => {
  it.each([
    [dewi, ['KEPALA', 'TIM']],
    [joko, ['TIM', 'UNIT']],
    [sari, ['UNIT']],
    [budi, ['UNIT']],
    [orang('dua', ['TIM_SAKIP', 'STAF'], 'u-1'), ['UNIT']],
    [lain, []],
    [ratna, []],
  ] as const)('yang dapat dipilih penanya', (pelaku, pilihan) => {
    expect(pilihanTujuan(pelaku, { unitId: 'u-1' })).toEqual(expect.arrayContaining([...pilihan]))
    if (pilihan.length === 0) expect(pilihanTujuan(pelaku, { unitId: 'u-1' })).toEqual([])
  })

  it('diselesaikan penanya, Tim SAKIP, atau Sekcam; dijawab siapa saja yang ikut', () => {
    const p = pertanyaan('TERBUKA', 'KEPALA', 'dewi')
    const boleh = (tindakan: 'MENJAWAB' | 'SELESAIKAN') =>
      Object.entries(SEMUA).flatMap(([nama, dia]) => (bolehPertanyaan(dia, p, tindakan) ? [nama] : []))
    expect(boleh('SELESAIKAN')).toEqual(['dewi', 'sari', 'budi'])
    expect(boleh('MENJAWAB')).toEqual(['joko', 'dewi', 'sari', 'budi'])
    expect(() => pastikanPertanyaan(joko, p, 'SELESAIKAN')).toThrow('oleh yang bertanya')
    expect(() => pastikanPertanyaan(sari, { ...p, status: 'SELESAI' }, 'MENJAWAB')).toThrow('sudah selesai')
  })
})

describe('menarik pesan', () => {
  const pesan = (urut: number, penulisId: string, ditarik = false) => ({
    urut,
    penulisId,
    ditarikPada: ditarik ? new Date(0) : null,
  })
  const p = pertanyaan('DIJAWAB', 'UNIT', 'sari')

  it('hanya pesan sendiri; pertanyaan hanya selama belum ada jawaban yang tinggal', () => {
    const semua = [pesan(1, 'sari'), pesan(2, 'joko')] as const
    expect(bolehMenarik(sari, p, semua[0], semua)).toBe(false)
    expect(bolehMenarik(joko, p, semua[1], semua)).toBe(true)
    expect(bolehMenarik(sari, p, semua[1], semua)).toBe(false)
    const ditarik = [pesan(1, 'sari'), pesan(2, 'joko', true)] as const
    expect(bolehMenarik(sari, p, ditarik[0], ditarik)).toBe(true)
    expect(bolehMenarik(sari, { ...p, status: 'SELESAI' }, ditarik[0], ditarik)).toBe(false)
  })

  it('keadaan mengikuti pesan yang tinggal: terakhir oleh penanya menunggu jawaban', () => {
    expect(statusDari('sari', [pesan(1, 'sari'), pesan(2, 'joko')])).toBe('DIJAWAB')
    expect(statusDari('sari', [pesan(1, 'sari'), pesan(2, 'joko', true)])).toBe('TERBUKA')
    expect(statusDari('sari', [pesan(1, 'sari'), pesan(2, 'joko'), pesan(3, 'sari')])).toBe('TERBUKA')
    expect(statusDari('sari', [pesan(1, 'sari', true)])).toBe('DITARIK')
  })
})
