import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import type { BahanDokumen, BarisSiklus } from '../siklus/index.ts'
import { jabatanPenyerahan } from './kertas/serah-kertas.ts'
import type { FormulirUnit } from './kueri.ts'
import { type Penerimaan, penerimaanKini } from './kueri-penerimaan.ts'

type Bahan = {
  readonly bahan: BahanDokumen
  readonly siklus: Pick<BarisSiklus, 'namaSop' | 'namaPeriode'>
  readonly formulir: readonly FormulirUnit[]
  readonly penerimaan: readonly Penerimaan[]
  /** who received: several where the SOP wants all its pelaksana to act */
  readonly pihak: readonly Pihak[]
  readonly zona: string
}

const KEPALA = ['No', 'Unit', 'Diserahkan oleh', 'Waktu', 'Kelengkapan', 'Diterima oleh', 'Waktu', 'Paraf']

/** Daftar Penerimaan Formulir: who handed in, how complete, who received, when (SOP Kecamatan Muara Papalik, langkah 6). */
export function susunDaftarPenerimaan(b: Bahan): Dokumen {
  const { bahan, siklus, pihak } = b
  return {
    judul: `Daftar Penerimaan Formulir ${siklus.namaPeriode}`,
    jenis: 'Daftar Penerimaan Formulir',
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'DAFTAR PENERIMAAN FORMULIR',
        subjudul: `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`,
      },
      tabel(b),
      {
        jenis: 'tandaTangan',
        pihak: pihak.map((p) => ({ ...p, pengantar: [...(p.pengantar ?? []), 'Yang menerima,'] })),
      },
    ],
  }
}

function tabel({ formulir, penerimaan, zona }: Bahan): Blok {
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [
      { bobot: 5, rata: 'tengah' },
      { bobot: 28 },
      { bobot: 30 },
      { bobot: 20 },
      { bobot: 24 },
      { bobot: 30 },
      { bobot: 20 },
      { bobot: 12 },
    ],
    kepala: [KEPALA.map((teks) => ({ teks }))],
    tinggiBarisMm: 11,
    isi: formulir.map((f, ke) => {
      const p = penerimaanKini(f, penerimaan)
      return {
        sel: [
          String(ke + 1),
          f.putaran > 1 ? `${f.unitNama}\n(penyerahan ke-${f.putaran})` : f.unitNama,
          [f.penyerah, jabatanPenyerahan(f)].filter(Boolean).join('\n'),
          f.diserahkanPada ? tanggalJam(f.diserahkanPada, zona) : '',
          p ? teksKelengkapan(p) : 'belum diterima',
          p ? `${p.penerima}\n${p.jabatanPenerima}${p.berkasId ? '\n(di atas kertas, pindaian tersimpan)' : ''}` : '',
          p ? tanggalJam(p.diterimaPada, zona) : '',
          '',
        ],
      }
    }),
  }
}

/** "14 dari 14 terisi, 1 tanpa bukti, 2 kendala. Catatan …". */
export function teksKelengkapan({
  dari,
  terisi,
  tanpaBukti,
  kendala,
  catatan,
}: Omit<Penerimaan, 'formulirId' | 'putaran' | 'berkasId' | 'diterimaPada' | 'penerima' | 'jabatanPenerima'>): string {
  const bagian = [
    `${terisi} dari ${dari} terisi`,
    tanpaBukti > 0 ? `${tanpaBukti} tanpa bukti` : '',
    kendala > 0 ? `${kendala} kendala` : '',
  ].filter(Boolean)
  return `${bagian.join(', ')}.${catatan ? ` ${catatan}` : ''}`
}
