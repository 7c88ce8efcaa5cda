import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitungNilai, METODE, type Metode, type Variabel, VERSI_RUMUS } from '../../../src/modul/pengukuran/index.ts'

const v = (kode: string, lain: Partial<Variabel> = {}): Variabel => ({ kode, nama: `Jumlah ${kode}`, ...lain })
const hitung = (metode: Metode, variabel: Variabel[], isian: Record<string, string | null>, lain = {}) =>
  hitungNilai({ metode, variabel, isian, ...lain })

describe('nilai indikator dari variabelnya', () => {
  it('tunggal', () => {
    expect(hitung('TUNGGAL', [v('a')], { a: '84.5' })).toMatchObject({
      nilai: '84.5',
      rumus: '84,5',
      versi: VERSI_RUMUS,
    })
  })

  it('persentase = Σ pembilang ÷ Σ penyebut × 100 (desa tepat waktu ÷ jumlah desa)', () => {
    const hasil = hitung('PERSENTASE', [v('pembilang'), v('penyebut')], { pembilang: '12', penyebut: '14' })
    expect(hasil).toMatchObject({ nilai: '85.71', rumus: '12 ÷ 14 × 100 = 85,71', peringatan: [] })
    const banyak = hitung(
      'PERSENTASE',
      [v('penyebut_1', { peran: 'PENYEBUT' }), v('a', { peran: 'PEMBILANG' }), v('b', { peran: 'PEMBILANG' })],
      { a: '3', b: '2', penyebut_1: '10' },
    )
    expect(banyak).toMatchObject({ nilai: '50', rumus: '(3 + 2) ÷ 10 × 100 = 50' })
  })

  it('tanpa peran, variabel terakhir adalah penyebut', () => {
    expect(hitung('RASIO', [v('a'), v('b')], { a: '1', b: '4' })).toMatchObject({ nilai: '0.25' })
  })

  it('pembilang lebih besar daripada penyebut diperingatkan, bukan ditolak', () => {
    const hasil = hitung('PERSENTASE', [v('pembilang'), v('penyebut')], { pembilang: '15', penyebut: '14' })
    expect(hasil).toMatchObject({
      nilai: '107.14',
      peringatan: ['Jumlah pembilang lebih besar daripada Jumlah penyebut'],
    })
  })

  it('penyebut nol tidak dapat dihitung, dan dikatakan penyebut yang mana', () => {
    for (const metode of ['PERSENTASE', 'RASIO'] as const) {
      expect(hitung(metode, [v('pembilang'), v('penyebut')], { pembilang: '0', penyebut: '0' })).toMatchObject({
        jenis: 'TIDAK_DAPAT_DIHITUNG',
        alasan: 'Penyebut nol: Jumlah penyebut',
      })
    }
  })

  it('jumlah, rata-rata, selisih', () => {
    const tiga = [v('a'), v('b'), v('c')]
    const isian = { a: '10', b: '2.5', c: '-1' }
    expect(hitung('JUMLAH', tiga, isian)).toMatchObject({ nilai: '11.5', rumus: '10 + 2,5 + (-1) = 11,5' })
    expect(hitung('RATA_RATA', tiga, isian)).toMatchObject({ nilai: '3.83', rumus: '(10 + 2,5 + (-1)) ÷ 3 = 3,83' })
    expect(hitung('RATA_RATA', [v('a')], { a: '10' })).toMatchObject({ nilai: '10', rumus: '10' })
    expect(hitung('SELISIH', tiga, isian)).toMatchObject({ nilai: '8.5', rumus: '10 − (2,5 + (-1)) = 8,5' })
    expect(hitung('SELISIH', [v('a', { peran: 'PENGURANG' }), v('b')], { a: '1', b: '3' })).toMatchObject({
      nilai: '2',
      rumus: '3 − 1 = 2',
      peringatan: [],
    })
  })

  it('berbobot: jumlah bobot harus 100', () => {
    const isian = { a: '80', b: '90' }
    expect(hitung('BERBOBOT', [v('a', { bobot: 40 }), v('b', { bobot: '60' })], isian)).toMatchObject({
      nilai: '86',
      rumus: '80 × 40% + 90 × 60% = 86',
    })
    expect(hitung('BERBOBOT', [v('a', { bobot: 40 }), v('b', { bobot: 50 })], isian)).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: 'Jumlah bobot 90, seharusnya 100',
    })
  })

  it('kategori memakai tabel skor', () => {
    const kategori = [
      { kode: 'MANDIRI', nama: 'Mandiri', skor: 5 },
      { kode: 'MAJU', nama: 'Maju', skor: '4' },
    ]
    expect(hitung('KATEGORI', [], {}, { kategori, kategoriTerpilih: 'MAJU' })).toMatchObject({
      nilai: '4',
      rumus: 'skor kategori Maju = 4',
    })
    const tanpaNama = [{ kode: 'B', skor: '2.345' }]
    expect(hitung('KATEGORI', [], {}, { kategori: tanpaNama, kategoriTerpilih: 'B' })).toMatchObject({
      nilai: '2.35',
      rumus: 'skor kategori B = 2,35',
    })
    for (const kategoriTerpilih of [null, undefined, ''])
      expect(hitung('KATEGORI', [], {}, { kategori, kategoriTerpilih })).toMatchObject({
        jenis: 'KOSONG',
        alasan: 'Kategori belum dipilih',
      })
    expect(hitung('KATEGORI', [], {}, { kategori, kategoriTerpilih: 'L'.repeat(50) })).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: `Kategori ${'L'.repeat(40)} tidak ada dalam tabel skor`,
    })
    expect(hitung('KATEGORI', [], {}, { kategoriTerpilih: 'MAJU' }).jenis).toBe('TIDAK_DAPAT_DIHITUNG')
  })

  it('desimal hasil mengikuti kartu indikator', () => {
    expect(hitung('RASIO', [v('a'), v('b')], { a: '1', b: '3' }, { desimal: 4 })).toMatchObject({ nilai: '0.3333' })
  })

  it.each([
    ['JUMLAH', [], 'Kartu indikator tidak memuat variabel'],
    ['TUNGGAL', [v('a'), v('b')], 'Metode tunggal memerlukan tepat satu variabel'],
    ['SELISIH', [v('a')], 'Metode selisih memerlukan variabel yang dikurangi dan pengurangnya'],
    [
      'SELISIH',
      [v('a', { peran: 'PENGURANG' }), v('b', { peran: 'PENGURANG' })],
      'Metode selisih memerlukan variabel yang dikurangi dan pengurangnya',
    ],
    ['PERSENTASE', [v('a')], 'Rumus memerlukan paling sedikit satu pembilang dan satu penyebut'],
    ['RASIO', [v('penyebut_1'), v('penyebut_2')], 'Rumus memerlukan paling sedikit satu pembilang dan satu penyebut'],
    ['BERBOBOT', [v('a', { bobot: 100 }), v('b')], 'Bobot Jumlah b belum ditetapkan'],
    ['BERBOBOT', [v('a', { bobot: 130 }), v('b', { bobot: -30 })], 'Bobot Jumlah b belum ditetapkan'],
    ['BERBOBOT', [v('a', { bobot: '60,5' }), v('b', { bobot: 40 })], 'Bobot Jumlah a belum ditetapkan'],
    ['BERBOBOT', [v('a', { bobot: 60 }), v('b', { bobot: 50 })], 'Jumlah bobot 110, seharusnya 100'],
  ] as const)(
    '%s dengan variabel yang tidak cocok tidak dapat dihitung, dan dikatakan sebabnya',
    (metode, variabel, alasan) => {
      expect(hitung(metode, [...variabel], { a: '1', b: '2', penyebut_1: '1', penyebut_2: '2' })).toMatchObject({
        jenis: 'TIDAK_DAPAT_DIHITUNG',
        alasan,
      })
    },
  )

  it('isian yang bukan angka disebut datanya, tidak dihitung nol; spasi di sekelilingnya tidak mengganggu', () => {
    expect(hitung('JUMLAH', [v('a'), v('b')], { a: '5', b: '1,5' })).toMatchObject({
      jenis: 'TIDAK_DAPAT_DIHITUNG',
      alasan: 'Jumlah b bukan angka yang sah',
    })
    expect(hitung('JUMLAH', [v('a'), v('b')], { a: ' 5 ', b: '1.5' })).toMatchObject({ nilai: '6.5' })
  })

  it('bobot nol boleh, selama jumlahnya 100', () => {
    expect(hitung('BERBOBOT', [v('a', { bobot: 0 }), v('b', { bobot: 100 })], { a: '80', b: '90' })).toMatchObject({
      nilai: '90',
    })
  })

  it('penyebut dikenali dari kodenya di depan saja, huruf besar atau kecil', () => {
    const isian = { a: '1', PENYEBUT_desa: '4', bukan_penyebut: '8' }
    expect(hitung('RASIO', [v('PENYEBUT_desa'), v('a')], isian)).toMatchObject({ nilai: '0.25' })
    expect(hitung('RASIO', [v('bukan_penyebut'), v('a')], isian)).toMatchObject({ nilai: '8' })
  })

  it('pembagian dengan beberapa pembilang dan penyebut menjumlahkan keduanya dahulu', () => {
    const variabel = [v('a'), v('b'), v('penyebut_1'), v('penyebut_2')]
    const isian = { a: '1', b: '2', penyebut_1: '4', penyebut_2: '8' }
    expect(hitung('RASIO', variabel, isian)).toMatchObject({ nilai: '0.25', rumus: '(1 + 2) ÷ (4 + 8) = 0,25' })
    expect(hitung('PERSENTASE', variabel, { ...isian, a: '11' })).toMatchObject({
      peringatan: ['Jumlah a + Jumlah b lebih besar daripada Jumlah penyebut_1 + Jumlah penyebut_2'],
    })
    // as much as there is: no warning
    expect(hitung('PERSENTASE', variabel, { ...isian, a: '10' })).toMatchObject({ nilai: '100', peringatan: [] })
    expect(hitung('RASIO', variabel, { ...isian, penyebut_1: '-8' })).toMatchObject({
      alasan: 'Penyebut nol: Jumlah penyebut_1 + Jumlah penyebut_2',
    })
  })
})

