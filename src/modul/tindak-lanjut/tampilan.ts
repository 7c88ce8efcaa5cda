import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, namaPeriode, relatifHari, tanggalJam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Pejabat } from '../organisasi/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { bolehMenutup } from './alur.ts'
import { SUMBER, type Sumber } from './buat-tindak-lanjut.ts'
import { LABEL } from './isian.ts'
import type { TindakLanjut } from './kueri.ts'

daftarkanPesan({
  'tindak-lanjut-ditambah': 'Tindak lanjut dicatat.',
  'tindak-lanjut-ditutup': 'Tindak lanjut selesai dan ditutup.',
  'tindak-lanjut-dibatalkan': 'Tindak lanjut dibatalkan. Alasannya tercatat.',
})

export const STATUS = {
  TERBUKA: { kode: 'MENUNGGU', teks: 'Belum selesai' },
  SELESAI: { kode: 'SELESAI', teks: 'Selesai' },
  BATAL: { kode: 'DIBATALKAN', teks: 'Dibatalkan' },
} as const

type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

const hariIni = (pelaku: Pelaku) => tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
const terlambat = (t: TindakLanjut, hari: string) => t.status === 'TERBUKA' && t.tenggat !== null && t.tenggat < hari
const keadaan = (t: TindakLanjut, hari: string) =>
  terlambat(t, hari) ? { kode: 'TERLAMBAT', teks: 'Terlambat' } : STATUS[t.status]
/** The siklus it came up in, or the page outside of one. */
function asalDari(t: TindakLanjut): { teks: string; alamat: string } {
  const { siklusId, namaSop, jenisPeriode: jenis, tahun, nomorPeriode: nomor } = t
  if (!siklusId || !namaSop || !jenis || !tahun || !nomor) return { teks: t.asalNama, alamat: t.asalAlamat }
  const teks = `${namaSop.replace(/^SOP /, '')}, ${namaPeriode({ jenis, tahun, nomor })}`
  return { teks, alamat: `/siklus/${siklusId}` }
}
const teksTenggat = (t: TindakLanjut, hari: string) =>
  t.tenggat
    ? { teks: tanggalPanjang(t.tenggat), kecil: t.status === 'TERBUKA' ? relatifHari(t.tenggat, hari) : '' }
    : 'tanpa tenggat'

const barisTabel = (daftar: readonly TindakLanjut[], hari: string) =>
  daftar.map((t) => ({
    sel: [
      { teks: t.uraian, alamat: `/tindak-lanjut/${t.id}`, kecil: SUMBER[t.sumber as Sumber] ?? t.sumber },
      t.penanggungJawab,
      teksTenggat(t, hari),
      { status: keadaan(t, hari) },
      asalDari(t),
    ],
    tanda: terlambat(t, hari) ? 'salah' : '',
  }))

/** All follow-ups of the office; `tampil`: those still open, mine, or all. */
export function susunDaftar(
  daftar: readonly TindakLanjut[],
  pelaku: Pelaku,
  { tampil }: { tampil: 'terbuka' | 'saya' | 'semua' },
) {
  const hari = hariIni(pelaku)
  const terbuka = daftar.filter((t) => t.status === 'TERBUKA')
  const saya = terbuka.filter((t) => t.pegawaiId === pelaku.pegawaiId)
  const pilih = { terbuka, saya, semua: daftar }[tampil]
  const tab = (kunci: typeof tampil, teks: string, jumlah: number) => ({
    teks,
    alamat: kunci === 'terbuka' ? '/tindak-lanjut' : `/tindak-lanjut?tampil=${kunci}`,
    aktif: kunci === tampil,
    jumlah,
  })
  return {
    judulHalaman: 'Tindak lanjut',
    tab: [
      tab('terbuka', 'Belum selesai', terbuka.length),
      tab('saya', 'Milik saya', saya.length),
      tab('semua', 'Semua', daftar.length),
    ],
    hitungan: [{ jumlah: terbuka.filter((t) => terlambat(t, hari)).length, teks: 'terlambat', nada: 'merah' }],
    baris: barisTabel(pilih, hari),
    kosong:
      tampil === 'semua'
        ? 'Belum ada tindak lanjut. Keputusan rapat, rekomendasi Camat, hasil monitoring, dan unsur SKM yang terendah masuk ke sini.'
        : 'Tidak ada tindak lanjut yang belum selesai.',
  }
}

/** One follow-up with the forms to close or cancel it, for those who may. */
export function susunSatu(t: TindakLanjut, pelaku: Pelaku, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const hari = hariIni(pelaku)
  const fakta = [
    { label: 'Penanggung jawab', nilai: t.penanggungJawab },
    {
      label: 'Tenggat',
      nilai: t.tenggat
        ? `${tanggalPanjang(t.tenggat)}${t.status === 'TERBUKA' ? ` (${relatifHari(t.tenggat, hari)})` : ''}`
        : 'tanpa tenggat',
    },
    { label: 'Sumber', nilai: SUMBER[t.sumber as Sumber] ?? t.sumber },
    { label: t.siklusId ? 'Siklus' : 'Asal', nilai: asalDari(t).teks, alamat: asalDari(t).alamat },
  ]
  const penutup = t.ditutupPada
    ? [
        { label: t.status === 'BATAL' ? 'Alasan' : 'Hasil', nilai: t.hasil },
        { label: 'Ditutup', nilai: `${tanggalJam(t.ditutupPada, pelaku.zonaWaktu)} oleh ${t.ditutupOleh}` },
      ]
    : []
  return {
    judulHalaman: `Tindak lanjut: ${t.uraian.slice(0, 80)}`,
    uraian: t.uraian,
    status: keadaan(t, hari),
    fakta: [...fakta, ...penutup],
    boleh: t.status === 'TERBUKA' && bolehMenutup(t, pelaku),
    alamat: `/tindak-lanjut/${t.id}`,
    versi: isian.versi ?? String(t.versi),
    isian: { hasil: isian.hasil ?? '', alasan: isian.alasan ?? '' },
    kesalahan,
    label: LABEL,
  }
}

type BahanLangkah = { kepala: Kepala; daftar: readonly TindakLanjut[]; pejabat: readonly Pejabat[]; pelaku: Pelaku }
/** Page of the step: the siklus' follow-ups, a form to add one, the button to finish. */
export function susunLangkah(
  { kepala, daftar, pejabat, pelaku }: BahanLangkah,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const orang = new Map(
    pejabat
      .filter((p) => p.peran !== 'PENGAMAT' && p.peran !== 'ADMIN')
      .map((p) => [p.pegawaiId, `${p.nama} – ${p.jabatanNama}`]),
  )
  return {
    judulHalaman: `Tindak lanjut · ${kepala.periode}`,
    kepala,
    alamat: `${kepala.alamat}/tindak-lanjut`,
    baris: barisTabel(daftar, hariIni(pelaku)),
    opsiPegawai: [
      { nilai: '', teks: 'Pilih penanggung jawab' },
      ...[...orang].map(([nilai, teks]) => ({ nilai, teks })),
    ],
    isian: { uraian: isian.uraian ?? '', pegawaiId: isian.pegawaiId ?? '', tenggat: isian.tenggat ?? '' },
    kesalahan,
    label: LABEL,
  }
}

export const halamanDaftar = halaman<ReturnType<typeof susunDaftar>>('tindak-lanjut/daftar')
export const halamanSatu = halaman<ReturnType<typeof susunSatu>>('tindak-lanjut/satu')
export const halamanLangkah = halaman<ReturnType<typeof susunLangkah>>('tindak-lanjut/langkah')
