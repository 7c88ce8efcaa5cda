import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Desimal } from '../../../src/inti/angka/index.ts'
import {
  bacaPredikat,
  type Hasil,
  hitungCapaian,
  type MasukanCapaian,
  type Nilai,
  nilaiDari,
  pastikanVersiRumus,
  SKALA_PERMENDAGRI_86,
  VERSI_RUMUS,
} from '../../../src/modul/pengukuran/index.ts'

type Biasa = 'MAKS' | 'MIN' | 'TEPAT'
const hitung = (polaritas: Biasa, target: string | null, realisasi: string, varian?: '2T-R' | 'T/R'): Hasil =>
  hitungCapaian({ polaritas, target, realisasi: nilaiDari(realisasi), varian })
const mentah = (hasil: Hasil): Desimal => new Desimal(hasil.jenis === 'NILAI' ? hasil.mentah : 'NaN')
const teksAngka = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((n) => String(n / 100))

describe('capaian: aturan di luar kasus emas', () => {
  it.each([
    ['TEPAT', '80', '80', '100.00', '100 − |80 − 80| ÷ 80 × 100 = 100,00%'],
    ['TEPAT', '80', '84', '95.00', '100 − |84 − 80| ÷ 80 × 100 = 95,00%'],
    ['TEPAT', '80', '76', '95.00', '100 − |76 − 80| ÷ 80 × 100 = 95,00%'],
    ['TEPAT', '10', '25', '0.00', '100 − |25 − 10| ÷ 10 × 100 = -50,00%, batas bawah 0,00%'],
    ['TEPAT', '0', '0', '100.00', 'target 0, realisasi 0: ditetapkan 100,00%'],
    ['TEPAT', '0', '1', '0.00', 'target 0, realisasi 1: ditetapkan 0,00%'],
    ['MAKS', '80', '-4', '0.00', '(-4) ÷ 80 × 100 = -5,00%, batas bawah 0,00%'],
  ] as const)('%s T=%s R=%s: %s%%', (polaritas, t, r, nilai, rumus) => {
    expect(hitung(polaritas, t, r)).toMatchObject({ nilai, rumus })
  })

  it('varian T ÷ R: realisasi nol adalah 100, target nol seperti varian bawaan', () => {
    expect(hitung('MIN', '10', '0', 'T/R')).toMatchObject({ nilai: '100.00' })
    expect(hitung('MIN', '0', '0', 'T/R')).toMatchObject({ nilai: '100.00' })
    expect(hitung('MIN', '0', '2', 'T/R')).toMatchObject({ nilai: '0.00' })
    expect(hitung('MIN', '10', '20', 'T/R')).toMatchObject({ nilai: '50.00' })
  })

  it('ketetapan menyebut sebabnya, dan nilai mentahnya seperti yang ditetapkan', () => {
    expect(hitung('MIN', '10', '0', 'T/R')).toMatchObject({
      rumus: 'realisasi 0 pada rumus target ÷ realisasi: ditetapkan 100,00%',
      mentah: '100',
      peringatan: [],
    })
    expect(hitung('MIN', '0', '2', 'T/R')).toMatchObject({
      rumus: 'target 0, realisasi 2: ditetapkan 0,00%',
      mentah: '0',
    })
    expect(hitung('MAKS', '80', '84')).toMatchObject({ peringatan: [] })
  })

  it('realisasi yang bukan angka, atau kategori di luar tabel skor, dikatakan yang mana', () => {
    const tidakDapat = (alasan: string) => ({ jenis: 'TIDAK_DAPAT_DIHITUNG', alasan })
    expect(hitung('MAKS', '80', '8,5')).toMatchObject(tidakDapat('Realisasi bukan angka yang sah'))
    const kategori = [
      { kode: 'A', skor: 5 },
      { kode: 'B', skor: 4 },
    ]
    const menurutKategori = (target: string, realisasi: string) =>
      hitungCapaian({ polaritas: 'KATEGORI', target, kategori, realisasi: nilaiDari(realisasi) })
    const panjang = 'K'.repeat(50)
    expect(menurutKategori(panjang, 'B')).toMatchObject(
      tidakDapat(`Kategori target ${'K'.repeat(40)} tidak ada dalam tabel skor`),
    )
    expect(menurutKategori('A', panjang)).toMatchObject(
      tidakDapat(`Kategori realisasi ${'K'.repeat(40)} tidak ada dalam tabel skor`),
    )
    // the score itself may stand for its category, another number may not
    expect(menurutKategori('A', '4')).toMatchObject({ nilai: '80.00' })
    expect(menurutKategori('A', '3')).toMatchObject(tidakDapat('Kategori realisasi 3 tidak ada dalam tabel skor'))
  })

  it.each([
    [{ polaritas: 'MAKS', target: null }, /Target belum ditetapkan/],
    [{ polaritas: 'MAKS', target: '-5' }, /Target negatif/],
    [{ polaritas: 'MIN', target: 'NaN' }, /Target bukan angka/],
    [{ polaritas: 'RENTANG', bawah: '80', atas: null }, /belum ditetapkan/],
    [{ polaritas: 'RENTANG', bawah: null, atas: '80' }, /belum ditetapkan/],
    [{ polaritas: 'RENTANG', bawah: '90', atas: '80' }, /lebih besar/],
    [{ polaritas: 'RENTANG', bawah: 'x', atas: '80' }, /^Rentang target bukan angka/],
    [{ polaritas: 'RENTANG', bawah: '-9', atas: '-5' }, /negatif/],
    [{ polaritas: 'KATEGORI', target: null, kategori: [] }, /belum ditetapkan/],
    [{ polaritas: 'KATEGORI', target: 'A', kategori: [] }, /tabel skor/],
    [
      {
        polaritas: 'KATEGORI',
        target: 'A',
        kategori: [
          { kode: 'A', skor: 0 },
          { kode: 'B', skor: 3 },
        ],
      },
      /tabel skor|nol/,
    ],
  ] as const)('%j tidak dapat dihitung, dengan alasan', (target, alasan) => {
    const masukan = { ...target, realisasi: nilaiDari(target.polaritas === 'KATEGORI' ? 'B' : '3') } as MasukanCapaian
    expect(hitungCapaian(masukan)).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: expect.stringMatching(alasan),
    })
  })

  it('kosong, tidak berlaku dan belum jatuh tempo tetap tiga hal yang berbeda', () => {
    const keadaan: Nilai[] = [
      { status: 'KOSONG' },
      { status: 'TIDAK_BERLAKU', alasan: 'SKM tahunan' },
      { status: 'BELUM_JATUH_TEMPO' },
      { status: 'TIDAK_BERLAKU' },
    ]
    const hasil = keadaan.map((realisasi) => hitungCapaian({ polaritas: 'MAKS', target: '5', realisasi }))
    expect(hasil.map((satu) => satu.jenis !== 'NILAI' && [satu.jenis, satu.alasan])).toEqual([
      ['KOSONG', 'Realisasi belum diisi'],
      ['TIDAK_BERLAKU', 'SKM tahunan'],
      ['BELUM_JATUH_TEMPO', 'Belum jatuh tempo pada periode ini'],
      ['TIDAK_BERLAKU', 'Tidak diukur pada periode ini'],
    ])
  })

  it('sel yang kosong, berisi spasi, atau tidak ada adalah kosong; nol adalah isian', () => {
    for (const teks of [null, undefined, '', '  ']) expect(nilaiDari(teks)).toEqual({ status: 'KOSONG' })
    expect(nilaiDari('0')).toEqual({ status: 'TERISI', nilai: '0' })
  })

  it.each(['80', '90', '85'])('rentang 80–90: R=%s tepat di batas atau di dalam adalah 100%%', (r) => {
    const hasil = hitungCapaian({ polaritas: 'RENTANG', bawah: '80', atas: '90', realisasi: nilaiDari(r) })
    expect(hasil).toMatchObject({ nilai: '100.00', rumus: `${r} di dalam 80–90: ditetapkan 100,00%` })
  })

  it('rentang dengan dua batas sama berlaku sebagai satu nilai', () => {
    const hitungSatu = (r: string) =>
      hitungCapaian({ polaritas: 'RENTANG', bawah: '80', atas: '80', realisasi: nilaiDari(r) })
    expect(hitungSatu('80')).toMatchObject({ nilai: '100.00' })
    expect(hitungSatu('84')).toMatchObject({ nilai: '105.00' })
  })

  it('capaian di atas 100 tidak dipotong: batas hanya untuk rata-rata', () => {
    expect(hitung('MAKS', '2', '50')).toMatchObject({ nilai: '2500.00' })
  })

  it('versi rumus tersimpan bersama hasil; versi yang tidak dikenal ditolak', () => {
    expect(hitung('MAKS', '80', '84')).toMatchObject({ versi: VERSI_RUMUS })
    expect(() => pastikanVersiRumus(VERSI_RUMUS)).not.toThrow()
    expect(() => pastikanVersiRumus('lain')).toThrow(new RangeError('Versi rumus lain tidak dikenal'))
  })

  // Tabel 2.1.5 of a published Renstra: exact quotients that the office had cut off instead of rounding
  it.each([
    ['90', '97.89', '108.77'],
    ['90.62', '94.04', '103.77'],
    ['91.33', '94.87', '103.88'],
    ['90', '86', '95.56'],
    ['83.97', '70.81', '84.33'],
    ['85.47', '85.09', '99.56'],
  ])('Renstra Kecamatan Banyuwangi T=%s R=%s: %s%% dibulatkan, tidak dipotong', (t, r, nilai) => {
    expect(hitung('MAKS', t, r)).toMatchObject({ nilai })
  })
})

