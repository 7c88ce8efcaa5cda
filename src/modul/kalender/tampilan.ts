import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import {
  hariKerjaAntara,
  JAM_KERJA_BAKU,
  type Kalender,
  namaHari,
  namaPeriode,
  rentangPeriode,
  tambahHari,
  tanggalLokal,
  tanggalPanjang,
} from '../../inti/waktu/index.ts'
import { type IsianLibur, JENIS_LIBUR, STATUS_LIBUR } from './isian.ts'
import type { HariLibur } from './kueri.ts'

daftarkanPesan({
  'libur-ditambah': 'Hari libur sudah ditambahkan.',
  'libur-diubah': 'Hari libur sudah diubah.',
  'libur-dihapus': 'Hari libur sudah dihapus. Hari itu kembali dihitung sebagai hari kerja.',
})

const opsiDari = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))
const LABEL = { tanggal: 'Tanggal', nama: 'Nama hari libur', jenis: 'Jenis', status: 'Kepastian', sumber: 'Sumber' }
type Isian = Readonly<Record<string, string>>
const KOSONG: Isian = { tanggal: '', nama: '', jenis: '', status: 'RESMI', sumber: '' }

const bahanFormulir = (isian: Isian, kesalahan: Kesalahan) => ({
  isian: { ...KOSONG, ...isian },
  kesalahan,
  label: LABEL,
  opsiJenis: [{ nilai: '', teks: 'Pilih jenis' }, ...opsiDari(JENIS_LIBUR)],
  opsiStatus: opsiDari(STATUS_LIBUR),
})

type Bahan = { libur: readonly HariLibur[]; tahunTersedia: readonly number[]; tahun: number; kini: Date }
type Kembalian = { isian?: Isian; kesalahan?: Kesalahan }

/** The holidays of one year, what they leave of working days, and (for the admin) the form to add one. */
export function susunKalender(
  pelaku: Pelaku,
  { libur, tahunTersedia, tahun, kini }: Bahan,
  { isian = KOSONG, kesalahan = {} }: Kembalian = {},
) {
  const bolehUbah = punyaPeran(pelaku, ['ADMIN'])
  const tahunIni = Number(tanggalLokal(kini, pelaku.zonaWaktu).slice(0, 4))
  const pilihan = [...new Set([...tahunTersedia, tahunIni, tahun])].sort((a, b) => a - b)
  const sumber = [...new Set(libur.map((l) => l.sumber).filter(Boolean))]
  const jumlah = (jenis: string) => libur.filter((l) => l.jenis === jenis).length
  return {
    judulHalaman: `Hari libur ${tahun}`,
    tahun,
    bolehUbah,
    tab: pilihan.map((t) => ({ alamat: `/kalender?tahun=${t}`, teks: String(t), aktif: t === tahun })),
    hitungan: Object.entries(JENIS_LIBUR).map(([jenis, teks]) => ({ jumlah: jumlah(jenis), teks: teks.toLowerCase() })),
    perkiraan: libur.filter((l) => l.status === 'PERKIRAAN').length,
    baris: libur.map((l) => barisLibur(l, { bolehUbah, sumber })),
    sumber,
    bulan: susunBulan(libur, { tahun, zona: pelaku.zonaWaktu }),
    ...bahanFormulir(isian, kesalahan),
  }
}

type Sekitar = { bolehUbah: boolean; sumber: readonly string[] }
/** The source is a number into the list below the table: most days share one decree. */
const barisLibur = (libur: HariLibur, { bolehUbah, sumber }: Sekitar) => ({
  tanggal: tanggalPanjang(libur.tanggal).replace(/ \d{4}$/, ''),
  hari: namaHari(libur.tanggal),
  nama: libur.nama,
  alamat: bolehUbah ? `/kalender/hari-libur/${libur.id}` : '',
  jenis: JENIS_LIBUR[libur.jenis],
  status: { kode: libur.status === 'RESMI' ? 'BERLAKU' : 'RAGU', teks: STATUS_LIBUR[libur.status] },
  sumber: libur.sumber ? sumber.indexOf(libur.sumber) + 1 : 0,
})

/** Working days per month: Monday to Friday without the holidays of the list. */
function susunBulan(libur: readonly HariLibur[], { tahun, zona }: { tahun: number; zona: string }) {
  const kalender: Kalender = { libur: new Set(libur.map((l) => l.tanggal)), jamKerja: JAM_KERJA_BAKU, zona }
  const isi = Array.from({ length: 12 }, (_, i) => {
    const periode = { jenis: 'BULAN', tahun, nomor: i + 1 } as const
    const { mulai, akhir } = rentangPeriode(periode)
    return { nama: namaPeriode(periode), hari: hariKerjaAntara(tambahHari(mulai, -1), akhir, kalender) }
  })
  const jumlah = isi.reduce((n, b) => n + b.hari, 0)
  return { baris: isi.map((b) => ({ sel: [b.nama, String(b.hari)] })), jumlah: ['Setahun', String(jumlah)] }
}

/** The page to change or delete one holiday. */
export const susunUbahLibur = (libur: HariLibur, { isian = {}, kesalahan = {} }: Kembalian = {}) => ({
  judulHalaman: `Ubah hari libur ${tanggalPanjang(libur.tanggal)}`,
  judul: libur.nama,
  keterangan: `${namaHari(libur.tanggal)}, ${tanggalPanjang(libur.tanggal)}`,
  alamat: `/kalender/hari-libur/${libur.id}`,
  alamatDaftar: `/kalender?tahun=${libur.tanggal.slice(0, 4)}`,
  versi: isian.versi ?? libur.versi,
  ...bahanFormulir({ ...isiLibur(libur), ...isian }, kesalahan),
})

const isiLibur = ({ tanggal, nama, jenis, status, sumber }: HariLibur | IsianLibur): Isian => ({
  tanggal,
  nama,
  jenis,
  status,
  sumber,
})

export const halamanKalender = halaman<ReturnType<typeof susunKalender>>('kalender/kalender')
export const halamanUbahLibur = halaman<ReturnType<typeof susunUbahLibur>>('kalender/libur')
