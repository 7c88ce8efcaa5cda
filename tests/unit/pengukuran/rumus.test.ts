import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Desimal } from '../../../src/inti/angka/index.ts'
import {
  hitungNilai,
  type MasukanNilai,
  periksaRumus,
  tulisRumus,
  uraikanRumus,
  type Variabel,
} from '../../../src/modul/pengukuran/index.ts'
import { hitungPohon } from '../../../src/modul/pengukuran/rumus/hitung.ts'
import { MAKS_KURUNG_RUMUS, type Simpul, type Tanda } from '../../../src/modul/pengukuran/rumus/pohon.ts'

const v = (kode: string, satuan = ''): Variabel & { satuan: string } => ({ kode, nama: `Jumlah ${kode}`, satuan })
const hitung = (ekspresi: string, isian: Record<string, string | null>, lain: Partial<MasukanNilai> = {}) =>
  hitungNilai({ metode: 'RUMUS', variabel: Object.keys(isian).map((kode) => v(kode)), isian, ekspresi, ...lain })
const nilai = (ekspresi: string, isian: Record<string, string | null>, lain: Partial<MasukanNilai> = {}) => {
  const hasil = hitung(ekspresi, isian, lain)
  return hasil.jenis === 'NILAI' ? hasil.nilai : hasil.alasan
}
const tulis = (teks: string, variabel = ['a', 'b', 'c']) => {
  const { pohon, masalah } = uraikanRumus(teks, variabel)
  return pohon ? tulisRumus(pohon) : masalah
}

describe('rumus dibaca seperti orang menulisnya, dan ditulis dengan notasi Indonesia', () => {
  it.each([
    ['a/b*100', 'a ÷ b × 100'],
    ['a : b x 100', 'a ÷ b × 100'],
    ['A·B', 'a × b'],
    ['a - b – c − 1', 'a − b − c − 1'],
    ['(a + b) / c', '(a + b) ÷ c'],
    ['a + (b * c)', 'a + b × c'],
    ['a - (b - c)', 'a − (b − c)'],
    ['a / (b * c)', 'a ÷ (b × c)'],
    ['a / b / c', 'a ÷ b ÷ c'],
    ['((((a))))', 'a'],
    ['-a + b', '-a + b'],
    ['-(a + b)', '-(a + b)'],
    ['-(-a)', '-(-a)'],
    ['a * -5', 'a × (-5)'],
    ['-5 + a', '-5 + a'],
    ['0,4*a+0.6*b', '0,4 × a + 0,6 × b'],
    ['min(a;b;c)', 'min(a; b; c)'],
    ['MAX(a, b)', 'maks(a; b)'],
    ['rata( a ; b + 1 ) × 2', 'rata(a; b + 1) × 2'],
    ['  a  ', 'a'],
  ])('%s menjadi %s', (teks, tertulis) => {
    expect(tulis(teks)).toBe(tertulis)
    expect(tulis(tertulis)).toBe(tertulis)
  })

  it('x adalah tanda kali, kecuali bila ada variabel bernama x', () => {
    expect(tulis('a x b')).toBe('a × b')
    expect(tulis('x + a', ['x', 'a'])).toBe('x + a')
    expect(tulis('x x a', ['x', 'a'])).toBe('Sesudah "x" diperlukan tanda + − × atau ÷.')
  })

  it.each([
    ['', 'Tulis rumusnya, misalnya pembilang ÷ penyebut × 100.'],
    ['   ', 'Tulis rumusnya, misalnya pembilang ÷ penyebut × 100.'],
    ['a +', 'Sesudah "a +" diperlukan variabel, angka, atau kurung buka.'],
    ['* a', 'Pada awal rumus diperlukan variabel, angka, atau kurung buka.'],
    ['a b', 'Sesudah "a" diperlukan tanda + − × atau ÷.'],
    ['  a b', 'Sesudah "a" diperlukan tanda + − × atau ÷.'],
    ['2a', 'Sesudah "2" diperlukan tanda + − × atau ÷.'],
    ['(a + b', 'Sesudah "(a + b" diperlukan kurung tutup.'],
    ['a + b)', 'Sesudah "a + b" kurung tutup tidak punya kurung buka.'],
    ['(a; b)', 'Sesudah "(a" titik koma dan koma pemisah hanya dipakai di dalam min, maks, dan rata.'],
    ['a; b', 'Sesudah "a" diperlukan tanda + − × atau ÷.'],
    ['min a', 'Fungsi min memerlukan kurung, misalnya min(a; b).'],
    ['rata(a)', 'Fungsi rata memerlukan paling sedikit dua isi yang dipisah titik koma: rata(a; b).'],
    ['maks(a;)', 'Sesudah "maks(a;" diperlukan variabel, angka, atau kurung buka.'],
    ['min(a; b', 'Sesudah "min(a; b" diperlukan kurung tutup.'],
    ['a / b × 100%', 'Tanda % tidak dipakai dalam rumus. Tulis × 100; satuan indikator yang menyatakan persen.'],
    ['a ^ 2', 'Tanda ^ tidak dikenal dalam rumus. Yang dapat dipakai: + − × ÷ ( ) dan fungsi min, maks, rata.'],
    ['a * 1.250', 'Angka 1.250 dapat dibaca dua cara. Tulis 1250 atau 1,250.'],
    ['a * 120.500', 'Angka 120.500 dapat dibaca dua cara. Tulis 120500 atau 120,500.'],
    [
      '1234567890123456',
      'Angka 1234567890123456 terlalu panjang: paling banyak 15 angka di depan dan 10 di belakang koma.',
    ],
    ['0,12345678901', 'Angka 0,12345678901 terlalu panjang: paling banyak 15 angka di depan dan 10 di belakang koma.'],
    ['--a', 'Sesudah "-" diperlukan variabel, angka, atau kurung buka.'],
  ])('%j ditolak: %s', (teks, masalah) => {
    expect(uraikanRumus(teks, ['a', 'b'])).toEqual({ pohon: null, masalah })
  })

  it('batas angka dan panjang tepat', () => {
    expect(tulis('a + 123456789012345,1234567890')).toBe('a + 123456789012345,1234567890')
    expect(tulis('0.125 + 1000.125 + 1250.125 + 12.34')).toBe('0,125 + 1000,125 + 1250,125 + 12,34')
    expect(tulis('1,250 + a')).toBe('1,250 + a')
    // a very long number is named by its beginning
    expect(tulis('9'.repeat(60))).toMatch(/^Angka 9{30} terlalu panjang/)
    expect(tulis(`a${' + a'.repeat(124)}   `)).toMatch(/^a/)
    expect(tulis(`a${' + a'.repeat(125)}`)).toBe('Rumus terlalu panjang: paling banyak 500 huruf.')
    expect(tulis(`${'('.repeat(MAKS_KURUNG_RUMUS)}a${')'.repeat(MAKS_KURUNG_RUMUS)}`)).toBe('a')
    const satuLagi = MAKS_KURUNG_RUMUS + 1
    expect(tulis(`${'('.repeat(satuLagi)}a${')'.repeat(satuLagi)}`)).toMatch(/^Kurung terlalu dalam/)
    // parentheses beside one another are not deep
    expect(tulis(`${'(a)+'.repeat(30)}a`)).toBe(`${'a + '.repeat(30)}a`)
  })

  it('bagian yang panjang disebut ekornya saja', () => {
    const panjang = Array.from({ length: 20 }, () => 'pembilang').join(' + ')
    expect(tulis(`${panjang} +`, ['pembilang'])).toMatch(/^Sesudah "….{40}" diperlukan/)
    const empatPuluh = `${'a'.repeat(38)} +`
    expect(tulis(empatPuluh)).toBe(`Sesudah "${empatPuluh}" diperlukan variabel, angka, atau kurung buka.`)
  })
})

