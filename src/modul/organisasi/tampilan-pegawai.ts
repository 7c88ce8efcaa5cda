import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { bacaNip, nipCetak } from '../../inti/nip.ts'
import { type Pelaku, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Penugasan } from './akhiri-penugasan.ts'
import type { SandiBaru } from './buat-akun.ts'
import { JENIS_NIP, JENIS_PENUGASAN, PANGKAT_PNS } from './isian.ts'
import type { AkunPegawai, BarisPegawai, Pegawai, PenugasanPegawai, SaringanPegawai } from './kueri-pegawai.ts'
import type { PilihanJabatan } from './kueri-struktur.ts'
import { JAM_BERLAKU } from './sandi-pertama.ts'
import { masa, tabKantor } from './tampilan.ts'

type Isian = Readonly<Record<string, string>>
export type Kembalian = { isian?: Isian; kesalahan?: Kesalahan }
/** What the person page needs besides the person. */
export type Saat = { hari: string; kini: Date }

const GOLONGAN_PPPK = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII'.split(' ')
const opsiDari = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))
const OPSI_GOLONGAN = [
  { nilai: '', teks: 'Tidak ada' },
  ...Object.entries(PANGKAT_PNS).map(([nilai, pangkat]) => ({ nilai, teks: `${nilai} · ${pangkat}` })),
  ...GOLONGAN_PPPK.map((nilai) => ({ nilai, teks: `${nilai} (PPPK)` })),
]
export const LABEL_PEGAWAI = {
  nama: 'Nama lengkap',
  jenisNip: 'Status kepegawaian',
  nip: 'NIP',
  golongan: 'Golongan',
  pangkat: 'Pangkat',
  telepon: 'Telepon atau WhatsApp',
  surel: 'Surel',
}

/** People of the office, with filter. */
export const susunDaftarPegawai = (pegawai: readonly BarisPegawai[], { q, semua }: SaringanPegawai) => ({
  judulHalaman: 'Pegawai',
  tab: tabKantor('pegawai'),
  q,
  semua,
  jumlah: `${pegawai.length} pegawai${q ? ` cocok dengan “${q}”` : ''}`,
  baris: pegawai.map((p) => ({
    sel: [
      { teks: p.nama, alamat: `/organisasi/pegawai/${p.id}`, kecil: p.nip ? nipCetak(p.nip) : JENIS_NIP[p.jenisNip] },
      p.jabatan ?? 'Tanpa jabatan hari ini',
      p.namaPengguna ?? 'Belum ada akun',
      { status: statusPegawai(p) },
    ],
  })),
})

function statusPegawai(p: BarisPegawai) {
  if (!p.aktif) return { kode: 'NONAKTIF', teks: 'Nonaktif' }
  if (p.akunAktif === null) return { kode: 'BELUM', teks: 'Tanpa akun' }
  return p.akunAktif ? { kode: 'AKTIF', teks: 'Aktif' } : { kode: 'NONAKTIF', teks: 'Akun nonaktif' }
}

/** Form of a person's data: a new one without `pegawai`. */
export function susunIsianPegawai(pegawai: Pegawai | null, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const dasar = pegawai
    ? { ...pegawai, nip: pegawai.nip ?? '', golongan: pegawai.golongan ?? '', pangkat: pegawai.pangkat ?? '' }
    : { nama: '', jenisNip: 'PNS', nip: '', golongan: '', pangkat: '', telepon: '', surel: '', versi: '' }
  const isi = (nama: keyof typeof LABEL_PEGAWAI | 'versi') => isian[nama] ?? dasar[nama] ?? ''
  return {
    judulHalaman: pegawai ? `Ubah data ${pegawai.nama}` : 'Tambah pegawai',
    alamat: pegawai ? `/organisasi/pegawai/${pegawai.id}/data` : '/organisasi/pegawai',
    alamatBatal: pegawai ? `/organisasi/pegawai/${pegawai.id}` : '/organisasi/pegawai',
    tombol: pegawai ? 'Simpan perubahan' : 'Tambahkan pegawai',
    versi: isi('versi'),
    isian: {
      nama: isi('nama'),
      jenisNip: isi('jenisNip'),
      nip: isi('nip'),
      golongan: isi('golongan'),
      pangkat: isi('pangkat'),
      telepon: isi('telepon'),
      surel: isi('surel'),
    },
    kesalahan,
    label: LABEL_PEGAWAI,
    opsiJenis: opsiDari(JENIS_NIP),
    opsiGolongan: OPSI_GOLONGAN,
  }
}

