import type { BasisData } from '../../../inti/basis-data/index.ts'
import { type Blok, type Dokumen, kopKecamatan } from '../../../inti/dokumen/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import {
  ambilKecamatan,
  cariCamat,
  daftarPejabat,
  type Kecamatan,
  type Pejabat,
  pihakCamat,
} from '../../organisasi/index.ts'
import { ambilKartuCetak, type KartuCetak, type Saringan } from './kueri.ts'
import { ambilSebutan, type Sebutan, sebutJenis } from './kueri-sebutan.ts'
import {
  type BarisKartu,
  barisCapaian,
  barisData,
  barisLetak,
  barisNilai,
  barisSmartKartu,
  barisVariabelKartu,
} from './rincian-kartu.ts'
import { teksBerlaku } from './tampilan-kartu.ts'

export type BahanKartu = {
  readonly kartu: readonly KartuCetak[]
  readonly kecamatan: Kecamatan
  readonly sebutan: Sebutan
  readonly camat: Pejabat | null
  /** YYYY-MM-DD */
  readonly hari: string
}

/** The cards of a filter as one document ("Manual Indikator Kinerja"), or one card (`id`; 404 when there is none). */
export async function siapkanDokumen(
  db: BasisData,
  pelaku: Pelaku,
  saring: Omit<Saringan, 'halaman'> & { id?: string },
): Promise<Dokumen> {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [kartu, kecamatan, sebutan, pejabat] = await Promise.all([
    ambilKartuCetak(db, pelaku, saring),
    ambilKecamatan(db.baca, pelaku),
    ambilSebutan(db.baca, pelaku),
    daftarPejabat(db.baca, pelaku, hari),
  ])
  const camat = cariCamat(pejabat)
  const bahan = { kartu, kecamatan, sebutan, camat, hari }
  return saring.id ? susunDokumenKartu(bahan) : susunManual(bahan)
}

/** One card on its sheet. */
export function susunDokumenKartu(bahan: BahanKartu): Dokumen {
  const [satu] = bahan.kartu
  if (!satu) throw galat.tidakDitemukan('Indikator')
  return {
    ...kepala(bahan, `Kartu Indikator ${satu.kartu.kode}`),
    isi: [...isiKartu(satu, bahan.sebutan), tandaTangan(bahan)],
  }
}

/** All cards in one document: a list to begin with, signed by the Camat, then each card on a sheet of its own. */
export function susunManual(bahan: BahanKartu): Dokumen {
  const { kartu, sebutan } = bahan
  return {
    ...kepala(bahan, `Manual Indikator Kinerja ${bahan.kecamatan.nama}`),
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'MANUAL INDIKATOR KINERJA', subjudul: subjudul(bahan) },
      {
        jenis: 'tabel',
        kolom: [
          { bobot: 5, rata: 'tengah' },
          { bobot: 12 },
          { bobot: 45 },
          { bobot: 13, rata: 'tengah' },
          { bobot: 25 },
        ],
        kepala: [['No', 'Kode', 'Indikator', 'Satuan', 'Penanggung jawab'].map((teks) => ({ teks }))],
        nomorKolom: true,
        isi: barisDaftar(bahan),
      },
      { jenis: 'jarak', mm: 4 },
      tandaTangan(bahan),
      ...kartu.flatMap((satu): Blok[] => [{ jenis: 'pemisahHalaman' }, ...isiKartu(satu, sebutan)]),
    ],
  }
}

function barisDaftar({ kartu, sebutan }: BahanKartu) {
  if (kartu.length === 0) return [{ sel: [{ teks: 'Tidak ada indikator yang cocok.', kolom: 5 }] }]
  return kartu.map(({ kartu: k, unit }, ke) => ({
    sel: [`${ke + 1}`, `${k.kode}\n${sebutJenis(k.jenis, sebutan).pendek}`, k.nama, k.satuan, unit],
  }))
}

const kepala = ({ kecamatan, hari }: BahanKartu, judul: string) => ({
  judul,
  jenis: 'Manual Indikator Kinerja',
  ukuran: 'F4' as const,
  arah: 'tegak' as const,
  kop: kopKecamatan(kecamatan),
  tanggal: hari,
})

