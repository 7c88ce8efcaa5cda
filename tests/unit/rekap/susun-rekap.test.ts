import { describe, expect, it } from 'vitest'
import { jsonKanonik } from '../../../src/inti/json-kanonik.ts'
import {
  bedaRekap,
  kalimatRingkasan,
  keteranganBaris,
  tanpaPertanyaan,
  teksCapaian,
  teksRealisasi,
  teksTarget,
} from '../../../src/modul/rekap/index.ts'
import {
  anggaran,
  baris,
  belumJatuhTempo,
  formulir,
  kosong,
  rekapDari,
  terisi,
  tidakBerlaku,
} from '../../bantuan/rekap-contoh.ts'

const satu = (b: ReturnType<typeof baris>) => {
  const hasil = rekapDari(formulir('Seksi A', { baris: [b] })).unit[0]?.baris[0]
  if (!hasil) throw new Error('tanpa baris')
  return hasil
}
const capaian = (b: ReturnType<typeof baris>) => teksCapaian(satu(b).capaian)

describe('empat keadaan yang berbeda', () => {
  it('kosong, nol, tidak diukur, belum jatuh tempo: kata, status, dan capaiannya berlainan', () => {
    const isi = [kosong(), terisi('0'), tidakBerlaku('Kegiatan pindah ke triwulan III.'), belumJatuhTempo()].map(satu)
    expect(isi.map((b) => b.status)).toEqual(['KOSONG', 'TERISI', 'TIDAK_BERLAKU', 'BELUM_JATUH_TEMPO'])
    expect(isi.map(teksTarget)).toEqual(['80', '80', '80', '80'])
    expect(isi.map(teksRealisasi)).toEqual(['belum diisi', '0', 'tidak diukur', 'belum jatuh tempo'])
    expect(isi.map((b) => teksCapaian(b.capaian))).toEqual(['–', '0,00%', 'tidak diukur', 'belum jatuh tempo'])
    expect(isi.map((b) => b.predikat?.nama ?? null)).toEqual([null, 'Sangat Rendah', null, null])
    expect(isi.map(keteranganBaris)).toEqual(['Belum diisi.', '', 'Tidak diukur: Kegiatan pindah ke triwulan III.', ''])
  })

  it('ringkasan menghitung masing-masing, dan rata-rata menyebut yang tidak ikut', () => {
    const isi = rekapDari(
      formulir('Seksi A', {
        baris: [
          terisi('84', { kartu: { nama: 'A' } }),
          terisi('160', { kartu: { nama: 'B' } }),
          kosong({ kartu: { nama: 'C' } }),
        ],
      }),
      formulir('Seksi B', {
        baris: [
          tidakBerlaku('Tidak ada permohonan', { kartu: { nama: 'D' } }),
          belumJatuhTempo({ kartu: { nama: 'E' } }),
        ],
        status: 'DITERIMA',
      }),
    )
    expect(isi.ringkasan).toMatchObject({
      unit: 2,
      unitMenyerahkan: 1,
      jatuhTempo: 4,
      terisi: 2,
      kosong: 1,
      tidakBerlaku: 1,
    })
    // 105 and 200 cut at 120
    expect(isi.ringkasan.rataRata.rataRata).toMatchObject({ jenis: 'NILAI', nilai: '112.50' })
    expect(isi.ringkasan.rataRata.dikecualikan.map((d) => d.nama)).toEqual(['C', 'D'])
    const kalimat = kalimatRingkasan(isi)
    expect(kalimat).toContain('2 dari 4 nilai yang jatuh tempo terisi, 1 tidak diukur, 1 masih kosong.')
    expect(kalimat).toContain('1 indikator belum jatuh tempo pada periode ini.')
    expect(kalimat).toContain(
      'Rata-rata capaian 112,50% dari 2 indikator (nilai di atas 120% dihitung 120% dalam rata-rata).',
    )
    expect(kalimat).toContain('Tidak masuk rata-rata karena tidak ada angkanya: C; D.')
  })

  it('semuanya kosong: tidak ada rata-rata dan tidak ada serapan, bukan nol', () => {
    const isi = rekapDari(formulir('Seksi A', { baris: [kosong()], anggaran: [anggaran('1000000', null)] }))
    expect(isi.ringkasan.rataRata.rataRata.jenis).toBe('TIDAK_DAPAT_DIHITUNG')
    expect(isi.ringkasan.serapan.jenis).toBe('KOSONG')
    expect(isi.ringkasan.realisasiAnggaran).toBeNull()
    expect(kalimatRingkasan(isi).join(' ')).toContain('1 sub kegiatan belum diisi realisasi anggarannya.')
    expect(kalimatRingkasan(isi).join(' ')).not.toMatch(/0,00%|NaN/)
  })
})