/** Everything about one person: data, account, posts, team. */
export function susunPegawai(
  pelaku: Pelaku,
  pegawai: Pegawai,
  { hari, kini, isian = {}, kesalahan = {} }: Saat & Kembalian,
) {
  const alamat = `/organisasi/pegawai/${pegawai.id}`
  const nip = bacaNip(pegawai.nip)
  const sekarang = pegawai.penugasan.filter((n) => n.selesai === null || n.selesai >= hari)
  return {
    judulHalaman: pegawai.nama,
    alamat,
    status: pegawai.aktif ? { kode: 'AKTIF', teks: 'Aktif' } : { kode: 'NONAKTIF', teks: 'Nonaktif' },
    aktif: pegawai.aktif,
    versi: pegawai.versi,
    diriSendiri: pegawai.id === pelaku.pegawaiId,
    data: barisData(pegawai),
    peringatanNip: nip.jenis === 'nip' && pegawai.jenisNip === 'PNS' ? nip.peringatan : [],
    akun: pegawai.akun ? susunAkun(pegawai.akun, { zona: pelaku.zonaWaktu, kini }) : null,
    jabatanKini: sekarang.map((n) => barisPenugasan(n, hari)),
    jabatanDahulu: pegawai.penugasan.filter((n) => !sekarang.includes(n)).map((n) => barisPenugasan(n, hari)),
    tim: pegawai.tim.map((t) => ({ sel: [t.kedudukan, t.nomorSk, masa(t)] })),
    isian: {
      namaPengguna: isian.namaPengguna ?? usulNamaPengguna(pegawai.nama),
      alasanAkun: isian.alasanAkun ?? '',
      alasanPegawai: isian.alasanPegawai ?? '',
    },
    kesalahan,
    label: { namaPengguna: 'Nama pengguna', alasanAkun: 'Alasan', alasanPegawai: 'Alasan' },
    jamBerlaku: JAM_BERLAKU,
  }
}

const barisData = (p: Pegawai) => [
  { label: p.jenisNip === 'PPPK' ? 'NI PPPK' : 'NIP', nilai: p.nip ? nipCetak(p.nip) : '–' },
  { label: 'Status kepegawaian', nilai: JENIS_NIP[p.jenisNip] },
  { label: 'Pangkat, golongan', nilai: [p.pangkat, p.golongan].filter(Boolean).join(', ') || '–' },
  { label: 'Telepon', nilai: p.telepon ?? '–' },
  { label: 'Surel', nilai: p.surel ?? '–' },
]

function susunAkun(akun: AkunPegawai, { zona, kini }: { zona: string; kini: Date }) {
  const sampai = akun.sandiBerlakuSampai ? new Date(akun.sandiBerlakuSampai) : null
  const habis = sampai !== null && sampai < kini
  const sandi = !akun.wajibGanti
    ? 'Sudah diganti pemiliknya'
    : sampai === null
      ? 'Sandi pertama, belum diganti'
      : `Sandi pertama ${habis ? 'sudah tidak berlaku sejak' : 'berlaku sampai'} ${tanggalJam(sampai, zona)}`
  return {
    aktif: akun.aktif,
    versi: akun.versi,
    habis,
    data: [
      { label: 'Nama pengguna', nilai: akun.namaPengguna },
      {
        label: 'Keadaan',
        nilai: '',
        status: akun.aktif ? { kode: 'AKTIF', teks: 'Aktif' } : { kode: 'NONAKTIF', teks: 'Nonaktif' },
      },
      { label: 'Sandi', nilai: sandi },
      {
        label: 'Terakhir masuk',
        nilai: akun.masukTerakhir ? tanggalJam(new Date(akun.masukTerakhir), zona) : 'Belum pernah',
      },
    ],
  }
}

