import { formatAngka, formatPersen, formatRupiah } from '../../inti/angka/index.ts'
import { type BarisTabel, type Blok, type Dokumen, kopKecamatan, type Sel } from '../../inti/dokumen/index.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kecamatan, Pejabat } from '../organisasi/index.ts'
import { hitungSerapan } from '../pengukuran/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { hitungBaris } from './hitung-baris.ts'
import { kalimatKertas } from './kertas/kertas-baris.ts'
import { sebutBukti } from './kertas/serah-kertas.ts'
import type { BarisAnggaranIsian, BarisIsian, FormulirUnit } from './kueri.ts'
import { sudahDiserahkan, tandaTangan } from './tanda-tangan-formulir.ts'
import { sebutTarget, teksCapaian, teksRealisasi, teksTargetPeriode, teksTargetTahunan } from './teks-baris.ts'

export type BahanFormulir = {
  readonly kecamatan: Kecamatan
  readonly siklus: Pick<BarisSiklus, 'namaSop' | 'namaPeriode' | 'periode'>
  readonly formulir: readonly FormulirUnit[]
  readonly pejabat: readonly Pejabat[]
  /** YYYY-MM-DD */
  readonly tanggal: string
  /** blank: rooms to write in instead of values */
  readonly blangko: boolean
}

const JUDUL = 'FORMULIR PENGUMPULAN DATA CAPAIAN KINERJA'

/** The forms of one or all units as the official landscape matrix, each unit on pages of its own. */
export function susunDokumenFormulir(bahan: BahanFormulir): Dokumen {
  const satu = bahan.formulir.length === 1 ? bahan.formulir[0] : undefined
  const nama = `Formulir Pengumpulan Data Capaian Kinerja${bahan.blangko ? '' : ' (terisi)'}`
  return {
    judul: `${nama}${satu ? ` ${satu.unitNama}` : ''} ${bahan.siklus.namaPeriode}`,
    jenis: nama,
    ukuran: 'F4',
    arah: 'mendatar',
    kop: kopKecamatan(bahan.kecamatan),
    tanggal: bahan.tanggal,
    isi: bahan.formulir.flatMap((f, i) => [
      ...(i > 0 ? [{ jenis: 'pemisahHalaman' } as const] : []),
      ...blokFormulir(f, bahan),
    ]),
  }
}

function blokFormulir(f: FormulirUnit, bahan: BahanFormulir): Blok[] {
  const anggaran: Blok[] =
    f.anggaran.length === 0
      ? []
      : [
          { jenis: 'judul', tingkat: 3, teks: 'Realisasi anggaran sampai dengan akhir periode' },
          tabelAnggaran(f.anggaran, bahan.blangko),
        ]
  return [
    { jenis: 'judul', tingkat: 1, teks: JUDUL, subjudul: bahan.siklus.namaPeriode.toUpperCase() },
    { jenis: 'isianData', huruf: 'kecil', baris: identitas(f, bahan) },
    tabelIndikator(f.baris, bahan),
    ...anggaran,
    tandaTangan(f, bahan),
  ]
}

function identitas(f: FormulirUnit, { siklus, blangko, kecamatan }: BahanFormulir) {
  const pk = new Map(f.baris.flatMap(({ kartu }) => (kartu.pk ? [[kartu.pk.id, kartu.pk] as const] : [])))
  const dasar = [...pk.values()].map(
    (p) =>
      `Perjanjian Kinerja ${p.jabatan}${p.nomor ? ` Nomor ${p.nomor}` : ''}, berlaku sejak ${tanggalPanjang(p.berlakuSejak)}`,
  )
  const serah = sudahDiserahkan(f)
    ? `${tanggalJam(f.diserahkanPada, kecamatan.zonaWaktu)} ${sebutPenyerahan(f)}`
    : f.status === 'DIKEMBALIKAN'
      ? 'dikembalikan, belum diserahkan lagi'
      : 'belum diserahkan'
  return [
    { label: 'Unit kerja', nilai: f.unitNama },
    { label: 'Periode', nilai: siklus.namaPeriode },
    { label: 'Sumber target', nilai: dasar.join('\n') || '–' },
    ...(f.catatan ? [{ label: 'Catatan Tim SAKIP', nilai: f.catatan }] : []),
    ...(blangko ? [] : [{ label: 'Diserahkan', nilai: serah }]),
  ]
}

const sebutPenyerahan = ({ penyerah, serahKertas: k }: FormulirUnit): string =>
  k ? `atas nama ${penyerah} oleh ${k.pencatat} (${k.jabatanPencatat}), ${sebutBukti(k)}` : `oleh ${penyerah}`

