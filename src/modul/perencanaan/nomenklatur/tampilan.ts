import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { tabPerencanaan } from '../istilah.ts'
import { TEKS_TINGKAT } from './kode.ts'
import type { BarisNomenklatur, VersiNomenklatur } from './kueri.ts'

daftarkanPesan({
  'nomenklatur-disimpan': 'Nomenklatur sudah disimpan.',
  'nomenklatur-versi-dibuat': 'Versi nomenklatur sudah dibuat. Periksa isinya, lalu pakai pada Renstra.',
})

type Isian = Readonly<Record<string, string>>
const LABEL = {
  nama: 'Nama',
  sumber: 'Dasar hukum',
  berlakuTahun: 'Dipakai mulai tahun',
  dari: 'Isi',
  kode: 'Kode',
  indikator: 'Indikator keluaran',
  satuan: 'Satuan',
}
const alamatVersi = (id: string) => `/perencanaan/nomenklatur/${id}`

type BahanDaftar = { versi: readonly VersiNomenklatur[]; isian?: Isian; kesalahan?: Kesalahan }
/** Editions of the nomenclature, and the form that brings in another. */
export function susunDaftarVersi({ versi, isian = {}, kesalahan = {} }: BahanDaftar, pelaku: Pelaku) {
  return {
    judulHalaman: 'Nomenklatur program, kegiatan, dan sub kegiatan',
    tab: tabPerencanaan('renstra'),
    baris: versi.map((v) => ({
      sel: [{ teks: v.nama, alamat: alamatVersi(v.id), kecil: v.sumber }, `mulai ${v.berlakuTahun}`, String(v.jumlah)],
    })),
    boleh: punyaPeran(pelaku, PENULIS_KARTU),
    isian: { nama: '', sumber: '', berlakuTahun: '', dari: versi[0]?.id ?? 'BAWAAN', ...isian } as Record<
      string,
      string
    >,
    opsiDari: [
      ...versi.map((v) => ({ nilai: v.id, teks: `Salin isi ${v.nama}` })),
      { nilai: 'BAWAAN', teks: 'Daftar bawaan Takar (urusan 7.01)' },
      { nilai: '', teks: 'Kosong; diisi kemudian, misalnya dengan Excel' },
    ],
    kesalahan,
    label: LABEL as Record<string, string>,
  }
}

/** rows on one page; more are found by searching */
export const BATAS_TAMPIL = 500

type BahanVersi = { baris: readonly BarisNomenklatur[]; q: string; isian?: Isian; kesalahan?: Kesalahan }
/** One edition: its rows, and the form for one more. */
export function susunVersi(
  versi: VersiNomenklatur,
  { baris, q, isian = {}, kesalahan = {} }: BahanVersi,
  pelaku: Pelaku,
) {
  const boleh = punyaPeran(pelaku, PENULIS_KARTU)
  return {
    judulHalaman: versi.nama,
    keterangan: `Dipakai mulai ${versi.berlakuTahun} · ${versi.jumlah} kode`,
    sumber: versi.sumber,
    alamat: alamatVersi(versi.id),
    tindakan: [
      { teks: 'Excel', alamat: '/impor/nomenklatur', ikon: 'tabel' },
      ...(boleh ? [{ teks: 'Ubah versi', alamat: `${alamatVersi(versi.id)}/ubah`, ikon: 'pena' }] : []),
    ],
    q,
    terpotong:
      baris.length > BATAS_TAMPIL
        ? `Ditampilkan ${BATAS_TAMPIL} kode pertama. Cari dengan kode atau nama, atau unduh semuanya sebagai Excel.`
        : '',
    baris: baris.slice(0, BATAS_TAMPIL).map((b) => ({
      tanda: b.tingkat === 'PROGRAM' ? 'kelompok' : undefined,
      sel: [
        boleh ? { teks: b.kode, alamat: `/perencanaan/kode-nomenklatur/${b.id}` } : b.kode,
        { teks: b.nama, kecil: b.aktif ? TEKS_TINGKAT[b.tingkat] : `${TEKS_TINGKAT[b.tingkat]} · tidak dipakai lagi` },
        b.indikator,
        b.satuan,
      ],
    })),
    boleh,
    isian: { kode: '', nama: '', indikator: '', satuan: '', ...isian } as Record<string, string>,
    kesalahan,
    label: LABEL as Record<string, string>,
  }
}

type BahanUbah = { isian?: Isian; kesalahan?: Kesalahan }
/** The form of an edition's name, source and first year. */
export function susunUbahVersi(versi: VersiNomenklatur, { isian = {}, kesalahan = {} }: BahanUbah) {
  return {
    judulHalaman: `Ubah ${versi.nama}`,
    alamat: `${alamatVersi(versi.id)}/ubah`,
    kembali: alamatVersi(versi.id),
    isian: {
      nama: versi.nama,
      sumber: versi.sumber,
      berlakuTahun: String(versi.berlakuTahun),
      versi: String(versi.versi),
      ...isian,
    } as Record<string, string>,
    kesalahan,
    label: LABEL as Record<string, string>,
  }
}

/** The form of one row. */
export function susunKode(baris: BarisNomenklatur, { isian = {}, kesalahan = {} }: BahanUbah) {
  const { kode, nama, indikator, satuan } = baris
  return {
    judulHalaman: `${TEKS_TINGKAT[baris.tingkat]} ${kode}`,
    alamat: `/perencanaan/kode-nomenklatur/${baris.id}`,
    kembali: alamatVersi(baris.versiId),
    versi: String(baris.versi),
    aktif: baris.aktif,
    isian: { kode, nama, indikator, satuan, ...isian } as Record<string, string>,
    kesalahan,
    label: LABEL as Record<string, string>,
  }
}

export const halamanDaftarVersi = halaman<ReturnType<typeof susunDaftarVersi>>('perencanaan/daftar-nomenklatur')
export const halamanVersi = halaman<ReturnType<typeof susunVersi>>('perencanaan/nomenklatur')
export const halamanUbahVersi = halaman<ReturnType<typeof susunUbahVersi>>('perencanaan/isian-versi-nomenklatur')
export const halamanKode = halaman<ReturnType<typeof susunKode>>('perencanaan/isian-kode-nomenklatur')
