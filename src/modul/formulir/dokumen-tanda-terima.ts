import { type Blok, type Dokumen, kopKecamatan, pihakPejabat } from '../../inti/dokumen/index.ts'
import { tanggalJam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kecamatan } from '../organisasi/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import type { FormulirUnit } from './kueri.ts'

export type BahanTandaTerima = {
  readonly kecamatan: Kecamatan
  readonly siklus: Pick<BarisSiklus, 'namaSop' | 'namaPeriode'>
  readonly formulir: readonly FormulirUnit[]
  /** who of Tim SAKIP hands over the list */
  readonly penyerah: {
    readonly nama: string
    readonly jabatan: string
    readonly nip: string | null
    readonly pangkat: string | null
  }
  /** YYYY-MM-DD */
  readonly tanggal: string
}

const KEPALA = ['No', 'Formulir', 'Unit penerima', 'Nama dan jabatan penerima', 'Tanggal dan jam', 'Cara', 'Paraf']

/** Bukti Tanda Terima Formulir: no, formulir, unit penerima, nama, tanggal-jam, cara, paraf (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 6). */
export function susunTandaTerima({ kecamatan, siklus, formulir, penyerah, tanggal }: BahanTandaTerima): Dokumen {
  return {
    judul: `Bukti Tanda Terima Formulir ${siklus.namaPeriode}`,
    jenis: 'Bukti Tanda Terima Formulir',
    ukuran: 'F4',
    arah: 'tegak',
    kop: kopKecamatan(kecamatan),
    tanggal,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'BUKTI TANDA TERIMA FORMULIR',
        subjudul: `Pengumpulan Data Capaian Kinerja ${siklus.namaPeriode}`,
      },
      tabelTerima(formulir, kecamatan.zonaWaktu),
      {
        jenis: 'tandaTangan',
        pihak: [
          pihakPejabat({
            ...penyerah,
            tempat: kecamatan.tempat,
            tanggal: tanggalPanjang(tanggal),
            pengantar: 'Yang menyerahkan,',
          }),
        ],
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
        f.caraTerima === 'KERTAS' ? 'kertas' : f.caraTerima === 'APLIKASI' ? 'aplikasi' : '',
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
