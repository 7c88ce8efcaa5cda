import { describe, expect, it } from 'vitest'
import { bacaAngka } from '../../../src/inti/angka/index.ts'
import {
  bacaPredikat,
  cariPredikatSakip,
  type Hasil,
  hitungAgregasi,
  hitungCapaian,
  hitungKinerja,
  hitungSerapan,
  hitungSkm,
  type MasukanCapaian,
  nilaiDari,
  SKALA_PERMENDAGRI_86,
  SKOR_PREDIKAT_SAKIP,
  UNSUR_SKM,
} from '../../../src/modul/pengukuran/index.ts'

/** The golden calculation cases of the office, one by one; each names the rule it stands on. */

const capaian = (polaritas: 'MAKS' | 'MIN', target: string, realisasi: string | null, varian?: '2T-R' | 'T/R'): Hasil =>
  hitungCapaian({ polaritas, target, realisasi: nilaiDari(realisasi), varian })
const angka = (hasil: Hasil): string => (hasil.jenis === 'NILAI' ? hasil.nilai : hasil.jenis)

describe('makin tinggi makin baik: R ÷ T × 100 (PermenPANRB 53/2014, pengukuran kinerja), predikat Permendagri 86/2017', () => {
  it.each([
    ['80', '84', '105.00', 'Sangat Tinggi', '84 ÷ 80 × 100 = 105,00%'],
    ['80', '72.8', '91.00', 'Sangat Tinggi', '72,8 ÷ 80 × 100 = 91,00%'],
    ['1000', '909.9', '90.99', 'Tinggi', '909,9 ÷ 1.000 × 100 = 90,99%'],
  ])('T=%s R=%s: %s%%, %s (batas bawah atas nilai dua desimal yang tercetak)', (t, r, nilai, predikat, rumus) => {
    const hasil = capaian('MAKS', t, r)
    expect(hasil).toMatchObject({ jenis: 'NILAI', nilai, rumus })
    expect(bacaPredikat(nilai, SKALA_PERMENDAGRI_86).nama).toBe(predikat)
  })

  it('T=0 R=3: tidak dapat dihitung, bukan tak hingga dan bukan 100', () => {
    expect(capaian('MAKS', '0', '3')).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: expect.stringContaining('Target 0'),
    })
  })

  it('T=5: belum diisi bukan nol, dan nol adalah 0%', () => {
    expect(capaian('MAKS', '5', null).jenis).toBe('KOSONG')
    expect(angka(capaian('MAKS', '5', '0'))).toBe('0.00')
  })
})

describe('makin rendah makin baik: (2T − R) ÷ T × 100 ("kondisi khusus", PermenPANRB 8/2021)', () => {
  it.each([
    ['10', '5', '150.00', '(2 × 10 − 5) ÷ 10 × 100 = 150,00%'],
    ['10', '20', '0.00', '(2 × 10 − 20) ÷ 10 × 100 = 0,00%'],
    ['10', '25', '0.00', '(2 × 10 − 25) ÷ 10 × 100 = -50,00%, batas bawah 0,00%'],
    ['0', '0', '100.00', 'target 0, realisasi 0: ditetapkan 100,00%'],
    ['0', '2', '0.00', 'target 0, realisasi 2: ditetapkan 0,00%'],
  ])('T=%s R=%s: %s%%', (t, r, nilai, rumus) => {
    expect(capaian('MIN', t, r)).toMatchObject({ nilai, rumus })
  })

  it('T=10 R=25: nilai mentah -50 disimpan, yang tercetak batas bawah 0', () => {
    expect(capaian('MIN', '10', '25')).toMatchObject({ nilai: '0.00', mentah: '-50' })
  })

  it('varian T ÷ R memberi 200% untuk T=10 R=5', () => {
    expect(capaian('MIN', '10', '5', 'T/R')).toMatchObject({ nilai: '200.00', rumus: '10 ÷ 5 × 100 = 200,00%' })
  })
})

