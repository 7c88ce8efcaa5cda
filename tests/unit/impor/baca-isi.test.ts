import { describe, expect, it } from 'vitest'
import type { Kesalahan } from '../../../src/inti/http/index.ts'
import { bacaIsi } from '../../../src/modul/impor/baca-isi.ts'
import type { SelBuku } from '../../../src/modul/impor/baca-lembar-xml.ts'
import { bacaSel } from '../../../src/modul/impor/baca-sel.ts'
import type { KolomImpor, LembarImpor } from '../../../src/modul/impor/definisi.ts'
import { LEMBAR_CONTOH } from './contoh.ts'

const teks = (...isi: string[]): SelBuku[] => isi.map((t, i) => [i + 1, 't', t] as const).filter(([, , t]) => t !== '')
const buku = (baris: readonly SelBuku[][], nama = 'Belanja') => ({
  lembar: [{ nama, baris: baris.map((sel, i) => ({ nomor: i + 1, sel })) }],
})
const KEPALA = teks('Kode *', 'Kelurahan', 'Pagu *', 'Sumber dana')
const isi = (baris: readonly SelBuku[][], lembar: LembarImpor = LEMBAR_CONTOH) =>
  bacaIsi(buku([teks('Belanja 2026'), KEPALA, ...baris]), [lembar], 'Anggaran')
const hasil = (baris: readonly SelBuku[][], lembar?: LembarImpor) => {
  const satu = isi(baris, lembar)
  if ('ditolak' in satu) throw new Error(satu.ditolak)
  return satu
}

describe('lembar dan judul kolom', () => {
  it('templat lain ditolak dan dikatakan lembar apa yang dicari dan yang ada', () => {
    expect(bacaIsi(buku([KEPALA], 'Sheet1'), [LEMBAR_CONTOH], 'Anggaran')).toEqual({
      ditolak:
        'Ini bukan templat Anggaran: lembar “Belanja” tidak ada; yang ada “Sheet1”. Unduh templatnya dari halaman ini, salin isian Anda ke sana, lalu unggah lagi.',
    })
  })

  it('kolom wajib yang hilang disebut; nama lembar dan judul boleh berbeda huruf besar, spasi, tanda, dan urutan', () => {
    expect(bacaIsi(buku([teks('Kode', 'Kelurahan')]), [LEMBAR_CONTOH], 'Anggaran')).toEqual({
      ditolak: expect.stringContaining('tidak mempunyai kolom “Pagu”'),
    })
    const lain = bacaIsi(
      buku(
        [teks('PAGU (Rp)'), teks('pagu', ' kode   REKENING', 'kelurahan', 'Catatan'), teks('5000', '7.01', '', 'x')],
        ' BELANJA ',
      ),
      [LEMBAR_CONTOH],
      'Anggaran',
    )
    expect(lain).toMatchObject({
      isi: { belanja: [{ nomor: 3, nilai: { kode: '7.01', kelurahan: null, pagu: '5000' } }] },
      ada: { belanja: ['pagu', 'kode', 'kelurahan'] },
      catatan: ['Kolom “Catatan” di lembar “Belanja” tidak dikenal dan dilewati.'],
    })
  })

  it('tanpa baris, dan terlalu banyak baris', () => {
    expect(isi([])).toEqual({ ditolak: expect.stringContaining('Tidak ada baris yang terisi') })
    expect(isi([teks('', '', '', '')])).toHaveProperty('ditolak')
    const banyak = Array.from({ length: 4 }, (_, i) => teks(`7.0${i}`, '', '1'))
    expect(isi(banyak, { ...LEMBAR_CONTOH, maksBaris: 3 })).toEqual({
      ditolak: expect.stringContaining('4 baris, paling banyak 3'),
    })
  })
})

describe('baris', () => {
  it('yang salah disebut baris dan kolomnya; yang lain tetap terbaca', () => {
    const { isi: terbaca, salah } = hasil([
      teks('7.01', '', 'lima'),
      teks('', 'Wanarejan', '10'),
      teks('7.02', '', '10'),
    ])
    expect(terbaca.belanja?.map((b) => b.nomor)).toEqual([5])
    expect(salah).toEqual([
      { lembar: 'belanja', nomor: 3, kolom: 'pagu', pesan: expect.stringContaining('Ini bukan angka') },
      { lembar: 'belanja', nomor: 4, kolom: 'kode', pesan: expect.stringContaining('Kode belum diisi') },
    ])
  })

  it('kunci yang berulang ditolak; kode sama dengan kelurahan lain bukan pengulangan', () => {
    const { isi: terbaca, salah } = hasil([
      teks('7.01', 'Wanarejan', '1'),
      teks('7.01', 'Beji', '2'),
      teks('7.01', 'wanarejan ', '3'),
    ])
    expect(terbaca.belanja).toHaveLength(2)
    expect(salah).toEqual([
      { lembar: 'belanja', nomor: 5, kolom: null, pesan: 'Baris ini sama dengan baris 3. Hapus salah satunya.' },
    ])
  })

  it('aturan lembar sendiri: kesalahan pada kolomnya, atau pada seluruh baris', () => {
    const lembar: LembarImpor = {
      ...LEMBAR_CONTOH,
      periksa: ({ pagu }): Kesalahan => (pagu === '0' ? { pagu: 'Pagu nol.' } : { lain: 'Aneh.' }),
    }
    const { salah } = hasil([teks('7.01', '', '0'), teks('7.02', '', '1')], lembar)
    expect(salah.map((s) => [s.nomor, s.kolom, s.pesan])).toEqual([
      [3, 'pagu', 'Pagu nol.'],
      [4, null, 'Aneh.'],
    ])
  })
})

