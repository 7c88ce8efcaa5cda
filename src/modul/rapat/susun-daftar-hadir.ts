import type { Dokumen } from '../../inti/dokumen/index.ts'
import { KEHADIRAN } from './isian.ts'
import { type BahanRapat, hariRapat, waktuRapat } from './susun-undangan.ts'

const BARIS_KOSONG = 3

/** Daftar Hadir with a column to sign in; before the meeting with empty rows for those who come besides. */
export function susunDaftarHadir({ bahan, rapat, pengundang }: BahanRapat, { selesai }: { selesai: boolean }): Dokumen {
  const kosong = Array.from({ length: selesai ? 0 : BARIS_KOSONG }, () => ({
    nama: '',
    jabatan: '',
    kehadiran: 'BELUM' as const,
  }))
  return {
    judul: `Daftar Hadir ${rapat.acara}`,
    jenis: 'Daftar Hadir',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: rapat.tanggal ?? bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'DAFTAR HADIR' },
      {
        jenis: 'isianData',
        lebarLabelMm: 30,
        baris: [
          { label: 'Acara', nilai: rapat.acara },
          { label: 'Hari, tanggal', nilai: hariRapat(rapat.tanggal) },
          { label: 'Waktu', nilai: `Pukul ${waktuRapat(rapat)}` },
          { label: 'Tempat', nilai: rapat.tempat || '…………' },
        ],
      },
      {
        jenis: 'tabel',
        kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 32 }, { bobot: 34 }, { bobot: 24 }, { bobot: 14 }],
        kepala: [['No', 'Nama', 'Jabatan', 'Tanda tangan', 'Ket.'].map((teks) => ({ teks }))],
        tinggiBarisMm: 10,
        isi: [...rapat.peserta, ...kosong].map((p, i) => ({
          sel: [
            `${i + 1}`,
            p.nama,
            p.jabatan,
            { teks: `${i + 1}.`, rata: i % 2 === 0 ? 'kiri' : 'tengah' },
            p.kehadiran === 'BELUM' ? '' : KEHADIRAN[p.kehadiran],
          ],
        })),
      },
      { jenis: 'tandaTangan', pihak: [pengundang] },
    ],
  }
}
