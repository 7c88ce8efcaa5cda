import { formatIsian, TANPA_NILAI } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tabPerencanaan } from '../perencanaan/index.ts'
import { PENULIS_STATUS } from './alur.ts'
import { hitungPerStatus, hitungUkuran, UKURAN_ANGKA } from './hitung-status.ts'
import { bacaTabel, JENIS_DESA, statusMenurutSkor } from './isian.ts'
import { type Desa, type DesaBerstatus, pada } from './kueri.ts'
import {
  type BatasIndeks,
  batasPada,
  NAMA_STATUS,
  NAMA_UKURAN,
  SEBUT_UKURAN,
  STATUS_DESA,
  teksSkor,
  UKURAN_DESA,
  ukuranTahun,
} from './status.ts'

daftarkanPesan({
  'status-desa-tersimpan': 'Status desa tersimpan.',
  'batas-indeks-tersimpan': 'Batas status Indeks Desa tersimpan.',
  'batas-indeks-dicabut': 'Batas tahun itu dicabut.',
  'desa-ditambah': 'Desa ditambahkan ke daftar.',
  'desa-diubah': 'Data desa diubah.',
  'desa-dikeluarkan': 'Desa dikeluarkan dari daftar. Riwayat statusnya tetap ada.',
  'desa-dimasukkan': 'Desa dimasukkan kembali ke daftar.',
})

type Kembalian = {
  readonly badan?: unknown
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}
type Bahan = { readonly desa: readonly DesaBerstatus[]; readonly tahun: number; readonly tahunIni: number }
type BahanTahun = Bahan & { readonly batas: readonly BatasIndeks[] }

