import { TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import { nipCetak } from '../../inti/nip.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { nilaiIndikator, tabPerencanaan } from '../perencanaan/index.ts'
import {
  istilahLampiran,
  JENIS_PK,
  jabatanKedua,
  jumlahAnggaran,
  kelompokSasaran,
  STATUS_PK,
  sebutan,
  teksTarget,
  uangKolom,
} from './istilah.ts'
import type { BarisPk, DaftarPk, PihakPk, Pk } from './kueri.ts'

/** Agreements of a year. */
export function susunDaftarPk({ pk, tahunTersedia }: DaftarPk, tahun: number) {
  const pilihan = [...new Set([...tahunTersedia, tahun])].sort((a, b) => a - b)
  return {
    judulHalaman: `Perjanjian Kinerja ${tahun}`,
    tab: tabPerencanaan('pk'),
    tahun,
    tabTahun: pilihan.map((t) => ({ teks: String(t), alamat: `/perjanjian-kinerja?tahun=${t}`, aktif: t === tahun })),
    ada: pk.length > 0,
    baris: pk.map(barisPk),
  }
}

const barisPk = (p: BarisPk) => ({
  sel: [
    { teks: p.jabatan, alamat: `/perjanjian-kinerja/${p.id}`, kecil: p.pegawai },
    { teks: JENIS_PK[p.jenis], kecil: p.nomor },
    { teks: tanggalPanjang(p.berlakuSejak), kecil: tandaTangan(p) },
    { status: statusPk(p) },
    String(p.jumlahIndikator),
    uangKolom(p.anggaran),
  ],
})

const tandaTangan = ({ tanggal, berlakuSejak }: BarisPk): string => {
  if (!tanggal) return 'tanggal tanda tangan belum dicatat'
  return tanggal === berlakuSejak ? '' : `ditandatangani ${tanggalPanjang(tanggal)}`
}

/** A version that a later one has replaced is shown as such. */
const statusPk = ({ status, berlakuKini, nanti }: BarisPk) => {
  if (status !== 'BERLAKU') return { kode: status, teks: STATUS_PK[status] }
  if (berlakuKini) return { kode: 'BERLAKU', teks: 'Berlaku' }
  return nanti ? { kode: 'BELUM', teks: 'Belum berlaku' } : { kode: 'BERAKHIR', teks: 'Diganti versi baru' }
}

/** One agreement: parties, sasaran with targets per quarter, budget. */
export function susunPk(pk: Pk, kabupaten: string) {
  const istilah = istilahLampiran(pk.peran)
  return {
    judulHalaman: `Perjanjian Kinerja ${pk.jenis === 'PERUBAHAN' ? 'Perubahan ' : ''}${pk.tahun}`,
    jabatan: sebutan(pk.kesatu),
    status: { kode: pk.status, teks: STATUS_PK[pk.status] },
    alamatDaftar: `/perjanjian-kinerja?tahun=${pk.tahun}`,
    alamatPdf: `/perjanjian-kinerja/${pk.id}/pdf`,
    istilah,
    data: [
      { label: 'Pihak Kesatu', nilai: teksPihak(pk.kesatu) },
      { label: 'Pihak Kedua', nilai: pk.kedua ? teksPihak(pk.kedua) : jabatanKedua(pk, kabupaten) },
      { label: 'Nomor', nilai: pk.nomor || TANPA_NILAI },
      { label: 'Tanggal', nilai: pk.tanggal ? tanggalPanjang(pk.tanggal) : 'Belum dicatat' },
      { label: 'Berlaku sejak', nilai: tanggalPanjang(pk.berlakuSejak) },
      ...(pk.alasan ? [{ label: 'Alasan perubahan', nilai: pk.alasan }] : []),
      ...pk.versiLain.map((v) => ({
        label: v.berlakuSejak < pk.berlakuSejak ? 'Versi sebelumnya' : 'Versi sesudahnya',
        nilai: `PK ${JENIS_PK[v.jenis]}, berlaku sejak ${tanggalPanjang(v.berlakuSejak)}`,
        alamat: `/perjanjian-kinerja/${v.id}`,
      })),
    ],
    kelompok: kelompokSasaran(pk.target).map(([sasaran, target], ke) => ({
      nomor: ke + 1,
      sasaran: sasaran || 'Belum dikaitkan dengan sasaran',
      target: target.map((t) => ({
        kode: t.kode,
        nama: t.nama,
        alamat: `/perencanaan/indikator/${t.indikatorId}`,
        satuan: t.satuan,
        tahunan: teksTarget(t),
        cara: t.cara === 'BERJALAN' ? 'dihitung sejak awal tahun' : 'untuk triwulan itu sendiri',
        tw: t.tw.map((nilai) => nilaiIndikator({ nilai })),
      })),
    })),
    anggaran: pk.anggaran.map((a) => ({ sel: [a.kode, a.nama, uangKolom(a.jumlah), a.keterangan || TANPA_NILAI] })),
    jumlahAnggaran: ['', 'Jumlah', uangKolom(jumlahAnggaran(pk.anggaran)), ''],
  }
}

const teksPihak = (p: PihakPk): string =>
  [p.nama, p.nip ? `${p.jenisNip === 'PPPK' ? 'NI PPPK' : 'NIP'} ${nipCetak(p.nip)}` : '', sebutan(p)]
    .filter(Boolean)
    .join(', ')

export const halamanDaftarPk = halaman<ReturnType<typeof susunDaftarPk>>('perjanjian-kinerja/daftar')
export const halamanPk = halaman<ReturnType<typeof susunPk>>('perjanjian-kinerja/perjanjian')
