import { TANPA_NILAI } from '../../inti/angka/index.ts'
import { type Blok, type Dokumen, type InstansiKop, kopKecamatan } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { type Capaian, teksCapaian } from '../lkjip/index.ts'
import { type KartuCapaian, merahDulu, urutkanCapaian } from './susun-capaian.ts'

/** The page of capaian as a document to print: the same order, sentences, charts, and figures. `hari`: YYYY-MM-DD */
export function dokumenCapaian(capaian: Capaian, { kantor, hari }: { kantor: InstansiKop; hari: string }): Dokumen {
  const { tahun, organisasi } = capaian
  const kelompok = urutkanCapaian(capaian)
  return {
    judul: `Capaian Kinerja ${kantor.nama} Tahun ${tahun}`,
    jenis: 'Capaian Kinerja',
    ukuran: 'A4',
    arah: 'tegak',
    kop: kopKecamatan(kantor),
    tanggal: hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'CAPAIAN KINERJA',
        subjudul: `Tahun ${tahun}, keadaan ${tanggalPanjang(hari)}`,
      },
      {
        jenis: 'paragraf',
        teks: `Capaian kecamatan ${teksCapaian(organisasi.capaian)}${organisasi.predikat ? ` (${organisasi.predikat.nama})` : ''}. ${organisasi.aturan}`,
      },
      ...kelompok.flatMap(({ sasaran, kartu }): Blok[] => [
        {
          jenis: 'judul',
          tingkat: 2,
          teks: `${sasaran.uraian}: ${teksCapaian(sasaran.capaian.capaian)}${sasaran.capaian.predikat ? ` (${sasaran.capaian.predikat.nama})` : ''}`,
        },
        ...kartu.flatMap(blokKartu),
      ]),
      ...blokIkk(capaian),
    ],
  }
}

function blokKartu({ indikator: i, kalimat, grafik, baris }: KartuCapaian): Blok[] {
  const keadaan = i.kini
    ? `${teksCapaian(i.kini.capaian)}${i.kini.predikat ? ` (${i.kini.predikat.nama})` : ''}`
    : 'belum ada'
  return [
    { jenis: 'judul', tingkat: 3, teks: `${i.nama} (${i.satuan}): ${keadaan}` },
    { jenis: 'paragraf', teks: kalimat },
    ...(grafik ? [{ jenis: 'grafik', grafik } as const] : []),
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [{ bobot: 30 }, ...Array.from({ length: 3 }, () => ({ bobot: 20, rata: 'angka' as const }))],
      kepala: [['Periode', 'Target', 'Realisasi', 'Capaian'].map((teks) => ({ teks }))],
      isi: baris.map((sel) => ({ sel: [...sel] })),
      ...(i.asal
        ? {
            catatan: [
              `Sumber: ${i.kini?.sumber ?? TANPA_NILAI}. Diisi oleh ${i.asal.pengisi || i.unit}. Disetujui oleh ${i.asal.penyetuju || TANPA_NILAI}.`,
            ],
          }
        : {}),
    },
  ]
}

function blokIkk({ ikk }: Capaian): Blok[] {
  if (ikk.length === 0) return []
  return [
    { jenis: 'judul', tingkat: 2, teks: 'Indikator program, kegiatan, dan sub kegiatan' },
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [
        { bobot: 48 },
        { bobot: 14, rata: 'angka' },
        { bobot: 14, rata: 'angka' },
        { bobot: 14, rata: 'angka' },
        { bobot: 18 },
      ],
      kepala: [['Indikator', 'Target', 'Realisasi', 'Capaian', 'Predikat'].map((teks) => ({ teks }))],
      isi: [...ikk].sort(merahDulu).map((i) => ({
        sel: [
          i.nama,
          i.kini?.targetTeks ?? i.targetTeks,
          i.kini?.realisasiTeks ?? 'belum ada',
          i.kini ? teksCapaian(i.kini.capaian) : TANPA_NILAI,
          i.kini?.predikat?.nama ?? TANPA_NILAI,
        ],
      })),
    },
  ]
}
