import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BarisTabel, BlokTabel } from '../../../src/inti/dokumen/index.ts'
import { itemHalaman, susunTataLetak } from '../../../src/inti/dokumen/tata-letak.ts'
import { hitungBidang } from '../../../src/inti/dokumen/ukuran.ts'
import { buatDokumen, buatTabel, semuaTeks, teksPerHalaman } from './contoh.ts'

const PANJANG = 'Koordinasi penyelenggaraan pemerintahan '.repeat(400)

/** Order of the numbered first words in which the rows come out. */
function nomorBaris(teks: string[]): number[] {
  return teks.flatMap((t) => [...t.matchAll(/Indikator ke-(\d+) /g)].map((m) => Number(m[1])))
}

describe('tabel', () => {
  it('kepala diulang di setiap halaman dan setiap baris tercetak sekali, berurutan', () => {
    const hasil = susunTataLetak(buatDokumen([buatTabel(150, { nomorKolom: true })]))
    const teks = teksPerHalaman(hasil)
    expect(teks.length).toBeGreaterThanOrEqual(3)
    for (const halaman of teks) expect(halaman).toMatch(/^No\|Indikator\|Capaian\|\(1\)\|\(2\)\|\(3\)\|/)
    expect(nomorBaris(teks)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1))
  })

  it('tidak ada baris yang terpotong halaman', () => {
    const tabel = buatTabel(0, {
      isi: Array.from({ length: 60 }, (_, i) => ({
        sel: [`${i}`, `awal-${i} ${'isi panjang sekali '.repeat(1 + (i % 9) * 4)} akhir-${i}`, '1,00'],
      })),
    })
    for (const halaman of teksPerHalaman(susunTataLetak(buatDokumen([tabel])))) {
      const awal = [...halaman.matchAll(/awal-(\d+)/g)].map((m) => m[1])
      const akhir = [...halaman.matchAll(/akhir-(\d+)/g)].map((m) => m[1])
      expect(akhir).toEqual(awal)
    }
  })

  it('baris yang lebih tinggi dari sehalaman boleh dibagi, tanpa ada yang hilang', () => {
    const tabel = buatTabel(0, {
      isi: [{ sel: ['1', 'pendek', ''] }, { sel: ['2', PANJANG, '9,00'] }, { sel: ['3', 'penutup', ''] }],
    })
    const hasil = susunTataLetak(buatDokumen([tabel]))
    const kata = teksPerHalaman(hasil)
      .join(' ')
      .match(/penyelenggaraan/g)
    expect(kata).toHaveLength(400)
    for (const { tempat } of hasil.halaman) expect(tempat[0]?.potongan.jenis).toBe('kepalaTabel')
    for (const { tempat } of hasil.halaman)
      for (const { y, potongan } of tempat.slice(0, -1))
        expect(y + potongan.tinggi).toBeLessThanOrEqual(hasil.bidang.y + hasil.bidang.tinggi + 1e-6)
  })

  it('jumlah tidak pernah tertinggal tanpa baris di atasnya, subjudul tidak tanpa baris di bawahnya', () => {
    for (let n = 35; n < 60; n += 1) {
      const isi: BarisTabel[] = buatTabel(n).isi
      isi.splice(n - 1, 0, { gaya: 'subjudul', sel: [{ teks: 'SEKSI PEMERINTAHAN', kolom: 3 }] })
      isi.push({ gaya: 'jumlah', sel: [{ teks: 'JUMLAH', kolom: 2 }, '9,00'] })
      const akhir = teksPerHalaman(susunTataLetak(buatDokumen([buatTabel(0, { isi })]))).at(-1)
      expect(akhir).toMatch(/SEKSI PEMERINTAHAN\|\d+\|Indikator ke-\d+ dari unit kerja\|1\.234,56\|JUMLAH/)
    }
  })

  it('sel yang merentang baris tetap bersama barisnya selama muat sehalaman', () => {
    const isi: BarisTabel[] = Array.from({ length: 20 }, (_, i) => [
      { sel: [{ teks: `S${i}`, baris: 3 }, `Indikator ke-${i * 3} dari`, '1,00'] },
      { sel: [`Indikator ke-${i * 3 + 1} dari`, '2,00'] },
      { sel: [`Indikator ke-${i * 3 + 2} dari`, '3,00'] },
    ]).flat()
    const teks = teksPerHalaman(susunTataLetak(buatDokumen([buatTabel(0, { isi })])))
    expect(teks.length).toBeGreaterThan(1)
    expect(nomorBaris(teks)).toEqual(Array.from({ length: 60 }, (_, i) => i))
    for (const halaman of teks) expect(nomorBaris([halaman]).length % 3).toBe(0)
  })

  it('kelompok rentang yang lebih dari sehalaman dibagi di antara baris, teksnya diulang', () => {
    const isi: BarisTabel[] = Array.from({ length: 80 }, (_, i) => ({
      sel: [...(i === 0 ? [{ teks: 'SASARAN', baris: 80 }] : []), `Indikator ke-${i} dari`, '1,00'],
    }))
    const teks = teksPerHalaman(susunTataLetak(buatDokumen([buatTabel(0, { isi })])))
    expect(teks.length).toBeGreaterThan(1)
    for (const halaman of teks) expect(halaman).toContain('SASARAN')
    expect(nomorBaris(teks)).toEqual(Array.from({ length: 80 }, (_, i) => i))
  })

  it('baris yang selnya kurang atau lebih tidak merusak tabel', () => {
    const isi: BarisTabel[] = [
      { sel: ['1'] },
      { sel: ['2', 'a', 'b', 'c', 'd'] },
      { sel: [{ teks: '3', kolom: 50, baris: 400 }] },
    ]
    const tepi = hitungBidang({ ukuran: 'A4', arah: 'tegak' })
    for (const item of itemHalaman(susunTataLetak(buatDokumen([buatTabel(0, { isi })])).halaman[0] ?? { tempat: [] }))
      if (item.t === 'garis') expect(item.x2).toBeLessThanOrEqual(tepi.x + tepi.lebar + 0.01)
  })
})

