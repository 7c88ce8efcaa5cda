import { TANPA_NILAI } from '../../../inti/angka/index.ts'
import type { Blok, BlokTabel } from '../../../inti/dokumen/index.ts'
import type { CapaianIndikator, CapaianSasaran } from '../capaian.ts'
import { teksPerubahan } from '../perbandingan.ts'
import { angka, kepala, lebar, rumusCapaian, selAngka, selHasil, selNilai, selPersen, tengah } from './sel.ts'

export type Penomor = (judul: string) => string
type Bahan = { readonly sasaran: CapaianSasaran; readonly tahun: number; readonly nomor: Penomor }

/** Comparisons 1–4 of Bab III for one sasaran (PermenPANRB 53/2014): target, earlier years, end-target of the Renstra, national standard. */
export const tabelBanding = (bahan: Bahan): Blok[] => [
  tabelTarget(bahan),
  tabelLalu(bahan),
  tabelRenstra(bahan),
  ...tabelStandar(bahan),
]

function tabelTarget({ sasaran, tahun, nomor }: Bahan): BlokTabel {
  return {
    jenis: 'tabel',
    judul: nomor(`Perbandingan target dan realisasi ${tahun}`),
    huruf: 'kecil',
    kolom: [tengah(5), lebar(38), lebar(11), angka(11), angka(11), angka(12), lebar(14), lebar(15)],
    kepala: kepala('No', 'Indikator', 'Satuan', 'Target', 'Realisasi', 'Capaian', 'Predikat', 'Sampai dengan'),
    isi: sasaran.indikator.map((i, ke) => ({
      sel: [
        `${ke + 1}`,
        i.nama,
        i.satuan,
        i.kini ? selNilai(i.kini.target, i.kini.targetTeks) : selNilai(i.target, i.targetTeks),
        i.kini ? selNilai(i.kini.realisasi, i.kini.realisasiTeks) : 'belum ada',
        i.kini ? selCapaian(i) : TANPA_NILAI,
        i.kini?.predikat?.nama ?? TANPA_NILAI,
        i.kini?.sampai ?? TANPA_NILAI,
      ],
    })),
    catatan: [
      `Capaian sasaran: ${sasaran.capaian.capaian.jenis === 'NILAI' ? selTeks(sasaran) : 'belum dapat dihitung'}. ${sasaran.capaian.aturan}`,
    ],
  }
}

const selTeks = ({ capaian: { capaian, predikat } }: CapaianSasaran): string => {
  const sel = selPersen(capaian)
  return `${typeof sel === 'object' && 'teks' in sel ? sel.teks : sel}${predikat ? ` (${predikat.nama})` : ''}`
}

function selCapaian(i: CapaianIndikator) {
  const { kini } = i
  if (!kini) return TANPA_NILAI
  const rumus = rumusCapaian(i, kini, { target: 4, realisasi: 5 })
  return selPersen(kini.capaian, rumus ? { rumus } : {})
}

function tabelLalu({ sasaran, tahun, nomor }: Bahan): BlokTabel {
  const lalu = sasaran.indikator[0]?.lalu.map((l) => l.tahun) ?? []
  const tahunan = [...lalu, tahun]
  return {
    jenis: 'tabel',
    judul: nomor(`Realisasi dan capaian ${tahunan[0]}–${tahun}`),
    huruf: 'sangatKecil',
    kolom: [lebar(38), ...tahunan.flatMap(() => [angka(11), angka(11)]), lebar(18)],
    kepala: [
      [
        { teks: 'Indikator', baris: 2 },
        ...tahunan.map((t) => ({ teks: String(t), kolom: 2 })),
        { teks: `Perubahan dari ${tahun - 1}`, baris: 2 },
      ],
      tahunan.flatMap(() => [{ teks: 'R' }, { teks: 'C (%)' }]),
    ],
    isi: sasaran.indikator.map((i) => ({
      sel: [
        `${i.nama} (${i.satuan})`,
        ...i.lalu.flatMap((l) => selHasil(l.hasil)),
        ...selHasil(i.kini),
        i.kini && !i.kini.setahun
          ? `baru sampai ${i.kini.sampai}`
          : teksPerubahan(i.kini, i.lalu.at(-1)?.hasil ?? null, i.polaritas).teks,
      ],
    })),
    catatan: ['R: realisasi. C: capaian terhadap target tahun itu.'],
  }
}