const barisPenugasan = (n: PenugasanPegawai, hari: string) => ({
  jabatan: SEBUTAN_JENIS[n.jenis] + n.jabatan,
  unit: n.unit ?? '–',
  masa: masa(n),
  sk: n.nomorSk ? `${n.nomorSk}${n.tanggalSk ? `, ${tanggalPanjang(n.tanggalSk)}` : ''}` : '–',
  nanti: n.mulai > hari,
  alamatAkhiri: n.selesai === null || n.selesai >= hari ? `/organisasi/penugasan/${n.id}/pengakhiran` : '',
})

/** "Dra. Sari Wulandari, M.Si." → "sari.wulandari"; only a proposal. */
export function usulNamaPengguna(nama: string): string {
  const tanpaGelar = (nama.split(',')[0] ?? '').replace(/\([^)]*\)/g, ' ')
  const kata = tanpaGelar
    .toLowerCase()
    .split(/[^a-z.']+/)
    .filter((k) => k.length > 1 && !k.endsWith('.'))
  return kata
    .slice(0, 2)
    .join('.')
    .replace(/[^a-z.]/g, '')
}

/** Form that gives a person a post. */
export const susunPenugasan = (
  pegawai: Pegawai,
  { jabatan, hari, isian = {}, kesalahan = {} }: Kembalian & { jabatan: readonly PilihanJabatan[]; hari: string },
) => ({
  judulHalaman: 'Tugaskan pada jabatan',
  nama: pegawai.nama,
  alamatPegawai: `/organisasi/pegawai/${pegawai.id}`,
  isian: { jabatanId: '', jenis: 'DEFINITIF', mulai: hari, selesai: '', nomorSk: '', tanggalSk: '', ...isian },
  kesalahan,
  label: {
    jabatanId: 'Jabatan',
    jenis: 'Jenis penugasan',
    mulai: 'Mulai',
    selesai: 'Selesai',
    nomorSk: 'Nomor SK',
    tanggalSk: 'Tanggal SK',
  },
  opsiJabatan: [
    { nilai: '', teks: 'Pilih jabatan' },
    ...jabatan.map((j) => ({ nilai: j.id, teks: `${j.nama}${j.pemangku ? ` (${j.pemangku})` : ' (kosong)'}` })),
  ],
  opsiJenis: opsiDari(JENIS_PENUGASAN),
})

/** Form that ends a post. */
export const susunAkhiriPenugasan = (
  n: Penugasan,
  { hari, isian = {}, kesalahan = {} }: Kembalian & { hari: string },
) => ({
  judulHalaman: 'Akhiri penugasan',
  alamat: `/organisasi/penugasan/${n.id}/pengakhiran`,
  alamatPegawai: `/organisasi/pegawai/${n.pegawaiId}`,
  data: [
    { label: 'Pegawai', nilai: n.nama },
    { label: 'Jabatan', nilai: SEBUTAN_JENIS[n.jenis] + n.jabatan },
    { label: 'Masa', nilai: masa(n) },
    { label: 'SK', nilai: n.nomorSk || '–' },
  ],
  isian: { selesai: n.mulai > hari ? n.mulai : hari, ...isian },
  versi: isian.versi ?? n.versi,
  kesalahan,
  label: { selesai: 'Hari terakhir' },
})

/** The one page that shows a first passphrase. */
export const susunSandiPertama = (
  pelaku: Pelaku,
  { nama, namaPengguna, sandi, sampai }: SandiBaru,
  pegawaiId: string,
) => ({
  judulHalaman: `Sandi pertama untuk ${nama}`,
  namaPengguna,
  sandi,
  sampai: tanggalJam(sampai, pelaku.zonaWaktu),
  alamatPegawai: `/organisasi/pegawai/${pegawaiId}`,
})

export const halamanDaftarPegawai = halaman<ReturnType<typeof susunDaftarPegawai>>('organisasi/daftar-pegawai')
export const halamanIsianPegawai = halaman<ReturnType<typeof susunIsianPegawai>>('organisasi/isian-pegawai')
export const halamanPegawai = halaman<ReturnType<typeof susunPegawai>>('organisasi/pegawai')
export const halamanPenugasan = halaman<ReturnType<typeof susunPenugasan>>('organisasi/penugasan')
export const halamanAkhiriPenugasan = halaman<ReturnType<typeof susunAkhiriPenugasan>>('organisasi/akhiri-penugasan')
export const halamanSandiPertama = halaman<ReturnType<typeof susunSandiPertama>>('organisasi/sandi-pertama')
