import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { urutKedudukan } from './kedudukan-tim.ts'
import type { BarisPegawai } from './kueri-pegawai.ts'
import type { AnggotaTim, TimSakip } from './kueri-tim.ts'
import { masa, tabKantor } from './tampilan.ts'

type Isian = Readonly<Record<string, string>>
export type KembalianTim = { isian?: Isian; kesalahan?: Kesalahan }

const KOSONG_TIM: Isian = { nomorSk: '', tanggalSk: '', mulai: '', selesai: '' }
const LABEL = {
  nomorSk: 'Nomor SK',
  tanggalSk: 'Tanggal SK',
  mulai: 'Berlaku mulai',
  selesai: 'Berlaku sampai',
  pegawaiId: 'Pegawai',
  kedudukan: 'Kedudukan',
}
const berlaku = ({ mulai, selesai }: { mulai: string; selesai: string | null }, hari: string) =>
  mulai <= hari && (selesai === null || selesai >= hari)

/** Decrees of the Tim SAKIP with their members now and before. */
export const susunTim = (tim: readonly TimSakip[], hari: string) => ({
  judulHalaman: 'Tim SAKIP',
  tab: tabKantor('tim'),
  tim: tim.map((t) => ({
    id: t.id,
    judul: `SK Nomor ${t.nomorSk}`,
    keterangan: `tanggal ${tanggalPanjang(t.tanggalSk)}, berlaku ${masa(t)}`,
    status: berlaku(t, hari) ? { kode: 'BERLAKU', teks: 'Berlaku' } : belumAtauSudah(t, hari),
    anggota: [...t.anggota].sort(pemimpinDahulu).map((a) => susunAnggota(a, { hari, timBerlaku: berlaku(t, hari) })),
  })),
})

/** Form of a new decree. */
export const susunTimBaru = ({ isian = {}, kesalahan = {} }: KembalianTim = {}) => ({
  judulHalaman: 'Catat SK Tim SAKIP',
  keterangan: '',
  alamat: '/organisasi/tim-sakip',
  tombol: 'Catat SK',
  anggota: false,
  isian: { ...KOSONG_TIM, pegawaiId: '', kedudukan: '', ...isian } as Isian,
  kesalahan,
  label: LABEL,
  opsiPegawai: [] as { nilai: string; teks: string }[],
})

/** Form of a new member of a decree. */
export const susunAnggotaBaru = (
  tim: TimSakip,
  { pegawai, hari, isian = {}, kesalahan = {} }: KembalianTim & { pegawai: readonly BarisPegawai[]; hari: string },
): ReturnType<typeof susunTimBaru> => ({
  judulHalaman: 'Tambah anggota Tim SAKIP',
  keterangan: `Menurut SK Nomor ${tim.nomorSk}, berlaku ${masa(tim)}`,
  alamat: `/organisasi/tim-sakip/${tim.id}/anggota`,
  tombol: 'Tambahkan anggota',
  anggota: true,
  isian: { ...KOSONG_TIM, mulai: tim.mulai > hari ? tim.mulai : hari, pegawaiId: '', kedudukan: 'Anggota', ...isian },
  kesalahan,
  label: LABEL,
  opsiPegawai: [{ nilai: '', teks: 'Pilih pegawai' }, ...pegawai.map((p) => ({ nilai: p.id, teks: pilihan(p) }))],
})

const belumAtauSudah = ({ mulai }: { mulai: string }, hari: string) =>
  mulai > hari ? { kode: 'BELUM', teks: 'Belum berlaku' } : { kode: 'BERAKHIR', teks: 'Berakhir' }

/** Who left stands last, as the query has it. */
const pemimpinDahulu = (a: AnggotaTim, b: AnggotaTim): number =>
  Number(a.selesai !== null) - Number(b.selesai !== null) || urutKedudukan(a.kedudukan) - urutKedudukan(b.kedudukan)

const susunAnggota = (a: AnggotaTim, { hari, timBerlaku }: { hari: string; timBerlaku: boolean }) => ({
  nama: a.nama,
  alamat: `/organisasi/pegawai/${a.pegawaiId}`,
  kedudukan: a.kedudukan,
  masa: masa(a),
  status: timBerlaku && berlaku(a, hari) ? { kode: 'AKTIF', teks: 'Aktif' } : belumAtauSudah(a, hari),
  alamatAkhiri: a.selesai === null || a.selesai >= hari ? `/organisasi/anggota-tim/${a.id}/pengakhiran` : '',
})

const pilihan = ({ nama, jabatan }: BarisPegawai) => (jabatan ? `${nama} (${jabatan})` : nama)

type BahanAkhir = {
  judul: string
  alamat: string
  data: { label: string; nilai: string }[]
  versi: string
  hari: string
}
/** Page that ends a decree or a membership. */
export const susunAkhiri = (
  { judul, alamat, data, versi, hari }: BahanAkhir,
  { isian = {}, kesalahan = {} }: KembalianTim = {},
) => ({
  judulHalaman: judul,
  alamat,
  data,
  isian: { selesai: hari, ...isian },
  versi: isian.versi ?? versi,
  kesalahan,
  label: { selesai: 'Hari terakhir' },
})

export const halamanTim = halaman<ReturnType<typeof susunTim>>('organisasi/tim-sakip')
export const halamanIsianTim = halaman<ReturnType<typeof susunTimBaru>>('organisasi/isian-tim')
export const halamanAkhiri = halaman<ReturnType<typeof susunAkhiri>>('organisasi/akhiri-tim')