function tabelRenstra({ sasaran, tahun, nomor }: Bahan): BlokTabel {
  const akhir = sasaran.indikator.find((i) => i.renstra.tahunAkhir)?.renstra.tahunAkhir
  return {
    jenis: 'tabel',
    judul: nomor(`Realisasi ${tahun} terhadap target akhir Renstra${akhir ? ` ${akhir}` : ''}`),
    huruf: 'kecil',
    kolom: [tengah(5), lebar(42), lebar(12), angka(15), angka(16), angka(14), angka(15)],
    kepala: kepala(
      'No',
      'Indikator',
      'Satuan',
      `Target Renstra ${tahun}`,
      `Target akhir${akhir ? ` ${akhir}` : ''}`,
      `Realisasi ${tahun}`,
      'Tingkat kemajuan',
    ),
    isi: sasaran.indikator.map((i, ke) => ({
      sel: [
        `${ke + 1}`,
        i.nama,
        i.satuan,
        i.renstra.targetTahunIni,
        selNilai(i.renstra.nilai, i.renstra.teks),
        i.kini ? selNilai(i.kini.realisasi, i.kini.realisasiTeks) : 'belum ada',
        selBanding(i, i.renstra, { target: 5, realisasi: 6 }),
      ],
    })),
  }
}

/** Only what has a standard on its card; a sentence where nothing has. */
function tabelStandar({ sasaran, tahun, nomor }: Bahan): Blok[] {
  const ada = sasaran.indikator.flatMap((i) => (i.standar ? [{ i, standar: i.standar }] : []))
  if (ada.length === 0)
    return [
      {
        jenis: 'paragraf',
        teks: 'Perbandingan dengan standar nasional: kartu indikator sasaran ini tidak memuat standar nasional.',
      },
    ]
  return [
    {
      jenis: 'tabel',
      judul: nomor(`Realisasi ${tahun} terhadap standar nasional`),
      huruf: 'kecil',
      kolom: [tengah(5), lebar(38), lebar(11), angka(12), angka(14), angka(14), lebar(27)],
      kepala: kepala(
        'No',
        'Indikator',
        'Satuan',
        'Standar',
        `Realisasi ${tahun}`,
        'Terhadap standar',
        'Sumber standar',
      ),
      isi: ada.map(({ i, standar }, ke) => ({
        sel: [
          `${ke + 1}`,
          i.nama,
          i.satuan,
          selNilai(standar.nilai, standar.teks),
          i.kini ? selNilai(i.kini.realisasi, i.kini.realisasiTeks) : 'belum ada',
          selBanding(i, standar, { target: 4, realisasi: 5 }),
          `${standar.sumber} (${standar.tahun})`,
        ],
      })),
    },
  ]
}

function selBanding(
  i: CapaianIndikator,
  banding: CapaianIndikator['renstra'] | NonNullable<CapaianIndikator['standar']>,
  kolom: { target: number; realisasi: number },
) {
  const rumus = rumusCapaian(
    i,
    { target: banding.nilai, realisasi: i.kini?.realisasi ?? null, capaian: banding.capaian },
    kolom,
  )
  return banding.capaian.jenis === 'KOSONG' ? TANPA_NILAI : selPersen(banding.capaian, rumus ? { rumus } : {})
}

/** Mean capaian of each sasaran and of the office. */
export function tabelSasaran(
  sasaran: readonly CapaianSasaran[],
  organisasi: CapaianSasaran['capaian'],
  judul: string,
): BlokTabel {
  return {
    jenis: 'tabel',
    judul,
    kolom: [tengah(5), lebar(60), angka(12), angka(16), lebar(18)],
    kepala: kepala('No', 'Sasaran', 'IKU', 'Capaian', 'Predikat'),
    isi: [
      ...sasaran.map((s, ke) => ({
        sel: [
          `${ke + 1}`,
          s.uraian,
          selAngka(String(s.indikator.length)),
          selPersen(s.capaian.capaian),
          s.capaian.predikat?.nama ?? TANPA_NILAI,
        ],
      })),
      {
        gaya: 'jumlah' as const,
        sel: [
          { teks: 'Capaian organisasi', kolom: 3 },
          selPersen(organisasi.capaian),
          organisasi.predikat?.nama ?? TANPA_NILAI,
        ],
      },
    ],
    catatan: [organisasi.aturan, ...organisasi.dikecualikan.map((d) => `Tidak ikut: ${d.nama} (${d.alasan}).`)],
  }
}
