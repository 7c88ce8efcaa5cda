import { formatIsian } from '../../../inti/angka/index.ts'
import { type Pelaku, unitIsian } from '../../../inti/pelaku.ts'
import { jam, tanggalJam } from '../../../inti/waktu/index.ts'
import type { LembarTerlindung, SelTerlindung, TugasBukuTerlindung } from '../../impor/index.ts'
import { bukanBagian } from '../delegasi/pembagian.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { sebutTarget, teksLalu, teksTargetPeriode, teksTargetTahunan } from '../teks-baris.ts'
import { type BarisBidang, type Bidang, barisBidang, bidangIsian } from './baris-isian.ts'
import { lembarTanda } from './lembar-tanda.ts'
import { KOLOM_ANGGARAN, kolomIndikator, LEMBAR_ANGGARAN, LEMBAR_INDIKATOR, LEMBAR_PETUNJUK } from './susunan-buku.ts'

const baca = (isi: string | number | null, format?: string): SelTerlindung => ({
  isi,
  gaya: 'baca',
  ...(format && { format }),
})
type Kolom = ReturnType<typeof kolomIndikator>[number]

/** The workbook of a form: today's values, only what this form can take now is open; definitions as comments. Pure but for the clock. */
export function susunBukuFormulir(formulir: FormulirLengkap, pelaku: Pelaku): TugasBukuTerlindung {
  // who is of the unit finds rows of others locked
  const lain = unitIsian(pelaku).includes(formulir.unitId) ? bukanBagian(pelaku, formulir) : new Map<string, string>()
  const baris = barisBidang(formulir).map((b) => ({ ...b, terbuka: b.terbuka && !lain.has(b.id) }))
  const cari = new Map(baris.map((b) => [b.id, b]))
  return {
    lembar: [
      lembarPetunjuk(formulir, pelaku),
      ...(formulir.baris.length > 0 ? [lembarIndikator(formulir, cari)] : []),
      ...(formulir.anggaran.length > 0 ? [lembarAnggaran(formulir, cari)] : []),
      lembarTanda(formulir, pelaku, baris),
    ],
  }
}

const CARA = [
  'Isi hanya sel berwarna kuning; sel lain terkunci. Angka diketik sebagai angka, tanpa "Rp" dan tanpa tanda %.',
  'Sel kosong berarti belum ada data; tulis 0 bila nilainya nol. Rumus tidak dibaca: tempel sebagai nilai.',
  'Mengosongkan sel yang tadinya berisi berarti menghapus isinya di Takar.',
  'Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah di halaman formulir, "Isi di Excel". Perbedaannya ditampilkan dahulu; tidak ada yang berubah sebelum Anda menerapkannya.',
  'Bukti (foto, dokumen) dilampirkan di halaman formulir, bukan di buku ini.',
]

function lembarPetunjuk(formulir: FormulirLengkap, pelaku: Pelaku): LembarTerlindung {
  const { siklus, unitNama } = formulir
  const teks = (isi: string): SelTerlindung[] => [{ isi, gaya: 'teks' }]
  const kepala = ['Indikator', 'Data yang diisi', 'Definisi dan rumus', 'Bukti yang diminta']
  return {
    nama: LEMBAR_PETUNJUK,
    lebar: [44, 30, 70, 34],
    baris: [
      [{ isi: `Buku isian ${unitNama}, ${siklus.namaPeriode}`, gaya: 'judul' }],
      teks(`${siklus.namaSop} · ${pelaku.namaKecamatan}, ${pelaku.kabupaten}`),
      teks(`Diunduh ${tanggalJam(jam.sekarang(), pelaku.zonaWaktu)} oleh ${pelaku.nama}`),
      [],
      ...CARA.map(teks),
      [],
      kepala.map((isi): SelTerlindung => ({ isi, gaya: 'kepala' })),
      ...formulir.baris.map(({ kartu }) => [
        baca(kartu.nama),
        baca(
          bidangIsian(kartu)
            .map((b) => b.label)
            .join('\n'),
        ),
        baca([kartu.definisi, kartu.rumus].filter(Boolean).join('\n')),
        baca(`${kartu.aturanBukti || 'tidak ditentukan'}${kartu.buktiWajib ? ' (wajib)' : ''}`),
      ]),
    ],
  }
}

function kepalaLembar(judul: string, petunjuk: string, kolom: readonly Kolom[]): (SelTerlindung | null)[][] {
  // titles stand in the first column that is in sight
  return [
    [null, null, { isi: judul, gaya: 'judul' }],
    [null, null, { isi: petunjuk, gaya: 'teks' }],
    kolom.map((k) => ({ isi: k.judul || null, gaya: 'kepala' })),
    kolom.map((k) => ({ isi: k.bidang ?? null, gaya: 'teks' })),
  ]
}
const BEKU = { baris: 4, kepala: 3 } as const

