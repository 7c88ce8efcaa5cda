import { describe, expect, it } from 'vitest'
import { SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'
import type { IsiRekap } from '../../../src/modul/rekap/isi-rekap.ts'
import { periksaHitungan } from '../../../src/modul/rekap/periksa-hitungan.ts'
import { susunRekap } from '../../../src/modul/rekap/susun-rekap.ts'
import { susunRekapUkur } from '../../../src/modul/rekap/susun-rekap-ukur.ts'
import type { BarisSiklus } from '../../../src/modul/siklus/index.ts'
import { formulir } from '../../bantuan/rekap-contoh.ts'
import { barisContoh, kartuContoh } from '../formulir/contoh.ts'
import { barisKertas, TW2 } from '../kertas-kerja/contoh.ts'

const dasar = { siklusId: 's', namaSop: 'SOP Pengumpulan', namaPeriode: 'Triwulan II 2026', periode: TW2 }
/** As the database gives it back. */
const simpan = (isi: IsiRekap): IsiRekap => JSON.parse(JSON.stringify(isi)) as IsiRekap
const pengumpulan = simpan(
  susunRekap(
    [
      formulir('Seksi Pemerintahan', {
        baris: [
          barisContoh({ id: 'a', status: 'TERISI', variabel: { tepat: '18', desa: '19' }, nilai: '94.74' }),
          barisContoh({ id: 'b', indikatorId: 'i-2' }),
        ],
      }),
    ],
    { ...dasar, skala: SKALA_PERMENDAGRI_86, batasRataRata: '110' },
  ),
)
const aturan = { ...SKALA_PERMENDAGRI_86, batasRataRata: '120', organisasi: 'SASARAN', bobot: {} } as const
const kertas = {
  kepala: { id: 'k', sumber: 'LANGSUNG', sumberRincian: [], alasanTanpaSumber: '', aturan, versi: 1 } as const,
  baris: [
    barisKertas({ kartu: kartuContoh({ jenis: 'IKU' }) }),
    barisKertas({ id: 'b-2', indikatorId: 'i-2', status: 'KOSONG', nilai: null, variabel: {} }),
  ],
}
const pengukuran = simpan(susunRekapUkur(kertas, dasar as unknown as BarisSiklus, aturan))
/** The same recap with something written over, wherever it stands. */
const rusak = (isi: IsiRekap, dari: string, menjadi: string): IsiRekap =>
  JSON.parse(JSON.stringify(isi).replace(dari, menjadi)) as IsiRekap

describe('rekap yang dibekukan dihitung ulang dari masukan yang tersimpan bersamanya', () => {
  it('pengumpulan dan pengukuran memberi angka yang sama, huruf demi huruf', () => {
    expect(periksaHitungan(pengumpulan)).toEqual([])
    expect(periksaHitungan(pengukuran)).toEqual([])
  })

  it.each([
    ['capaian', '"capaian":{"jenis":"NILAI","nilai":"99.73"', '"capaian":{"jenis":"NILAI","nilai":"99.74"'],
    ['predikat', '"predikat":{"nama":"Sangat Tinggi"', '"predikat":{"nama":"Tinggi"'],
    ['nilai', '"nilai":"94.74","target"', '"nilai":"94.75","target"'],
    ['masukan', '"tepat":"18","desa":"19"', '"tepat":"17","desa":"19"'],
  ])('%s yang diubah sesudah dibekukan disebut dengan indikatornya', (_hal, dari, menjadi) => {
    const beda = periksaHitungan(rusak(pengumpulan, dari, menjadi))
    expect(beda.map((b) => b.nama)).toContain(pengumpulan.unit[0]?.baris[0]?.nama)
  })

  it('rata-rata di atasnya dan hasil Kertas Kerja ikut dihitung ulang', () => {
    const palsu = rusak(pengukuran, '"dipakai":"99.73","batas":"120"', '"dipakai":"90.00","batas":"120"')
    expect(periksaHitungan(palsu).map((b) => b.hal)).toContain('rata-rata')
    const diubah = JSON.stringify(pengukuran).replace(/"isian":\{"tepat":"18"/g, '"isian":{"tepat":"17"')
    expect(periksaHitungan(JSON.parse(diubah) as IsiRekap).map((b) => b.hal)).toContain('hasil')
    expect(() => periksaHitungan({ ...pengumpulan, versiRumus: 'lain-9' })).toThrow(RangeError)
  })
})
