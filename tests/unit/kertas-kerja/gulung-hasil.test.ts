import { describe, expect, it } from 'vitest'
import { type BarisGulung, gulungHasil } from '../../../src/modul/kertas-kerja/gulung-hasil.ts'
import { type Hasil, SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'

const capaian = (nilai: string): Hasil => ({
  jenis: 'NILAI',
  nilai,
  mentah: nilai,
  rumus: '',
  peringatan: [],
  versi: 'takar-1',
})
const tanpa = (alasan: string): Hasil => ({ jenis: 'KOSONG', alasan, versi: 'takar-1' })
const iku = (nama: string, sasaran: string | null, hasil: Hasil): BarisGulung => ({
  id: nama,
  nama,
  jenis: 'IKU',
  induk: { sasaran, program: null, kegiatan: null, penunjang: [] },
  capaian: hasil,
})
const ikk = (nama: string, kegiatan: string | null, hasil: Hasil): BarisGulung => ({
  ...iku(nama, null, hasil),
  jenis: 'IKK',
  induk: { sasaran: null, program: kegiatan ? 'Program A' : null, kegiatan, penunjang: [] },
})
const gulung = (baris: BarisGulung[]) => gulungHasil(baris, SKALA_PERMENDAGRI_86)
const nilai = (h: Hasil | undefined) => (h?.jenis === 'NILAI' ? h.nilai : h?.jenis)

describe('capaian sasaran, program, kegiatan, kecamatan', () => {
  it('IKU dirata-ratakan per sasaran, lalu sasaran per kecamatan; IKK per kegiatan dan program', () => {
    const g = gulung([
      iku('a', 'Sasaran 1', capaian('100.00')),
      iku('b', 'Sasaran 1', capaian('50.00')),
      iku('c', 'Sasaran 2', capaian('85.00')),
      ikk('d', 'Kegiatan 1', capaian('70.00')),
      ikk('e', 'Kegiatan 2', capaian('90.00')),
    ])
    expect(g.sasaran.map((s) => [s.nama, nilai(s.rataRata), s.predikat?.nama])).toEqual([
      ['Sasaran 1', '75.00', 'Sedang'],
      ['Sasaran 2', '85.00', 'Tinggi'],
    ])
    expect(nilai(g.kecamatan.rataRata)).toBe('80.00')
    expect(g.kegiatan.map((k) => nilai(k.rataRata))).toEqual(['70.00', '90.00'])
    expect(g.program.map((p) => [p.nama, nilai(p.rataRata)])).toEqual([['Program A', '80.00']])
    expect(g.aturan).toContain('dihitung 120%')
  })

  it('di atas 120% dihitung 120% di sasaran dan tidak dibatasi lagi di kecamatan', () => {
    const g = gulung([iku('a', 'Sasaran 1', capaian('250.00')), iku('b', 'Sasaran 2', capaian('100.00'))])
    expect(nilai(g.sasaran[0]?.rataRata)).toBe('120.00')
    expect(g.sasaran[0]?.dibatasi).toBe(1)
    expect(nilai(g.kecamatan.rataRata)).toBe('110.00')
  })

  it('yang tanpa angka tidak dihitung nol, melainkan disebut beserta alasannya', () => {
    const g = gulung([
      iku('a', 'Sasaran 1', capaian('80.00')),
      iku('b', 'Sasaran 1', tanpa('Realisasi belum diisi')),
      iku('c', null, capaian('10.00')),
      ikk('d', null, capaian('10.00')),
    ])
    expect(nilai(g.kecamatan.rataRata)).toBe('80.00')
    expect(g.dikecualikan).toEqual([
      { nama: 'b', alasan: 'Realisasi belum diisi' },
      { nama: 'c', alasan: 'Kartunya belum dikaitkan dengan sasaran' },
      { nama: 'd', alasan: 'Kartunya belum dikaitkan dengan program' },
    ])
  })

  it('tanpa satu angka pun tidak ada capaian kecamatan', () => {
    expect(gulung([iku('a', 'S', tanpa('x'))]).kecamatan.rataRata.jenis).toBe('TIDAK_DAPAT_DIHITUNG')
  })
})
