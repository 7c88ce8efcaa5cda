import { formatAngka } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jamMenit, namaPeriode, tanggalJam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { daftarPeristiwa, susunKalimat } from './kalimat.ts'
import { type KejadianTercatat, PER_HALAMAN, type PilihanSaringan, type Saringan } from './kueri.ts'
import type { HasilPemeriksaan, Kerusakan } from './periksa-rantai.ts'
import { susunRincian } from './rincian.ts'

const ALAMAT = '/jejak-audit'
type Bahan = { saring: Saringan & { sebelum: string }; pilihan: PilihanSaringan }

/** The audit trail: filter, one page of events newest first, links to older and newest. */
export function susunJejak(pelaku: Pelaku, kejadian: readonly KejadianTercatat[], { saring, pilihan }: Bahan) {
  const { sebelum, ...isian } = saring
  const tampil = kejadian.slice(0, PER_HALAMAN)
  const kueri = new URLSearchParams(Object.entries(isian).filter(([, nilai]) => nilai !== ''))
  const alamat = (tambahan: Record<string, string>, jalur = ALAMAT) => {
    const semua = new URLSearchParams([...kueri, ...Object.entries(tambahan)]).toString()
    return semua ? `${jalur}?${semua}` : jalur
  }
  return {
    judulHalaman: 'Jejak audit',
    isian,
    disaring: kueri.size > 0,
    opsiOrang: [{ nilai: '', teks: 'Semua orang' }, ...pilihan.orang.map((o) => ({ nilai: o.id, teks: o.nama }))],
    opsiPeristiwa: [{ nilai: '', teks: 'Semua peristiwa' }, ...daftarPeristiwa()],
    opsiSiklus: [
      { nilai: '', teks: 'Semua siklus' },
      ...pilihan.siklus.map((s) => ({ nilai: s.id, teks: `${s.nama}, ${namaPeriode(s)}` })),
    ],
    kelompok: kelompokHari(tampil, pelaku.zonaWaktu),
    alamatLama: kejadian.length > PER_HALAMAN ? alamat({ sebelum: tampil.at(-1)?.urut ?? '' }) : '',
    alamatBaru: sebelum ? alamat({}) : '',
    alamatCsv: alamat({}, `${ALAMAT}/ekspor.csv`),
  }
}

/** Events under the date on which they happened. */
function kelompokHari(kejadian: readonly KejadianTercatat[], zona: string) {
  const hari = new Map<string, ReturnType<typeof susunKejadian>[]>()
  for (const k of kejadian) {
    const tanggal = tanggalLokal(k.waktu, zona)
    hari.set(tanggal, [...(hari.get(tanggal) ?? []), susunKejadian(k, zona)])
  }
  return [...hari].map(([tanggal, isi]) => ({ tanggal: tanggalPanjang(tanggal), kejadian: isi }))
}

const susunKejadian = (k: KejadianTercatat, zona: string) => {
  const rincian = susunRincian(k.rincian)
  return {
    urut: k.urut,
    jam: jamMenit(k.waktu, zona),
    siapa: k.namaPelaku,
    sebagai: k.jabatanPelaku,
    kalimat: susunKalimat(k),
    alamatSiklus: k.siklusId ? `/siklus/${k.siklusId}` : '',
    rincian,
    adaRincian: rincian.perubahan.length + rincian.lain.length > 0,
  }
}

/** Result of the chain's check as a sentence, with what to note. */
export function susunPemeriksaan(pelaku: Pelaku, { jumlah, kerusakan, kepala }: HasilPemeriksaan, kini: Date) {
  return {
    judulHalaman: 'Pemeriksaan jejak audit',
    utuh: kerusakan === null,
    status: kerusakan ? { kode: 'RUSAK', teks: 'Terputus' } : { kode: 'UTUH', teks: 'Utuh' },
    kalimat: kerusakan ? kalimatKerusakan(kerusakan) : kalimatUtuh(jumlah),
    diperiksa: tanggalJam(kini, pelaku.zonaWaktu),
    data: [
      { label: 'Peristiwa diperiksa', nilai: formatAngka(jumlah) },
      { label: 'Peristiwa terakhir', nilai: kepala ? `Nomor ${kepala.urut}` : 'Belum ada' },
      { label: 'Sidik terakhir (SHA-256)', nilai: kepala?.hash || '–' },
    ],
  }
}

const kalimatUtuh = (jumlah: number): string =>
  jumlah === 0
    ? 'Belum ada peristiwa yang tercatat.'
    : `Rantai jejak audit utuh: ${formatAngka(jumlah)} peristiwa berurutan tanpa celah, dan tidak satu pun berubah sejak dicatat.`

function kalimatKerusakan(k: Kerusakan): string {
  switch (k.jenis) {
    case 'DIUBAH':
      return `Rantai terputus pada peristiwa nomor ${k.urut}: isinya tidak lagi sama dengan saat dicatat.`
    case 'PUTUS':
      return `Rantai terputus pada peristiwa nomor ${k.urut}: peristiwa sebelumnya telah diganti.`
    case 'HILANG':
      return k.dari === k.sampai
        ? `Rantai terputus: peristiwa nomor ${k.dari} hilang.`
        : `Rantai terputus: peristiwa nomor ${k.dari} sampai ${k.sampai} hilang.`
    case 'EKOR_HILANG':
      return `Rantai terputus: peristiwa sesudah nomor ${k.urut} telah dihapus dari ujungnya.`
    case 'LEWAT_KEPALA':
      return `Rantai terputus: peristiwa nomor ${k.urut} ditambahkan tidak melalui pencatatan.`
    case 'KEPALA_BERBEDA':
      return `Rantai terputus: sidik peristiwa terakhir, nomor ${k.urut}, tidak cocok dengan kepala rantai.`
  }
}

export const halamanJejak = halaman<ReturnType<typeof susunJejak>>('jejak-audit/jejak')
export const halamanPemeriksaan = halaman<ReturnType<typeof susunPemeriksaan>>('jejak-audit/pemeriksaan')