describe('nilai indikator dengan rumus', () => {
  it('dihitung dengan urutan × ÷ sebelum + −, dari kiri, dan hitungannya tercetak', () => {
    expect(hitung('(a + b) ÷ c × 100', { a: '12', b: '3', c: '19' })).toMatchObject({
      nilai: '78.95',
      rumus: '(12 + 3) ÷ 19 × 100 = 78,95',
      versi: 'takar-1',
    })
    expect(nilai('a - b - 1', { a: '10', b: '3' })).toBe('6')
    expect(nilai('a + b × 2', { a: '1', b: '3' })).toBe('7')
    expect(nilai('a ÷ b ÷ 2', { a: '12', b: '3' })).toBe('2')
    expect(nilai('-a + b', { a: '3', b: '1' })).toBe('-2')
    expect(nilai('-(a − b)', { a: '3', b: '1' })).toBe('-2')
  })

  it('min, maks, rata', () => {
    const isian = { a: '4', b: '10', c: '1' }
    expect(nilai('min(a; b; c)', isian)).toBe('1')
    expect(nilai('maks(a; b; c)', isian)).toBe('10')
    expect(nilai('rata(a; b; c)', isian)).toBe('5')
    expect(nilai('min(a; 100) + maks(b; -5) + c', isian)).toBe('15')
    expect(hitung('rata(a; b)', { a: '1250', b: '-2' })).toMatchObject({ rumus: 'rata(1.250; (-2)) = 624' })
  })

  it('hasil bagi dengan angka negatif tetap dibandingkan menurut besarnya', () => {
    const isian = { a: '5', b: '-2', c: '1' }
    expect(nilai('min(a ÷ b; c)', isian)).toBe('-2.5')
    expect(nilai('maks(a ÷ b; c)', isian)).toBe('1')
    expect(nilai('maks(-a ÷ b; c)', isian)).toBe('2.5')
  })

  it('variabel yang bernama x adalah data, bukan tanda kali', () => {
    expect(nilai('x × y', { x: '2', y: '3' })).toBe('6')
  })

  it('variabel tanpa nilai adalah kesalahan pemanggil: tidak dihitung sebagai nol', () => {
    const { pohon } = uraikanRumus('a + b')
    if (!pohon) throw new Error('rumus contoh tidak terbaca')
    expect(() => hitungPohon(pohon, new Map([['a', '1']]))).toThrow(new RangeError('Variabel b tidak mempunyai nilai'))
  })

  it('kualitas pelaksanaan anggaran: 40% penyerapan + 10% efisiensi + 50% capaian keluaran (LKIP Jakarta Barat 2021)', () => {
    const isian = { penyerapan: '95.5', efisiensi: '4', keluaran: '100' }
    expect(nilai('0,4 × penyerapan + 0,1 × efisiensi + 0,5 × keluaran', isian)).toBe('88.6')
  })

  it('tepat: sepertiga kali tiga adalah satu, dan yang tepat di tengah dibulatkan ke atas', () => {
    expect(nilai('a ÷ 3 × 3', { a: '1' })).toBe('1')
    // (a + b + c) ÷ 3 × 0,3 is exactly 25,015: 40 digits of the third would print 25,01
    expect(nilai('rata(a; b; c) × 0,3', { a: '83', b: '83', c: '84.15' })).toBe('25.02')
    expect(nilai('rata(a; b; c) × 0,3', { a: '83', b: '83', c: '84.15' }, { pembulatan: 'POTONG' })).toBe('25.01')
  })

  it('penyebut nol tidak dapat dihitung, dan disebut dengan namanya', () => {
    expect(hitung('a ÷ b × 100', { a: '1', b: '0' })).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: 'Penyebut nol: Jumlah b',
    })
    expect(nilai('100 × a ÷ (b − c)', { a: '1', b: '5', c: '5.0' })).toBe('Penyebut nol: Jumlah b − Jumlah c')
    expect(nilai('rata(a; a ÷ b)', { a: '0', b: '0' })).toBe('Penyebut nol: Jumlah b')
  })

  it('kosong tetap kosong, tidak berlaku tetap tidak berlaku, nol adalah nol', () => {
    expect(hitung('a + b', { a: '5', b: '' })).toMatchObject({ jenis: 'KOSONG', alasan: 'Belum diisi: Jumlah b' })
    expect(hitung('a + b', { a: '5', b: null }, { tidakBerlaku: ['b'] }).jenis).toBe('TIDAK_BERLAKU')
    expect(nilai('a × b', { a: '5', b: '0' })).toBe('0')
    expect(nilai('-a', { a: '0' })).toBe('0')
  })

  it('rumus tersimpan yang rusak, asing, atau terlalu besar hasilnya tidak melempar galat', () => {
    expect(nilai('a +', { a: '5' })).toMatch(/^Rumus kartu indikator tidak dapat dibaca: Sesudah "a \+"/)
    expect(hitung('a + lain', { a: '5' })).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: 'Rumus kartu indikator memakai lain, yang tidak ada dalam daftar',
    })
    expect(nilai('', { a: '5' })).toMatch(/tidak dapat dibaca/)
    expect(hitungNilai({ metode: 'RUMUS', variabel: [v('a')], isian: { a: '5' } })).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
    })
    expect(nilai('a × a × a', { a: '999999' })).toBe('999997000002999999')
    expect(hitung('a × a × a', { a: '1000000' })).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: 'Hasil rumus terlalu besar',
    })
    expect(nilai('-a × a × a', { a: '1000000' })).toBe('Hasil rumus terlalu besar')
  })
})

