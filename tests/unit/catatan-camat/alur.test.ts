import { describe, expect, it } from 'vitest'
import type { Pelaku, Peran } from '../../../src/inti/pelaku.ts'
import {
  ALUR,
  bolehCatatan,
  ditunggu,
  pastikanCatatan,
  type StatusCatatan,
  type TindakanCatatan,
  type Tujuan,
} from '../../../src/modul/catatan-camat/alur.ts'
import { isianCatatan } from '../../../src/modul/catatan-camat/isian.ts'
import { daftarPenerima } from '../../../src/modul/catatan-camat/penerima.ts'
import type { OrangKantor } from '../../../src/modul/siklus/index.ts'

const jabatan = (peran: Peran, unitId: string | null = null, kepalaUnit = false) => ({
  peran,
  unitId,
  unitNama: unitId && `Unit ${unitId}`,
  kepalaUnit,
  jabatanNama: peran,
})
const orang = (pegawaiId: string, penugasan: readonly ReturnType<typeof jabatan>[], tim = false) =>
  ({
    pegawaiId,
    nama: pegawaiId,
    peran: [...penugasan.map((p) => p.peran), ...(tim ? ['TIM_SAKIP'] : [])],
    penugasan,
    anggotaTimSakip: tim,
  }) as unknown as Pelaku & OrangKantor
const ratna = orang('ratna', [jabatan('CAMAT')])
const budi = orang('budi', [jabatan('SEKCAM')])
const sari = orang('sari', [jabatan('STAF', 'u-2')], true)
const joko = orang('joko', [jabatan('KASI', 'u-1', true)])
const dewi = orang('dewi', [jabatan('STAF', 'u-1')])
const lain = orang('lain', [jabatan('KASI', 'u-2', true)])
/** the Sekcam as Plh. Camat: two posts in one person */
const rangkap = orang('rangkap', [jabatan('SEKCAM'), jabatan('CAMAT')])
const SEMUA = { ratna, budi, sari, joko, dewi, lain }

type Tulisan = { tujuan?: Tujuan; tenggat?: string | null; penulisId?: string; unitId?: string }
const catatan = (status: StatusCatatan, isi: Tulisan = {}) => ({
  status,
  tujuan: 'UNIT' as Tujuan,
  unitId: 'u-1',
  tenggat: null,
  penulisId: 'ratna',
  ...isi,
})

describe('catatan Camat menunggu', () => {
  it.each([
    ['TERKIRIM', 'UNIT', ['joko']],
    ['TERKIRIM', 'SEKCAM', ['budi']],
    ['TERKIRIM', 'TIM', ['sari']],
    ['DIJAWAB', 'UNIT', ['ratna']],
    ['DIBACA', 'UNIT', []],
    ['SELESAI', 'UNIT', []],
    ['DITARIK', 'UNIT', []],
  ] as const)('%s kepada %s: %j', (status, tujuan, siapa) => {
    const yang = Object.entries(SEMUA).flatMap(([nama, dia]) =>
      ditunggu(dia, catatan(status, { tujuan })) ? [nama] : [],
    )
    expect(yang).toEqual(siapa)
  })

  it('tidak pernah penulisnya sendiri, walau ia merangkap jabatan yang dituju', () => {
    const c = catatan('TERKIRIM', { tujuan: 'SEKCAM', penulisId: 'rangkap' })
    expect(ditunggu(rangkap, c)).toBeNull()
    expect(ditunggu(budi, c)).toBe('MENANGGAPI')
  })
})

