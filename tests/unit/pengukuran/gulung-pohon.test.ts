import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tanpaNilai } from '../../../src/modul/pengukuran/hasil.ts'
import {
  type AturanGulung,
  type Butir,
  gulungPohon,
  type HasilSimpul,
  hitungCapaian,
  hitungRataRata,
  nilaiDari,
  type SimpulGulung,
  type TingkatGulung,
} from '../../../src/modul/pengukuran/index.ts'

const butir = (id: string, capaian: string | null, lain: Partial<Butir> = {}): Butir => ({
  id,
  nama: `Indikator ${id}`,
  hasil: hitungCapaian({ polaritas: 'MAKS', target: '100', realisasi: nilaiDari(capaian) }),
  ...lain,
})
type Isi = { indikator?: Butir[]; anak?: SimpulGulung[]; bobot?: string | number }
const simpul = (tingkat: TingkatGulung, id: string, { indikator = [], anak = [], bobot }: Isi = {}): SimpulGulung => ({
  id,
  nama: `${tingkat} ${id}`,
  tingkat,
  indikator,
  anak,
  bobot,
})
const nilai = ({ capaian }: HasilSimpul) => (capaian.jenis === 'NILAI' ? capaian.nilai : capaian.jenis)
const BATAS: AturanGulung = { batas: '120' }

