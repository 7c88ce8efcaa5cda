import { describe, expect, it } from 'vitest'
import { susunBahanLembar } from '../../../src/modul/sop/lembar/bahan.ts'
import { susunGambarLayar } from '../../../src/modul/sop/lembar/gambar-layar.ts'
import { lukisLembar } from '../../../src/modul/sop/lembar/lukis.ts'
import { hurufKe } from '../../../src/modul/sop/lembar/nama-penghubung.ts'
import { susunSimpul } from '../../../src/modul/sop/lembar/simpul.ts'
import { susunLembar } from '../../../src/modul/sop/lembar/susun-lembar.ts'
import { susunTabelLembar } from '../../../src/modul/sop/lembar/tabel-lembar.ts'
import { sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

const bahan = (langkah: readonly Record<string, unknown>[]) =>
  susunBahanLembar(sopKecil(langkah), { kertas: 'A4', kaki: 'uji' })
const bentuk = (langkah: readonly Record<string, unknown>[]) =>
  bahan(langkah).langkah.map((l, i) =>
    susunSimpul(l, { awal: i === 0 })?.baris.map((baris) =>
      baris.map((s) => `${s.bentuk} ${s.kolom.join('+')}`).join(' | '),
    ),
  )

describe('simbol sebuah langkah', () => {
  it('kapsul di awal dan akhir, kotak di tengah, belah ketupat untuk keputusan', () => {
    expect(
      bentuk([
        { kode: 'A' },
        { kode: 'B', pelaksana: 'KASI' },
        { kode: 'C', pelaksana: 'SEKCAM', keputusan: { tidak: 'B' } },
        { kode: 'D' },
      ]),
    ).toEqual([['kapsul 3'], ['kotak 2'], ['belah-ketupat 1'], ['kapsul 3']])
  })

  it('keputusan yang memulai atau mengakhiri SOP mendapat kapsul Mulai atau Selesai sendiri', () => {
    const isi = [
      { kode: 'A', keputusan: { tidak: 'B', ya: 'C' } },
      { kode: 'B' },
      { kode: 'C', keputusan: { ya: null, tidak: 'B' } },
    ]
    expect(bentuk(isi)).toEqual([['kapsul 3', 'belah-ketupat 3'], ['kotak 3'], ['belah-ketupat 3', 'kapsul 3']])
    const simpul = susunSimpul(bahan(isi).langkah[2] ?? bahan(isi).langkah[0] ?? gagal(), { awal: false })
    expect(simpul?.dalam).toEqual([{ dari: 'C', ke: 'C/selesai', cabang: 'ya' }])
    expect(simpul?.baris[1]?.[0]?.tulisan).toEqual(['Selesai'])
  })

  it('beberapa pelaksana: satu simbol di setiap kolomnya', () => {
    expect(bentuk([{ kode: 'A', pelaksana: ['SEKCAM', 'CAMAT'], cara: 'SEMUA' }, { kode: 'B' }])[0]).toEqual([
      'kapsul 0+1',
    ])
  })

  it('penerima yang menjawab mendapat simbolnya sendiri: di samping, atau di bawah bila terkurung', () => {
    const lapor = (pelaksana: string[], penerima: string) => ({
      kode: 'B',
      jenis: 'lapor-camat',
      pelaksana,
      penerima: [penerima],
    })
    expect(bentuk([{ kode: 'A' }, lapor(['SEKCAM'], 'CAMAT'), { kode: 'C' }])[1]).toEqual(['kotak 0 | kotak 1'])
    expect(bentuk([{ kode: 'A' }, lapor(['CAMAT', 'KASI'], 'SEKCAM')])[1]).toEqual(['kotak 0+2', 'kapsul 1'])
  })
})

describe('isi lembar', () => {
  it('keterangan mengatakan yang tidak dapat dikatakan lima simbol', () => {
    const [a, b, c, d] = bahan([
      { kode: 'A', dibantu: ['STAF'], ket: 'Rahasia' },
      { kode: 'B', pelaksana: ['KASI', 'STAF'], opsional: true, penerima: ['CAMAT'] },
      { kode: 'C', hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4] }], pelaksana: ['SEKCAM', 'CAMAT'], cara: 'SEMUA' },
      { kode: 'D', keputusan: { ya: null, tidak: ['A', 'B'] } },
    ]).langkah
    expect(a?.keterangan).toEqual(['Rahasia', 'Dibantu STAF'])
    expect(b?.keterangan).toEqual(['Salah satu pelaksana', 'Bila diperlukan; bila tidak, langsung ke langkah 3'])
    expect(c?.keterangan).toEqual(['Bersama-sama', 'Hanya triwulan IV'])
    expect(d?.keterangan).toEqual(['Tidak: ke langkah 1 atau langkah 2'])
  })

  it('penerima yang tidak menjawab dan tidak ditunjuk panah disebut dengan kata', () => {
    const [a, b] = bahan([
      { kode: 'A', penerima: ['KASI'] },
      { kode: 'B', pelaksana: 'KASI', penerima: ['CAMAT', 'STAF'] },
      { kode: 'C' },
    ]).langkah
    expect(a?.keterangan).toEqual([])
    expect(b?.keterangan).toEqual(['Disampaikan kepada CAMAT dan STAF'])
  })

  it('nomor yang tercetak dua kali disebut bersama kodenya', () => {
    const baris = susunTabelLembar(
      sopKecil([
        { kode: 'A', nomor: 1 },
        { kode: 'B', nomor: 1 },
        { kode: 'C', nomor: 2, keputusan: { ya: null, tidak: ['B'] } },
      ]),
    )
    expect(baris.map((b) => b.alur)).toEqual([
      'Ke langkah 1 (B).',
      'Ke langkah 2.',
      'Keputusan. Ya: selesai. Tidak: ke langkah 1 (B).',
    ])
  })

  it('waktu memakai kata naskahnya; identitas yang kosong tetap punya tempat', () => {
    const [a, b] = bahan([
      { kode: 'A', waktuBaku: { jenis: 'HARI_KERJA', nilai: 1, teks: '1 Hari' } },
      { kode: 'B', waktuBaku: { jenis: 'MENIT', nilai: 5 } },
    ]).langkah
    expect([a?.waktu, b?.waktu]).toEqual(['1 Hari', '5 menit'])
    const { identitas } = bahan([{ kode: 'A' }, { kode: 'B' }])
    expect([identitas.nomor, identitas.tanggalRevisi, identitas.pengesah.nama]).toEqual(['', '-', ''])
    expect(identitas.blok.map((x) => x.judul)).toEqual([
      'Dasar Hukum',
      'Kualifikasi Pelaksana',
      'Keterkaitan',
      'Peralatan/Perlengkapan',
      'Peringatan',
      'Pencatatan dan Pendataan',
    ])
  })

  it('huruf konektor berurutan, juga sesudah Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(hurufKe)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('gambar di layar', () => {
  const isi = susunBahanLembar(sopBenih('taman-pengumpulan.yaml'), { kertas: 'A4', kaki: 'uji' })
  const lukisan = lukisLembar(susunLembar(isi), isi)

  it('hanya angka yang waras, dan panjang setiap baris huruf disertakan', () => {
    const gambar = susunGambarLayar(lukisan)
    expect(JSON.stringify(gambar)).not.toMatch(/NaN|Infinity|null/)
    for (const h of gambar.halaman)
      for (const k of h.teks)
        for (const b of k.baris) if (b.teks.length > 2) expect(b.panjang, b.teks).toBeGreaterThan(0)
    expect(gambar.halaman.filter((h) => h.identitas).length).toBe(2)
    expect(gambar.halaman.flatMap((h) => h.tautan)).toEqual([])
  })

  it('tautan menutup baris langkahnya', () => {
    const gambar = susunGambarLayar(lukisan, (kode) => (kode === 'P1' ? null : { alamat: `/${kode}`, teks: kode }))
    expect(gambar.halaman.flatMap((h) => h.tautan.map((t) => t.alamat))).toEqual(
      Array.from({ length: 11 }, (_, i) => `/P${i + 2}`),
    )
  })

  it('gambar yang sama memberi bita yang sama, tanpa huruf dari luar', async () => {
    const { gambarLukisan } = await import('../../../src/inti/dokumen/lukisan-pdf.ts')
    const pdf = await gambarLukisan(lukisan)
    expect(await gambarLukisan(structuredClone(lukisan))).toEqual(pdf)
    expect(pdf.toString('latin1').includes('Helvetica')).toBe(false)
  })
})

function gagal(): never {
  throw new Error('tanpa langkah')
}
