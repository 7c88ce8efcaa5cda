import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'
import type { HariPertama } from '../bantuan/index.ts'
import { PEMBACA_CATATAN } from '../catatan-camat/index.ts'
import { type RingkasSiklus, sebutPemegang } from '../siklus/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** The first page after sign-in: what waits for me, then what runs and who holds the ball. */
export function susunBeranda(
  pelaku: Pelaku,
  {
    tugas,
    siklus,
    hariPertama,
  }: { tugas: readonly Tugas[]; siklus: readonly RingkasSiklus[]; hariPertama: HariPertama | null },
) {
  const terlambat = tugas.filter((t) => t.tenggat?.kode === 'TERLAMBAT').length
  const dikembalikan = tugas.filter((t) => t.status.kode === 'DIKEMBALIKAN').length
  return {
    judulHalaman: 'Tugas Saya',
    sapaan: pelaku.nama,
    diingatkan: pelaku.pengingatBaru ?? 0,
    tugas,
    hitungan: [
      { jumlah: tugas.length, teks: 'menunggu Anda', nada: 'biru' },
      { jumlah: dikembalikan, teks: 'dikembalikan', nada: 'merah' },
      { jumlah: terlambat, teks: 'terlambat', nada: 'merah' },
    ],
    hariPertama,
    kosong: teksKosong(pelaku, siklus.length),
    berjalan: siklus.map((s) => ({
      alamat: `/siklus/${s.id}`,
      nama: s.namaSop.replace(/^SOP /, ''),
      periode: namaPeriode({ jenis: s.jenisPeriode, tahun: s.tahun, nomor: s.nomorPeriode }),
      kemajuan: `${s.jumlahSelesai} dari ${s.jumlahLangkah} langkah`,
      pemegang: s.terbuka.map((t) => `${sebutPemegang(t)} (langkah ${t.nomor})`).join(' · '),
    })),
    bolehMemulai: punyaPeran(pelaku, ['CAMAT', 'SEKCAM', 'TIM_SAKIP']),
    membacaCatatan: punyaPeran(pelaku, PEMBACA_CATATAN),
    admin: pelaku.peran.every((p) => p === 'ADMIN'),
  }
}

type Kosong = { judul: string; teks: string; tindakan?: { teks: string; alamat: string } }

function teksKosong(pelaku: Pelaku, berjalan: number): Kosong {
  if (pelaku.peran.every((p) => p === 'ADMIN'))
    return {
      judul: 'Tidak ada tugas SOP untuk admin.',
      teks: 'Kelola orang, jabatan, dan kalender lewat menu Kantor dan Kalender.',
      tindakan: { teks: 'Lihat penyiapan kantor', alamat: '/organisasi/penyiapan' },
    }
  if (berjalan === 0)
    return {
      judul: 'Belum ada yang menunggu Anda.',
      teks: 'Tidak ada siklus yang berjalan. Siklus dimulai oleh Tim SAKIP atau Camat setiap periode.',
    }
  return {
    judul: 'Tidak ada yang menunggu Anda sekarang.',
    teks: 'Siklus di bawah ini sedang berjalan. Anda akan melihat tugas di sini begitu tiba giliran Anda.',
  }
}
export const halamanBeranda = halaman<ReturnType<typeof susunBeranda>>('tugas-saya/beranda')
