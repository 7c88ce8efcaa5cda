import { formatIsian } from '../../../inti/angka/index.ts'
import { barisIsian, halaman, isianKembali, type Kesalahan } from '../../../inti/http/index.ts'
import { ringkas } from '../../../inti/ringkas.ts'
import type { Unit } from '../../organisasi/index.ts'
import { BATAS_RATA_RATA } from '../../pengukuran/index.ts'
import type { IsianKartu } from './isi-kartu.ts'
import { MAKS_KATEGORI, MAKS_VARIABEL } from './isian-baris-kartu.ts'
import {
  AGREGASI,
  ARAH,
  FREKUENSI,
  METODE,
  PERAN_VARIABEL,
  POLARITAS,
  SMART,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
  TINGKAT,
  VARIAN_MIN,
} from './istilah.ts'
import type { PilihanLetak } from './kueri-letak.ts'
import { type Sebutan, sebutJenis } from './kueri-sebutan.ts'
import { LABEL_KARTU } from './label-kartu.ts'

type Baris = Readonly<Record<string, string>>
export type BahanIsian = {
  readonly judul: string
  readonly keterangan: string
  /** where the form goes, and where "Batal" leads */
  readonly alamat: string
  readonly batal: string
  readonly tombol: string
  /** the present content; null for a new card */
  readonly isi: IsianKartu | null
  readonly perubahan: number
  /** a reason is asked for: a used card gets a new version, a proposal says why */
  readonly versiBaru: { readonly berlakuTahun: number; readonly versi: number } | null
  readonly usulan: boolean
  readonly unit: readonly Unit[]
  readonly letak: readonly PilihanLetak[]
  readonly sebutan: Sebutan
  /** what was typed, after a refusal */
  readonly badan?: unknown
  readonly kesalahan?: Kesalahan
}

const opsiDari = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))

/** The form of a card: a new one, a change, or a proposal of either. Works row by row without scripts: spare rows stand below. */
export function susunIsianKartu(bahan: BahanIsian) {
  const { isi, badan, kesalahan = {}, versiBaru, sebutan } = bahan
  const ketik = badan === undefined ? null : isianKembali(badan)
  return {
    judulHalaman: bahan.judul,
    keterangan: bahan.keterangan,
    alamat: bahan.alamat,
    batal: bahan.batal,
    tombol: bahan.tombol,
    versi: ketik?.versi ?? String(bahan.perubahan),
    versiBaru,
    usulan: bahan.usulan,
    kesalahan,
    label: labelDengan(kesalahan),
    isian: { ...isianDari(isi, versiBaru), ...ketik },
    buktiWajib: ketik ? ketik.buktiWajib === 'ya' : (isi?.buktiWajib ?? true),
    variabel: susunBaris(ketik ? barisIsian(badan, 'variabel') : (isi?.variabel ?? []).map(barisVariabel), {
      awalan: 'variabel',
      kosong: { nama: '', kode: '', satuan: '', bobot: '', peran: '' },
      paling: [3, MAKS_VARIABEL],
      kesalahan,
    }),
    kategori: susunBaris(ketik ? barisIsian(badan, 'kategori') : (isi?.kategori ?? []).map(barisKategori), {
      awalan: 'kategori',
      kosong: { nama: '', kode: '', skor: '' },
      paling: [5, MAKS_KATEGORI],
      kesalahan,
    }),
    bukaKategori: (ketik?.metode ?? isi?.metode) === 'KATEGORI',
    smart: susunSmart(ketik ? barisIsian(badan, 'smart') : null, isi),
    opsi: susunOpsi(sebutan),
    opsiTempat: susunTempat(bahan.letak),
    opsiUnit: [{ nilai: '', teks: 'Pilih unit' }, ...bahan.unit.map((u) => ({ nilai: u.id, teks: u.nama }))],
  }
}

const susunOpsi = (sebutan: Sebutan) => ({
  jenis: (['IKU', 'IKK'] as const).map((nilai) => {
    const { pendek, panjang } = sebutJenis(nilai, sebutan)
    return { nilai, teks: `${panjang} (${pendek})` }
  }),
  metode: opsiDari(METODE),
  polaritas: opsiDari(POLARITAS),
  varianMin: opsiDari(VARIAN_MIN),
  arah: opsiDari(ARAH),
  agregasi: opsiDari(AGREGASI),
  aturanNol: opsiDari(TEKS_ATURAN_NOL),
  batas: [
    { nilai: '', teks: 'Mengikuti aturan tahunnya' },
    ...BATAS_RATA_RATA.map((nilai) => ({ nilai, teks: TEKS_BATAS[nilai] })),
  ],
  pembulatan: opsiDari(TEKS_PEMBULATAN),
  frekuensi: opsiDari(FREKUENSI),
  peran: [{ nilai: '', teks: 'Urutan' }, ...opsiDari(PERAN_VARIABEL)],
  jawaban: [
    { nilai: '', teks: 'Belum dijawab' },
    { nilai: 'YA', teks: 'Ya' },
    { nilai: 'TIDAK', teks: 'Tidak' },
  ],
})

