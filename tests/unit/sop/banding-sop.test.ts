import { describe, expect, it } from 'vitest'
import { langkahKosong } from '../../../src/modul/sop/draf/isian-langkah.ts'
import { hapusLangkah, sisipkanLangkah, tukar, ubahRangkaian } from '../../../src/modul/sop/draf/rangkaian.ts'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { adaBeda, bandingkanSop } from '../../../src/modul/sop/versi/banding-sop.ts'
import { NAMA_SOP_BENIH, sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

const TIGA = sopKecil([
  { kode: 'A', uraian: 'Rapat' },
  { kode: 'B', uraian: 'Merekap', waktuBaku: { jenis: 'MENIT', nilai: 5 } },
  { kode: 'C', uraian: 'Menelaah', keputusan: { tidak: ['B'] } },
])
const ringkas = (lama: DefinisiSop, baru: DefinisiSop) =>
  bandingkanSop(lama, baru).langkah.map((b) => [
    b.jenis,
    b.judul,
    ...b.isian.map((i) => `${i.label}: ${i.lama} → ${i.baru}`),
  ])
const ubahB = (isi: Partial<DefinisiSop['langkah'][number]>): DefinisiSop => ({
  ...TIGA,
  langkah: TIGA.langkah.map((l) => (l.kode === 'B' ? { ...l, ...isi } : l)),
})

describe('perbedaan dua versi SOP', () => {
  it.each(NAMA_SOP_BENIH)('%s dengan dirinya sendiri: tidak ada', (nama) => {
    expect(adaBeda(bandingkanSop(sopBenih(nama), sopBenih(nama)))).toBe(false)
  })

  it('isian yang berubah disebut satu per satu, semula dan menjadi, dengan kata-kata', () => {
    const baru = ubahB({
      uraian: 'Merekap semua',
      waktuBaku: { jenis: 'HARI_KERJA', nilai: 1, teks: '1 Hari' },
      pelaksana: ['KASI', 'STAF'],
      cara: 'SEMUA',
    })
    expect(ringkas(TIGA, baru)).toEqual([
      [
        'DIUBAH',
        '2. Merekap semua',
        'Uraian: Merekap → Merekap semua',
        'Pelaksana: TIM_SAKIP → KASI, STAF',
        'Yang bertindak: – → Semua',
        'Waktu baku: 5 menit → 1 hari kerja (tertulis: 1 Hari)',
      ],
    ])
  })

  it('langkah yang disisipkan hanya menambah satu perbedaan, walau nomor di bawahnya bergeser', () => {
    const baru = sisipkanLangkah(TIGA, { ...langkahKosong(TIGA), kode: 'X', uraian: 'Memeriksa' }, 'A')
    expect(ringkas(TIGA, baru)).toEqual([
      [
        'DITAMBAH',
        '2. Memeriksa',
        'Uraian: – → Memeriksa',
        'Jenis langkah: – → Tugas',
        'Waktu baku: – → tidak ditetapkan',
        'Sesudahnya: – → langkah di bawahnya',
      ],
    ])
    expect(ringkas(baru, TIGA)).toEqual([['DIHAPUS', '2. Memeriksa']])
  })

  it('langkah yang dihapus, dan tujuan keputusan yang ikut berubah', () => {
    expect(ringkas(TIGA, hapusLangkah(TIGA, 'B', 'A'))).toEqual([
      ['DIHAPUS', '2. Merekap'],
      [
        'DIUBAH',
        '2. Menelaah',
        'Sesudahnya: Ya: SOP selesai\nTidak: langkah 2 → Ya: SOP selesai\nTidak: langkah 1'
          .replace('Ya: SOP selesai', 'Ya: langkah di bawahnya')
          .replace('Ya: SOP selesai', 'Ya: langkah di bawahnya'),
      ],
    ])
  })

  it('langkah yang pindah urutan', () => {
    const baru = ubahRangkaian(TIGA, (l) => tukar(l, 'B', 'naik'))
    expect(ringkas(TIGA, baru).map(([jenis, judul]) => [jenis, judul])).toEqual([
      ['PINDAH', '1. Merekap'],
      ['PINDAH', '2. Rapat'],
    ])
  })

  it('langkah dengan kode baru tetapi bunyi yang sama adalah langkah yang sama', () => {
    const baru = sopKecil([
      { kode: 'L1', uraian: 'Rapat' },
      { kode: 'L2', uraian: 'Merekap', waktuBaku: { jenis: 'MENIT', nilai: 9 } },
      { kode: 'L3', uraian: 'Lain sekali', keputusan: { tidak: ['L2'] } },
    ])
    expect(ringkas(TIGA, baru).map(([jenis, judul]) => [jenis, judul])).toEqual([
      ['DIUBAH', '2. Merekap'],
      ['DITAMBAH', '3. Lain sekali'],
      ['DIHAPUS', '3. Menelaah'],
    ])
  })

  it('identitas, pelaksana, dan catatan', () => {
    const baru: DefinisiSop = {
      ...TIGA,
      identitas: { ...TIGA.identitas, nomor: '070/1', tanggalEfektif: '2021-02', peringatan: ['Teliti', 'Tepat'] },
      pelaksana: TIGA.pelaksana
        .filter((p) => p.kode !== 'STAF')
        .map((p) => (p.kode === 'KASI' ? { ...p, nama: 'Kasi/Kasubbag' } : p)),
      catatan: [{ letak: 'Tabel', temuan: 'kosong', penyelesaian: 'diisi' }],
    }
    const beda = bandingkanSop(TIGA, baru)
    expect(beda.identitas).toEqual([
      { label: 'Nomor SOP', lama: '–', baru: '070/1' },
      { label: 'Tanggal efektif', lama: '–', baru: 'Februari 2021' },
      { label: 'Peringatan', lama: '–', baru: 'Teliti\nTepat' },
    ])
    expect(beda.pelaksana.map((p) => [p.jenis, p.judul])).toEqual([
      ['DIUBAH', 'Kasi/Kasubbag'],
      ['DIHAPUS', 'STAF'],
    ])
    expect(beda.catatan).toHaveLength(1)
    expect(adaBeda(beda)).toBe(true)
  })
})