describe('tindakan atas catatan Camat', () => {
  const dapat = (siapa: Pelaku, c: ReturnType<typeof catatan>) =>
    (Object.keys(ALUR) as TindakanCatatan[]).filter((t) => bolehCatatan(siapa, c, t))

  it.each([
    ['TERKIRIM', ['JAWAB', 'BACA'], ['TARIK']],
    ['DIBACA', ['JAWAB'], []],
    ['DIJAWAB', [], ['BACA_JAWABAN']],
    ['SELESAI', [], []],
    ['DITARIK', [], []],
  ] as const)('%s: yang dituju %j, Camat %j, orang lain tidak ada', (status, penerima, camat) => {
    expect(dapat(joko, catatan(status))).toEqual(penerima)
    expect(dapat(ratna, catatan(status))).toEqual(camat)
    for (const siapa of [budi, sari, dewi, lain]) expect(dapat(siapa, catatan(status))).toEqual([])
  })

  it('yang diminta dijawab sampai tanggal tertentu tidak selesai dengan dibaca', () => {
    const c = catatan('TERKIRIM', { tenggat: '2026-12-04' })
    expect(dapat(joko, c)).toEqual(['JAWAB'])
    expect(() => pastikanCatatan(joko, c, 'BACA')).toThrow('meminta jawaban')
  })

  it('bukan yang dituju: 403; sudah dijawab: 409', () => {
    expect(() => pastikanCatatan(lain, catatan('TERKIRIM'), 'JAWAB')).toThrow('tidak-berwenang')
    expect(() => pastikanCatatan(budi, catatan('DIJAWAB'), 'BACA_JAWABAN')).toThrow('tidak-berwenang')
    expect(() => pastikanCatatan(joko, catatan('DIJAWAB'), 'JAWAB')).toThrow('bentrok')
    expect(() => pastikanCatatan(ratna, catatan('DIBACA'), 'TARIK')).toThrow('bentrok')
  })
})

describe('siapa dapat dituju', () => {
  const nilai = (semua: OrangKantor[], unitId: string | null, pelaku: Pelaku = ratna) =>
    daftarPenerima(semua, { unitId, pelaku }).map((p) => p.nilai)

  it('tentang satu unit: kepalanya, Sekcam, Tim SAKIP; tanpa unit: semua kepala unit', () => {
    const semua = Object.values(SEMUA)
    expect(nilai(semua, 'u-1')).toEqual(['u-1', 'SEKCAM', 'TIM'])
    expect(nilai(semua, null)).toEqual(['u-1', 'u-2', 'SEKCAM', 'TIM'])
  })

  it('jabatan yang kosong dan penulisnya sendiri tidak ditawarkan', () => {
    expect(nilai([ratna, dewi, rangkap], 'u-1', rangkap)).toEqual([])
    expect(nilai([ratna, joko], null)).toEqual(['u-1'])
  })

  it('kepala unit dan Plh.-nya disebut keduanya', () => {
    const plh = orang('plh', [jabatan('KASI', 'u-1', true)])
    expect(daftarPenerima([joko, plh], { unitId: 'u-1', pelaku: ratna })[0]?.orang).toBe('joko, plh')
  })
})

describe('isian catatan', () => {
  const baca = (isi: Record<string, unknown>) => isianCatatan(['u-1', 'TIM'], '2026-11-29').safeParse(isi)

  it('kalimat yang dicentang dan yang diketik menjadi satu teks', () => {
    const { data } = baca({ kepada: 'TIM', kalimat: ['Sampaikan kendalanya.', 'Temui saya.'], teks: 'Hari ini.' })
    expect(data).toEqual({ kepada: 'TIM', tenggat: null, teks: 'Sampaikan kendalanya.\nTemui saya.\nHari ini.' })
    expect(baca({ kepada: 'TIM', kalimat: 'Temui saya.' }).data?.teks).toBe('Temui saya.')
  })

  it.each([
    ['tanpa kata', { kepada: 'TIM', teks: ' ' }],
    ['tanpa penerima', { teks: 'Segera.' }],
    ['penerima yang tidak ditawarkan', { kepada: 'u-9', teks: 'Segera.' }],
    ['tanggal yang sudah lewat', { kepada: 'TIM', teks: 'Segera.', tenggat: '2026-11-28' }],
  ])('%s ditolak', (_apa, isi) => {
    expect(baca(isi).success).toBe(false)
  })
})