describe('baris dalam bentuk simpanannya', () => {
  const rapikan = (nilai: Readonly<Record<string, string | null>>) => ({
    ...nilai,
    kode: (nilai.kode ?? '').toLowerCase(),
  })
  it('dirapikan sebelum dibandingkan dan diperiksa; dua tulisan dari kode yang sama adalah pengulangan', () => {
    const lembar = { ...LEMBAR_CONTOH, rapikan }
    const { isi: terbaca, salah } = hasil([teks('A1', '', '100'), teks('a1', '', '200')], lembar)
    expect(terbaca.belanja).toMatchObject([{ nilai: { kode: 'a1', pagu: '100' } }])
    expect(salah).toHaveLength(1)
  })
})

describe('sel', () => {
  const kolom = (jenis: KolomImpor['jenis'], lain: Partial<KolomImpor> = {}): KolomImpor => ({
    kode: 'k',
    judul: 'K',
    jenis,
    ...lain,
  })
  const sel = (jenis: SelBuku[1], nilai: string): SelBuku => [1, jenis, nilai]
  it.each([
    ['uang', 't', '2.006.320.505', '2006320505'],
    ['uang', 't', 'Rp1.250', '1250'],
    ['uang', 'n', '4500000.5', '4500000.5'],
    ['angka', 'n', '1.234', '1.234'],
    ['angka', 't', '85,5', '85.5'],
    ['bulat', 'n', '12', '12'],
    ['tanggal', 'd', '2026-01-02', '2026-01-02'],
    ['tanggal', 't', '2/1/2026', '2026-01-02'],
    ['tanggal', 't', '2 Januari 2026', '2026-01-02'],
    ['tanggal', 't', '31 Des 2026', '2026-12-31'],
    ['teks', 'n', '7.01', '7.01'],
    ['teks', 't', '  a\u200bb ', 'ab'],
    ['teks', 't', '   ', null],
  ] as const)('%s dari sel %s “%s” dibaca %s', (jenis, jenisSel, nilai, harap) => {
    expect(bacaSel(kolom(jenis), sel(jenisSel, nilai))).toEqual({ nilai: harap })
  })
  it.each([
    ['uang', 'n', '1.234', 'Paling banyak 2 angka'],
    ['angka', 't', '1.250', 'dapat berarti 1250 atau 1,25'],
    ['bulat', 'n', '1.5', 'bilangan bulat'],
    ['uang', 'd', '2026-01-02', 'bukan angka'],
    ['teks', 'd', '2026-01-07', 'menganggap sel ini tanggal'],
    ['tanggal', 't', '31/02/2026', 'Tulis tanggal'],
    ['tanggal', 't', '1/13/2026', 'Tulis tanggal'],
    ['tanggal', 'n', '46000', 'Tulis tanggal'],
    ['uang', 'r', '', 'rumus'],
    ['teks', 'g', '#REF!', 'galat Excel #REF!'],
  ] as const)('%s dari sel %s “%s” ditolak: %s', (jenis, jenisSel, nilai, pesan) => {
    expect(bacaSel(kolom(jenis), sel(jenisSel, nilai))).toEqual({ salah: expect.stringContaining(pesan) })
  })
  it('pilihan menurut teks atau nilainya, tanpa melihat huruf besar; yang lain disebut pilihannya', () => {
    const pilihan = kolom('pilihan', { pilihan: [{ nilai: 'PAD', teks: 'Pendapatan asli daerah' }] })
    for (const t of ['pad', 'PENDAPATAN  asli daerah']) expect(bacaSel(pilihan, sel('t', t))).toEqual({ nilai: 'PAD' })
    expect(bacaSel(pilihan, sel('t', 'APBN'))).toEqual({
      salah: expect.stringContaining('Pilih salah satu: Pendapatan asli daerah.'),
    })
    expect(bacaSel(kolom('teks', { maks: 3 }), sel('t', 'abcd'))).toEqual({
      salah: 'Terlalu panjang: paling banyak 3 huruf.',
    })
    expect(bacaSel(kolom('teks', { wajib: true }), undefined)).toEqual({
      salah: 'K belum diisi. Isi, atau hapus seluruh baris ini.',
    })
  })
})
