import { describe, expect, it } from 'vitest'
import type { IsiRekap } from '../../../src/modul/rekap/index.ts'
import type { IsianPengembalian } from '../../../src/modul/telaah/isian.ts'
import { susunPengembalian, susunTujuan } from '../../../src/modul/telaah/susun-pengembalian.ts'
import { sopBenih } from '../../bantuan/sop-contoh.ts'

const A = '0000000a-0000-4000-8000-000000000000'
const B = '0000000b-0000-4000-8000-000000000000'
const baris = (n: number) => `0000000${n}-1111-4000-8000-000000000000`
const ALASAN = 'Periksa kembali analisisnya'
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
    { unitId: A, nama: 'Seksi Pemerintahan', baris: [nilai(1), nilai(2)], anggaran: [] },
    { unitId: B, nama: 'Seksi Pelayanan', baris: [nilai(4)], anggaran: [] },
  ],
} as unknown as IsiRekap
const sop = sopBenih('taman-pengukuran.yaml')
const telaah = sop.langkah.find((l) => l.jenis === 'telaah')
if (!telaah) throw new Error('SOP contoh tanpa telaah')
const tujuan = susunTujuan(sop, telaah)
const kosong: IsianPengembalian = { versi: 1, tujuan: '', unit: [], nilai: [], alasanUmum: ALASAN, alasanPer: {} }
const susun = (isian: Partial<IsianPengembalian>) => susunPengembalian({ ...kosong, ...isian }, { isi, tujuan })
const satuan = (...n: number[]) => ({ jenis: 'NILAI', nilai: n.map((i) => ({ kunci: '', barisId: baris(i) })) })

describe('apa yang dikembalikan dari rekap pengukuran', () => {
  it('tujuannya rekap, atau pengukuran yang mengenal indikator satuan', () => {
    expect(tujuan.map((t) => [t.langkah.jenis, t.satuan])).toEqual([
      ['rekap', false],
      ['pengukuran', true],
    ])
  })
  it('indikator yang dicentang: hanya itu, masing-masing dengan alasannya', () => {
    expect(susun({ nilai: [baris(1), baris(4)], alasanPer: { [baris(4)]: 'Solusinya belum jelas' } })).toMatchObject({
      tujuan: { kode: 'U5' },
      cakupan: satuan(1, 4),
      jenisCakupan: 'NILAI',
      alasanPer: { [baris(1)]: ALASAN, [baris(4)]: 'Solusinya belum jelas' },
    })
  })
  it('unit yang dicentang berarti semua indikatornya', () => {
    expect(susun({ unit: [A], tujuan: 'U5' })).toMatchObject({
      cakupan: satuan(1, 2),
      rincian: [{ barisId: baris(1) }, { barisId: baris(2) }],
    })
  })
  it('tanpa centang: seluruh pengukuran, atau seluruh rekap', () => {
    expect(susun({ tujuan: 'U5' })).toMatchObject({ tujuan: { kode: 'U5' }, cakupan: { jenis: 'SEMUA' } })
    expect(susun({ tujuan: 'U6' })).toMatchObject({ tujuan: { kode: 'U6' }, cakupan: { jenis: 'SEMUA' } })
  })
  it('mencentang tetapi memilih seluruh rekap, atau tidak memilih apa pun → ditanya lagi', () => {
    expect(susun({ tujuan: 'U6', nilai: [baris(1)] })).toHaveProperty('kesalahan.tujuan')
    expect(susun({})).toHaveProperty('kesalahan.tujuan')
    expect(susun({ nilai: [baris(9)] })).toHaveProperty('kesalahan.tujuan')
  })
})
