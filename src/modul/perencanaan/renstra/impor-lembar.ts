import type { KolomImpor, LembarImpor } from '../../impor/index.ts'
import type { Unit } from '../../organisasi/index.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'
import { kolomPagu } from './pagu.ts'
import { kolomTarget } from './target.ts'

const ALASAN: KolomImpor = {
  kode: 'alasan',
  judul: 'Alasan perubahan',
  jenis: 'teks',
  lebar: 30,
  petunjuk: 'Ditulis baru bila yang sudah dipakai diubah.',
}
const nomor = (petunjuk: string): KolomImpor => ({
  kode: 'nomor',
  judul: 'Nomor',
  jenis: 'teks',
  wajib: true,
  kunci: true,
  maks: 10,
  lebar: 8,
  petunjuk,
})
const kode = (petunjuk: string): KolomImpor => ({
  kode: 'kode',
  judul: 'Kode',
  jenis: 'teks',
  wajib: true,
  kunci: true,
  maks: 30,
  lebar: 20,
  petunjuk,
})
const nama = (judul: string): KolomImpor => ({ kode: 'nama', judul, jenis: 'teks', wajib: true, lebar: 60 })

/** Sheets of the workbook of a Renstra: the tree from the top, targets and pagu indikatif per year. */
export const lembarRenstra = (
  renstra: Pick<PeriodeRenstra, 'tahunAwal' | 'tahunAkhir'>,
  unit: readonly Unit[],
): LembarImpor[] => [
  {
    kode: 'tujuan',
    nama: 'Tujuan',
    petunjuk: 'Nomor urut tujuan, dan bunyinya.',
    kolom: [nomor('1, 2, 3, … menurut urutannya'), nama('Tujuan'), ALASAN],
  },
  {
    kode: 'sasaran',
    nama: 'Sasaran',
    petunjuk: 'Nomor sasaran diawali nomor tujuannya.',
    kolom: [nomor('1.1, 1.2, … sesudah nomor tujuannya'), nama('Sasaran'), ALASAN],
  },
  {
    kode: 'program',
    nama: 'Program',
    petunjuk: 'Kode dan nama menurut nomenklatur, dan sasaran yang didukungnya.',
    kolom: [
      kode('Misalnya 7.01.02'),
      nama('Program'),
      { kode: 'sasaran', judul: 'Nomor sasaran', jenis: 'teks', wajib: true, maks: 10, lebar: 10 },
      ALASAN,
    ],
  },
  {
    kode: 'kegiatan',
    nama: 'Kegiatan',
    petunjuk: 'Kegiatan berada di bawah program yang kodenya sama di depan.',
    kolom: [kode('Misalnya 7.01.02.2.01'), nama('Kegiatan'), ALASAN],
  },
  {
    kode: 'sub',
    nama: 'Sub kegiatan',
    petunjuk: 'Satu baris per sub kegiatan, atau per kelurahan bila dilaksanakan kelurahan.',
    kolom: [
      kode('Misalnya 7.01.02.2.01.0001'),
      { kode: 'kelurahan', judul: 'Kelurahan', jenis: 'teks', kunci: true, maks: 80, lebar: 20 },
      nama('Sub kegiatan'),
      {
        kode: 'unit',
        judul: 'Unit pelaksana',
        jenis: 'pilihan',
        wajib: true,
        pilihan: unit.map((u) => ({ nilai: u.kode, teks: u.nama })),
        lebar: 25,
      },
      { kode: 'keluaran', judul: 'Indikator keluaran', jenis: 'teks', lebar: 45 },
      { kode: 'satuan', judul: 'Satuan', jenis: 'teks', maks: 60, lebar: 14 },
      ALASAN,
    ],
  },
  {
    kode: 'target',
    nama: 'Target',
    petunjuk:
      'Target per indikator: angka, nama kategori, atau rentang seperti 80–90. Kosong: belum ditetapkan. Target yang sudah ada dalam Perjanjian Kinerja diubah pada halamannya, dengan alasan.',
    kolom: [
      { kode: 'indikator', judul: 'Kode indikator', jenis: 'teks', wajib: true, kunci: true, maks: 30, lebar: 14 },
      { kode: 'nama', judul: 'Indikator', jenis: 'teks', hanyaBaca: true, lebar: 50 },
      { kode: 'satuan', judul: 'Satuan', jenis: 'teks', hanyaBaca: true, lebar: 12 },
      ...kolomTarget(renstra).map(
        (k): KolomImpor => ({ kode: k.kode, judul: k.judul, jenis: 'teks', maks: 64, lebar: 14 }),
      ),
    ],
  },
  {
    kode: 'pagu',
    nama: 'Pagu indikatif',
    petunjuk:
      'Rencana uang tiap sub kegiatan per tahun, dalam rupiah. Kosong: belum ditetapkan; nol: tanpa uang. Pagu yang sudah menjadi dasar DPA atau Perjanjian Kinerja diubah pada halamannya, dengan alasan.',
    kolom: [
      kode('Kode sub kegiatan, misalnya 7.01.02.2.01.0001'),
      { kode: 'kelurahan', judul: 'Kelurahan', jenis: 'teks', kunci: true, maks: 80, lebar: 20 },
      { kode: 'nama', judul: 'Sub kegiatan', jenis: 'teks', hanyaBaca: true, lebar: 50 },
      ...kolomPagu(renstra).map((k): KolomImpor => ({ kode: k.kode, judul: k.judul, jenis: 'uang', lebar: 18 })),
    ],
  },
]