describe('hukum capaian', () => {
  const target = teksAngka(0.01, 5000)
  const realisasi = teksAngka(-100, 10_000)

  it('MAKS: realisasi lebih tinggi tidak pernah menurunkan capaian', () => {
    fc.assert(
      fc.property(target, realisasi, realisasi, (t, a, b) => {
        const [kecil, besar] = [a, b].map((r) => hitung('MAKS', t, r)) as [Hasil, Hasil]
        expect(mentah(kecil).cmp(mentah(besar))).toBe(new Desimal(a).cmp(b))
      }),
    )
  })

  it('MIN: realisasi lebih tinggi tidak pernah menaikkan capaian', () => {
    fc.assert(
      fc.property(target, realisasi, realisasi, (t, a, b) => {
        const [satu, dua] = [a, b].map((r) => hitung('MIN', t, r)) as [Hasil, Hasil]
        expect(mentah(satu).cmp(mentah(dua))).toBe(new Desimal(b).cmp(a))
      }),
    )
  })

  it('satuan tidak berpengaruh: T dan R dikali bilangan sama memberi capaian sama', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Biasa>('MAKS', 'MIN', 'TEPAT'),
        target,
        realisasi,
        fc.constantFrom('10', '0.1', '1000', '8', '0.5'),
        (polaritas, t, r, kali) => {
          const skala = (teks: string) => new Desimal(teks).times(kali).toFixed()
          const [asli, lain] = [hitung(polaritas, t, r), hitung(polaritas, skala(t), skala(r))]
          expect(asli.jenis === 'NILAI' && asli.nilai).toBe(lain.jenis === 'NILAI' && lain.nilai)
        },
      ),
    )
  })

  it('tepat pada target selalu 100%, MAKS dan MIN bercermin di sana', () => {
    fc.assert(
      fc.property(target, realisasi, (t, r) => {
        for (const polaritas of ['MAKS', 'MIN', 'TEPAT'] as const)
          expect(hitung(polaritas, t, t)).toMatchObject({ nilai: '100.00' })
        const jumlah = mentah(hitung('MAKS', t, r)).plus(mentah(hitung('MIN', t, r)))
        expect(jumlah.minus(200).abs().lt('1e-15')).toBe(true)
      }),
    )
  })

  it('masukan apa pun: tidak ada NaN, tak hingga, -0 atau nilai negatif, dan setiap nilai punya predikat', () => {
    const teks = fc.oneof(
      realisasi,
      fc.constantFrom(
        '0',
        '-0',
        '-0.00',
        'NaN',
        'Infinity',
        '-Infinity',
        '1e309',
        '',
        ' ',
        '٣',
        '999999999999999.999999',
        '0.000001',
      ),
      fc.string({ maxLength: 30 }),
    )
    const masukan: fc.Arbitrary<MasukanCapaian> = fc.oneof(
      fc.record({
        polaritas: fc.constantFrom<Biasa>('MAKS', 'MIN', 'TEPAT'),
        target: fc.option(teks),
        varian: fc.constantFrom<'2T-R' | 'T/R' | undefined>('2T-R', 'T/R', undefined),
        realisasi: teks.map(nilaiDari),
      }),
      fc.record({
        polaritas: fc.constant('RENTANG' as const),
        bawah: fc.option(teks),
        atas: fc.option(teks),
        arah: fc.constantFrom<'MAKS' | 'MIN' | undefined>('MAKS', 'MIN', undefined),
        realisasi: teks.map(nilaiDari),
      }),
      fc.record({
        polaritas: fc.constant('KATEGORI' as const),
        target: fc.option(teks),
        kategori: fc.array(fc.record({ kode: teks, skor: fc.oneof(teks, fc.double()) }), { maxLength: 4 }),
        realisasi: teks.map(nilaiDari),
      }),
    )
    fc.assert(
      fc.property(masukan, (satu) => {
        const hasil = hitungCapaian(satu)
        if (hasil.jenis !== 'NILAI') {
          expect(hasil.alasan).not.toBe('')
          return
        }
        expect(hasil.nilai).toMatch(/^\d+\.\d{2}$/)
        expect(hasil.mentah).toMatch(/^(?!-0$)-?\d+(\.\d+)?$/)
        expect(hasil.rumus).not.toMatch(/NaN|Infinity|-0,00/)
        expect(bacaPredikat(hasil.nilai, SKALA_PERMENDAGRI_86).nama).not.toBe('')
      }),
      { numRuns: fc.readConfigureGlobal()?.numRuns ?? 1000 },
    )
  })
})