const susunTempat = (letak: readonly PilihanLetak[]) => [
  { nilai: '', teks: 'Pilih yang diukur' },
  ...letak.map(({ tingkat, id, nama }) => ({
    nilai: `${tingkat}:${id}`,
    teks: `${TINGKAT[tingkat]}: ${ringkas(nama, 110)}`,
  })),
]

/** Stored content as text of the form's fields. */
function isianDari(isi: IsianKartu | null, versiBaru: BahanIsian['versiBaru']): Record<string, string> {
  const berlakuTahun = versiBaru ? String(versiBaru.berlakuTahun) : ''
  const awal = {
    kode: '',
    jenis: 'IKK',
    nama: '',
    satuan: '',
    definisi: '',
    tempat: '',
    unitId: '',
    metode: 'PERSENTASE',
    ekspresi: '',
    rumus: '',
    desimal: '2',
    pembulatan: 'SETENGAH_NAIK',
    polaritas: 'MAKS',
    varianMin: '2T-R',
    arah: 'MAKS',
    agregasi: 'POSISI_AKHIR',
    aturanNol: 'BAKU',
    batasCapaian: '',
    bobot: '',
    sumberData: '',
    frekuensi: 'TRIWULANAN',
    aturanBukti: '',
    asal: '',
    standarNilai: '',
    standarSumber: '',
    standarTahun: '',
    alasan: '',
    berlakuTahun,
  }
  if (!isi) return awal
  const { tempat, standar, variabel: _, kategori: _k, smart: _s, buktiWajib: _b, ...lain } = isi
  return {
    ...awal,
    ...Object.fromEntries(Object.entries(lain).map(([bidang, nilai]) => [bidang, nilai === null ? '' : String(nilai)])),
    bobot: formatIsian(isi.bobot),
    tempat: `${tempat.tingkat}:${tempat.id}`,
    standarNilai: /^-?\d+(\.\d+)?$/.test(standar.nilai ?? '') ? formatIsian(standar.nilai) : (standar.nilai ?? ''),
    standarSumber: standar.sumber ?? '',
    standarTahun: standar.tahun ?? '',
  }
}

const barisVariabel = (v: IsianKartu['variabel'][number]): Baris => ({
  nama: v.nama,
  kode: v.kode,
  satuan: v.satuan,
  bobot: formatIsian(v.bobot),
  peran: v.peran ?? '',
})
const barisKategori = ({ nama, kode, skor }: IsianKartu['kategori'][number]): Baris => ({
  nama,
  kode,
  skor: formatIsian(skor),
})

type Cara = { awalan: string; kosong: Baris; paling: readonly [sedikit: number, banyak: number]; kesalahan: Kesalahan }
/** Rows that are there and spare ones, each with the errors of its fields. */
function susunBaris(daftar: readonly Baris[], { awalan, kosong, paling: [sedikit, banyak], kesalahan }: Cara) {
  const jumlah = Math.min(banyak, Math.max(sedikit, daftar.length + 2))
  return Array.from({ length: jumlah }, (_, ke) => ({
    awalan: `${awalan}.${ke}`,
    nomor: ke + 1,
    isi: { ...kosong, ...daftar[ke] } as Record<string, string>,
    salah: Object.keys(kosong).flatMap((bidang) => {
      const teks = kesalahan[`${awalan}.${ke}.${bidang}`]
      return teks ? [{ nama: `${awalan}.${ke}.${bidang}`, teks }] : []
    }),
  }))
}

function susunSmart(ketik: readonly Baris[] | null, isi: IsianKartu | null) {
  return SMART.map(({ kode, nama, tanya }, ke) => {
    const ada = ketik ? ketik.find((b) => b.kode === kode) : isi?.smart.find((s) => s.kode === kode)
    return { awalan: `smart.${ke}`, kode, nama, tanya, jawaban: ada?.jawaban ?? '', catatan: ada?.catatan ?? '' }
  })
}

/** Labels of the error summary, also of rows: "Data 2, kode". */
function labelDengan(kesalahan: Kesalahan): Record<string, string> {
  const baris = Object.keys(kesalahan).flatMap((bidang): [string, string][] => {
    const [depan = '', nomor = '', kolom = ''] = bidang.split('.')
    const sebut = { variabel: 'Data', kategori: 'Kategori', smart: 'Pertanyaan' }[depan]
    return sebut && kolom ? [[bidang, `${sebut} ${Number(nomor) + 1}, ${kolom}`]] : []
  })
  return { ...LABEL_KARTU, ...Object.fromEntries(baris) }
}

export const halamanIsianKartu = halaman<ReturnType<typeof susunIsianKartu>>('perencanaan/isian-kartu')