describe('kosong, nol dan tidak berlaku berbeda', () => {
  it('satu variabel kosong membuat nilainya kosong dan disebut namanya', () => {
    for (const isi of [null, '', ' ']) {
      const hasil = hitung('JUMLAH', [v('a'), v('b')], { a: '5', b: isi })
      expect(hasil).toMatchObject({ jenis: 'KOSONG', alasan: 'Belum diisi: Jumlah b' })
    }
    expect(hitung('JUMLAH', [v('a'), v('b')], {})).toMatchObject({ alasan: 'Belum diisi: Jumlah a, Jumlah b' })
    expect(hitung('JUMLAH', [v('a'), v('b')], { a: '5' }).jenis).toBe('KOSONG')
    expect(hitung('JUMLAH', [v('a'), v('b')], { a: '5', b: '0' })).toMatchObject({ nilai: '5' })
  })

  it('layanan yang tidak ada di kelurahan keluar dari rata-rata, tidak dihitung nol', () => {
    // Kelurahan Grogol 2023 without RPTRA: mean of six services
    const isian = {
      tibum: '96.60',
      ppsu: '96.39',
      jumantik: '94.79',
      pkk: '96.14',
      posyandu: '96.41',
      rptra: null,
      rtrw: '96.08',
    }
    const variabel = Object.keys(isian).map((kode) => v(kode))
    expect(hitung('RATA_RATA', variabel, isian, { tidakBerlaku: ['rptra'] })).toMatchObject({ nilai: '96.07' })
    expect(hitung('RATA_RATA', variabel, isian).jenis).toBe('KOSONG')
  })

  it('rumus yang kehilangan satu variabel karena tidak berlaku ikut tidak berlaku', () => {
    expect(hitung('PERSENTASE', [v('a'), v('b')], { a: '1' }, { tidakBerlaku: ['b'] })).toMatchObject({
      jenis: 'TIDAK_BERLAKU',
      alasan: 'Sebagian variabel rumus tidak berlaku pada periode ini',
    })
    expect(hitung('JUMLAH', [v('a')], {}, { tidakBerlaku: ['a'] })).toMatchObject({
      jenis: 'TIDAK_BERLAKU',
      alasan: 'Semua variabel tidak berlaku pada periode ini',
    })
  })
})

