import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import { INSTRUKSI_LAZIM, SIFAT } from './isian.ts'
import type { Disposisi, PejabatTujuan } from './kueri.ts'

type Bahan = {
  readonly bahan: BahanDokumen
  readonly disposisi: Disposisi
  readonly tujuan: readonly PejabatTujuan[]
  readonly periode: string
  /** who issued it: several where the SOP wants all its pelaksana to act */
  readonly pihak: readonly Pihak[]
}

/** Lembar Disposisi in the classic box form (fields as offices print them: Surat dari … Diteruskan kepada Sdr. … Dengan hormat harap …). */
export function susunLembar({ bahan, disposisi: d, tujuan, periode, pihak }: Bahan): Dokumen {
  return {
    judul: `Lembar Disposisi ${periode}`,
    jenis: 'Lembar Disposisi',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'LEMBAR DISPOSISI' },
      {
        jenis: 'bingkai',
        baris: [
          {
            sel: [
              { bobot: 1, isi: [suratMasuk(d)] },
              { bobot: 1, isi: [penerimaan(d), sifat(d)] },
            ],
          },
          {
            sel: [
              { bobot: 1, isi: [{ jenis: 'isianData', lebarLabelMm: 24, baris: [{ label: 'Hal', nilai: d.hal }] }] },
            ],
          },
          {
            sel: [
              { bobot: 1, isi: diteruskan(d, tujuan) },
              { bobot: 1, isi: harapan(d) },
            ],
          },
          { sel: [{ bobot: 1, isi: catatan(d) }] },
          {
            sel: [
              {
                bobot: 1,
                isi: [{ jenis: 'tandaTangan', pihak: [...pihak] }],
              },
            ],
          },
        ],
      },
    ],
  }
}

const tanggal = (t: string | null): string => (t ? tanggalPanjang(t) : '–')

const suratMasuk = (d: Disposisi): Blok => ({
  jenis: 'isianData',
  lebarLabelMm: 24,
  baris:
    d.asal === 'SURAT'
      ? [
          { label: 'Surat dari', nilai: d.suratDari },
          { label: 'No. surat', nilai: d.nomorSurat },
          { label: 'Tgl. surat', nilai: tanggal(d.tanggalSurat) },
        ]
      : [
          { label: 'Surat dari', nilai: '– (prakarsa Camat)' },
          { label: 'No. surat', nilai: '–' },
          { label: 'Tgl. surat', nilai: '–' },
        ],
})

const penerimaan = (d: Disposisi): Blok => ({
  jenis: 'isianData',
  lebarLabelMm: 27,
  baris: [
    { label: 'Diterima tgl.', nilai: d.asal === 'SURAT' ? tanggal(d.diterimaTanggal) : '–' },
    { label: 'No. agenda', nilai: d.nomorAgenda || '–' },
    { label: 'Sifat', nilai: '' },
  ],
})

const sifat = (d: Disposisi): Blok => ({
  jenis: 'kotakCentang',
  kolom: 2,
  butir: Object.entries(SIFAT).map(([kode, teks]) => ({ teks, dicentang: d.sifat === kode })),
})

const diteruskan = (d: Disposisi, tujuan: readonly PejabatTujuan[]): Blok[] => [
  { jenis: 'paragraf', teks: 'Diteruskan kepada Sdr.:' },
  { jenis: 'kotakCentang', butir: tujuan.map((j) => ({ teks: j.nama, dicentang: d.diteruskanKepada.includes(j.id) })) },
]

const harapan = (d: Disposisi): Blok[] => {
  const lain = d.instruksi.filter((i) => !(INSTRUKSI_LAZIM as readonly string[]).includes(i))
  return [
    { jenis: 'paragraf', teks: 'Dengan hormat harap:' },
    {
      jenis: 'kotakCentang',
      butir: [
        ...INSTRUKSI_LAZIM.map((teks) => ({ teks, dicentang: d.instruksi.includes(teks) })),
        ...lain.map((teks) => ({ teks, dicentang: true })),
      ],
    },
  ]
}

const catatan = (d: Disposisi): Blok[] => [
  { jenis: 'paragraf', teks: 'Catatan:' },
  { jenis: 'paragraf', teks: d.catatan || '–' },
  { jenis: 'isianData', lebarLabelMm: 27, baris: [{ label: 'Batas waktu', nilai: tanggal(d.tenggat) }] },
]
