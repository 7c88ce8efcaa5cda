import { describe, expect, it } from 'vitest'
import type { Capaian } from '../../../src/modul/lkjip/capaian.ts'
import { rumusCapaian } from '../../../src/modul/lkjip/dokumen/sel.ts'
import { hitungEfisiensiUang } from '../../../src/modul/lkjip/efisiensi.ts'
import { kalimatEfisiensi, kalimatIndikator } from '../../../src/modul/lkjip/kalimat-bantu.ts'
import { susunKelengkapan } from '../../../src/modul/lkjip/kelengkapan.ts'
import type { Paragraf } from '../../../src/modul/lkjip/kueri-anggaran.ts'
import { teksPerubahan } from '../../../src/modul/lkjip/perbandingan.ts'
import { teksLkjip } from '../../../src/modul/lkjip/teks-lkjip.ts'
import { hasil, indikator, persen, sub, TANPA } from './contoh.ts'

const paragraf = (bagian: string, isi: string, versi = 1): Paragraf => ({
  objek: 'i1',
  bagian,
  versi,
  isi,
  ditulisOleh: 'Sari (contoh)',
  jabatanPenulis: 'Tim SAKIP',
  ditulisPada: '2026-07-06T02:00:00.000Z',
})
const capaian = (iku: ReturnType<typeof indikator>[], lain: Partial<Capaian> = {}): Capaian => ({
  tahun: 2026,
  tahunTersedia: [2026],
  renstra: { nama: 'Renstra', tahunAwal: 2025, tahunAkhir: 2029 },
  aturan: { nama: '', sumber: '', kelas: [], batasRataRata: '120' },
  organisasi: { capaian: persen('90.00'), predikat: null, aturan: '', dikecualikan: [] },
  sasaran: [
    {
      id: 's1',
      uraian: 'Sasaran',
      tujuan: 'T',
      capaian: { capaian: persen('90.00'), predikat: null, aturan: '', dikecualikan: [] },
      indikator: iku,
    },
  ],
  ikk: [],
  tanpaPk: [],
  ...lain,
})
const LENGKAP = [paragraf('penyebab', 'Layanan keliling.'), paragraf('solusi', 'Diteruskan.')]
const periksa = (c: Capaian, { teks = LENGKAP, anggaran = [sub()] } = {}) =>
  susunKelengkapan({ skema: 1, tahun: 2026, capaian: c, anggaran, renstraSaja: [], paragraf: teks }).map(
    (k) => `${k.kelompok}: ${k.kurang}`,
  )

describe('apa yang kurang, dan di mana mengisinya', () => {
  it('bahan yang lengkap tidak kurang apa-apa', () => {
    expect(periksa(capaian([indikator()]))).toEqual([])
  })

  it.each([
    ['tanpa hasil', { kini: null }, 'Hasil: Belum ada hasil 2026 yang disetujui'],
    [
      'baru triwulan II',
      { kini: hasil({ setahun: false, sampai: 'Triwulan II 2026' }) },
      'Hasil: Baru sampai Triwulan II 2026; hasil setahun belum disetujui',
    ],
    ['tanpa capaian', { kini: hasil({ capaian: TANPA }) }, 'Hasil: Tanpa capaian: Belum ada hasil yang disetujui'],
    [
      'tahun lalu',
      { lalu: [2022, 2023, 2024, 2025].map((tahun) => ({ tahun, hasil: tahun === 2024 ? null : hasil() })) },
      'Tahun lalu: Realisasi 2024 belum tercatat',
    ],
    [
      'target Renstra',
      { renstra: { ...indikator().renstra, nilai: null, teks: '–' } },
      'Perencanaan: Target akhir Renstra (2029) belum diisi',
    ],
  ])('%s', (_, lain, kalimat) => {
    expect(periksa(capaian([indikator(lain)]))).toContain(kalimat)
  })

  it('analisis: paragraf sendiri atau Kertas Kerja; tahun keempat sebelum ini boleh tidak ada', () => {
    expect(periksa(capaian([indikator()]), { teks: [] })).toEqual(['Analisis: Belum ditulis: penyebab dan solusi'])
    const kertas = { penyebab: 'a', hambatan: '', solusi: 'b', penunjang: '' }
    expect(periksa(capaian([indikator({ kertas })]), { teks: [] })).toEqual([])
    const lalu = indikator().lalu.map((l) => (l.tahun === 2022 ? { ...l, hasil: null } : l))
    expect(periksa(capaian([indikator({ lalu })]))).toEqual([])
  })

  it('anggaran dan perencanaan', () => {
    expect(periksa(capaian([indikator()]), { anggaran: [] })).toEqual(['Anggaran: Pagu 2026 belum diisi'])
    expect(
      periksa(capaian([indikator()]), {
        anggaran: [sub({ realisasi: null, triwulan: null }), sub({ id: 'b', triwulan: 2, pagu: null })],
      }),
    ).toEqual([
      'Anggaran: 1 dari 2 sub kegiatan belum berpagu',
      'Anggaran: 1 dari 2 sub kegiatan belum tercatat',
      'Anggaran: 1 dari 2 sub kegiatan baru sampai triwulan II',
    ])
    expect(periksa(capaian([], { renstra: null }))).toEqual([
      'Perencanaan: Tidak ada Renstra yang mencakup tahun 2026',
      'Perencanaan: Belum ada yang berlaku pada 2026',
    ])
    expect(periksa(capaian([indikator()], { tanpaPk: [{ id: 'x', nama: 'X', unit: 'U' }] }))).toEqual([
      'Perencanaan: Tidak ada dalam Perjanjian Kinerja 2026',
    ])
  })

  it('kekurangan banyak indikator yang sama disebut sekali, dengan namanya', () => {
    const ikk = [1, 2, 3, 4, 5].map((n) => indikator({ id: `k${n}`, nama: `IKK ${n}`, jenis: 'IKK', kini: null }))
    const daftar = susunKelengkapan({
      skema: 1,
      tahun: 2026,
      capaian: capaian([indikator()], { ikk }),
      renstraSaja: [],
      anggaran: [sub()],
      paragraf: LENGKAP,
    })
    expect(daftar).toMatchObject([{ benda: 'IKK 1; IKK 2; IKK 3; dan 2 lagi', alamat: '/siklus' }])
  })
})

