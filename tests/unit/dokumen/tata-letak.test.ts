import { describe, expect, it } from 'vitest'
import type { Blok, BlokTandaTangan } from '../../../src/inti/dokumen/index.ts'
import { itemHalaman, susunTataLetak, type TataLetak } from '../../../src/inti/dokumen/tata-letak.ts'
import { buatDokumen, buatTabel, teksPerHalaman } from './contoh.ts'

const ttd: BlokTandaTangan = {
  jenis: 'tandaTangan',
  pihak: [{ jabatan: ['CAMAT TAMAN,'], nama: 'RATNA', nomorInduk: 'NIP. 19741206 199311 1 001' }],
}
const paragraf = (n: number): Blok => ({ jenis: 'paragraf', teks: `Alinea ${n} notulen rapat persiapan.` })

/** Nothing stands above, below or beside the body of its page, and no two pieces of a page overlap. */
function pastikanDalamBidang({ bidang, halaman }: TataLetak): void {
  for (const { tempat } of halaman) {
    let bawah = 0
    for (const { y, potongan } of tempat.filter((t) => t.potongan.jenis !== 'kaki')) {
      expect(y).toBeGreaterThanOrEqual(bawah - 1e-6)
      bawah = y + potongan.tinggi
      expect(y).toBeGreaterThanOrEqual(bidang.y - 1e-6)
      expect(bawah).toBeLessThanOrEqual(bidang.y + bidang.tinggi + 1e-6)
    }
  }
}

describe('pembagian halaman', () => {
  it('dokumen kosong tetap satu halaman berkaki', () => {
    const hasil = susunTataLetak(buatDokumen([]))
    expect(hasil.halaman).toHaveLength(1)
    expect(itemHalaman(hasil.halaman[0] ?? { tempat: [] }).flatMap((i) => (i.t === 'teks' ? [i.teks] : []))).toContain(
      'Halaman 1 dari 1',
    )
  })

  it('kertas F4 mendatar berukuran folio', () => {
    const { bidang } = susunTataLetak(buatDokumen([], { ukuran: 'F4', arah: 'mendatar' }))
    expect(bidang.lebarKertas).toBeCloseTo(936, 0)
    expect(bidang.tinggiKertas).toBeCloseTo(612, 0)
  })

  it('kaki menyebut halaman ke berapa dari berapa', () => {
    const hasil = susunTataLetak(buatDokumen([paragraf(1), { jenis: 'pemisahHalaman' }, paragraf(2)]))
    const kaki = hasil.halaman.map((h) => itemHalaman(h).flatMap((i) => (i.t === 'teks' ? [i.teks] : [])))
    expect(kaki[0]).toContain('Halaman 1 dari 2')
    expect(kaki[1]).toContain('Halaman 2 dari 2')
  })

  it('pemisah di awal atau ganda tidak membuat halaman kosong', () => {
    const pisah: Blok = { jenis: 'pemisahHalaman' }
    expect(susunTataLetak(buatDokumen([pisah, paragraf(1), pisah, pisah, paragraf(2), pisah])).halaman).toHaveLength(2)
  })

  it('kop hanya di halaman pertama', () => {
    const kop = { instansi: ['PEMERINTAH KABUPATEN PEMALANG', 'KECAMATAN TAMAN'] }
    const hasil = susunTataLetak(buatDokumen([buatTabel(120)], { kop }))
    expect(hasil.halaman.map((h) => h.tempat.filter((t) => t.potongan.jenis === 'kop').length)).toEqual([1, 0, 0])
  })

  it('judul bagian tidak tertinggal sendiri di kaki halaman', () => {
    for (let n = 25; n < 45; n += 1) {
      const isi = [
        ...Array.from({ length: n }, (_, i) => paragraf(i)),
        { jenis: 'judul', tingkat: 2, teks: 'B. Keputusan' } as const,
        paragraf(99),
      ]
      const hasil = susunTataLetak(buatDokumen(isi))
      pastikanDalamBidang(hasil)
      for (const { tempat } of hasil.halaman) expect(tempat.at(-2)?.potongan.jenis).not.toBe('judul')
    }
  })
})

describe('daftar di kaki halaman', () => {
  it('kalimat yang mengumumkannya pindah bersamanya', () => {
    for (let n = 20; n < 60; n += 1) {
      const isi: Blok[] = [
        ...Array.from({ length: n }, (_, i) => paragraf(i)),
        { jenis: 'paragraf', teks: 'Tidak masuk rata-rata:' },
        { jenis: 'daftar', gaya: 'butir', butir: ['Jumlah Lembaga Kemasyarakatan'] },
      ]
      const akhir = (susunTataLetak(buatDokumen(isi)).halaman.at(-1)?.tempat ?? []).map((t) =>
        t.potongan.item(0).flatMap((item) => (item.t === 'teks' ? [item.teks] : [])),
      )
      expect(akhir.flat().join(' ')).toContain('Tidak masuk rata-rata')
    }
  })
})

