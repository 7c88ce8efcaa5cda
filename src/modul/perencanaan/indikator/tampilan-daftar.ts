import { TANPA_NILAI } from '../../../inti/angka/index.ts'
import { halaman } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { Unit } from '../../organisasi/index.ts'
import { namaTriwulan, nilaiIndikator, tabPerencanaan } from '../istilah.ts'
import { ALUR_KARTU, bolehKartu } from './alur.ts'
import { type BarisIndikator, PER_HALAMAN, type Saringan } from './kueri.ts'
import type { Sebutan } from './kueri-sebutan.ts'

type Bahan = {
  readonly saring: Saringan
  readonly unit: readonly Unit[]
  readonly tahun: number
  readonly sebutan: Sebutan
  /** proposals that wait for a decision */
  readonly usulan: number
}

/** Indicators with filter and pages, and what this person may do. */
export function susunDaftarIndikator(
  baris: readonly BarisIndikator[],
  { saring, unit, tahun, sebutan, usulan }: Bahan,
  pelaku: Pelaku,
) {
  const { halaman: ke, ...isian } = saring
  const jumlah = baris[0]?.jumlah ?? 0
  const kueri = new URLSearchParams(Object.entries(isian).filter(([, nilai]) => nilai !== ''))
  const ekor = kueri.size > 0 ? `?${kueri}` : ''
  return {
    judulHalaman: 'Indikator kinerja',
    tab: tabPerencanaan('indikator'),
    tindakan: tindakanDaftar(pelaku, ekor),
    isian,
    disaring: kueri.size > 0,
    opsiJenis: [
      { nilai: '', teks: `${sebutan.iku} dan ${sebutan.ikk}` },
      { nilai: 'IKU', teks: sebutan.iku },
      { nilai: 'IKK', teks: sebutan.ikk },
    ],
    opsiUnit: [{ nilai: '', teks: 'Semua unit' }, ...unit.map((u) => ({ nilai: u.id, teks: u.nama }))],
    opsiKeadaan: [
      { nilai: '', teks: 'Dipakai' },
      { nilai: 'NONAKTIF', teks: 'Nonaktif' },
      { nilai: 'SEMUA', teks: 'Semua' },
    ],
    usulan: usulan > 0 ? `${usulan} usulan kartu menunggu keputusan` : '',
    jumlah: jumlah === 0 && ke > 1 ? 'Halaman ini kosong' : `${jumlah} indikator`,
    tahun,
    baris: baris.map((i) => barisIndikator(i, sebutan)),
    halaman: ke,
    jumlahHalaman: Math.ceil(jumlah / PER_HALAMAN),
    alamat: `/perencanaan/indikator${ekor}`,
  }
}

function tindakanDaftar(pelaku: Pelaku, ekor: string) {
  const umum = [
    { teks: 'Excel', alamat: '/impor/indikator', ikon: 'tabel' },
    { teks: 'Manual indikator (PDF)', alamat: `/perencanaan/indikator/pdf${ekor}`, ikon: 'unduh' },
  ]
  if (bolehKartu(pelaku, 'BARU', 'TULIS')) {
    const teks = ALUR_KARTU.BARU.TULIS?.label ?? ''
    return [...umum, { teks, alamat: '/perencanaan/indikator/baru', utama: true, ikon: 'tambah' }]
  }
  if (!bolehKartu(pelaku, 'BARU', 'USULKAN')) return umum
  const teks = ALUR_KARTU.BARU.USULKAN?.label ?? ''
  return [...umum, { teks, alamat: '/perencanaan/usulan-indikator/baru', utama: true, ikon: 'tambah' }]
}

const jenisIndikator = (i: BarisIndikator, sebutan: Sebutan): string => {
  const jenis = i.jenis === 'IKU' ? sebutan.iku : sebutan.ikk
  // a code such as IKU-01 says it already
  return i.kode.startsWith(jenis) ? '' : jenis
}

const barisIndikator = (i: BarisIndikator, sebutan: Sebutan) => ({
  sel: [
    {
      teks: i.nama,
      alamat: `/perencanaan/indikator/${i.id}`,
      kecil: [jenisIndikator(i, sebutan), i.kode, i.unit, i.aktif ? '' : 'nonaktif'].filter(Boolean).join(' · '),
    },
    i.satuan,
    nilaiIndikator({ nilai: i.target, teks: i.targetTeks }),
    i.akhir
      ? { teks: nilaiIndikator({ nilai: i.akhir.nilai, teks: i.akhir.kategori }), kecil: namaTriwulan(i.akhir) }
      : TANPA_NILAI,
  ],
})

export const halamanDaftarIndikator = halaman<ReturnType<typeof susunDaftarIndikator>>('perencanaan/daftar-indikator')