describe('hukum hitungNilai', () => {
  const isi = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => String(n / 100)),
    fc.constantFrom('0', '-0', '', null, 'NaN', 'Infinity', '1e309', '-0.0', '٣', '999999999999999.999999', '1,5'),
    fc.string({ maxLength: 20 }),
  )

  it('isian apa pun tidak menghasilkan NaN, tak hingga atau -0, dan tidak melempar galat', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...METODE),
        fc.array(isi, { maxLength: 5 }),
        fc.array(fc.nat(100), { maxLength: 5 }),
        (metode, nilai, bobot) => {
          const variabel = nilai.map((_, ke) => v(`v${ke}`, { bobot: bobot[ke] }))
          const isian = Object.fromEntries(nilai.map((satu, ke) => [`v${ke}`, satu]))
          const hasil = hitung(metode, variabel, isian, { kategoriTerpilih: nilai[0] })
          if (hasil.jenis !== 'NILAI') {
            expect(hasil.alasan).not.toBe('')
            return
          }
          for (const teks of [hasil.nilai, hasil.mentah]) expect(teks).toMatch(/^(?!-0(\.0*)?$)-?\d+(\.\d+)?$/)
          expect(hasil.rumus).not.toMatch(/NaN|Infinity/)
        },
      ),
    )
  })

  it('urutan variabel tidak mengubah jumlah dan rata-rata', () => {
    const angka = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => String(n / 1000))
    fc.assert(
      fc.property(fc.array(angka, { minLength: 1, maxLength: 8 }), (nilai) => {
        const variabel = nilai.map((_, ke) => v(`v${ke}`))
        const isian = Object.fromEntries(nilai.map((satu, ke) => [`v${ke}`, satu]))
        for (const metode of ['JUMLAH', 'RATA_RATA'] as const) {
          const [maju, mundur] = [hitung(metode, variabel, isian), hitung(metode, variabel.toReversed(), isian)]
          expect(maju.jenis === 'NILAI' && maju.mentah).toBe(mundur.jenis === 'NILAI' && mundur.mentah)
        }
      }),
    )
  })
})