describe('gulungan capaian: indikator → sasaran → tujuan → organisasi', () => {
  const s1 = simpul('SASARAN', 's1', { indikator: [butir('a', '150'), butir('b', '90')] })
  const s2 = simpul('SASARAN', 's2', { indikator: [butir('c', '70'), butir('d', null)] })
  const s3 = simpul('SASARAN', 's3', { indikator: [butir('e', '100')] })
  const t1 = simpul('TUJUAN', 't1', { anak: [s1, s2], indikator: [butir('t', '60')] })
  const t2 = simpul('TUJUAN', 't2', { anak: [s3] })
  const kantor = simpul('ORGANISASI', 'kantor', { anak: [t1, t2] })

  it('sasaran adalah rata-rata indikatornya, dibatasi sekali; yang kosong tidak ikut dan disebut', () => {
    const hasil = gulungPohon(kantor, BATAS)
    const [satu, dua] = hasil.anak[0]?.anak ?? []
    expect(satu && nilai(satu)).toBe('105.00')
    expect(satu?.aturan).toBe('Rata-rata 2 indikator; capaian di atas 120% dihitung 120%.')
    expect(dua && nilai(dua)).toBe('70.00')
    expect(dua?.dikecualikan).toEqual([{ id: 'd', nama: 'Indikator d', alasan: 'Realisasi belum diisi' }])
    expect(dua?.aturan).toBe('Rata-rata 1 indikator; capaian di atas 120% dihitung 120%; 1 tidak ikut dihitung.')
  })

  it('tujuan adalah rata-rata sasarannya; indikator tujuan berdiri di sampingnya', () => {
    const [tujuan] = gulungPohon(kantor, BATAS).anak
    expect(tujuan && nilai(tujuan)).toBe('87.50')
    expect(tujuan?.aturan).toBe('Rata-rata 2 sasaran.')
    expect(tujuan?.indikatorSendiri?.rataRata).toMatchObject({ nilai: '60.00' })
    const sendirian = gulungPohon(simpul('TUJUAN', 't', { indikator: [butir('t', '60')] }), BATAS)
    expect([nilai(sendirian), sendirian.indikatorSendiri]).toEqual(['60.00', null])
  })

  it('organisasi adalah rata-rata semua sasaran, atau rata-rata tujuan bila aturan tahunnya demikian', () => {
    const menurutSasaran = gulungPohon(kantor, BATAS)
    expect([nilai(menurutSasaran), menurutSasaran.aturan]).toEqual(['91.67', 'Rata-rata 3 sasaran.'])
    expect(menurutSasaran.disertakan.map(({ id }) => id)).toEqual(['s1', 's2', 's3'])
    const menurutTujuan = gulungPohon(kantor, { batas: '120', organisasi: 'TUJUAN' })
    expect([nilai(menurutTujuan), menurutTujuan.aturan]).toEqual(['93.75', 'Rata-rata 2 tujuan.'])
  })

  it('batas tahun berlaku pada indikator saja: rata-rata di atasnya tidak dipotong lagi', () => {
    const tanpaBatas = simpul('SASARAN', 's', { indikator: [butir('a', '150', { batas: 'TANPA' })] })
    const kantorTinggi = simpul('ORGANISASI', 'k', { anak: [simpul('TUJUAN', 't', { anak: [tanpaBatas] })] })
    expect(nilai(gulungPohon(kantorTinggi, { batas: '100' }))).toBe('150.00')
    expect(nilai(gulungPohon(s1, { batas: '100' }))).toBe('95.00')
  })

  it('sasaran yang langsung di bawah kantor dihitung sendiri, bukan lewat programnya', () => {
    const program = simpul('PROGRAM', 'p', { indikator: [butir('p', '10')] })
    const hasil = gulungPohon(simpul('ORGANISASI', 'k', { anak: [{ ...s3, anak: [program] }, s2] }), BATAS)
    expect([nilai(hasil), hasil.aturan]).toEqual(['85.00', 'Rata-rata 2 sasaran.'])
  })

  it('tujuan tanpa sasaran tetap ikut sebagai dirinya sendiri', () => {
    const t3 = simpul('TUJUAN', 't3', { indikator: [butir('x', '40')] })
    const hasil = gulungPohon(simpul('ORGANISASI', 'k', { anak: [t2, t3] }), BATAS)
    expect([nilai(hasil), hasil.aturan]).toEqual(['70.00', 'Rata-rata 2 sasaran dan tujuan.'])
  })

  it('sasaran tanpa capaian tidak ikut, dan disebut sebabnya', () => {
    const kosong = simpul('SASARAN', 's9', { indikator: [butir('z', null)] })
    const hasil = gulungPohon(simpul('TUJUAN', 't', { anak: [s3, kosong, simpul('SASARAN', 's0')] }), BATAS)
    expect(nilai(hasil)).toBe('100.00')
    expect(hasil.dikecualikan).toEqual([
      { id: 's9', nama: 'SASARAN s9', alasan: 'Tidak ada capaian yang dapat dirata-ratakan' },
      { id: 's0', nama: 'SASARAN s0', alasan: 'Belum ada indikator pada sasaran ini' },
    ])
    expect(hasil.anak.at(-1)).toMatchObject({
      capaian: { jenis: 'TIDAK_DAPAT_DIHITUNG' },
      aturan: 'Tidak ada yang dapat dirata-ratakan.',
      disertakan: [],
      dikecualikan: [],
    })
  })

  it('sasaran yang semua indikatornya belum jatuh tempo disebut belum jatuh tempo, bukan tidak dapat dihitung', () => {
    const belum = butir('b', null, { hasil: tanpaNilai('BELUM_JATUH_TEMPO', 'Belum jatuh tempo') })
    const s = simpul('SASARAN', 's', { indikator: [belum] })
    const hasil = gulungPohon(simpul('TUJUAN', 't', { anak: [s] }), BATAS)
    expect([nilai(hasil), ...hasil.anak.map(nilai)]).toEqual(['BELUM_JATUH_TEMPO', 'BELUM_JATUH_TEMPO'])
    const campur = gulungPohon(simpul('SASARAN', 's', { indikator: [belum, butir('z', null)] }), BATAS)
    expect(nilai(campur)).toBe('TIDAK_DAPAT_DIHITUNG')
  })

  it('bobot indikator, sasaran dan tujuan dipakai bila ada; bobot yang dikecualikan ikut keluar', () => {
    const berbobot = simpul('TUJUAN', 't', {
      anak: [
        simpul('SASARAN', 's1', {
          bobot: 70,
          indikator: [butir('a', '80', { bobot: 3 }), butir('b', '100', { bobot: 1 })],
        }),
        simpul('SASARAN', 's2', { bobot: '30', indikator: [butir('c', '60')] }),
        simpul('SASARAN', 's3', { bobot: '50', indikator: [butir('d', null)] }),
      ],
    })
    const hasil = gulungPohon(berbobot, BATAS)
    expect([nilai(hasil), hasil.aturan]).toEqual(['77.50', 'Rata-rata berbobot 2 sasaran; 1 tidak ikut dihitung.'])
    expect(hasil.capaian).toMatchObject({ rumus: '(85 × 70 + 60 × 30) ÷ 100 = 77,50%' })
    const kantorBerbobot = simpul('ORGANISASI', 'k', {
      anak: [
        { ...t1, bobot: 1 },
        { ...t2, bobot: 3 },
      ],
    })
    expect(nilai(gulungPohon(kantorBerbobot, { batas: '120', organisasi: 'TUJUAN' }))).toBe('96.88')
  })

  it('indikator dengan batas sendiri pada kartunya dibatasi menurut kartunya', () => {
    const daftar = [butir('a', '150', { batas: 'TANPA' }), butir('b', '150'), butir('c', '150', { batas: '100' })]
    const hasil = hitungRataRata(daftar, { batas: '120' })
    expect(hasil.disertakan.map(({ dipakai }) => dipakai)).toEqual(['150.00', '120.00', '100.00'])
    expect(hasil.aturan).toBe(
      'Rata-rata 3 indikator; capaian di atas 120% dihitung 120%; kecuali yang kartunya berbatas lain.',
    )
    expect(hitungRataRata([butir('b', '50', { batas: '120' })], { batas: '120' }).aturan).not.toContain('kecuali')
    expect(hitungRataRata([butir('b', '150', { batas: null })], { batas: '110' }).rataRata).toMatchObject({
      nilai: '110.00',
    })
  })
})