const subjudul = ({ kartu, sebutan }: BahanKartu): string =>
  (['IKU', 'IKK'] as const)
    .filter((jenis) => kartu.some(({ kartu: k }) => k.jenis === jenis))
    .map((jenis) => sebutJenis(jenis, sebutan).panjang.toUpperCase())
    .join(' DAN ')

/** The card as the official form has it: numbered rows in parts, then variables, categories and the SMART check. */
function isiKartu(satu: KartuCetak, sebutan: Sebutan): Blok[] {
  const { kartu, unit } = satu
  const { pendek, panjang } = sebutJenis(kartu.jenis, sebutan)
  const identitas: BarisKartu[] = [
    { label: 'Nama indikator', nilai: kartu.nama },
    {
      label: 'Kode dan versi kartu',
      nilai: `${kartu.kode}, versi ${kartu.versi} (berlaku ${teksBerlaku(kartu.berlakuTahun)})`,
    },
    { label: 'Jenis', nilai: `${panjang} (${pendek})` },
    ...barisLetak(satu, kartu),
  ]
  const bagian: (readonly [string, readonly BarisKartu[]])[] = [
    ['A. Identitas', identitas],
    ['B. Nilai indikator', barisNilai(kartu)],
    ['C. Capaian', barisCapaian(kartu)],
    ['D. Data', barisData(kartu, unit)],
  ]
  return [
    { jenis: 'judul', tingkat: 1, teks: 'KARTU INDIKATOR KINERJA', subjudul: kartu.nama.toUpperCase() },
    {
      jenis: 'tabel',
      kolom: [{ bobot: 30 }, { bobot: 70 }],
      kepala: [],
      huruf: 'kecil',
      isi: bagian.flatMap(([judul, baris]) => [
        { gaya: 'subjudul' as const, sel: [{ teks: judul, kolom: 2 }] },
        ...baris.map(({ label, nilai }) => ({ sel: [label, nilai] })),
      ]),
    },
    ...tabelVariabel(kartu),
    ...tabelKategori(kartu),
    ...tabelSmart(kartu),
  ]
}

function tabelVariabel(kartu: KartuCetak['kartu']): Blok[] {
  if (kartu.variabel.length === 0) return []
  const kolom = ['Data yang diisi', 'Kode', 'Satuan', 'Bobot', 'Peran']
  return [
    { jenis: 'jarak', mm: 2 },
    {
      jenis: 'tabel',
      kolom: [{ bobot: 45 }, { bobot: 20 }, { bobot: 13 }, { bobot: 9, rata: 'angka' }, { bobot: 13 }],
      kepala: [kolom.map((teks) => ({ teks }))],
      huruf: 'kecil',
      isi: barisVariabelKartu(kartu).map((sel) => ({ sel })),
    },
  ]
}

function tabelKategori({ kategori }: KartuCetak['kartu']): Blok[] {
  if (kategori.length === 0) return []
  return [
    { jenis: 'jarak', mm: 2 },
    {
      jenis: 'tabel',
      kolom: [{ bobot: 80 }, { bobot: 20, rata: 'angka' }],
      kepala: [[{ teks: 'Kategori' }, { teks: 'Skor' }]],
      huruf: 'kecil',
      isi: kategori.map((k) => ({ sel: [k.nama, String(k.skor).replace('.', ',')] })),
    },
  ]
}

function tabelSmart(kartu: KartuCetak['kartu']): Blok[] {
  return [
    { jenis: 'jarak', mm: 2 },
    {
      jenis: 'tabel',
      kolom: [{ bobot: 55 }, { bobot: 13, rata: 'tengah' }, { bobot: 32 }],
      kepala: [[{ teks: 'E. Pemeriksaan SMART' }, { teks: 'Jawaban' }, { teks: 'Catatan' }]],
      huruf: 'kecil',
      isi: barisSmartKartu(kartu).map(({ nama, tanya, jawaban, catatan }) => ({
        sel: [`${nama}: ${tanya}`, jawaban, catatan],
      })),
    },
  ]
}

const tandaTangan = ({ camat, kecamatan, hari }: BahanKartu): Blok => ({
  jenis: 'tandaTangan',
  pihak: [pihakCamat(camat, { tempat: kecamatan.tempat, hari })],
})
