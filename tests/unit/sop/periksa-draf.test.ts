import { describe, expect, it } from 'vitest'
import { jumlahWaktuSop, kalimatLangkah } from '../../../src/modul/sop/alir-sop.ts'
import { bacaTanggal } from '../../../src/modul/sop/baca-tanggal.ts'
import { bacaLonggar } from '../../../src/modul/sop/draf/longgar.ts'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { jabatanKolom, type KantorSop, pemegangKolom } from '../../../src/modul/sop/kantor-sop.ts'
import { periksaDraf } from '../../../src/modul/sop/periksa-draf.ts'
import { sebutLetak, tautanLetak } from '../../../src/modul/sop/tampilan-periksa.ts'
import { sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

const jabatan = (
  kode: string,
  peran: KantorSop['jabatan'][number]['peran'],
  pemangku: string[],
  unitKode: string | null = null,
) => ({ kode, nama: kode, peran, unitKode, pemangku })
const KANTOR: KantorSop = {
  jabatan: [
    jabatan('camat', 'CAMAT', ['Ratna']),
    jabatan('sekcam', 'SEKCAM', ['Budi'], 'sekretariat'),
    jabatan('kasi-a', 'KASI', ['Joko'], 'seksi-a'),
    jabatan('kasi-b', 'KASI', [], 'seksi-b'),
    jabatan('staf-a', 'STAF', ['Dewi'], 'seksi-a'),
  ],
  unit: [
    { kode: 'sekretariat', nama: 'Sekretariat' },
    { kode: 'seksi-a', nama: 'Seksi A' },
    { kode: 'seksi-b', nama: 'Seksi B' },
  ],
  timSakip: ['Sari'],
}
const HARI = '2026-07-06'
const periksa = (sop: DefinisiSop, kantor = KANTOR) => {
  const { kesalahan, peringatan } = periksaDraf(sop, kantor, HARI)
  return {
    kesalahan: kesalahan.map((k) => `${k.letak}: ${k.pesan}`),
    peringatan: peringatan.map((k) => `${k.letak}: ${k.pesan}`),
  }
}
const kolom = (isi: Record<string, unknown>) =>
  sopKecil([{ kode: 'A', pelaksana: 'X' }], { pelaksana: [{ kode: 'X', nama: 'Kolom X', ...isi }] })

describe('memeriksa draf terhadap kantor ini', () => {
  it('SOP Taman lolos; draf kosong menyebut semua yang belum ada', () => {
    expect(periksa(sopBenih('taman-pengumpulan.yaml')).kesalahan).toEqual([])
    const kosong = periksa(bacaLonggar({ nama: 'SOP Baru', kode: 'baru' })).kesalahan
    for (const bagian of [
      'Isian periode',
      'Pelaksana: Sebutkan paling sedikit satu pelaksana',
      'Langkah: Sebutkan paling sedikit satu langkah',
    ])
      expect(
        kosong.some((k) => k.startsWith(bagian)),
        bagian,
      ).toBe(true)
  })

  it('yang belum diisi di layar disebut: uraian, pelaksana, tujuan Tidak', () => {
    const sop = bacaLonggar({
      kode: 'a',
      nama: 'A',
      periode: 'BULAN',
      identitas: { disahkanOleh: {} },
      pelaksana: [{ kode: 'X', nama: 'X', peran: 'CAMAT' }],
      langkah: [{ kode: 'A', jenis: 'tugas', keputusan: { tidak: [] } }],
    })
    expect(periksa(sop).kesalahan).toEqual([
      'Langkah A, isian uraian: Tidak boleh kosong.',
      'Langkah A, isian pelaksana: Sebutkan paling sedikit satu pelaksana.',
      'Langkah A, isian keputusan › tidak: Sebutkan paling sedikit satu tujuan.',
      'Langkah A, isian keputusan: Bawaan  tidak ada di antara tujuan Tidak.',
    ])
  })

  it('jabatan, unit, atau peran yang tidak ada di kantor ini adalah kesalahan: tidak akan ada yang mengerjakan', () => {
    expect(periksa(kolom({ jabatan: ['lurah'] })).kesalahan).toEqual([
      'Pelaksana X, isian jabatan: Jabatan lurah tidak ada di kantor ini, atau nonaktif.',
      'Pelaksana X, isian peran: Di kantor ini tidak ada jabatan di belakang kolom Kolom X, jadi langkahnya tidak dapat dikerjakan siapa pun.',
    ])
    expect(periksa(kolom({ peran: ['DESA'] })).kesalahan[0]).toContain('(Desa/Kelurahan)')
    expect(periksa(kolom({ peran: ['KASI'], unit: ['seksi-z'] })).kesalahan).toHaveLength(2)
    expect(periksa(kolom({ peran: ['KASI'], unit: ['sekretariat'] })).kesalahan).toHaveLength(1)
    for (const isi of [
      { peran: ['TIM_SAKIP'] },
      { jabatan: ['kasi-b'] },
      { unit: ['seksi-a'] },
      { peran: ['KASI'], unit: ['seksi-a'] },
    ])
      expect(periksa(kolom(isi)).kesalahan, JSON.stringify(isi)).toEqual([])
  })

  it('jabatan yang kosong hari ini peringatan saja; siapa di belakang kolom', () => {
    expect(periksa(kolom({ jabatan: ['kasi-b'] })).peringatan[0]).toContain(
      'Hari ini tidak ada pemegang di belakang kolom Kolom X',
    )
    const siapa = (isi: Record<string, unknown>) => {
      const [k] = kolom(isi).pelaksana
      return k ? pemegangKolom(k, KANTOR) : []
    }
    expect(siapa({ peran: ['KASI', 'TIM_SAKIP'] })).toEqual(['Joko', 'Sari'])
    expect(siapa({ unit: ['seksi-a'] })).toEqual(['Joko', 'Dewi'])
    expect(siapa({ peran: ['STAF'], unit: ['seksi-b'] })).toEqual([])
    const [k] = kolom({ peran: ['CAMAT'], jabatan: ['kasi-b'] }).pelaksana
    expect(k && jabatanKolom(k, KANTOR).map((j) => j.kode)).toEqual(['camat', 'kasi-b'])
  })

  it('peringatan: nomor, dasar hukum, tinjauan lebih dari setahun, tanggal terbalik, periode tanpa langkah, kolom tanpa langkah', () => {
    const sop = sopKecil([{ kode: 'A', hanyaPeriode: { jenis: 'TRIWULAN', nomor: [4] } }], {
      periode: ['TRIWULAN'],
      identitas: { disahkanOleh: {}, tanggalPembuatan: '2024-05-02', tanggalRevisi: '2024-04' },
    })
    const { peringatan } = periksa(sop)
    for (const bagian of [
      'Nomor SOP belum diisi',
      'Dasar hukum belum diisi',
      'Tanggal revisi lebih awal',
      'lebih dari setahun',
      'Ada triwulan tanpa satu langkah pun',
      'Kolom CAMAT tidak mendapat langkah',
      'Keluaran belum ditulis',
    ])
      expect(
        peringatan.some((p) => p.includes(bagian)),
        bagian,
      ).toBe(true)
    expect(periksa(sopKecil([{ kode: 'A', hanyaPeriode: { jenis: 'TRIWULAN', nomor: [7] } }])).kesalahan).toEqual([
      'Langkah A, isian hanyaPeriode: Triwulan 7 tidak ada.',
    ])
  })
})

describe('letak kesalahan sebagai kata dan tautan', () => {
  const sop = sopKecil([{ kode: 'A.1', nomor: '7a' }])
  it.each([
    ['Langkah A.1, isian waktuBaku › nilai', 'Langkah 7a · Waktu baku', '/sop/1/draf/langkah/A.1#isian-waktuJenis'],
    ['Langkah A.1, isian keputusan › tidak › ke-1', 'Langkah 7a · Keputusan', '/sop/1/draf/langkah/A.1#isian-jalan'],
    ['Langkah A.1, isian uraian', 'Langkah 7a · Uraian', '/sop/1/draf/langkah/A.1#isian-uraian'],
    ['Pelaksana CAMAT, isian peran', 'Pelaksana CAMAT', '/sop/1/draf/pelaksana/CAMAT#isian-peran'],
    ['Identitas, isian dasarHukum › ke-2 › teks', 'Dasar hukum', '/sop/1/draf/identitas#isian-dasarHukum.0.teks'],
    ['Isian periode', 'Dijalankan per', '/sop/1/draf/identitas#isian-periode'],
    ['Langkah', 'Langkah', '/sop/1/draf/langkah/baru'],
    ['Catatan ke-1, isian temuan', 'Catatan ke-1, isian temuan', '/sop/1/draf/catatan'],
    ['Berkas', 'Berkas', null],
  ])('%s', (letak, kata, alamat) => {
    expect(sebutLetak(sop, letak)).toBe(kata)
    expect(tautanLetak('1', letak)).toBe(alamat)
  })
})

describe('jalan SOP dengan kata-kata', () => {
  it('siapa, berapa lama, ke mana; keputusan, bersama-sama, bila diperlukan, hanya pada periode', () => {
    const sop = sopKecil([
      {
        kode: 'A',
        jenis: 'rapat',
        pelaksana: ['CAMAT', 'SEKCAM'],
        cara: 'SEMUA',
        dibantu: 'STAF',
        waktuBaku: { jenis: 'RENTANG', dari: 5, sampai: 10, satuan: 'MENIT' },
        keluaran: 'Notulen',
        berikutnya: ['B', 'C'],
      },
      { kode: 'B', opsional: true, berikutnya: 'D' },
      { kode: 'C', hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4] }] },
      { kode: 'D', keputusan: { ya: null, tidak: ['A', 'B'], bawaan: 'B' } },
    ])
    expect(sop.langkah.map((l) => kalimatLangkah(sop, l))).toEqual([
      'Rapat oleh CAMAT, SEKCAM (semuanya), dibantu STAF, waktu baku 5–10 menit, menghasilkan Notulen. Lalu bersama-sama ke langkah 2 dan langkah 3.',
      'Tugas oleh TIM_SAKIP, tanpa waktu baku. Hanya bila diperlukan; diputuskan saat langkah sebelumnya selesai. Lalu ke langkah 4.',
      'Tugas oleh TIM_SAKIP, tanpa waktu baku. Hanya pada triwulan 4. Lalu ke langkah 4.',
      'Tugas oleh TIM_SAKIP, tanpa waktu baku. Bila Ya, SOP selesai. Bila Tidak, ke langkah 1 atau langkah 2 (diusulkan langkah 2).',
    ])
    expect(jumlahWaktuSop(sopBenih('taman-pengumpulan.yaml'))).toEqual({
      teks: '430 menit + 5 hari kerja; 2 langkah tanpa waktu baku',
      hariKerja: '6 hari kerja',
    })
    expect(jumlahWaktuSop(sop).hariKerja).toBe('kurang dari 1 hari kerja')
  })

  it.each([
    ['4 Maret 2026', '2026-03-04'],
    ['04-03-2026', '2026-03-04'],
    ['4/3/2026', '2026-03-04'],
    ['2026-03-04', '2026-03-04'],
    ['Februari 2021', '2021-02'],
    ['2/2021', '2021-02'],
    ['4 Mar 2026', '2026-03-04'],
    ['kemarin', 'kemarin'],
    ['32 Windu 2026', '32 Windu 2026'],
    ['', ''],
  ])('tanggal "%s" dibaca %s', (teks, hasil) => {
    expect(bacaTanggal(teks)).toBe(hasil)
  })
})