describe('gulungan program', () => {
  const sub = (id: string, capaian: string | null) => simpul('SUB_KEGIATAN', id, { indikator: [butir(id, capaian)] })
  const kegiatan = simpul('KEGIATAN', 'k1', { anak: [sub('a', '80'), sub('b', '100')] })

  it('program dengan indikator sendiri memakai indikatornya, bukan yang di bawahnya', () => {
    const hasil = gulungPohon(simpul('PROGRAM', 'p', { indikator: [butir('p', '50')], anak: [kegiatan] }), BATAS)
    expect([nilai(hasil), hasil.indikatorSendiri]).toEqual(['50.00', null])
    expect(hasil.anak.map(nilai)).toEqual(['90.00'])
  })

  it('tanpa indikator sendiri: rata-rata kegiatan, dan kegiatan dari sub kegiatannya', () => {
    const dua = simpul('KEGIATAN', 'k2', { indikator: [butir('k', '70')], anak: [sub('c', '10')] })
    const hasil = gulungPohon(simpul('PROGRAM', 'p', { anak: [kegiatan, dua] }), BATAS)
    expect([nilai(hasil), hasil.aturan]).toEqual(['80.00', 'Rata-rata 2 kegiatan.'])
  })

  it('indikator sendiri yang kosong tidak diam-diam diganti yang di bawahnya', () => {
    const hasil = gulungPohon(simpul('PROGRAM', 'p', { indikator: [butir('p', null)], anak: [kegiatan] }), BATAS)
    expect(nilai(hasil)).toBe('TIDAK_DAPAT_DIHITUNG')
    expect(hasil.dikecualikan).toHaveLength(1)
  })
})

describe('hukum gulungan', () => {
  const capaian = fc.option(fc.integer({ min: 0, max: 30_000 }).map((n) => String(n / 100)))
  const pohon = fc.array(fc.array(fc.array(capaian, { maxLength: 3 }), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  const susun = (isi: (string | null)[][][]): SimpulGulung =>
    simpul('ORGANISASI', 'k', {
      anak: isi.map((sasaran, t) =>
        simpul('TUJUAN', `t${t}`, {
          anak: sasaran.map((daftar, s) =>
            simpul('SASARAN', `s${t}${s}`, { indikator: daftar.map((satu, i) => butir(`i${t}${s}${i}`, satu)) }),
          ),
        }),
      ),
    })

  it('urutan tidak mengubah capaian organisasi; kosong tidak pernah dihitung nol; tidak ada NaN', () => {
    fc.assert(
      fc.property(
        pohon,
        fc.constantFrom<AturanGulung>(BATAS, { batas: 'TANPA', organisasi: 'TUJUAN' }),
        (isi, aturan) => {
          const hasil = nilai(gulungPohon(susun(isi), aturan))
          const terbalik = isi.toReversed().map((sasaran) => sasaran.toReversed().map((daftar) => daftar.toReversed()))
          expect(nilai(gulungPohon(susun(terbalik), aturan))).toBe(hasil)
          const tanpaKosong = isi.map((sasaran) => sasaran.map((daftar) => daftar.filter((satu) => satu !== null)))
          expect(nilai(gulungPohon(susun(tanpaKosong), aturan))).toBe(hasil)
          expect(hasil).toMatch(/^(\d+\.\d\d|TIDAK_DAPAT_DIHITUNG)$/)
        },
      ),
    )
  })
})