describe('kolom', () => {
  it('angka tidak pernah terpenggal selama tabel muat dengan huruf yang lebih kecil', () => {
    const tabel: BlokTabel = {
      jenis: 'tabel',
      kolom: [{ bobot: 50 }, ...Array.from({ length: 12 }, () => ({ bobot: 1, rata: 'angka' as const }))],
      kepala: [],
      isi: [{ sel: ['Program Penunjang Urusan Pemerintahan', ...Array.from({ length: 12 }, () => '2.006.320.505')] }],
    }
    const angka = semuaTeks(buatDokumen([tabel], { arah: 'mendatar', ukuran: 'F4' })).filter((i) =>
      i.teks.includes('006'),
    )
    expect(angka.map((i) => i.teks)).toEqual(Array.from({ length: 12 }, () => '2.006.320.505'))
  })

  it('teks apa pun tetap di dalam kolomnya', () => {
    const teks = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(
        'W'.repeat(500),
        '700/16.1/SOP/427.83/2024'.repeat(9),
        '☑'.repeat(80),
        'a\u0000b\u202e\n\n\tc',
        '  ',
        'قيمة',
        '漢字'.repeat(60),
      ),
    )
    const sifat = fc.property(fc.array(teks, { minLength: 3, maxLength: 3 }), ([a = '', b = '', c = '']) => {
      const dokumen = buatDokumen([buatTabel(0, { isi: [{ sel: [a, b, c] }] })])
      const { halaman, bidang } = susunTataLetak(dokumen)
      const semua = halaman.flatMap(itemHalaman)
      const tegak = [...new Set(semua.flatMap((i) => (i.t === 'garis' && i.x === i.x2 ? [i.x] : [])))].sort(
        (p, q) => p - q,
      )
      for (const item of semua) {
        if (item.t !== 'teks' || item.y > bidang.y + bidang.tinggi) continue
        const kanan = tegak.find((x) => x > item.x + 0.01) ?? 0
        expect(item.x + item.lebar).toBeLessThanOrEqual(kanan + 0.01)
        expect(item.x).toBeGreaterThanOrEqual(bidang.x)
      }
    })
    fc.assert(sifat, { numRuns: 150 })
  })
})
