import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { BarisKertas, KertasKerja } from '../../../src/modul/kertas-kerja/index.ts'
import { SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'
import { kalimatRingkasan } from '../../../src/modul/rekap/baris-tampil.ts'
import { bedaRekap } from '../../../src/modul/rekap/beda-rekap.ts'
import { buatBukuRekap } from '../../../src/modul/rekap/buku-rekap.ts'
import { matriksRekap } from '../../../src/modul/rekap/dokumen-rekap.ts'
import { susunRekapUkur } from '../../../src/modul/rekap/susun-rekap-ukur.ts'
import type { BarisSiklus } from '../../../src/modul/siklus/index.ts'
import { kartuContoh } from '../formulir/contoh.ts'
import { barisKertas, TW2 } from '../kertas-kerja/contoh.ts'

const ATURAN = { ...SKALA_PERMENDAGRI_86, batasRataRata: '120', organisasi: 'SASARAN', bobot: {} } as const
const siklus = {
  id: 's',
  namaSop: 'SOP Pengukuran Kinerja',
  namaPeriode: 'Triwulan II 2026',
  periode: TW2,
} as BarisSiklus
const IKU = kartuContoh({ jenis: 'IKU', nama: 'Indeks Pelayanan' })
const kertas = (baris: BarisKertas[]): KertasKerja => ({
  kepala: {
    id: 'k',
    sumber: 'SIKLUS',
    sumberRincian: [
      { siklusId: 'p', nama: 'Pengumpulan Data Kinerja Triwulan II 2026', rekapId: 'r', versi: 2, sha256: 'abc' },
    ],
    alasanTanpaSumber: '',
    versi: 1,
  },
  baris,
})
const susun = (...baris: BarisKertas[]) => susunRekapUkur(kertas(baris), siklus, ATURAN)
const isi = susun(
  barisKertas({ id: 'b1', kartu: IKU, penyebab: 'Dua desa terlambat', solusi: 'Pendampingan', sumberBukti: 1 }),
  barisKertas({ id: 'b2', unitId: 'u-2', unit: 'Seksi Pelayanan', status: 'KOSONG', nilai: null, variabel: {} }),
)

describe('rekap dari Kertas Kerja', () => {
  it('memuat capaian, predikat, dan analisis seperti yang dihitung, per unit', () => {
    expect(isi.unit.map((u) => [u.nama, u.formulirId])).toEqual([
      ['Seksi Pemerintahan', ''],
      ['Seksi Pelayanan', ''],
    ])
    expect(isi.unit[0]?.baris[0]).toMatchObject({
      barisId: 'b1',
      capaian: { jenis: 'NILAI', nilai: '99.73' },
      predikat: { nama: 'Sangat Tinggi' },
      faktorPendorong: 'Dua desa terlambat',
      tindakLanjut: 'Pendampingan',
      jumlahBukti: 1,
      tanpaBukti: false,
      ukur: { capaianPeriode: { nilai: '99.73' }, hasil: { versi: 'takar-1' } },
    })
    expect(isi.unit[1]?.baris[0]).toMatchObject({ status: 'KOSONG', predikat: null, realisasi: { jenis: 'KOSONG' } })
  })

  it('kalimatnya menyebut sumber, capaian kecamatan, yang tidak dihitung, dan analisis; bukan formulir', () => {
    const teks = kalimatRingkasan(isi).join(' ')
    expect(teks).toContain('1 dari 2 indikator yang jatuh tempo terukur, 1 tanpa angka.')
    expect(teks).toContain('Capaian kecamatan 99,73% (Sangat Tinggi), rata-rata 1 dari 1 sasaran.')
    expect(teks).toContain('Analisis ditulis untuk 1 dari 1 indikator terukur.')
    expect(teks).toContain('rekapitulasi versi 2 Pengumpulan Data Kinerja Triwulan II 2026')
    expect(teks).not.toContain('formulir')
  })

  it('Excel memuat capaian per tingkat dan analisis per unit', async () => {
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load((await buatBukuRekap({ isi, versi: 1, instansi: 'KECAMATAN TAMAN' })).buffer as ArrayBuffer)
    expect(buku.worksheets.map((w) => w.name)).toEqual(
      expect.arrayContaining(['Rekap', 'LKjIP', 'Capaian', 'Seksi Pemerintahan', 'Skala']),
    )
    const semua = (nama: string) => JSON.stringify(buku.getWorksheet(nama)?.getSheetValues())
    expect(semua('Capaian')).toContain('Pelayanan prima')
    expect(semua('Capaian')).toContain('dihitung 120%')
    // each mean is a formula over its indicators or over the means below, with the figure beside it
    const sel = (nama: string) =>
      buku
        .getWorksheet('Capaian')
        ?.getColumn(4)
        .values.find((v) => JSON.stringify(v ?? '').includes(nama))
    expect(sel('MIN(Rekap!$G$6,120)')).toEqual({ formula: 'ROUND((MIN(Rekap!$G$6,120))/(1),2)', result: 99.73 })
    expect(sel('($D$6)')).toMatchObject({ formula: 'ROUND(($D$6)/(1),2)', result: 99.73 })
    expect(semua('Seksi Pemerintahan')).toContain('Dua desa terlambat')
  })

  it('lampiran laporan memuat matriks, analisis, dan gulungannya', () => {
    const teks = JSON.stringify(matriksRekap(isi))
    expect(teks).toContain('Penyebab: Dua desa terlambat')
    expect(teks).toContain('periode: 99,73%')
    expect(teks).toContain('Capaian tujuan, sasaran, program, kegiatan, dan kecamatan')
  })

  it('analisis yang diubah sesudah dikembalikan tampak sebagai perubahan', () => {
    const kini = susun(
      barisKertas({ id: 'b1', kartu: IKU, penyebab: 'Tiga desa terlambat', solusi: 'Pendampingan', sumberBukti: 1 }),
    )
    const dulu = susun(
      barisKertas({ id: 'b1', kartu: IKU, penyebab: 'Dua desa terlambat', solusi: 'Pendampingan', sumberBukti: 1 }),
    )
    expect(bedaRekap(dulu, kini)).toMatchObject([
      { barisId: 'b1', menjadi: expect.stringContaining('penjelasan diubah') },
    ])
    expect(bedaRekap(dulu, dulu)).toEqual([])
  })

  it('sebelum apa pun dihitung rekapnya kosong, tanpa kesalahan', () => {
    const kosong = susunRekapUkur(null, siklus, ATURAN)
    expect(kosong.unit).toEqual([])
    expect(kosong.pengukuran?.gulungan.kecamatan.rataRata.jenis).toBe('TIDAK_DAPAT_DIHITUNG')
  })
})
