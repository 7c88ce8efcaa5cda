import { halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { nipCetak } from '../../../inti/nip.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { adalahTanggal, tanggalJam } from '../../../inti/waktu/index.ts'
import { PENYUSUN_SOP, TEKS_KEADAAN } from '../alur.ts'
import { kata } from '../draf/isian-identitas.ts'
import { bolehSop, sebutMasa, sebutVersi, susunKepalaSop } from '../kepala-sop.ts'
import type { RingkasVersi, VersiSop } from '../kueri.ts'
import { adaBeda, bandingkanSop } from './banding-sop.ts'

type Balasan = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

const KATA_TINDAKAN: Readonly<Record<string, string>> = {
  BUAT: 'Membuat draf',
  AJUKAN: 'Mengajukan kepada Camat',
  TARIK: 'Menarik kembali',
  KEMBALIKAN: 'Mengembalikan untuk diperbaiki',
  SAHKAN: 'Mengesahkan',
  CABUT: 'Mencabut',
  BUANG: 'Membuang draf',
}

const LABEL_CATATAN: Readonly<Record<string, string>> = { BUAT: 'Berkas', AJUKAN: 'Yang baru' }

/** All versions of the SOP, what happened to this one, and the way to its differences. */
export function susunVersi(versi: VersiSop, { semua, pelaku }: { semua: readonly RingkasVersi[]; pelaku: Pelaku }) {
  const alamat = `/sop/${versi.id}`
  return {
    judulHalaman: `Versi · ${versi.nama}`,
    kepala: susunKepalaSop(versi, pelaku, 'versi'),
    baris: semua.map((v) => ({
      alamat: `/sop/${v.id}`,
      teks: sebutVersi(v),
      ini: v.id === versi.id,
      status: TEKS_KEADAAN[v.keadaan],
      masa: sebutMasa(v),
      siklus: v.jumlahBerjalan > 0 ? `${v.jumlahSiklus} (${v.jumlahBerjalan} berjalan)` : String(v.jumlahSiklus),
      beda: v.id === versi.id ? null : `${alamat}/perbedaan?dengan=${v.id}`,
    })),
    riwayat: [...versi.riwayat].reverse().map((k) => ({
      waktu: tanggalJam(new Date(k.waktu), pelaku.zonaWaktu),
      siapa: k.oleh,
      sebagai: k.jabatan,
      teks: KATA_TINDAKAN[k.tindakan] ?? k.tindakan,
      alasan: k.catatan,
      labelAlasan: LABEL_CATATAN[k.tindakan] ?? 'Alasan',
    })),
    sidik: versi.pengesahan?.sidik ?? '',
    salin: punyaPeran(pelaku, PENYUSUN_SOP) ? `${alamat}/salinan` : null,
  }
}
export const halamanVersi = halaman<ReturnType<typeof susunVersi>>('sop/versi')

const KATA_BEDA = {
  DITAMBAH: { kode: 'BARU', teks: 'Ditambah' },
  DIHAPUS: { kode: 'DIBATALKAN', teks: 'Dihapus' },
  DIUBAH: { kode: 'PERINGATAN', teks: 'Diubah' },
  PINDAH: { kode: 'BELUM', teks: 'Pindah urutan' },
} as const

/** Two versions side by side: only what is different. */
export function susunBeda(
  lama: VersiSop,
  baru: VersiSop,
  { semua, pelaku }: { semua: readonly RingkasVersi[]; pelaku: Pelaku },
) {
  const beda = bandingkanSop(lama.definisi, baru.definisi)
  const bagian = (judul: string, daftar: typeof beda.langkah) => ({
    judul,
    daftar: daftar.map((d) => ({ ...d, status: KATA_BEDA[d.jenis] })),
  })
  return {
    judulHalaman: `Perbedaan · ${baru.nama}`,
    kepala: susunKepalaSop(baru, pelaku, 'versi'),
    nama: {
      lama: `${sebutVersi(lama)} (${TEKS_KEADAAN[lama.keadaan].teks.toLowerCase()})`,
      baru: `${sebutVersi(baru)} (${TEKS_KEADAAN[baru.keadaan].teks.toLowerCase()})`,
    },
    ada: adaBeda(beda),
    identitas: beda.identitas,
    catatan: beda.catatan,
    bagian: [bagian('Pelaksana', beda.pelaksana), bagian('Langkah', beda.langkah)],
    alamat: `/sop/${baru.id}/perbedaan`,
    dengan: lama.id,
    opsi: semua
      .filter((v) => v.id !== baru.id)
      .map((v) => ({ nilai: v.id, teks: `${sebutVersi(v)} · ${sebutMasa(v)}` })),
  }
}
export const halamanBeda = halaman<ReturnType<typeof susunBeda>>('sop/perbedaan')

/** The version to compare with when none was named: the one it was copied from, else the newest before it. */
export function pembanding(versi: VersiSop, semua: readonly RingkasVersi[]): string | null {
  const lain = semua.filter((v) => v.id !== versi.id)
  const asal = lain.find((v) => v.id === versi.dariVersiId)
  const sebelum = lain.find((v) => v.nomorVersi > 0 && v.nomorVersi < versi.nomorVersi)
  return (asal ?? sebelum ?? lain[0])?.id ?? null
}

/** Hands in a draft that passed the check, with what is new in it. */
export const susunPengajuan = (versi: VersiSop, { isian = {}, kesalahan = {} }: Balasan = {}) => ({
  judulHalaman: `Ajukan ${versi.nama}`,
  atas: `${versi.nama} · ${sebutVersi(versi)}`,
  alamat: `/sop/${versi.id}`,
  versi: versi.versi,
  isian: { catatan: '', ...isian },
  kesalahan,
})
export const halamanPengajuan = halaman<ReturnType<typeof susunPengajuan>>('sop/pengajuan')

/** The Camat's page: number and dates to approve with, or the reason to send it back. */
export function susunPengesahan(
  versi: VersiSop,
  { pelaku, hari }: { pelaku: Pelaku; hari: string },
  { isian = {}, kesalahan = {} }: Balasan = {},
) {
  const i = versi.definisi.identitas
  return {
    judulHalaman: `Sahkan ${versi.nama}`,
    kepala: susunKepalaSop(versi, pelaku, 'versi'),
    alamat: `/sop/${versi.id}`,
    versi: versi.versi,
    isian: {
      nomor: i.nomor ?? '',
      tanggalPembuatan: kata(i.tanggalPembuatan ?? hari),
      tanggalRevisi: kata(i.tanggalRevisi ?? (versi.nomorVersi > 1 ? hari : null)),
      tanggalEfektif: i.tanggalEfektif && adalahTanggal(i.tanggalEfektif) ? i.tanggalEfektif : hari,
      alasan: '',
      ...isian,
    },
    penanda: [pelaku.nama, pelaku.pangkat, pelaku.nip && `NIP. ${nipCetak(pelaku.nip)}`].filter(Boolean).join(' · '),
    bolehSahkan: bolehSop(pelaku, versi, 'SAHKAN'),
    beda: versi.nomorVersi > 1 ? `/sop/${versi.id}/perbedaan` : null,
    kesalahan,
  }
}
export const halamanPengesahan = halaman<ReturnType<typeof susunPengesahan>>('sop/pengesahan')

/** Before a version is revoked: since when, why, and what goes on all the same. */
export const susunPencabutan = (
  versi: VersiSop,
  { berjalan, hari }: { berjalan: number; hari: string },
  { isian = {}, kesalahan = {} }: Balasan = {},
) => ({
  judulHalaman: `Cabut ${versi.nama}`,
  atas: `${versi.nama} · ${sebutVersi(versi)} · ${sebutMasa(versi)}`,
  alamat: `/sop/${versi.id}`,
  versi: versi.versi,
  berjalan,
  isian: { sejak: versi.dicabutSejak ?? hari, alasan: '', ...isian },
  kesalahan,
})
export const halamanPencabutan = halaman<ReturnType<typeof susunPencabutan>>('sop/pencabutan')

/** Copy as the next version, or as another SOP. */
export const susunSalinan = (versi: VersiSop, { isian = {}, kesalahan = {} }: Balasan = {}) => ({
  judulHalaman: `Salin ${versi.nama}`,
  atas: `${versi.nama} · ${sebutVersi(versi)}`,
  alamat: `/sop/${versi.id}`,
  isian: { sebagai: 'VERSI', nama: `${versi.nama} (salinan)`, ...isian },
  opsi: [
    {
      nilai: 'VERSI',
      teks: 'Versi berikutnya dari SOP ini',
      petunjuk: 'Versi yang berlaku tetap berlaku sampai versi baru disahkan dan mulai berlaku.',
    },
    { nilai: 'BARU', teks: 'SOP baru dengan nama lain', petunjuk: 'Nomor dan tanggal pengesahannya dikosongkan.' },
  ],
  kesalahan,
})
export const halamanSalinan = halaman<ReturnType<typeof susunSalinan>>('sop/salinan')