function lembarIndikator(formulir: FormulirLengkap, cari: ReadonlyMap<string, BarisBidang>): LembarTerlindung {
  const { periode, namaPeriode } = formulir.siklus
  const kolom = kolomIndikator(sebutTarget(periode))
  const isi = formulir.baris.flatMap((b, ke) => {
    const satu = cari.get(b.id)
    const isian = bidangIsian(b.kartu)
    const definisi = [b.kartu.definisi, b.kartu.rumus && `Rumus: ${b.kartu.rumus}`].filter(Boolean).join('\n')
    const nama = b.jatuhTempo ? b.kartu.nama : `${b.kartu.nama} (belum jatuh tempo pada periode ini)`
    const awal = [
      baca(ke + 1, '0'),
      { ...baca(nama), ...(definisi && { komentar: definisi }) },
      baca(b.kartu.satuan),
      baca(teksTargetPeriode(b, periode)),
      baca(teksTargetTahunan(b)),
      baca(teksLalu(b, periode).join('\n')),
    ]
    return (isian.length > 0 ? isian : [null]).map((bidang, urut) => [
      baca(b.id),
      baca(bidang?.kode ?? ''),
      ...(urut === 0 ? awal : awal.map(() => baca(null))),
      { ...baca(bidang?.label ?? null), ...(bidang && definisi && { komentar: definisi }) },
      ...(satu ? selBidang(kolom, satu, { isian: bidang, utama: urut === 0, petunjuk: b.kartu.definisi }) : []),
    ])
  })
  const petunjuk = 'Isi kolom kuning. Arahkan penunjuk ke sel bertanda segitiga merah untuk membaca definisinya.'
  return {
    nama: LEMBAR_INDIKATOR,
    lebar: kolom.map((k) => k.lebar),
    beku: { ...BEKU, kolom: 4 },
    barisSembunyi: [BEKU.baris],
    baris: [...kepalaLembar(`Indikator ${formulir.unitNama}, ${namaPeriode}`, petunjuk, kolom), ...isi],
  }
}

function lembarAnggaran(formulir: FormulirLengkap, cari: ReadonlyMap<string, BarisBidang>): LembarTerlindung {
  const isi = formulir.anggaran.map((a, ke) => {
    const satu = cari.get(a.id)
    const isian = satu?.bidang[0] ?? null
    return [
      baca(a.id),
      baca('realisasi'),
      baca(ke + 1, '0'),
      baca(a.kode),
      { ...baca(a.nama), komentar: 'Realisasi dihitung sejak awal tahun sampai akhir periode ini.' },
      selUang(a.pagu),
      selUang(a.sebelumnya ?? ''),
      ...(satu ? selBidang(KOLOM_ANGGARAN, satu, { isian, utama: true, petunjuk: `Pagu ${formatIsian(a.pagu)}` }) : []),
    ]
  })
  return {
    nama: LEMBAR_ANGGARAN,
    lebar: KOLOM_ANGGARAN.map((k) => k.lebar),
    beku: { ...BEKU, kolom: 5 },
    barisSembunyi: [BEKU.baris],
    baris: [
      ...kepalaLembar(
        `Anggaran ${formulir.unitNama}, ${formulir.siklus.namaPeriode}`,
        'Realisasi dihitung sejak awal tahun sampai akhir periode ini.',
        KOLOM_ANGGARAN,
      ),
      ...isi,
    ],
  }
}

type Letak = { readonly isian: Bidang | null; readonly utama: boolean; readonly petunjuk: string }
/** The cells of the columns that carry a field, from the column "Isian" on; fields of the whole row stand in its first line. */
function selBidang(kolom: readonly Kolom[], satu: BarisBidang, { isian, utama, petunjuk }: Letak): SelTerlindung[] {
  const dari = kolom.findIndex((k) => k.bidang === 'isian')
  return kolom.slice(dari).map((k) => {
    const bidang = k.bidang === 'isian' ? isian : utama ? satu.bidang.find((b) => b.kode === k.bidang) : undefined
    return bidang ? selIsian(satu, bidang, petunjuk) : baca(null)
  })
}

function selIsian(satu: BarisBidang, bidang: Bidang, petunjuk: string): SelTerlindung {
  const { jenis, pilihan } = bidang.kolom
  const nilai = satu.nilai[bidang.kode] ?? ''
  const gaya = satu.terbuka ? 'isian' : 'baca'
  if (jenis === 'pilihan')
    return {
      isi: pilihan?.find((p) => p.nilai === nilai)?.teks ?? null,
      gaya,
      pilihan: (pilihan ?? []).map((p) => p.teks),
      ...(bidang.kode === 'kategori' && petunjuk && { petunjuk: { judul: bidang.label, teks: petunjuk } }),
    }
  if (jenis === 'teks') return { isi: nilai || null, gaya, maksTeks: bidang.kolom.maks ?? 0 }
  const sel = jenis === 'uang' ? selUang(nilai) : { isi: angkaSel(nilai), format: 'General' }
  return { ...sel, gaya, angka: true, ...(petunjuk && { petunjuk: { judul: bidang.label, teks: petunjuk } }) }
}

const selUang = (nilai: string): SelTerlindung => baca(angkaSel(nilai), nilai.includes('.') ? '#,##0.00' : '#,##0')

/** A real number where Excel can hold it exactly (15 digits), else text in the office's own writing. */
function angkaSel(nilai: string): number | string | null {
  if (nilai === '') return null
  return nilai.replace(/^0\.0*|[.-]/g, '').length <= DIGIT_EXCEL ? Number(nilai) : formatIsian(nilai)
}
const DIGIT_EXCEL = 15
