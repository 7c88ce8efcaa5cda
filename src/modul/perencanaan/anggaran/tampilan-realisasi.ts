import {
  ambilDesimal,
  Desimal,
  formatIsianUang,
  formatPersen,
  formatRupiah,
  TANPA_NILAI,
} from '../../../inti/angka/index.ts'
import { barisIsian, daftarkanPesan, halaman, isianKembali, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { NAMA_BULAN } from '../../../inti/waktu/index.ts'
import { tabPerencanaan } from '../istilah.ts'
import { namaUnsur } from '../renstra/istilah.ts'
import { bolehRealisasi, PENULIS_REALISASI } from './alur-realisasi.ts'
import type { BarisRealisasi } from './kueri-realisasi.ts'
import { bulanSaja, type DasarResmi, dasarResmi, sampaiBulan, selisihResmi } from './realisasi.ts'
import { sudahTiba } from './simpan-realisasi.ts'

daftarkanPesan({ 'realisasi-disimpan': 'Realisasi anggaran sudah disimpan.' })

type Bahan = { tahun: number; bulan: number; badan?: unknown; kesalahan?: Kesalahan }

/** A month of all sub kegiatan: spent before, this month (a field where it may be typed), up to its end, and absorption. */
export function susunRealisasi(baris: readonly BarisRealisasi[], bahan: Bahan, pelaku: Pelaku) {
  const { tahun, bulan, badan, kesalahan = {} } = bahan
  const dasar: Record<string, string> = badan === undefined ? {} : isianKembali(badan)
  const ketik = new Map(badan === undefined ? [] : barisIsian(badan, 'baris').map((b) => [b.sub ?? '', b]))
  const tiba = sudahTiba(pelaku, { tahun, bulan })
  const susun = baris.map((sub, ke) =>
    barisBulan(sub, { ...bahan, ke, ketik: ketik.get(sub.id), tiba, kesalahan, pelaku }),
  )
  const total = (pilih: (b: BarisRealisasi) => Desimal | null) =>
    baris.reduce<Desimal | null>((n, b) => tambah(n, pilih(b)), null)
  const jumlahPagu = total((b) => (b.pagu === null ? null : ambilDesimal(b.pagu)))
  const jumlahKini = total((b) => sampaiBulan(b, bulan))
  return {
    judulHalaman: `Realisasi anggaran ${NAMA_BULAN[bulan - 1]} ${tahun}`,
    tab: tabPerencanaan('program'),
    tahun,
    bulan,
    tahunLain: [tahun - 1, tahun, tahun + 1].map((t) => ({
      teks: String(t),
      alamat: alamatBulan(t, bulan),
      aktif: t === tahun,
    })),
    bulanLain: NAMA_BULAN.map((teks, ke) => ({
      teks: teks.slice(0, 3),
      alamat: alamatBulan(tahun, ke + 1),
      aktif: ke + 1 === bulan,
    })),
    tindakan: [
      { teks: 'Excel', alamat: `/impor/realisasi-anggaran?tahun=${tahun}`, ikon: 'tabel' },
      { teks: 'Program dan anggaran', alamat: `/perencanaan/program?tahun=${tahun}` },
    ],
    belumTiba: !tiba,
    dapatSimpan: susun.some((b) => b.dapatDiisi) && punyaPeran(pelaku, PENULIS_REALISASI),
    baris: susun,
    jumlah: [
      uang(jumlahPagu),
      uang(total((b) => (bulan === 1 ? null : sampaiBulan(b, bulan - 1)))),
      '',
      uang(jumlahKini),
      serap(jumlahKini, jumlahPagu),
    ],
    tanya:
      'yakin' in kesalahan || 'keterangan' in kesalahan || Object.keys(kesalahan).some((k) => k.startsWith('baris.')),
    yakin: dasar.yakin === 'ya',
    keterangan: dasar.keterangan ?? '',
    kesalahan,
    label: { yakin: 'Angka yang ditanyakan benar', keterangan: 'Keterangan' } as Record<string, string>,
  }
}

const alamatBulan = (tahun: number, bulan: number) => `/perencanaan/realisasi?tahun=${tahun}&bulan=${bulan}`
const tambah = (a: Desimal | null, b: Desimal | null): Desimal | null =>
  b === null ? a : (a ?? new Desimal(0)).plus(b)
const uang = (n: Desimal | string | null): string => (n === null ? TANPA_NILAI : formatRupiah(n).replace('Rp', ''))
const serap = (kini: Desimal | null, pagu: Desimal | null): string =>
  kini === null || pagu === null || pagu.isZero() ? TANPA_NILAI : formatPersen(kini.div(pagu).times(100))

type Satu = Bahan & {
  ke: number
  ketik: Record<string, string> | undefined
  tiba: boolean
  kesalahan: Kesalahan
  pelaku: Pelaku
}
function barisBulan(sub: BarisRealisasi, { bulan, ke, ketik, tiba, kesalahan, pelaku }: Satu) {
  const ada = sub.bulanan.find((b) => b.bulan === bulan)
  const resmi = dasarResmi(sub)
  const tutup = resmi !== null && bulan <= resmi.bulan
  const beda = selisihResmi(sub)
  const kini = sampaiBulan(sub, bulan)
  const saja = bulanSaja(sub, bulan)
  return {
    id: sub.id,
    nama: `baris.${ke}`,
    teks: namaUnsur(sub),
    kecil: [
      sub.unit,
      tutup ? kalimatTercatat(sub, { bulan, resmi }) : '',
      saja?.gabung ? 'bulan ini memuat juga bulan sebelumnya yang belum tercatat' : '',
      ada?.keterangan,
      beda
        ? `jumlah bulanan s.d. ${NAMA_BULAN[beda.bulan - 1]} ${formatRupiah(beda.bulanan)} berbeda; yang dipakai ${formatRupiah(beda.resmi)}`
        : '',
    ]
      .filter(Boolean)
      .join(' · '),
    dapatDiisi: tiba && !tutup && bolehRealisasi(pelaku, sub.unitId),
    pagu: uang(sub.pagu),
    lalu: bulan === 1 ? TANPA_NILAI : uang(sampaiBulan(sub, bulan - 1)),
    bulanIni: uang(saja?.nilai ?? null),
    isi: ketik?.nilai ?? formatIsianUang(ada?.nilai),
    versi: ketik?.versi ?? String(ada?.versi ?? 0),
    kini: uang(kini),
    serapan: serap(kini, sub.pagu === null ? null : ambilDesimal(sub.pagu)),
    salah: kesalahan[`baris.${ke}.nilai`] ?? '',
  }
}

/** Why a month is closed: what was recorded up to its very end, else the record after it. */
function kalimatTercatat(sub: BarisRealisasi, { bulan, resmi }: { bulan: number; resmi: DasarResmi }): string {
  const dasar = dasarResmi(sub, bulan)
  const { bulan: akhir, sumber } = dasar?.bulan === bulan ? dasar : resmi
  return `tercatat s.d. ${NAMA_BULAN[akhir - 1]}: ${sumber}`
}

export const halamanRealisasi = halaman<ReturnType<typeof susunRealisasi>>('perencanaan/realisasi')
