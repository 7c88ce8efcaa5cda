import { formatAngka, formatIsian, formatRupiah } from '../../../inti/angka/index.ts'
import type { KolomImpor } from '../../impor/index.ts'
import { bacaAnggaran, bacaBaris, type PerubahanAnggaran, type PerubahanBaris } from '../baca-baris.ts'
import type { KartuBaris } from '../kartu.ts'
import type { BarisAnggaranIsian, BarisIsian, FormulirUnit } from '../kueri.ts'
import { CATATAN_BARIS } from '../tampilan-baris.ts'

/**
 * Values of one row of a form under the names of its fields (`v.<kode>`, `kategori`, `tb`, `alasan`, …, `realisasi`):
 * figures as plain decimals, choices by code, `tb` '1' for not measured, blank ''.
 */
export type NilaiBidang = Readonly<Record<string, string>>
/** One thing that can be typed in a row; `kolom` says how a cell with it is read. */
export type Bidang = { readonly kode: string; readonly label: string; readonly kolom: KolomImpor }
export type BacaanBaris = {
  /** what would be written; null when something must be corrected first */
  readonly data: PerubahanBaris | PerubahanAnggaran | null
  readonly kesalahan: Readonly<Record<string, string>>
  /** the fields as they would be stored */
  readonly nilai: NilaiBidang
}
/** A row of a form, indicator or budget, as a set of fields. */
export type BarisBidang = {
  readonly id: string
  readonly jenis: 'INDIKATOR' | 'ANGGARAN'
  readonly nama: string
  /** as the audit trail calls it */
  readonly sebutan: string
  readonly terbuka: boolean
  readonly versi: number
  readonly diubahOleh: string
  readonly diubahPada: Date | null
  readonly bidang: readonly Bidang[]
  readonly nilai: NilaiBidang
  /** reads fields exactly as typing them in the form is read */
  readonly baca: (nilai: NilaiBidang) => BacaanBaris
}

export const MAKS_CATATAN_BARIS = 2000
export const MAKS_ALASAN = 1000
export const KEADAAN_INDIKATOR = [
  { nilai: '', teks: 'Diukur' },
  { nilai: '1', teks: 'Tidak diukur' },
] as const
export const KEADAAN_ANGGARAN = [
  { nilai: '', teks: 'Dilaporkan' },
  { nilai: '1', teks: 'Tidak dilaporkan' },
] as const

/** All rows of a form, indicators first, in the order of the form. */
export const barisBidang = (formulir: Pick<FormulirUnit, 'baris' | 'anggaran'>): BarisBidang[] => [
  ...formulir.baris.map(barisIndikator),
  ...formulir.anggaran.map(barisAnggaran),
]

function barisIndikator(b: BarisIsian): BarisBidang {
  return {
    ...umum(b),
    jenis: 'INDIKATOR',
    nama: b.kartu.nama,
    sebutan: b.kartu.kode,
    bidang: bidangIndikator(b.kartu),
    nilai: nilaiIndikator(b.kartu, b),
    baca(nilai) {
      const { data, kesalahan } = bacaBaris(b.kartu, susunIsian(b, nilai))
      return { data, kesalahan, nilai: data ? nilaiIndikator(b.kartu, data) : nilai }
    },
  }
}

function barisAnggaran(a: BarisAnggaranIsian): BarisBidang {
  return {
    ...umum(a),
    jenis: 'ANGGARAN',
    nama: a.nama,
    sebutan: a.kode,
    bidang: BIDANG_ANGGARAN,
    nilai: nilaiAnggaran(a),
    baca(nilai) {
      const isian = {
        versi: a.versi,
        asal: '',
        pakaiTersimpan: false,
        realisasi: formatIsian(nilai.realisasi || null),
        tidakBerlaku: nilai.tb === '1',
        keterangan: nilai.keterangan ?? '',
      }
      const { data, kesalahan } = bacaAnggaran(isian)
      return { data, kesalahan, nilai: data ? nilaiAnggaran(data) : nilai }
    },
  }
}

const umum = ({ id, terbuka, versi, diubahOleh, diubahPada }: BarisIsian | BarisAnggaranIsian) => ({
  id,
  terbuka,
  versi,
  diubahOleh,
  diubahPada,
})

