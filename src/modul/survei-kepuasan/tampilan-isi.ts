import { formatIsian } from '../../inti/angka/index.ts'
import { barisIsian, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPendek } from '../../inti/waktu/index.ts'
import { bolehMengelola } from './alur.ts'
import { periodeSurvei } from './hitung-survei.ts'
import type { Jawaban, Survei } from './kueri.ts'
import { BARIS_KETIK } from './simpan-kuesioner.ts'
import type { Kembalian } from './tampilan.ts'
import { BAGIAN_PROFIL, KODE_BAKU, MAKS_UNSUR, PROFIL, pilihanProfil } from './unsur.ts'

const kepala = (survei: Survei, judul: string) => ({
  judulHalaman: `${judul} · ${survei.layanan}`,
  judul,
  atas: `${survei.layanan} · ${periodeSurvei(survei)}`,
  kembali: `/survei-kepuasan/${survei.id}`,
})
const labelBaris = (kesalahan: Kesalahan, sebut: (ke: number, bidang: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(kesalahan).map((kunci) => {
      const [, ke = '0', bidang = ''] = kunci.split('.')
      return [kunci, sebut(Number(ke), bidang)]
    }),
  )

const KOLOM_UNSUR = ['nama', 'pertanyaan', 'j1', 'j2', 'j3', 'j4', 'bobot'] as const
/** Wording and weights of all unsur, and an empty row to add one. */
export function susunUnsur(survei: Survei, { badan, isian = {}, kesalahan = {} }: Kembalian = {}) {
  const ketik = badan ? barisIsian(badan, 'u') : null
  const isi = survei.unsur.map((u) => {
    const [j1 = '', j2 = '', j3 = '', j4 = ''] = u.jawaban
    return { kode: u.kode, nama: u.nama, pertanyaan: u.pertanyaan, j1, j2, j3, j4, bobot: formatIsian(u.bobot) }
  })
  const kosong = { kode: '', nama: '', pertanyaan: '', j1: '', j2: '', j3: '', j4: '', bobot: '' }
  const semua: readonly Readonly<Record<string, string>>[] = ketik ?? (isi.length < MAKS_UNSUR ? [...isi, kosong] : isi)
  return {
    ...kepala(survei, 'Unsur dan pertanyaan'),
    alamat: `/survei-kepuasan/${survei.id}/unsur`,
    versi: isian.versi ?? String(survei.versi),
    baris: semua.map((u, ke) => ({
      awalan: `u.${ke}.`,
      kode: u.kode ?? '',
      sebutan: u.kode ? u.kode : 'Unsur tambahan',
      wajib: KODE_BAKU.includes(u.kode ?? ''),
      isi: Object.fromEntries(KOLOM_UNSUR.map((k) => [k, u[k] ?? ''])) as Record<(typeof KOLOM_UNSUR)[number], string>,
    })),
    kesalahan,
    label: labelBaris(kesalahan, (ke) => semua[ke]?.kode || 'Unsur tambahan'),
  }
}
export const halamanUnsur = halaman<ReturnType<typeof susunUnsur>>('survei-kepuasan/unsur')

const teks = (n: number | null | undefined): string => (n === null || n === undefined ? '' : String(n))
/** Totals per unsur (or the result alone) and the profile, to type in. */
export function susunHasil(survei: Survei, { badan, isian = {}, kesalahan = {} }: Kembalian = {}) {
  const ketik = badan ? barisIsian(badan, 'u') : []
  const kolom = survei.cara === 'SEBARAN' ? ['n1', 'n2', 'n3', 'n4'] : ['jumlah', 'responden']
  return {
    ...kepala(survei, 'Hasil survei'),
    alamat: `/survei-kepuasan/${survei.id}/hasil`,
    versi: isian.versi ?? String(survei.versi),
    hasilSaja: survei.cara === 'HASIL',
    kolom:
      survei.cara === 'SEBARAN' ? ['Jawaban 1', 'Jawaban 2', 'Jawaban 3', 'Jawaban 4'] : ['Jumlah nilai', 'Responden'],
    baris: survei.unsur.map((u, ke) => ({
      kode: u.kode,
      nama: u.nama,
      masukan: kolom.map((k, urut) => {
        const simpan = survei.cara === 'SEBARAN' ? u.sebaran?.[urut] : urut === 0 ? u.jumlahNilai : u.responden
        const nama = `u.${ke}.${k}`
        return {
          nama,
          nilai: ketik[ke]?.[k] ?? teks(simpan),
          salah: kesalahan[nama] ?? null,
          sebut: `${u.kode} kolom ${urut + 1}`,
        }
      }),
    })),
    profil: BAGIAN_PROFIL.map((bagian) => ({
      teks: PROFIL[bagian].teks,
      masukan: pilihanProfil(bagian).map(([kode, sebut]) => {
        const nama = `p.${bagian}.${kode}`
        return { nama, label: sebut, nilai: isian[nama] ?? teks(survei.profil[`${bagian}.${kode}`]) }
      }),
    })),
    isian: {
      ikm: isian.ikm ?? formatIsian(survei.ikm),
      responden: isian.responden ?? teks(survei.responden),
      sumber: isian.sumber ?? survei.sumber,
    },
    kesalahan,
    label: {
      ...labelBaris(kesalahan, (ke) => survei.unsur[ke]?.nama ?? 'Unsur'),
      ikm: 'IKM',
      responden: 'Jumlah responden',
      sumber: 'Sumber',
    } as Record<string, string>,
  }
}
export const halamanHasil = halaman<ReturnType<typeof susunHasil>>('survei-kepuasan/hasil')

type BahanKuesioner = {
  readonly survei: Survei
  /** those of this page, the newest first */
  readonly jawaban: readonly Jawaban[]
  readonly halaman: number
  readonly jumlahHalaman: number
}
/** Ten questionnaires to type in, one per row, and those that came in, page by page. */
export function susunKuesioner(
  pelaku: Pelaku,
  { survei, jawaban, halaman: ke, jumlahHalaman }: BahanKuesioner,
  { badan, isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const ketik = badan ? barisIsian(badan, 'k') : []
  return {
    ...kepala(survei, 'Ketik kuesioner'),
    alamat: `/survei-kepuasan/${survei.id}/kuesioner`,
    terbuka: survei.status === 'DIBUKA',
    kelola: survei.status === 'DIBUKA' && bolehMengelola(pelaku, survei),
    jumlah: survei.kuesioner.petugas + survei.kuesioner.pengunjung,
    unsur: survei.unsur.map(({ kode, nama }) => ({ kode, nama })),
    profil: BAGIAN_PROFIL.map((bagian) => ({ kode: bagian, teks: PROFIL[bagian].teks, opsi: pilihanProfil(bagian) })),
    baris: Array.from({ length: BARIS_KETIK }, (_, urut) => ({
      awalan: `k.${urut}.`,
      nomor: urut + 1,
      isi: ketik[urut] ?? ({} as Readonly<Record<string, string>>),
    })),
    halaman: ke,
    jumlahHalaman,
    terakhir: jawaban.map((j) => ({
      alasan: `alasan-${j.id}`,
      isiAlasan: isian[`alasan-${j.id}`] ?? '',
      pembatalan: `/survei-kepuasan/${survei.id}/kuesioner/${j.id}/pembatalan${ke > 1 ? `?halaman=${ke}` : ''}`,
      nomor: j.nomor,
      asal: j.asal === 'PENGUNJUNG' ? 'ponsel' : 'petugas',
      tanggal: tanggalPendek(j.tanggal),
      nilai: survei.unsur.map((u) => j.nilai[u.kode] ?? '–').join(' '),
      saran: j.saran,
      batal: j.alasanBatal,
    })),
    kesalahan,
    label: {
      ...labelBaris(kesalahan, (urut, bidang) => `Kuesioner ${urut + 1}, ${bidang}`),
      ...Object.fromEntries(jawaban.map((j) => [`alasan-${j.id}`, `Alasan kuesioner nomor ${j.nomor}`])),
    } as Record<string, string>,
  }
}
export const halamanKuesioner = halaman<ReturnType<typeof susunKuesioner>>('survei-kepuasan/kuesioner')

/** The visitors' address with its QR code, to print or to put on a poster. */
export function susunTautan(pelaku: Pelaku, survei: Survei, asal: string) {
  const alamat = `/survei-kepuasan/${survei.id}/tautan`
  return {
    ...kepala(survei, 'Halaman pengunjung'),
    alamat,
    versi: survei.versi,
    terbuka: survei.status === 'DIBUKA',
    kelola: survei.status === 'DIBUKA' && bolehMengelola(pelaku, survei),
    tautan: survei.tautan ? `${asal}/survei/${survei.tautan}` : '',
    setempat: /\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]?/.test(`${asal}/`),
    pengunjung: survei.kuesioner.pengunjung,
    batasHarian: survei.batasHarian,
    layanan: survei.layanan,
  }
}
export const halamanTautan = halaman<ReturnType<typeof susunTautan>>('survei-kepuasan/tautan')