describe('capaian menurut polaritas dan agregasi kantor contoh', () => {
  it.each([
    ['+ T=80 R=84', terisi('84'), '105,00%'],
    ['+ T=80 R=72,8', terisi('72.8'), '91,00%'],
    ['+ T=1000 R=909,9', terisi('909.9', { target: { tw: ['1000', '1000', '1000', '1000'] } }), '90,99%'],
    ['− T=10 R=5', terisi('5', { kartu: { polaritas: 'MIN' }, target: { tw: ['10', '10', '10', '10'] } }), '150,00%'],
    ['− T=10 R=20', terisi('20', { kartu: { polaritas: 'MIN' }, target: { tw: ['10', '10', '10', '10'] } }), '0,00%'],
    [
      '− T=10 R=25: batas bawah 0',
      terisi('25', { kartu: { polaritas: 'MIN' }, target: { tw: ['10', '10', '10', '10'] } }),
      '0,00%',
    ],
    ['− T=0 R=0', terisi('0', { kartu: { polaritas: 'MIN' }, target: { tw: ['0', '0', '0', '0'] } }), '100,00%'],
    ['+ T=0 R=3', terisi('3', { target: { tw: ['0', '0', '0', '0'] } }), 'tidak dapat dihitung'],
    [
      'rentang 80–90 R=70',
      terisi('70', {
        kartu: { polaritas: 'RENTANG' },
        target: { tahunan: '80', atas: '90', tw: [null, null, null, null] },
      }),
      '87,50%',
    ],
  ])('%s', (_nama, b, harap) => expect(capaian(b)).toBe(harap))

  it('kumulatif: triwulan yang lewat ikut; yang hilang tetap berhutang dan disebut', () => {
    const kartu = { agregasi: 'KUMULATIF' } as const
    const target = { tw: ['3', '3', '3', '3'], tahunan: '12' }
    const lengkap = satu(
      terisi('4', { kartu, target, lalu: [{ tahun: 2026, triwulan: 1, nilai: '3', kategori: null }] }),
    )
    expect([teksTarget(lengkap), teksRealisasi(lengkap), teksCapaian(lengkap.capaian)]).toEqual(['6', '7', '116,67%'])
    const hilang = satu(terisi('4', { kartu, target }))
    expect([teksTarget(hilang), teksRealisasi(hilang), teksCapaian(hilang.capaian)]).toEqual(['6', '4', '66,67%'])
    expect(keteranganBaris(hilang)).toContain('Realisasi TW I tidak tercatat, targetnya tetap dihitung.')
  })

  it('posisi akhir: nilai triwulan ini terhadap target triwulan ini', () => {
    const b = satu(
      terisi('84', {
        target: { tw: ['82', '84', '84', '85'] },
        lalu: [{ tahun: 2026, triwulan: 1, nilai: '81', kategori: null }],
      }),
    )
    expect([teksTarget(b), teksRealisasi(b), teksCapaian(b.capaian), b.predikat?.nama]).toEqual([
      '84',
      '84',
      '100,00%',
      'Sangat Tinggi',
    ])
  })

  it('kategori dan rentang tercetak sebagai kata, bukan kode', () => {
    const kategori = [
      { kode: 'B', nama: 'Baik', skor: 4 },
      { kode: 'BB', nama: 'Sangat Baik', skor: 5 },
    ] as never
    const b = satu(
      baris({
        kartu: { polaritas: 'KATEGORI', metode: 'KATEGORI', kategori } as never,
        kategori: 'B',
        nilai: null,
        target: { teks: 'BB', tahunan: null, tw: [null, null, null, null] },
      }),
    )
    expect([teksTarget(b), teksRealisasi(b), teksCapaian(b.capaian)]).toEqual(['Sangat Baik', 'Baik', '80,00%'])
    expect(
      teksTarget(
        satu(
          terisi('85', {
            kartu: { polaritas: 'RENTANG' },
            target: { tahunan: '80', atas: '90', tw: [null, null, null, null] },
          }),
        ),
      ),
    ).toBe('80–90')
  })

  it('terisi tetapi tidak dapat dihitung: dikatakan mengapa', () => {
    expect(keteranganBaris(satu(terisi('3', { target: { tw: ['0', '0', '0', '0'] } })))).toContain('Target 0')
  })
})