function tabelIndikator(baris: readonly BarisIsian[], { siklus, blangko }: BahanFormulir): Blok {
  const kepala = [
    'No',
    'Indikator',
    'Satuan',
    `Target ${sebutTarget(siklus.periode)}`,
    'Target tahun',
    'Variabel',
    'Isian',
    'Realisasi',
    'Capaian',
    'Bukti',
    'Kendala',
    'Tindak lanjut',
  ]
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [
      { bobot: 4, rata: 'tengah' },
      { bobot: 26 },
      { bobot: 9 },
      { bobot: 9, rata: 'angka' },
      { bobot: 9, rata: 'angka' },
      { bobot: 24 },
      { bobot: 12, rata: 'angka' },
      { bobot: 12, rata: 'angka' },
      { bobot: 10, rata: 'angka' },
      { bobot: 14 },
      { bobot: 20 },
      { bobot: 20 },
    ],
    kepala: [kepala.map((teks) => ({ teks }))],
    nomorKolom: true,
    ...(blangko ? { tinggiBarisMm: 9 } : {}),
    isi: baris.flatMap((b, i) => barisIndikator(b, { nomor: i + 1, siklus, blangko })),
  }
}

/** One row per variable; the cells of the indicator span them. */
function barisIndikator(
  b: BarisIsian,
  { nomor, siklus, blangko }: { nomor: number; siklus: BahanFormulir['siklus']; blangko: boolean },
): BarisTabel[] {
  const variabel =
    b.kartu.variabel.length > 0
      ? b.kartu.variabel.map((v) => ({ nama: v.nama, nilai: b.variabel[v.kode] }))
      : [{ nama: 'Predikat', nilai: undefined }]
  const rentang = (teks: string): Sel => ({ teks, baris: variabel.length })
  const hasil = blangko ? null : hitungBaris(b, siklus.periode)
  const isi = (teks: string) => (blangko ? '' : teks)
  return variabel.map((v, i) => {
    const isian = isi(v.nilai === undefined ? '' : formatAngka(v.nilai))
    if (i > 0) return { sel: [v.nama, isian] }
    return {
      sel: [
        rentang(`${nomor}`),
        rentang(b.jatuhTempo ? b.kartu.nama : `${b.kartu.nama} (belum jatuh tempo pada periode ini)`),
        rentang(b.kartu.satuan),
        rentang(teksTargetPeriode(b, siklus.periode)),
        rentang(teksTargetTahunan(b)),
        v.nama,
        isian,
        rentang(isi(teksRealisasi(b))),
        rentang(hasil ? teksCapaian(hasil.capaian) : ''),
        rentang(isi(teksBukti(b))),
        rentang(
          isi(
            [b.alasanTidakBerlaku, b.kendala, b.faktorPendorong ? `Pendorong: ${b.faktorPendorong}` : '']
              .filter(Boolean)
              .join('\n'),
          ),
        ),
        rentang(isi([b.tindakLanjut, b.keterangan, kalimatKertas(b)].filter(Boolean).join('\n'))),
      ],
    }
  })
}

const teksBukti = (b: BarisIsian): string =>
  b.jumlahBukti > 0 ? `${b.jumlahBukti} bukti` : b.status === 'TERISI' && b.kartu.buktiWajib ? 'tidak ada' : '–'

function tabelAnggaran(anggaran: readonly BarisAnggaranIsian[], blangko: boolean): Blok {
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [
      { bobot: 4, rata: 'tengah' },
      { bobot: 18 },
      { bobot: 60 },
      { bobot: 20, rata: 'angka' },
      { bobot: 20, rata: 'angka' },
      { bobot: 10, rata: 'angka' },
      { bobot: 34 },
    ],
    kepala: [['No', 'Kode', 'Sub kegiatan', 'Pagu', 'Realisasi', 'Serapan', 'Keterangan'].map((teks) => ({ teks }))],
    ...(blangko ? { tinggiBarisMm: 7 } : {}),
    isi: anggaran.map((a, i) => {
      const realisasi =
        a.status === 'TERISI' ? formatRupiah(a.realisasi) : a.status === 'TIDAK_BERLAKU' ? 'tidak ada' : '–'
      return {
        sel: [
          `${i + 1}`,
          a.kode,
          a.nama,
          formatRupiah(a.pagu),
          blangko ? '' : realisasi,
          blangko ? '' : teksSerapan(a),
          blangko ? '' : [a.keterangan, kalimatKertas(a)].filter(Boolean).join('\n'),
        ],
      }
    }),
  }
}

/** Absorption of a budget row, '–' when it cannot be computed. */
export function teksSerapan(a: Pick<BarisAnggaranIsian, 'pagu' | 'realisasi' | 'status'>): string {
  if (a.status !== 'TERISI' || a.realisasi === null) return '–'
  const hasil = hitungSerapan({ pagu: a.pagu, realisasi: { status: 'TERISI', nilai: a.realisasi } })
  return hasil.jenis === 'NILAI' ? formatPersen(hasil.nilai) : '–'
}
