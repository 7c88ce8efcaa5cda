import { describe, expect, it } from 'vitest'
import { gulungHasil } from '../../../src/modul/kertas-kerja/gulung-hasil.ts'
import type { BarisGulung, Tempat } from '../../../src/modul/kertas-kerja/pohon-gulung.ts'
import { type Hasil, SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'
import type { AturanNilai } from '../../../src/modul/perencanaan/index.ts'

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
const ATURAN: AturanNilai = { ...SKALA_PERMENDAGRI_86, batasRataRata: '120', organisasi: 'SASARAN', bobot: {} }
const gulung = (baris: BarisGulung[], lain: Partial<AturanNilai> = {}) => gulungHasil(baris, { ...ATURAN, ...lain })
const tempat = (tingkat: Tempat['tingkat'], id: string): Tempat => ({ tingkat, id, nama: `${tingkat} ${id}` })
/** By id: what the card measures with everything above it, whatever its words are. */
const di = (nama: string, jalur: Tempat[], hasil: Hasil, lain: Partial<BarisGulung> = {}): BarisGulung => ({
  ...iku(nama, 'Nama yang sama', hasil),
  induk: { sasaran: 'Nama yang sama', program: null, kegiatan: null, penunjang: [], jalur },
  ...lain,
})
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

describe('gulungan menurut letak dalam rencana dan aturan tahunnya', () => {
  const [t1, t2] = [tempat('TUJUAN', 't1'), tempat('TUJUAN', 't2')]
  const [s1, s2, s3] = [tempat('SASARAN', 's1'), tempat('SASARAN', 's2'), tempat('SASARAN', 's3')]
  const p1 = tempat('PROGRAM', 'p1')
  const baris = [
    di('a', [t1, s1], capaian('100.00'), { bobot: '3' }),
    di('b', [t1, s1], capaian('60.00')),
    di('c', [t1, s2], capaian('200.00')),
    di('d', [t2, s3], capaian('80.00')),
    di('e', [t1], capaian('10.00')),
    di('f', [t1, s1, p1, tempat('KEGIATAN', 'k1')], capaian('40.00')),
  ]

  it('dua sasaran bernama sama tetap dua: digulung menurut letaknya, bukan menurut namanya', () => {
    const g = gulung(baris)
    expect(g.sasaran.map((s) => [s.id, nilai(s.rataRata)])).toEqual([
      ['s1', '90.00'],
      ['s2', '120.00'],
      ['s3', '80.00'],
    ])
    expect(g.tujuan?.map((t) => nilai(t.rataRata))).toEqual(['105.00', '80.00'])
    expect(nilai(g.kecamatan.rataRata)).toBe('96.67')
    expect(g.kegiatan.map((k) => nilai(k.rataRata))).toEqual(['40.00'])
    // without indicators of its own, a program is the mean of what lies below
    expect(g.program.map((p) => [nilai(p.rataRata), p.aturan])).toEqual([['40.00', 'Rata-rata 1 kegiatan.']])
  })

  it('indikator tujuan berdiri di samping capaian tujuannya', () => {
    expect(gulung(baris).indikatorTujuan?.map((k) => [k.id, nilai(k.rataRata)])).toEqual([['t1', '10.00']])
  })

  it('aturan tahun berlaku: batas, bobot sasaran dan tujuan, dasar capaian kecamatan', () => {
    const g = gulung(baris, { batasRataRata: 'TANPA', organisasi: 'TUJUAN', bobot: { s1: '3', t2: '4', tiada: '9' } })
    expect(g.tujuan?.map((t) => nilai(t.rataRata))).toEqual(['117.50', '80.00'])
    expect(nilai(g.kecamatan.rataRata)).toBe('87.50')
    expect(g.aturan).toContain('rata-rata capaian tujuan')
    expect(g.aturan).toContain('ditimbang menurut bobot')
    expect(g.aturan).toContain('capaian tidak dibatasi')
    expect(gulung(baris, { batasRataRata: '110' }).aturan).toContain('di atas 110% dihitung 110%')
  })

  it('batas kartu mengalahkan batas tahun, dan setiap bagian rata-rata tersimpan dengan bobotnya', () => {
    const [, b, c] = baris
    const g = gulung([...baris.slice(0, 1), ...(b && c ? [b, { ...c, batas: '100' as const }] : [])])
    expect(nilai(g.sasaran[1]?.rataRata)).toBe('100.00')
    expect(g.sasaran[1]?.bagian).toEqual([
      { jenis: 'INDIKATOR', id: 'c', nilai: '200.00', dipakai: '100.00', batas: '100', bobot: '1' },
    ])
    expect(g.sasaran[0]?.bagian?.map((x) => x.bobot)).toEqual(['3', '1'])
    expect(g.kecamatan.bagian?.map((x) => [x.jenis, x.id, x.batas])).toEqual([
      ['TEMPAT', 's1', 'TANPA'],
      ['TEMPAT', 's2', 'TANPA'],
    ])
  })

  it('sasaran yang tanpa capaian disebut; program tanpa sasaran tidak ikut capaian kecamatan', () => {
    const g = gulung([
      di('a', [t1, s1], tanpa('Belum jatuh tempo')),
      di('b', [t1, s2], capaian('70.00')),
      di('c', [p1], capaian('20.00'), { jenis: 'IKK' }),
      di('d', [], capaian('20.00'), { jenis: 'IKK' }),
    ])
    expect(nilai(g.kecamatan.rataRata)).toBe('70.00')
    expect(nilai(g.program[0]?.rataRata)).toBe('20.00')
    expect(g.dikecualikan).toEqual([
      { nama: 'SASARAN s1', alasan: 'Tidak ada capaian yang dapat dirata-ratakan' },
      { nama: 'a', alasan: 'Belum jatuh tempo' },
      { nama: 'd', alasan: 'Kartunya belum dikaitkan dengan program' },
    ])
  })
})