const teks = (kode: string, label: string, maks = MAKS_CATATAN_BARIS): Bidang => ({
  kode,
  label,
  kolom: { kode, judul: label, jenis: 'teks', maks },
})
const keadaan = (pilihan: typeof KEADAAN_INDIKATOR | typeof KEADAAN_ANGGARAN): Bidang => ({
  kode: 'tb',
  label: 'Keadaan',
  kolom: { kode: 'tb', judul: 'Keadaan', jenis: 'pilihan', pilihan },
})

const BIDANG_ANGGARAN: readonly Bidang[] = [
  { kode: 'realisasi', label: 'Realisasi', kolom: { kode: 'realisasi', judul: 'Realisasi', jenis: 'uang' } },
  keadaan(KEADAAN_ANGGARAN),
  teks('keterangan', 'Keterangan'),
]

/** What stands in the column "Isian" of an indicator, one line each: its variables, or its category. */
export function bidangIsian({ metode, variabel, kategori }: KartuBaris): Bidang[] {
  if (metode !== 'KATEGORI')
    return variabel.map(({ kode, nama }) => ({
      kode: `v.${kode}`,
      label: nama,
      kolom: { kode: `v.${kode}`, judul: nama, jenis: 'angka' },
    }))
  const pilihan = kategori.map((k) => ({ nilai: k.kode, teks: k.nama ?? k.kode }))
  return [
    { kode: 'kategori', label: 'Predikat', kolom: { kode: 'kategori', judul: 'Predikat', jenis: 'pilihan', pilihan } },
  ]
}

const bidangIndikator = (kartu: KartuBaris): Bidang[] => [
  ...bidangIsian(kartu),
  keadaan(KEADAAN_INDIKATOR),
  teks('alasan', 'Alasan tidak diukur', MAKS_ALASAN),
  ...CATATAN_BARIS.map((c) => teks(c.bidang, c.label)),
]

type IsiIndikator = Pick<
  BarisIsian,
  | 'status'
  | 'variabel'
  | 'kategori'
  | 'alasanTidakBerlaku'
  | 'kendala'
  | 'faktorPendorong'
  | 'tindakLanjut'
  | 'keterangan'
>
function nilaiIndikator(kartu: KartuBaris, b: IsiIndikator): NilaiBidang {
  const angka =
    kartu.metode === 'KATEGORI'
      ? [['kategori', b.kategori ?? '']]
      : kartu.variabel.map(({ kode }) => [`v.${kode}`, b.variabel[kode] ?? ''])
  const { kendala, faktorPendorong, tindakLanjut, keterangan } = b
  const tb = b.status === 'TIDAK_BERLAKU' ? '1' : ''
  return {
    ...Object.fromEntries(angka),
    tb,
    alasan: b.alasanTidakBerlaku,
    kendala,
    faktorPendorong,
    tindakLanjut,
    keterangan,
  }
}

const nilaiAnggaran = (a: Pick<BarisAnggaranIsian, 'status' | 'realisasi' | 'keterangan'>): NilaiBidang => ({
  realisasi: a.realisasi ?? '',
  tb: a.status === 'TIDAK_BERLAKU' ? '1' : '',
  keterangan: a.keterangan,
})

/** Fields as the page would send them; figures without points for thousands, so that nothing has to be asked. */
const susunIsian = ({ kartu, versi }: BarisIsian, nilai: NilaiBidang) => ({
  versi,
  asal: '',
  pakaiTersimpan: false,
  pilihan: {},
  variabel: Object.fromEntries(kartu.variabel.map(({ kode }) => [kode, formatIsian(nilai[`v.${kode}`] || null)])),
  kategori: nilai.kategori ?? '',
  tidakBerlaku: nilai.tb === '1',
  alasan: nilai.alasan ?? '',
  kendala: nilai.kendala ?? '',
  faktorPendorong: nilai.faktorPendorong ?? '',
  tindakLanjut: nilai.tindakLanjut ?? '',
  keterangan: nilai.keterangan ?? '',
})

/** A value as a person reads it; blank is "kosong". */
export function teksBidang({ kolom }: Bidang, nilai: string): string {
  if (kolom.jenis === 'pilihan') return kolom.pilihan?.find((p) => p.nilai === nilai)?.teks ?? (nilai || 'kosong')
  if (nilai === '') return 'kosong'
  if (kolom.jenis === 'uang') return formatRupiah(nilai)
  return kolom.jenis === 'angka' ? formatAngka(nilai) : nilai
}