describe('hukum rumus', () => {
  const kode = ['a', 'b', 'c']
  const angka = fc.integer({ min: 0, max: 10 ** 7 }).map((n) => new Desimal(n).div(100).toFixed())
  const { pohon: sembarangPohon } = fc.letrec<{ pohon: Simpul }>((ikat) => ({
    pohon: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      fc.constantFrom(...kode).map((satu): Simpul => ({ jenis: 'VARIABEL', kode: satu })),
      angka.map((satu): Simpul => ({ jenis: 'ANGKA', nilai: satu })),
      fc
        .tuple(fc.constantFrom<Tanda>('+', '−', '×', '÷'), ikat('pohon'), ikat('pohon'))
        .map(([tanda, kiri, kanan]): Simpul => ({ jenis: 'OPERASI', tanda, kiri, kanan })),
      ikat('pohon').map(
        (isi): Simpul => ({ jenis: 'NEGATIF', isi: { jenis: 'FUNGSI', nama: 'rata', isi: [isi, isi] } }),
      ),
      fc
        .tuple(fc.constantFrom('min', 'maks', 'rata'), fc.array(ikat('pohon'), { minLength: 2, maxLength: 3 }))
        .map(([nama, isi]): Simpul => ({ jenis: 'FUNGSI', nama, isi })),
    ),
  }))
  const isian = fc.record(
    Object.fromEntries(
      kode.map((satu) => [
        satu,
        fc.oneof(
          angka,
          angka.map((n) => (n === '0' ? n : `-${n}`)),
        ),
      ]),
    ),
  ) as fc.Arbitrary<Record<string, string>>

  it('yang ditulis dapat dibaca kembali menjadi rumus yang sama', () => {
    fc.assert(
      fc.property(sembarangPohon, (pohon) => {
        const teks = tulisRumus(pohon)
        fc.pre(teks.length <= 500)
        const kembali = uraikanRumus(teks, kode)
        expect(kembali.pohon && tulisRumus(kembali.pohon)).toBe(teks)
        expect(kembali.pohon).toEqual(pohon)
      }),
    )
  })

  it('masukan apa pun: tidak ada NaN, tak hingga atau -0, dan tidak ada galat', () => {
    const teks = fc.oneof(
      sembarangPohon.map((pohon) => tulisRumus(pohon)),
      fc.string({ maxLength: 40 }),
      fc.stringMatching(/^[abcx0-9.,;()+*/% -]{0,40}$/),
    )
    const isi = fc.oneof(angka, fc.constantFrom('', null, 'NaN', '-0', '1e9', '999999999999999.999999'), fc.string())
    fc.assert(
      fc.property(teks, fc.record({ a: isi, b: isi, c: isi }), (ekspresi, nilaiIsian) => {
        const hasil = hitung(ekspresi, nilaiIsian)
        periksaRumus(ekspresi, { variabel: kode.map((satu) => v(satu, 'Desa')), satuan: '%' })
        if (hasil.jenis !== 'NILAI') {
          expect(hasil.alasan).not.toBe('')
          return
        }
        for (const satu of [hasil.nilai, hasil.mentah]) expect(satu).toMatch(/^(?!-0(\.0*)?$)-?\d+(\.\d+)?$/)
        expect(hasil.rumus).not.toMatch(/NaN|Infinity/)
      }),
      { numRuns: fc.readConfigureGlobal()?.numRuns ?? 1000 },
    )
  })

  it('sama dengan hitungan desimal pada 40 angka, bila tidak ada pembagian dengan nol', () => {
    const desimal = (pohon: Simpul, isi: Record<string, string>): Desimal => {
      if (pohon.jenis === 'ANGKA') return new Desimal(pohon.nilai)
      if (pohon.jenis === 'VARIABEL') return new Desimal(isi[pohon.kode] ?? 'NaN')
      if (pohon.jenis === 'NEGATIF') return desimal(pohon.isi, isi).negated()
      if (pohon.jenis === 'FUNGSI') {
        const semua = pohon.isi.map((satu) => desimal(satu, isi))
        if (pohon.nama === 'min') return Desimal.min(...semua)
        if (pohon.nama === 'maks') return Desimal.max(...semua)
        return Desimal.sum(...semua).div(semua.length)
      }
      const [kiri, kanan] = [desimal(pohon.kiri, isi), desimal(pohon.kanan, isi)]
      return { '+': kiri.plus(kanan), '−': kiri.minus(kanan), '×': kiri.times(kanan), '÷': kiri.div(kanan) }[
        pohon.tanda
      ]
    }
    fc.assert(
      fc.property(sembarangPohon, isian, (pohon, isi) => {
        const teks = tulisRumus(pohon)
        fc.pre(teks.length <= 500)
        const hasil = hitung(teks, isi, { desimal: 4 })
        fc.pre(hasil.jenis === 'NILAI')
        const pembanding = desimal(pohon, isi)
        fc.pre(pembanding.isFinite())
        if (hasil.jenis !== 'NILAI') return
        const besar = Desimal.max(pembanding.abs(), 1)
        expect(new Desimal(hasil.mentah).minus(pembanding).abs().div(besar).lt('1e-12')).toBe(true)
      }),
    )
  })

  it('(a ÷ b) × b = a, tepat sampai angka terakhir', () => {
    fc.assert(
      fc.property(angka, angka, (a, b) => {
        fc.pre(b !== '0')
        expect(nilai('a ÷ b × b', { a, b }, { desimal: 6 })).toBe(new Desimal(a).toFixed())
      }),
    )
  })
})
