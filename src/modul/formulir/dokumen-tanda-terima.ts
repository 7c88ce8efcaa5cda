import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalJam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen, BarisSiklus } from '../siklus/index.ts'
import type { FormulirUnit } from './kueri.ts'

export type BahanTandaTerima = {
  readonly bahan: BahanDokumen
  readonly siklus: Pick<BarisSiklus, 'namaSop' | 'namaPeriode'>
  readonly formulir: readonly FormulirUnit[]
  /** who handed out: several where the SOP wants all its pelaksana to act */
  readonly pihak: readonly Pihak[]
  readonly zona: string
}

const KEPALA = ['No', 'Formulir', 'Unit penerima', 'Nama dan jabatan penerima', 'Tanggal dan jam', 'Cara', 'Paraf']

/** Bukti Tanda Terima Formulir: no, formulir, unit penerima, nama, tanggal-jam, cara, paraf (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 6). */
export function susunTandaTerima({ bahan, siklus, formulir, pihak, zona }: BahanTandaTerima): Dokumen {
  return {
    judul: `Bukti Tanda Terima Formulir ${siklus.namaPeriode}`,
    jenis: 'Bukti Tanda Terima Formulir',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'BUKTI TANDA TERIMA FORMULIR',
        subjudul: `Pengumpulan Data Capaian Kinerja ${siklus.namaPeriode}`,
      },
      tabelTerima(formulir, zona),
      {
        jenis: 'tandaTangan',
        pihak: pihak.map((p) => ({ ...p, pengantar: [...(p.pengantar ?? []), 'Yang menyerahkan,'] })),
      },
    ],
  }
}

function tabelTerima(formulir: readonly FormulirUnit[], zona: string): Blok {
  return {
    jenis: 'tabel',
    kolom: [
      { bobot: 5, rata: 'tengah' },
      { bobot: 30 },
      { bobot: 26 },
      { bobot: 28 },
      { bobot: 22 },
      { bobot: 12 },
      { bobot: 14 },
    ],
    kepala: [KEPALA.map((teks) => ({ teks }))],
    tinggiBarisMm: 12,
    isi: formulir.map((f, i) => ({
      sel: [
        `${i + 1}`,
        `Formulir data capaian kinerja (${f.baris.length} indikator${f.anggaran.length > 0 ? `, ${f.anggaran.length} anggaran` : ''})`,
        f.unitNama,
        [f.penerima, f.jabatanPenerima].filter(Boolean).join('\n'),
        waktuTerima(f, zona),
        f.caraTerima === 'KERTAS'
          ? f.berkasTerimaId
            ? 'kertas (pindaian tersimpan)'
            : 'kertas'
          : f.caraTerima === 'APLIKASI'
            ? 'aplikasi'
            : '',
        '',
      ],
    })),
  }
}

/** A receipt on paper carries a date only. */
function waktuTerima(f: FormulirUnit, zona: string): string {
  if (!f.diterimaPada) return ''
  return f.caraTerima === 'KERTAS'
    ? tanggalPanjang(tanggalLokal(f.diterimaPada, zona))
    : tanggalJam(f.diterimaPada, zona)
}
