import { describe, expect, it } from 'vitest'
import { nilaiMenurutMetode } from '../../../src/modul/kertas-kerja/ambil-angka.ts'
import { kekuranganPengukuran, kurangAnalisis } from '../../../src/modul/kertas-kerja/kekurangan.ts'
import type { KepalaKertas, KertasKerja } from '../../../src/modul/kertas-kerja/kueri.ts'
import { angkaDariRekap, type BarisSumber } from '../../../src/modul/kertas-kerja/sumber-pengumpulan.ts'
import { kalimatSumber } from '../../../src/modul/kertas-kerja/teks-kertas.ts'
import { kartuContoh, targetContoh } from '../formulir/contoh.ts'
import { barisKertas } from './contoh.ts'

const sumber = (lain: Partial<BarisSumber> = {}): BarisSumber => ({
  barisId: 'f-1',
  indikatorId: 'i-1',
  kode: kartuContoh().kode,
  status: 'TERISI',
  variabel: kartuContoh().variabel.map((v, i) => ({ nama: v.nama, nilai: ['18', '19'][i] ?? '1' })),
  nilai: '94.74',
  kategori: null,
  alasanTidakBerlaku: '',
  jumlahBukti: 2,
  kendala: 'Dua desa terlambat',
  faktorPendorong: '',
  tindakLanjut: 'Pendampingan',
  ...lain,
})

describe('angka dari rekap pengumpulan yang disetujui', () => {
  it('diambil menurut indikatornya, dengan data, bukti, dan catatan unit', () => {
    expect(angkaDariRekap(barisKertas(), [sumber()])).toMatchObject({
      status: 'TERISI',
      nilai: '94.74',
      variabel: { tepat: '18', desa: '19' },
      sumberBarisId: 'f-1',
      sumberBukti: 2,
      catatanUnit: { kendala: 'Dua desa terlambat', tindakLanjut: 'Pendampingan' },
    })
  })
  it('kartu yang berganti versi dikenali dari kodenya; yang tidak ada di rekap tetap kosong', () => {
    expect(angkaDariRekap(barisKertas(), [sumber({ indikatorId: 'lain' })])).toMatchObject({ nilai: '94.74' })
    expect(angkaDariRekap(barisKertas(), [sumber({ indikatorId: 'lain', kode: 'LAIN' })])).toBeNull()
  })
  it('kosong, belum jatuh tempo, dan tidak diukur tidak menjadi angka', () => {
    expect(angkaDariRekap(barisKertas(), [sumber({ status: 'KOSONG', nilai: null })])).toMatchObject({
      status: 'KOSONG',
      nilai: null,
    })
    expect(angkaDariRekap(barisKertas(), [sumber({ status: 'BELUM_JATUH_TEMPO' })])).toMatchObject({
      status: 'KOSONG',
      nilai: null,
    })
    expect(
      angkaDariRekap(barisKertas(), [sumber({ status: 'TIDAK_BERLAKU', alasanTidakBerlaku: 'Survei ditunda' })]),
    ).toMatchObject({ status: 'TIDAK_BERLAKU', nilai: null, alasanTidakBerlaku: 'Survei ditunda' })
  })
  it('kategori yang tercetak dikenali kembali kodenya', () => {
    const kartu = kartuContoh({
      metode: 'KATEGORI',
      polaritas: 'KATEGORI',
      variabel: [],
      kategori: [{ kode: 'BB', nama: 'Sangat Baik', skor: '4' }],
    })
    const b = barisKertas({ kartu, target: targetContoh({ teks: 'BB' }) })
    expect(angkaDariRekap(b, [sumber({ variabel: [], kategori: 'Sangat Baik' })])).toMatchObject({ kategori: 'BB' })
  })
  it('cara menghitung lain menghitung ulang dari datanya; tanpa data nilainya tidak dikarang', () => {
    const b = barisKertas()
    const lain = { kartu: b.kartu, metodologi: { ...b.metodologi, metode: 'RASIO' as const } }
    expect(nilaiMenurutMetode(lain, b)).toBe('0.95')
    expect(nilaiMenurutMetode(lain, { ...b, variabel: {} })).toBeNull()
    expect(nilaiMenurutMetode(b, { ...b, variabel: {} })).toBe('94.74')
  })
})

const kepala = (lain: Partial<KepalaKertas> = {}): KepalaKertas => ({
  id: 'k',
  sumber: 'LANGSUNG',
  sumberRincian: [],
  alasanTanpaSumber: 'Belum ada SOP pengumpulan.',
  versi: 1,
  ...lain,
})
const kertas = (baris: KertasKerja['baris'], lain: Partial<KepalaKertas> = {}): KertasKerja => ({
  kepala: kepala(lain),
  baris,
})

describe('yang masih kurang', () => {
  it('asal angka, angka, sumbernya, buktinya, dan analisisnya disebut dengan nama indikator', () => {
    expect(kekuranganPengukuran(null)).toHaveLength(1)
    expect(kekuranganPengukuran(kertas([barisKertas()], { sumber: null }))).toEqual(['Asal angkanya belum ditetapkan.'])
    const b = barisKertas({ kartu: kartuContoh({ buktiWajib: true }) })
    expect(kekuranganPengukuran(kertas([b]))).toEqual([
      `Belum disebut sumber angkanya: ${b.kartu.nama}.`,
      `Belum ada bukti: ${b.kartu.nama}.`,
      `Analisisnya belum lengkap: ${b.kartu.nama}.`,
    ])
    expect(kekuranganPengukuran(kertas([barisKertas({ status: 'KOSONG', nilai: null, variabel: {} })]))[0]).toMatch(
      /^Belum diisi/,
    )
  })
  it('angka dari pengumpulan tidak diminta sumber dan bukti lagi', () => {
    const b = barisKertas({ kartu: kartuContoh({ buktiWajib: true }), penyebab: 'x', hambatan: 'y', solusi: 'z' })
    expect(kekuranganPengukuran(kertas([b], { sumber: 'SIKLUS' }))).toEqual([])
  })
  it('hambatan dan solusi hanya wajib bila target belum tercapai; yang tidak terukur tidak dianalisis', () => {
    expect(kurangAnalisis(barisKertas())).toEqual(['penyebab', 'hambatan', 'solusi'])
    const tercapai = { variabel: { tepat: '19', desa: '19' }, nilai: '100' }
    expect(kurangAnalisis(barisKertas(tercapai))).toEqual(['penyebab'])
    expect(kurangAnalisis(barisKertas({ status: 'KOSONG', nilai: null, variabel: {} }))).toEqual([])
  })
})

it('asal angka disebut dengan siklus dan versi rekapnya', () => {
  const rincian = [
    { siklusId: 's', nama: 'Pengumpulan Data Kinerja Triwulan II 2026', rekapId: 'r', versi: 2, sha256: 'x' },
  ]
  expect(kalimatSumber(kepala({ sumber: 'SIKLUS', sumberRincian: rincian }))).toContain(
    'rekapitulasi versi 2 Pengumpulan Data Kinerja Triwulan II 2026',
  )
  expect(kalimatSumber(kepala())).toContain('Belum ada SOP pengumpulan.')
})
