import { describe, expect, it } from 'vitest'
import type { IsiRekap } from '../../../src/modul/rekap/index.ts'
import { type IsianPengembalian, isianPengembalian } from '../../../src/modul/telaah/isian.ts'
import { susunPengembalian, susunTujuan } from '../../../src/modul/telaah/susun-pengembalian.ts'
import { sopBenih } from '../../bantuan/sop-contoh.ts'

const A = '0000000a-0000-4000-8000-000000000000'
const B = '0000000b-0000-4000-8000-000000000000'
const baris = (n: number) => `0000000${n}-1111-4000-8000-000000000000`
const ALASAN = 'Periksa kembali angkanya'

const nilai = (n: number) => ({
  barisId: baris(n),
  nama: `Indikator ${n}`,
  status: 'TERISI',
  kategori: null,
  realisasi: { jenis: 'NILAI', nilai: '5' },
  nilai: '5',
})
const isi = {
  unit: [
    {
      unitId: A,
      nama: 'Seksi Pemerintahan',
      baris: [nilai(1), nilai(2)],
      anggaran: [{ barisId: baris(3), nama: 'Rapat', status: 'TERISI', realisasi: '1000' }],
    },
    { unitId: B, nama: 'Seksi Pelayanan', baris: [nilai(4)], anggaran: [] },
  ],
} as unknown as IsiRekap

const taman = sopBenih('taman-pengumpulan.yaml')
const telaah = taman.langkah.find((l) => l.jenis === 'telaah')
if (!telaah) throw new Error('SOP contoh tanpa telaah')
const tujuan = susunTujuan(taman, telaah)
const kosong: IsianPengembalian = { versi: 1, tujuan: '', unit: [], nilai: [], alasanUmum: ALASAN, alasanPer: {} }
const susun = (isian: Partial<IsianPengembalian>) => susunPengembalian({ ...kosong, ...isian }, { isi, tujuan })

describe('apa yang dikembalikan', () => {
  it('tujuan diambil dari SOP dan dibedakan menurut jenis langkahnya', () => {
    expect(tujuan.map((t) => [t.langkah.jenis, t.berbagian])).toEqual([
      ['rekap', false],
      ['pengisian', true],
    ])
  })

  it('seluruh rekap: cakupan SEMUA kepada perekap', () => {
    expect(susun({ tujuan: 'P8' })).toMatchObject({
      tujuan: { kode: 'P8' },
      cakupan: { jenis: 'SEMUA' },
      jenisCakupan: 'SEMUA',
      alasan: ALASAN,
    })
  })

  it('nilai yang dicentang tanpa memilih apa pun: kembali ke pengisian', () => {
    expect(susun({ nilai: [baris(1), baris(4)] })).toMatchObject({
      tujuan: { kode: 'P7' },
      cakupan: {
        jenis: 'NILAI',
        nilai: [
          { kunci: A, barisId: baris(1) },
          { kunci: B, barisId: baris(4) },
        ],
      },
      alasan: ALASAN,
    })
  })

  it('alasan khusus berdiri di nilainya, alasan umum di yang lain', () => {
    const hasil = susun({ nilai: [baris(1), baris(2)], alasanPer: { [baris(1)]: 'Pembilangnya keliru' } })
    expect(hasil).toMatchObject({ alasanPer: { [baris(1)]: 'Pembilangnya keliru', [baris(2)]: ALASAN } })
    expect(hasil).toMatchObject({ alasan: `${ALASAN} · Seksi Pemerintahan, Indikator 1: Pembilangnya keliru` })
  })

  it('seluruh formulir unit: cakupan BAGIAN; nilai unit itu ikut dengan sendirinya', () => {
    expect(susun({ unit: [A], nilai: [baris(1)] })).toMatchObject({
      cakupan: { jenis: 'BAGIAN', kunci: [A] },
      jenisCakupan: 'UNIT',
      rincian: [{ unitId: A, barisId: null }],
    })
  })

  it('satu unit dan satu nilai unit lain: semua nilai unit itu disebut', () => {
    expect(susun({ unit: [A], nilai: [baris(4)] })).toMatchObject({
      jenisCakupan: 'NILAI',
      cakupan: {
        nilai: [1, 2, 3].map((n) => ({ kunci: A, barisId: baris(n) })).concat({ kunci: B, barisId: baris(4) }),
      },
      rincian: [{ unitId: A, barisId: null }, { barisId: baris(4) }],
    })
  })

  it.each([
    ['tidak ada yang dicentang', {}],
    ['memilih yang dicentang, tetapi kosong', { tujuan: 'P7' }],
    ['mencentang, tetapi memilih seluruhnya', { tujuan: 'P8', nilai: [baris(1)] }],
    ['langkah yang bukan tujuan', { tujuan: 'P3' }],
    ['nilai yang tidak ada di rekap', { nilai: [baris(9)] }],
  ])('ditolak: %s', (_, isian) => {
    expect(susun(isian)).toHaveProperty('kesalahan.tujuan')
  })

  it('SOP yang hanya kembali kepada perekap: tidak ada yang dapat dicentang', () => {
    const ukur = sopBenih('taman-pengukuran.yaml')
    const langkah = ukur.langkah.find((l) => l.jenis === 'telaah')
    expect(langkah && susunTujuan(ukur, langkah).map((t) => t.langkah.jenis)).toEqual(['rekap', 'pengukuran'])
  })
})

describe('isian pengembalian', () => {
  const isian = (lain: object) => isianPengembalian.safeParse({ versi: '1', alasanPer: {}, ...lain })
  const kesalahan = (lain: object) => isian(lain).error?.issues.map((i) => i.path.join('.'))

  it('alasan paling sedikit 10 huruf', () => {
    expect(kesalahan({ nilai: baris(1), alasanUmum: 'pendek' })).toEqual(['alasanUmum'])
    expect(kesalahan({ nilai: baris(1), alasanUmum: '' })).toEqual(['alasanUmum'])
    expect(kesalahan({ tujuan: 'P8', alasanUmum: '' })).toEqual(['alasanUmum'])
  })

  it('alasan umum boleh kosong bila setiap yang dicentang beralasan', () => {
    expect(isian({ nilai: [baris(1)], alasanPer: { [baris(1)]: ALASAN } }).success).toBe(true)
    expect(kesalahan({ nilai: [baris(1), baris(2)], alasanPer: { [baris(1)]: ALASAN } })).toEqual(['alasanUmum'])
    expect(kesalahan({ nilai: [baris(1)], alasanPer: { [baris(1)]: 'pendek' } })).toEqual([`alasan.${baris(1)}`])
  })
})