/** The table of a year: to fill in for those who may, with the years beside it and what follows for indicators. */
export function susunTahun(
  pelaku: Pelaku,
  { desa, tahun, tahunIni, batas }: BahanTahun,
  { badan, isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const aktif = desa.filter((d) => d.aktif)
  const ada = aktif.flatMap((d) => pada(d, tahun) ?? [])
  const ketik = new Map(badan ? bacaTabel(badan).map((b) => [b.desaId, b]) : [])
  const ukuran = isian.ukuran ?? ada[0]?.ukuran ?? ukuranTahun(tahun)
  return {
    judulHalaman: `Status desa ${tahun}`,
    tab: tabPerencanaan('desa'),
    tabTahun: susunTahunan(desa, { tahun, tahunIni }),
    tahun,
    boleh: punyaPeran(pelaku, PENULIS_STATUS),
    alamat: `/status-desa/tahun/${tahun}`,
    hitungan: susunHitungan(aktif, tahun),
    ...susunBatas(aktif, { tahun, ukuran, berlaku: batasPada(batas, tahun) }),
    ukuran,
    opsiUkuran: UKURAN_DESA.map((nilai) => ({ nilai, teks: NAMA_UKURAN[nilai] })),
    opsiStatus: [
      { nilai: '', teks: 'Belum ada' },
      ...STATUS_DESA.map((nilai) => ({ nilai, teks: NAMA_STATUS[nilai] })),
    ],
    sumber: isian.sumber ?? ada.find((s) => s.sumber)?.sumber ?? '',
    baris: aktif.map((d, ke) => susunBaris(d, { ke, tahun, ketik: ketik.get(d.id), kesalahan })),
    angka: UKURAN_ANGKA.map(({ kode }) => {
      const hasil = hitungUkuran(kode, { desa, tahun })
      return hasil.jenis === 'ADA' ? hasil.kalimat : `${hasil.alasan}`
    }).filter((teks, ke, semua) => semua.indexOf(teks) === ke),
    kesalahan,
    label: {
      ukuran: 'Ukuran',
      sumber: 'Sumber',
      ...Object.fromEntries(Object.keys(kesalahan).flatMap((k) => labelBaris(k, aktif))),
    } as Record<string, string>,
  }
}
type Batas = { readonly tahun: number; readonly ukuran: string; readonly berlaku: BatasIndeks | null }
/** How the status follows from the score, and which desa have another one. */
function susunBatas(desa: readonly DesaBerstatus[], { tahun, ukuran, berlaku }: Batas) {
  if (ukuran !== 'INDEKS_DESA') return { petunjukStatus: PETUNJUK_IDM, lainDariBatas: '' }
  if (!berlaku) return { petunjukStatus: PETUNJUK_KEPUTUSAN, lainDariBatas: '' }
  const lain = desa.filter((d) => {
    const kini = pada(d, tahun)
    if (kini?.ukuran !== 'INDEKS_DESA') return false
    const aturan = statusMenurutSkor(kini.skor, { ukuran: kini.ukuran, batas: berlaku })
    return aturan !== null && aturan.status !== kini.status
  })
  return {
    petunjukStatus: `Status boleh dikosongkan: Takar membacanya dari skor menurut batas Indeks Desa ${berlaku.tahun} (${berlaku.sumber}).`,
    lainDariBatas:
      lain.length === 0
        ? ''
        : `${lain.map((d) => d.nama).join(', ')} berstatus lain daripada skornya menurut batas ${berlaku.tahun}. Periksa skor, status, atau batasnya.`,
  }
}
const PETUNJUK_IDM = 'IDM: status boleh dikosongkan, Takar membacanya dari skor (Permendes 2/2016).'
const PETUNJUK_KEPUTUSAN =
  'Indeks Desa: pilih status seperti dalam keputusan Menteri Desa, atau tetapkan dahulu batas skornya.'

export const halamanTahun = halaman<ReturnType<typeof susunTahun>>('status-desa/tahun')

function labelBaris(kunci: string, desa: readonly DesaBerstatus[]): [string, string][] {
  const [, ke] = /^d\.(\d+)\./.exec(kunci) ?? []
  return ke === undefined ? [] : [[kunci, desa[Number(ke)]?.nama ?? 'Desa']]
}

function susunTahunan(desa: readonly DesaBerstatus[], { tahun, tahunIni }: { tahun: number; tahunIni: number }) {
  const ada = desa.flatMap((d) => d.riwayat.map((s) => s.tahun))
  const semua = [...new Set([...ada, tahunIni - 1, tahunIni, tahun])].sort((a, b) => a - b)
  return [
    ...semua.map((t) => ({ teks: String(t), alamat: `/status-desa?tahun=${t}`, aktif: t === tahun })),
    { teks: 'Riwayat', alamat: '/status-desa/riwayat', aktif: false },
    { teks: 'Daftar desa', alamat: '/status-desa/desa', aktif: false },
  ]
}

function susunHitungan(desa: readonly DesaBerstatus[], tahun: number) {
  const { per } = hitungPerStatus(desa, tahun)
  // kelurahan are assessed by neither index: one without a status is not missing
  const belum = desa.filter((d) => d.jenis === 'DESA' && !pada(d, tahun)).length
  return [
    ...per.map(({ status, jumlah }) => ({ jumlah, teks: NAMA_STATUS[status] })),
    ...(belum > 0 ? [{ jumlah: belum, teks: 'desa belum diisi', nada: 'kuning' }] : []),
  ]
}

const sebutLalu = (s: ReturnType<typeof pada>): string =>
  s ? `${teksSkor(s)} · ${NAMA_STATUS[s.status]}` : TANPA_NILAI

type Baris = {
  readonly ke: number
  readonly tahun: number
  readonly ketik: { readonly skor: string; readonly status: string } | undefined
  readonly kesalahan: Kesalahan
}
function susunBaris(desa: DesaBerstatus, { ke, tahun, ketik, kesalahan }: Baris) {
  const kini = pada(desa, tahun)
  const lalu = pada(desa, tahun - 1)
  return {
    awalan: `d.${ke}.`,
    desaId: desa.id,
    nama: `${JENIS_DESA[desa.jenis]} ${desa.nama}`,
    kode: desa.kode,
    versi: kini?.versi ?? 0,
    skor: ketik?.skor ?? formatIsian(kini?.skor ?? null),
    status: ketik?.status ?? kini?.status ?? '',
    teksSkor: teksSkor(kini),
    teksStatus: kini ? NAMA_STATUS[kini.status] : 'Belum ada',
    lalu: sebutLalu(lalu),
    salahSkor: kesalahan[`d.${ke}.skor`] ?? null,
    salahStatus: kesalahan[`d.${ke}.status`] ?? null,
  }
}

/** All years side by side, per desa and counted per status. */
export function susunRiwayat(desa: readonly DesaBerstatus[], { tahunIni }: { tahunIni: number }) {
  const tahun = [...new Set(desa.flatMap((d) => d.riwayat.map((s) => s.tahun)))].sort((a, b) => a - b)
  const sebut = (t: number) => desa.flatMap((d) => pada(d, t) ?? [])[0]?.ukuran
  return {
    judulHalaman: 'Riwayat status desa',
    tab: tabPerencanaan('desa'),
    tabTahun: susunTahunan(desa, { tahun: 0, tahunIni })
      .filter((t) => t.teks !== '0')
      .map((t) => ({ ...t, aktif: t.teks === 'Riwayat' })),
    kolomDesa: [{ teks: 'Desa' }, ...tahun.map((t) => ({ teks: String(t), satuan: SEBUT_UKURAN[sebut(t) ?? 'IDM'] }))],
    barisDesa: desa.map((d) => ({
      sel: [
        { teks: `${JENIS_DESA[d.jenis]} ${d.nama}`, kecil: d.aktif ? '' : 'tidak lagi dalam daftar' },
        ...tahun.map((t) => {
          const s = pada(d, t)
          return s ? { teks: NAMA_STATUS[s.status], kecil: teksSkor(s) } : TANPA_NILAI
        }),
      ],
    })),
    kolomStatus: [{ teks: 'Status' }, ...tahun.map((t) => ({ teks: String(t), angka: true }))],
    barisStatus: STATUS_DESA.map((status) => ({
      sel: [NAMA_STATUS[status], ...tahun.map((t) => String(desa.filter((d) => pada(d, t)?.status === status).length))],
    })),
  }
}
export const halamanRiwayat = halaman<ReturnType<typeof susunRiwayat>>('status-desa/riwayat')

const KOSONG = { nama: '', jenis: 'DESA', kode: '' }
/** The list of desa and kelurahan with the form to add one. */
export function susunDaftar(
  pelaku: Pelaku,
  { desa, tahunIni }: Omit<Bahan, 'tahun'>,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  return {
    judulHalaman: 'Daftar desa dan kelurahan',
    tab: tabPerencanaan('desa'),
    tabTahun: susunTahunan(desa, { tahun: tahunIni, tahunIni }).map((t) => ({ ...t, aktif: t.teks === 'Daftar desa' })),
    boleh: punyaPeran(pelaku, PENULIS_STATUS),
    baris: desa.map((d) => ({
      sel: [
        { teks: d.nama, alamat: punyaPeran(pelaku, PENULIS_STATUS) ? `/status-desa/desa/${d.id}` : undefined },
        JENIS_DESA[d.jenis],
        d.kode || TANPA_NILAI,
        { status: d.aktif ? { kode: 'AKTIF', teks: 'Dalam daftar' } : { kode: 'NONAKTIF', teks: 'Dikeluarkan' } },
      ],
    })),
    ...bahanDesa(isian, kesalahan),
  }
}
export const halamanDaftar = halaman<ReturnType<typeof susunDaftar>>('status-desa/daftar')

const bahanDesa = (isian: Readonly<Record<string, string>>, kesalahan: Kesalahan) => ({
  isian: { ...KOSONG, ...isian },
  kesalahan,
  label: { nama: 'Nama', jenis: 'Jenis', kode: 'Kode wilayah' },
  opsiJenis: Object.entries(JENIS_DESA).map(([nilai, teks]) => ({ nilai, teks })),
})

/** One desa, to change it or take it off the list. */
export const susunDesa = (desa: Desa, { isian = {}, kesalahan = {} }: Kembalian = {}) => ({
  judulHalaman: `${JENIS_DESA[desa.jenis]} ${desa.nama}`,
  tab: tabPerencanaan('desa'),
  alamat: `/status-desa/desa/${desa.id}`,
  aktif: desa.aktif,
  versi: isian.versi ?? String(desa.versi),
  ...bahanDesa({ nama: desa.nama, jenis: desa.jenis, kode: desa.kode, ...isian }, kesalahan),
})
export const halamanDesa = halaman<ReturnType<typeof susunDesa>>('status-desa/desa')
