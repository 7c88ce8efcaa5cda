import type { Blok, Dokumen } from '../../inti/dokumen/index.ts'
import { pihakLangkah } from '../siklus/index.ts'
import { type BahanKertas, perUnit } from './dokumen-metodologi.ts'
import type { Gulungan } from './gulung-hasil.ts'
import type { BarisKertas } from './kueri.ts'
import {
  gulungKertas,
  kalimatDikecualikan,
  kalimatSumber,
  teksCapaianUkur,
  teksDihitung,
  teksHitungan,
  teksRealisasiUkur,
  teksTargetUkur,
  tingkatGulungan,
} from './teks-kertas.ts'

const KOLOM = [
  'No',
  'Indikator',
  'Satuan',
  'Target',
  'Realisasi',
  'Capaian periode',
  'Capaian s.d. periode',
  'Predikat',
  'Hitungan',
]

/** Kertas Kerja (terisi): figures, capaian of the period and up to it, roll-up with its rule, analysis (SOP Pengukuran Kinerja Kecamatan Taman, langkah 5). */
export function dokumenKertas({ kertas, konteks, bahan, pelaku }: BahanKertas): Dokumen {
  const { siklus, def } = konteks
  const judul = def.keluaran ?? 'Kertas Kerja Pengukuran Kinerja (terisi)'
  const gulungan = gulungKertas(kertas)
  return {
    judul: `${judul} ${siklus.namaPeriode}`,
    jenis: judul,
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toLocaleUpperCase('id-ID'), subjudul: siklus.namaPeriode },
      { jenis: 'paragraf', rata: 'rata', teks: kalimatSumber(kertas.kepala) },
      tabelHasil(kertas.baris),
      ...(gulungan ? blokGulungan(gulungan) : []),
      ...tabelAnalisis(kertas.baris),
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}

function tabelHasil(baris: readonly BarisKertas[]): Blok {
  const hasil = baris.find((b) => b.hasil)?.hasil
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [
      { bobot: 5, rata: 'tengah' },
      { bobot: 36 },
      { bobot: 11 },
      { bobot: 12, rata: 'angka' },
      { bobot: 12, rata: 'angka' },
      { bobot: 12, rata: 'angka' },
      { bobot: 12, rata: 'angka' },
      { bobot: 14 },
      { bobot: 32 },
    ],
    kepala: [KOLOM.map((teks) => ({ teks }))],
    nomorKolom: true,
    isi: perUnit(baris).flatMap(({ unit, baris: milik }) => [
      { gaya: 'subjudul' as const, sel: [{ teks: unit, kolom: KOLOM.length }] },
      ...milik.map((b, i) => ({ sel: [String(i + 1), ...selHasil(b)] })),
    ]),
    catatan: hasil
      ? [
          `Predikat menurut ${hasil.skala.nama} (${hasil.skala.sumber}). Target dan realisasi dihitung sampai akhir periode. Rumus versi ${hasil.versi}.`,
        ]
      : [],
  }
}

function selHasil(b: BarisKertas): string[] {
  const k = b.hasil?.keluaran
  return [
    b.kartu.nama,
    b.kartu.satuan,
    teksTargetUkur(b),
    teksRealisasiUkur(b),
    k ? teksCapaianUkur(k.periode.capaian) : '–',
    k ? teksCapaianUkur(k.sampai.capaian) : '–',
    k?.sampai.predikat?.nama ?? '–',
    [k ? teksHitungan(k.sampai) : '', b.status === 'TERISI' && b.sumberAngka ? `Sumber: ${b.sumberAngka}` : '']
      .filter(Boolean)
      .join('. '),
  ]
}

/** The roll-up as tables with its rule and what was left out. */
export function blokGulungan(g: Gulungan): Blok[] {
  const dikecualikan = kalimatDikecualikan(g)
  return [
    { jenis: 'judul', tingkat: 2, teks: 'Capaian tujuan, sasaran, program, kegiatan, dan kecamatan' },
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [{ bobot: 14 }, { bobot: 58 }, { bobot: 28 }, { bobot: 13, rata: 'angka' }, { bobot: 15 }],
      kepala: [['Tingkat', 'Nama', 'Yang dihitung', 'Capaian', 'Predikat'].map((teks) => ({ teks }))],
      isi: tingkatGulungan(g).flatMap(({ tingkat, kelompok }) =>
        kelompok.map((k) => ({
          sel: [tingkat, k.nama, teksDihitung(k), teksCapaianUkur(k.rataRata), k.predikat?.nama ?? '–'],
        })),
      ),
      catatan: [g.aturan],
    },
    ...(dikecualikan.length > 0
      ? [
          { jenis: 'paragraf' as const, teks: 'Tidak masuk rata-rata:', rapat: true },
          { jenis: 'daftar' as const, gaya: 'butir' as const, butir: dikecualikan },
        ]
      : []),
  ]
}

function tabelAnalisis(baris: readonly BarisKertas[]): Blok[] {
  const ditulis = baris.filter((b) => b.penyebab || b.hambatan || b.solusi || b.programPenunjang)
  if (ditulis.length === 0) return []
  return [
    { jenis: 'judul', tingkat: 2, teks: 'Analisis' },
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 28 }, { bobot: 34 }, { bobot: 26 }, { bobot: 26 }, { bobot: 22 }],
      kepala: [
        ['No', 'Indikator', 'Penyebab', 'Hambatan', 'Solusi', 'Program yang menunjang'].map((teks) => ({ teks })),
      ],
      isi: ditulis.map((b, i) => ({
        sel: [
          String(i + 1),
          b.kartu.nama,
          b.penyebab || '–',
          b.hambatan || '–',
          b.solusi || '–',
          b.programPenunjang || '–',
        ],
      })),
    },
  ]
}