describe('anggaran', () => {
  it('serapan contoh; sub kegiatan di dua formulir dijumlahkan sekali dan ditandai', () => {
    const dobel = { subKegiatanId: 'sub-sama' }
    const isi = rekapDari(
      formulir('Sekretariat', { anggaran: [anggaran('2006320505', '1000000000', dobel)] }),
      formulir('Seksi B', { anggaran: [anggaran('2006320505', '900000000', dobel)] }),
    )
    expect(isi.ringkasan).toMatchObject({ pagu: '2006320505', realisasiAnggaran: '1000000000', anggaranKosong: 0 })
    expect(teksCapaian(isi.ringkasan.serapan)).toBe('49,84%')
    expect(isi.unit[1]?.anggaran[0]?.peringatan).toEqual(['Sudah dihitung pada Sekretariat, tidak dijumlahkan lagi.'])
  })
  it('yang kosong tidak dihitung nol tanpa disebut', () => {
    const isi = rekapDari(formulir('A', { anggaran: [anggaran('100', '50'), anggaran('100', null)] }))
    expect(isi.ringkasan).toMatchObject({ realisasiAnggaran: '50', anggaranKosong: 1 })
    expect(kalimatRingkasan(isi).slice(-2)).toEqual([
      'Serapan anggaran 25,00%: Rp50 dari Rp200.',
      '1 sub kegiatan belum diisi realisasi anggarannya.',
    ])
  })
})

describe('apa yang berubah antara dua rekap', () => {
  const a = baris({ nilai: '80', kartu: { nama: 'Indeks' } })
  const uang = anggaran('1000000', '250000.5')
  const unit = formulir('Seksi A', { baris: [a], anggaran: [uang] })
  const dengan = (b: Partial<typeof a>, u: Partial<typeof uang> = {}) =>
    rekapDari({ ...unit, baris: [{ ...a, ...b }], anggaran: [{ ...uang, ...u }] })
  const lama = dengan({})
  it.each([
    ['tidak ada', {}, []],
    ['nilai', { nilai: '1250.5' }, [['80', '1.250,5']]],
    ['menjadi kosong', { status: 'KOSONG', nilai: null }, [['80', 'belum diisi']]],
    ['hanya bukti', { jumlahBukti: 2 }, [['80; tanpa bukti', '80; 2 bukti']]],
    ['hanya penjelasan', { kendala: 'Jaringan putus' }, [['80', '80; penjelasan diubah']]],
  ] as const)('%s', (_nama, ubah, harap) => {
    expect(bedaRekap(lama, dengan(ubah as never)).map((d) => [d.dari, d.menjadi])).toEqual(harap)
  })
  it('uang tercetak sebagai uang; baris yang hilang dan yang baru disebut', () => {
    expect(bedaRekap(lama, dengan({}, { realisasi: '1500000' }))).toEqual([
      {
        barisId: uang.id,
        unit: 'Seksi A',
        indikator: `Anggaran ${uang.nama}`,
        dari: 'Rp250.000,50',
        menjadi: 'Rp1.500.000',
      },
    ])
    const baru = baris({ kartu: { nama: 'Baru' } })
    const beda = bedaRekap(lama, rekapDari({ ...unit, baris: [baru] }))
    expect(beda.map((d) => [d.indikator, d.dari, d.menjadi])).toEqual([
      ['Baru', 'belum ada', '80'],
      ['Indeks', '80', 'tidak ada lagi'],
    ])
  })
})

it('naskah yang ditandatangani tidak memuat pertanyaan pemeriksa; keterangan tentang angkanya tetap', () => {
  const lalu = [{ tahun: 2026, triwulan: 1, nilai: '20', kategori: null }]
  const isi = rekapDari(formulir('Seksi A', { baris: [terisi('84', { lalu, keterangan: 'Register desa' })] }))
  expect(isi.ringkasan.perluDiperiksa).toBe(1)
  expect(isi.unit[0]?.baris.map(keteranganBaris)).toEqual([expect.stringMatching(/Periksa kembali/)])
  const naskah = tanpaPertanyaan(isi)
  expect(naskah.unit[0]?.baris.map(keteranganBaris)).toEqual(['Register desa.'])
  expect(kalimatRingkasan(naskah).join(' ')).not.toContain('perlu diperiksa')
})

it('isi rekap tidak memuat apa pun yang hilang dalam JSON: dibaca kembali sama', () => {
  const isi = rekapDari(
    formulir('A', {
      baris: [terisi('84'), kosong(), tidakBerlaku('x'), belumJatuhTempo()],
      anggaran: [anggaran('10', null)],
    }),
  )
  expect(JSON.parse(jsonKanonik(isi))).toEqual(isi)
  expect(jsonKanonik(JSON.parse(JSON.stringify(isi)))).toBe(jsonKanonik(isi))
})
