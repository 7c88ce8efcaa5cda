import { type BarisTabel, type Dokumen, kopKecamatan } from '../../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../../inti/waktu/index.ts'
import type { Kecamatan } from '../../organisasi/index.ts'
import type { BarisProgram } from '../kueri-program.ts'
import { susunProgram } from '../tampilan-program.ts'
import type { DokumenAnggaran } from './kueri.ts'

type Bahan = {
  readonly baris: readonly BarisProgram[]
  readonly dokumen: readonly DokumenAnggaran[]
  readonly kecamatan: Kecamatan
  readonly tahun: number
  /** YYYY-MM-DD */
  readonly hari: string
}

/** Programs, kegiatan and sub kegiatan with budget, spending and absorption on F4 across; each rupiah once. */
export function susunDokumenAnggaran({ baris, dokumen, kecamatan, tahun, hari }: Bahan): Dokumen {
  const { kelompok, jumlah, sampai } = susunProgram(baris, { tahun, tahunIni: tahun })
  const isi = barisAnggaran(kelompok)
  return {
    judul: `Program dan Anggaran ${tahun} ${kecamatan.nama}`,
    jenis: 'Program, Kegiatan, Sub Kegiatan, dan Anggaran',
    ukuran: 'F4',
    arah: 'mendatar',
    kop: kopKecamatan(kecamatan),
    tanggal: hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'PROGRAM, KEGIATAN, SUB KEGIATAN, DAN ANGGARAN',
        subjudul: `TAHUN ANGGARAN ${tahun}`,
      },
      ...dokumen.map((d) => ({
        jenis: 'paragraf' as const,
        teks: sebutDokumen(d),
        rata: 'tengah' as const,
        huruf: 'kecil' as const,
        rapat: true,
      })),
      { jenis: 'jarak', mm: 2 },
      {
        jenis: 'tabel',
        kolom: [
          { bobot: 15 },
          { bobot: 37 },
          ...Array.from({ length: 6 }, (_, ke) => ({ bobot: ke % 3 === 2 ? 7 : 12, rata: 'angka' as const })),
        ],
        kepala: kepalaTabel(tahun, sampai),
        nomorKolom: true,
        huruf: 'kecil',
        isi:
          isi.length > 0
            ? [...isi, { gaya: 'jumlah', sel: ['', 'Jumlah', ...jumlah] }]
            : [{ sel: [{ teks: 'Program belum dicatat.', kolom: 8 }] }],
        catatan: ['Pagu dan realisasi dihitung satu kali pada sub kegiatannya.'],
      },
    ],
  }
}

const kepalaTabel = (tahun: number, sampai: string) => [
  [
    { teks: 'Kode', baris: 2 },
    { teks: 'Uraian', baris: 2 },
    { teks: String(tahun), kolom: 3 },
    { teks: String(tahun - 1), kolom: 3 },
  ],
  ['Pagu (Rp)', `Realisasi (Rp) ${sampai}`, 'Serapan', 'Pagu (Rp)', 'Realisasi (Rp)', 'Serapan'].map((teks) => ({
    teks,
  })),
]

type Kelompok = ReturnType<typeof susunProgram>['kelompok']
const barisAnggaran = (kelompok: Kelompok): BarisTabel[] => {
  const tebal = (sel: readonly string[]) => sel.map((teks) => ({ teks, tebal: true }))
  return kelompok.flatMap((p) => [
    { gaya: 'subjudul' as const, sel: [p.kode, p.nama, ...p.sel] },
    ...p.kegiatan.flatMap((k) => [
      { sel: [...tebal([k.kode, k.nama]), ...tebal(k.sel)] },
      ...k.sub.map((s) => ({ sel: [s.kode, s.kecil ? `${s.nama}\n${s.kecil}` : s.nama, ...s.sel] })),
    ]),
  ])
}

/** "DPPA Nomor 12/2026 tanggal 1 Oktober 2026, berlaku sejak 1 Oktober 2026". */
export const sebutDokumen = ({ jenis, nomor, tanggal, berlakuSejak }: DokumenAnggaran): string =>
  [jenis, nomor && `Nomor ${nomor}`, tanggal && `tanggal ${tanggalPanjang(tanggal)}`].filter(Boolean).join(' ') +
  `, berlaku sejak ${tanggalPanjang(berlakuSejak)}`