describe('teks dan kalimat bantu', () => {
  it('paragraf sendiri didahulukan; yang dikosongkan mengembalikan teks Kertas Kerja', () => {
    const baca = (p: Paragraf[]) => teksLkjip(p, { objek: 'i1', bagian: 'penyebab', kertas: 'Dari kertas.' })
    expect(baca([paragraf('penyebab', 'Sendiri.', 2)])).toMatchObject({ isi: 'Sendiri.', asal: 'LKJIP', versi: 2 })
    expect(baca([paragraf('penyebab', '', 3)])).toMatchObject({ isi: 'Dari kertas.', asal: 'KERTAS_KERJA', versi: 3 })
    expect(teksLkjip([], { objek: 'i1', bagian: 'penyebab' })).toMatchObject({ isi: '', asal: null, versi: 0 })
  })

  it('kalimat hanya dari angka yang ada', () => {
    expect(kalimatIndikator(indikator())).toEqual([
      'Realisasi 81 nilai dari target 90 nilai sampai Tahun 2026: capaian 90,00% (Tinggi).',
      'Dibanding 2025 (80 nilai) realisasi naik 1, membaik.',
      'Terhadap target akhir Renstra 2029 (92 nilai) sudah dicapai 88,04%.',
    ])
    expect(kalimatIndikator(indikator({ kini: null, renstra: { ...indikator().renstra, capaian: TANPA } }))).toEqual([])
    expect(kalimatEfisiensi(hitungEfisiensiUang(persen('90.00'), [sub()], { setahun: true }))).toContain(
      'serapan 80,00% (Rp800 dari Rp1.000)',
    )
    expect(kalimatEfisiensi(hitungEfisiensiUang(TANPA, [sub()], { setahun: true }))).toBe('')
  })

  it.each([
    ['MAKS', '81', '80', 'naik 1, membaik'],
    ['MIN', '81', '80', 'naik 1, memburuk'],
    ['MIN', '79,5'.replace(',', '.'), '80', 'turun 0,5, membaik'],
    ['TEPAT', '81', '80', 'naik 1'],
    ['MAKS', '80', '80', 'tetap'],
  ])('%s: %s dibanding %s → %s', (polaritas, kini, lalu, teks) => {
    expect(teksPerubahan(hasil({ realisasi: kini }), hasil({ realisasi: lalu }), polaritas).teks).toBe(teks)
    expect(teksPerubahan(null, hasil(), polaritas).nilai).toBeNull()
  })
})

describe('rumus capaian di Excel', () => {
  const rumus = (polaritas: string, varianMin: string, target: string, realisasi: string, capaian: string) =>
    rumusCapaian({ polaritas, varianMin }, { target, realisasi, capaian: persen(capaian) }, { target: 4, realisasi: 5 })
  it('menurut polaritas, bila memberi angka tercetak', () => {
    expect(rumus('MAKS', '2T-R', '80', '84', '105.00')).toBe('ROUND([5]/[4]*100,2)')
    expect(rumus('MIN', '2T-R', '10', '5', '150.00')).toBe('ROUND((2*[4]-[5])/[4]*100,2)')
    expect(rumus('MIN', 'T/R', '10', '5', '200.00')).toBe('ROUND([4]/[5]*100,2)')
  })
  it('tidak dipasang bila aturan kantor memberi angka lain: batas bawah, target nol, kategori', () => {
    expect(rumus('MIN', '2T-R', '10', '25', '0.00')).toBeUndefined()
    expect(rumus('MIN', '2T-R', '0', '0', '100.00')).toBeUndefined()
    expect(rumus('KATEGORI', '2T-R', '5', '4', '80.00')).toBeUndefined()
    expect(
      rumusCapaian(
        { polaritas: 'MAKS', varianMin: '2T-R' },
        { target: '8', realisasi: null, capaian: TANPA },
        { target: 4, realisasi: 5 },
      ),
    ).toBeUndefined()
  })
})