describe('agregasi triwulan: realisasi dan target sampai triwulan yang diukur (PermenPANRB 53/2014, pengukuran kinerja)', () => {
  it('kumulatif T=3,3,3,3 R=3,kosong,4,– s.d. TW III: 7 dari 9 = 77,78%, TW II terdaftar belum diisi', () => {
    const agregat = hitungAgregasi({
      tipe: 'KUMULATIF',
      cara: 'PER_TRIWULAN',
      sampai: 3,
      target: ['3', '3', '3', '3'],
      realisasi: [nilaiDari('3'), nilaiDari(null), nilaiDari('4'), { status: 'BELUM_JATUH_TEMPO' }],
    })
    expect(agregat).toMatchObject({ realisasi: { nilai: '7' }, target: { nilai: '9' }, hilang: [2] })
    expect(angka(capaian('MAKS', angka(agregat.target), angka(agregat.realisasi)))).toBe('77.78')
    // the other way, only against targets of quarters that were filled in, would hide the missing one: 7 of 6
    expect(angka(capaian('MAKS', '6', '7'))).toBe('116.67')
  })

  it('posisi akhir T=82,83,84,85 R=81,–,84,– s.d. TW III: 84 ÷ 84 = 100%', () => {
    const hasil = hitungKinerja({
      polaritas: 'MAKS',
      agregasi: 'POSISI_AKHIR',
      cara: 'PER_TRIWULAN',
      sampai: 3,
      targetTriwulan: ['82', '83', '84', '85'],
      targetTahunan: '85',
      realisasi: [nilaiDari('81'), { status: 'TIDAK_BERLAKU' }, nilaiDari('84'), nilaiDari(null)],
    })
    expect(hasil).toMatchObject({ capaian: { nilai: '100.00' } })
    expect(hasil.agregat).toMatchObject({ hilang: [], dikecualikan: [2] })
  })
})

describe('rentang 80–90: di dalam 100%, di luar terhadap batas terdekat (PermenPANRB 8/2021 hlm. 110)', () => {
  const rentang = (bawah: string, atas: string, realisasi: string, arah?: 'MAKS' | 'MIN'): string =>
    angka(hitungCapaian({ polaritas: 'RENTANG', bawah, atas, arah, realisasi: nilaiDari(realisasi) }))
  it.each([
    ['70', '87.50'],
    ['85', '100.00'],
    ['92', '102.22'],
  ])('R=%s: %s%%', (realisasi, nilai) => {
    expect(rentang('80', '90', realisasi)).toBe(nilai)
  })

  it.each([
    ['6.5', '107.14'],
    ['9', '87.50'],
    ['7.5', '100.00'],
  ])('waktu 7–8 bulan, makin cepat makin baik, R=%s: %s%%', (realisasi, nilai) => {
    expect(rentang('7', '8', realisasi, 'MIN')).toBe(nilai)
  })
})

describe('kasus emas lain: kategori, uang, SKM, SAKIP, cara menulis angka', () => {
  it('target predikat BB (skor 5), realisasi B (skor 4): 80% dengan skor 1–7 (predikat PermenPANRB 88/2021, D = 1 sampai AA = 7)', () => {
    const masukan: MasukanCapaian = {
      polaritas: 'KATEGORI',
      target: 'BB',
      kategori: SKOR_PREDIKAT_SAKIP,
      realisasi: nilaiDari('B'),
    }
    expect(hitungCapaian(masukan)).toMatchObject({ nilai: '80.00', rumus: '4 ÷ 5 × 100 = 80,00%' })
  })

  it('serapan pagu 2.006.320.505 realisasi 1.000.000.000: 49,84% (PermenPANRB 53/2014, realisasi anggaran)', () => {
    expect(hitungSerapan({ pagu: '2006320505', realisasi: nilaiDari('1000000000') })).toMatchObject({
      nilai: '49.84',
      rumus: 'Rp1.000.000.000 ÷ Rp2.006.320.505 × 100 = 49,84%',
    })
  })

  it.each([
    ['semua 3', '3', '75.00', 'C'],
    ['U1 = 4, lainnya 3', '4', '77.78', 'B'],
  ])('SKM %s (PermenPANRB 14/2017, bobot tepat 1/9)', (_kasus, u1, ikm, mutu) => {
    const unsur = UNSUR_SKM.map(({ kode }) => ({ kode, jumlahNilai: kode === 'U1' ? u1 : '3', responden: '1' }))
    expect(hitungSkm(unsur)).toMatchObject({ ikm, mutu })
  })

  it('nilai SAKIP 80,00 BB dan 80,01 A (PermenPANRB 88/2021: A di atas 80)', () => {
    expect(cariPredikatSakip('80.00')?.kode).toBe('BB')
    expect(cariPredikatSakip('80.01')?.kode).toBe('A')
  })

  it('"1.234,56", "85,5", "85.5" dimengerti, "1.250" ditanyakan (tanda desimal koma, ribuan titik)', () => {
    expect(['1.234,56', '85,5', '85.5'].map(bacaAngka)).toEqual(
      ['1234.56', '85.5', '85.5'].map((nilai) => ({ jenis: 'angka', nilai })),
    )
    expect(bacaAngka('1.250').jenis).toBe('taksa')
  })
})
