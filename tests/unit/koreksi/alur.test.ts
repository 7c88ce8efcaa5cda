import { describe, expect, it } from 'vitest'
import { formatRupiah } from '../../../src/inti/angka/index.ts'
import type { Pelaku, Peran } from '../../../src/inti/pelaku.ts'
import {
  ALUR_KOREKSI,
  bolehKoreksi,
  bolehMengusulkan,
  pastikanKoreksi,
  type StatusKoreksi,
  type TindakanKoreksi,
} from '../../../src/modul/koreksi/alur.ts'
import { teksAngka } from '../../../src/modul/koreksi/teks-angka.ts'
import { kartuContoh } from '../formulir/contoh.ts'

const orang = (pegawaiId: string, peran: readonly Peran[], unitId: string | null = null): Pelaku =>
  ({
    pegawaiId,
    peran,
    penugasan: unitId ? [{ unitId, kepalaUnit: true, peran: peran[0] }] : [],
  }) as unknown as Pelaku
const budi = orang('budi', ['SEKCAM'])
const ratna = orang('ratna', ['CAMAT'])
const joko = orang('joko', ['KASI'], 'u-1')
const sari = orang('sari', ['TIM_SAKIP', 'SEKCAM'])
const koreksi = (lain: object = {}) =>
  ({ status: 'DIAJUKAN', pengusulId: 'joko', pengusulSekcam: false, ...lain }) as const

describe('siapa memutuskan koreksi', () => {
  it.each([
    ['SETUJUI', budi, true],
    ['TOLAK', budi, true],
    ['TARIK', budi, false],
    ['SETUJUI', ratna, false],
    ['SETUJUI', joko, false],
    ['TARIK', joko, true],
  ] as const)('%s: hanya Sekcam yang memutuskan, hanya pengusul yang menarik', (tindakan, pelaku, boleh) => {
    expect(bolehKoreksi(pelaku, koreksi(), tindakan)).toBe(boleh)
  })

  it('Sekcam yang mengusulkan tidak memutuskan usulannya: Camat yang memutuskan', () => {
    const usulanSekcam = koreksi({ pengusulId: 'sari', pengusulSekcam: true })
    expect(bolehKoreksi(sari, usulanSekcam, 'SETUJUI')).toBe(false)
    expect(bolehKoreksi(budi, usulanSekcam, 'SETUJUI')).toBe(false)
    expect(bolehKoreksi(ratna, usulanSekcam, 'SETUJUI')).toBe(true)
  })

  it('yang sudah diputuskan tidak diputuskan lagi, apa pun putusannya', () => {
    for (const status of Object.keys(ALUR_KOREKSI).filter((s) => s !== 'DIAJUKAN') as StatusKoreksi[])
      for (const tindakan of ['SETUJUI', 'TOLAK', 'TARIK'] as TindakanKoreksi[])
        expect(() => pastikanKoreksi(budi, koreksi({ status }), tindakan)).toThrow('sudah')
    expect(pastikanKoreksi(budi, koreksi(), 'SETUJUI')).toBe('DISETUJUI')
    expect(() => pastikanKoreksi(joko, koreksi(), 'SETUJUI')).toThrow('tidak pernah oleh pengusulnya')
  })

  it('kepala unit mengusulkan untuk unitnya, Tim SAKIP untuk semua unit', () => {
    expect([bolehMengusulkan(joko, 'u-1'), bolehMengusulkan(joko, 'u-2')]).toEqual([true, false])
    expect([bolehMengusulkan(sari, 'u-2'), bolehMengusulkan(ratna, 'u-1')]).toEqual([true, false])
  })
})

it('angka lama dan baru ditulis dengan satuan dan datanya; kosong, tidak diukur, dan nol tetap berbeda', () => {
  const kartu = kartuContoh()
  const milik = { objekId: 'i-1', unitId: 'u-1', unit: 'Seksi' }
  const dasar = {
    status: 'TERISI',
    variabel: { tepat: '18', desa: '19' },
    kategori: null,
    nilai: '94.74',
    alasanTidakBerlaku: '',
  } as const
  const teks = (lain: object = {}) => teksAngka({ jenis: 'INDIKATOR', ...milik, kartu, angka: { ...dasar, ...lain } })
  expect(teks()).toBe('94,74% (18 / 19)')
  expect(teks({ nilai: '0', variabel: {} })).toBe('0%')
  expect(teks({ nilai: null, variabel: {} })).toBe('tidak dapat dihitung')
  expect(teks({ status: 'TIDAK_BERLAKU' })).toBe('tidak diukur')
  expect(teks({ status: 'KOSONG' })).toBe('belum diisi')
  const uang = { kode: '7.01', nama: 'Koordinasi', pagu: '5000000' }
  const rupiah = (angka: object) =>
    teksAngka({
      jenis: 'ANGGARAN',
      ...milik,
      kartu: uang,
      angka: { status: 'TERISI', realisasi: null, keterangan: '', ...angka },
    })
  expect([
    rupiah({ realisasi: '1250000' }),
    rupiah({ realisasi: '0' }),
    rupiah({ status: 'KOSONG' }),
    rupiah({ status: 'TIDAK_BERLAKU' }),
  ]).toEqual([formatRupiah('1250000'), formatRupiah('0'), 'belum diisi', 'tidak dilaporkan'])
})