describe('grafik dan tabel di kaki halaman', () => {
  const grafik: Blok = {
    jenis: 'grafik',
    grafik: {
      lebar: 300,
      tinggi: 90,
      uraian: 'Naik.',
      bentuk: [],
      teks: [{ x: 0, y: 20, teks: '84', ukuran: 9, rata: 'kiri' }],
    },
  }

  it('judul dan kalimat tidak tertinggal di halaman sebelum grafiknya', () => {
    for (let n = 20; n < 60; n += 1) {
      const isi = [
        ...Array.from({ length: n }, (_, i) => paragraf(i)),
        { jenis: 'judul', tingkat: 3, teks: 'Indeks Kepuasan Masyarakat' } as const,
        { jenis: 'paragraf', teks: 'Realisasi 84 dari target 90.' } as const,
        grafik,
      ]
      const hasil = susunTataLetak(buatDokumen(isi))
      pastikanDalamBidang(hasil)
      const akhir = (hasil.halaman.at(-1)?.tempat ?? []).map((t) => t.potongan.jenis)
      expect(akhir.slice(-4)).toEqual(['judul', 'teks', 'gambar', 'kaki'])
    }
  })

  it('kepala tabel tidak berdiri dengan satu baris saja', () => {
    for (let n = 20; n < 60; n += 1) {
      const hasil = susunTataLetak(buatDokumen([...Array.from({ length: n }, (_, i) => paragraf(i)), buatTabel(4)]))
      const jenis = hasil.halaman.map(({ tempat }) => tempat.map((t) => t.potongan.jenis))
      const pertama = jenis.find((j) => j.includes('barisTabel')) ?? []
      expect(pertama.filter((j) => j === 'barisTabel').length).toBeGreaterThan(1)
    }
  })
})

describe('tanda tangan', () => {
  it('utuh dan selalu bersama baris di atasnya, berapa pun panjang isinya', () => {
    for (let n = 20; n < 60; n += 1) {
      const hasil = susunTataLetak(buatDokumen([...Array.from({ length: n }, (_, i) => paragraf(i)), ttd]))
      pastikanDalamBidang(hasil)
      const akhir = hasil.halaman.at(-1)?.tempat ?? []
      const ke = akhir.findIndex((t) => t.potongan.jenis === 'ttd')
      expect(ke).toBeGreaterThan(0)
      expect(akhir[ke - 1]?.potongan.jenis).toBe('teks')
    }
  })

  it('sesudah tabel: baris terakhir tabel ikut, dengan kepala tabel diulang', () => {
    for (let n = 30; n < 60; n += 1) {
      const hasil = susunTataLetak(buatDokumen([buatTabel(n), { jenis: 'jarak', mm: 3 }, ttd]))
      pastikanDalamBidang(hasil)
      const jenis = (hasil.halaman.at(-1)?.tempat ?? []).map((t) => t.potongan.jenis)
      expect(jenis.slice(0, 2)).toEqual(['kepalaTabel', 'barisTabel'])
      expect(jenis).toContain('ttd')
    }
  })

  it('jabatan dan nama para pihak sejajar', () => {
    const dua: Blok = {
      jenis: 'tandaTangan',
      pihak: [
        { jabatan: ['KETUA TIM,'], nama: 'SARI' },
        {
          pengantar: ['Taman, 5 Mei 2026', 'Mengetahui,'],
          jabatan: ['CAMAT TAMAN,'],
          nama: 'RATNA',
          pangkat: 'Pembina',
        },
      ],
    }
    const item = itemHalaman(susunTataLetak(buatDokumen([dua])).halaman[0] ?? { tempat: [] })
    const y = (teks: string) => item.find((i) => i.t === 'teks' && i.teks === teks)?.y
    expect(y('KETUA TIM,')).toBe(y('CAMAT TAMAN,'))
    expect(y('SARI')).toBe(y('RATNA'))
  })

  it('nama yang kosong menyisakan titik-titik untuk ditulis tangan', () => {
    const [teks] = teksPerHalaman(
      susunTataLetak(buatDokumen([{ jenis: 'tandaTangan', pihak: [{ jabatan: ['KASI,'], nama: '' }] }])),
    )
    expect(teks).toContain('(.....')
  })
})
