import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { blokGulungan } from '../kertas-kerja/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import {
  analisisBaris,
  kalimatRingkasan,
  keteranganAnggaran,
  keteranganBaris,
  teksCapaian,
  teksCapaianPeriode,
  teksRealisasi,
  teksRealisasiAnggaran,
  teksRupiah,
  teksSerapan,
  teksTarget,
} from './baris-tampil.ts'
import type { BarisRekap, IsiRekap } from './isi-rekap.ts'

const KOLOM_INDIKATOR = ['No', 'Indikator', 'Satuan', 'Target', 'Realisasi', 'Capaian', 'Predikat', 'Keterangan']
const KOLOM_ANGGARAN = ['No', 'Kode', 'Sub kegiatan', 'Pagu', 'Realisasi', 'Serapan', 'Keterangan']

type Bahan = {
  readonly isi: IsiRekap
  readonly versi: number
  readonly bahan: BahanDokumen
  readonly pihak: readonly Pihak[]
}

/** Rekapitulasi as an official document: matrix per unit, budget, summary, signature (SOP Pengumpulan Data Kinerja, langkah 8). */
export function dokumenRekap({ isi, versi, bahan, pihak }: Bahan): Dokumen {
  const judul = `Rekapitulasi Hasil ${isi.namaSop.replace(/^SOP /, '')}`
  return {
    judul: `${judul} ${isi.namaPeriode} (versi ${versi})`,
    jenis: 'Rekapitulasi',
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toUpperCase(), subjudul: `${isi.namaPeriode} · versi ${versi}` },
      ...matriksRekap(isi),
      { jenis: 'judul', tingkat: 2, teks: 'Ringkasan' },
      { jenis: 'daftar', gaya: 'butir', butir: kalimatRingkasan(isi) },
      { jenis: 'tandaTangan', pihak: [...pihak] },
    ],
  }
}

/** The tables of a recap: indicators and budget by unit, of a Kertas Kerja also the roll-up; also used by reports. */
export function matriksRekap(isi: IsiRekap): Blok[] {
  return [
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [
        { bobot: 4, rata: 'tengah' },
        { bobot: 34 },
        { bobot: 9 },
        { bobot: 10, rata: 'angka' },
        { bobot: 10, rata: 'angka' },
        { bobot: 10, rata: 'angka' },
        { bobot: 12 },
        { bobot: 26 },
      ],
      kepala: [KOLOM_INDIKATOR.map((teks) => ({ teks }))],
      nomorKolom: true,
      isi: isi.unit.flatMap((u) => [
        { gaya: 'subjudul' as const, sel: [{ teks: u.nama, kolom: KOLOM_INDIKATOR.length }] },
        ...u.baris.map((b, i) => ({
          sel: [
            String(i + 1),
            b.nama,
            b.satuan,
            teksTarget(b),
            teksRealisasi(b),
            [teksCapaian(b.capaian), teksPeriode(b)].filter(Boolean).join('\n'),
            b.predikat?.nama ?? '–',
            [keteranganBaris(b), ...analisisBaris(b).map((a) => `${a.label}: ${a.nilai}`)].filter(Boolean).join('\n'),
          ],
        })),
      ]),
      catatan: [
        `Predikat menurut ${isi.skala.nama} (${isi.skala.sumber}). Target dan realisasi dihitung sampai akhir ${isi.namaPeriode}.`,
      ],
    },
    ...(isi.unit.some((u) => u.anggaran.length > 0) ? [tabelAnggaran(isi)] : []),
    ...(isi.pengukuran ? blokGulungan(isi.pengukuran.gulungan) : []),
  ]
}

/** The period by itself below the figure up to its end. */
const teksPeriode = (b: BarisRekap): string => {
  const periode = teksCapaianPeriode(b)
  return periode === null ? '' : `periode: ${periode}`
}

function tabelAnggaran(isi: IsiRekap): Blok {
  const r = isi.ringkasan
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [
      { bobot: 4, rata: 'tengah' },
      { bobot: 15 },
      { bobot: 42 },
      { bobot: 16, rata: 'angka' },
      { bobot: 16, rata: 'angka' },
      { bobot: 10, rata: 'angka' },
      { bobot: 18 },
    ],
    kepala: [KOLOM_ANGGARAN.map((teks) => ({ teks }))],
    isi: [
      ...isi.unit
        .filter((u) => u.anggaran.length > 0)
        .flatMap((u) => [
          { gaya: 'subjudul' as const, sel: [{ teks: u.nama, kolom: KOLOM_ANGGARAN.length }] },
          ...u.anggaran.map((a, i) => ({
            sel: [
              String(i + 1),
              a.kode,
              a.nama,
              teksRupiah(a.pagu),
              teksRealisasiAnggaran(a),
              teksSerapan(a),
              keteranganAnggaran(a),
            ],
          })),
        ]),
      {
        gaya: 'jumlah' as const,
        sel: ['', '', 'Jumlah', teksRupiah(r.pagu), teksRupiah(r.realisasiAnggaran), teksCapaian(r.serapan), ''],
      },
    ],
  }
}
