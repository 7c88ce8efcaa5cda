import { formatAngka, formatPersen, formatRupiah } from '../../inti/angka/index.ts'
import type { Hasil } from '../pengukuran/index.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap } from './isi-rekap.ts'

/** Words and figures of one recap row as page, PDF and Excel print them. */
export const teksTarget = (b: BarisRekap): string => (b.targetTeks ? b.targetTeks : b.target.jenis === 'NILAI' ? formatAngka(b.target.nilai) : b.targetTahunan ? `${formatAngka(b.targetTahunan)} (setahun)` : '–')

export function teksRealisasi(b: BarisRekap): string {
  if (b.status === 'KOSONG') return 'belum diisi'
  if (b.status === 'TIDAK_BERLAKU') return 'tidak berlaku'
  if (b.status === 'BELUM_JATUH_TEMPO') return 'belum jatuh tempo'
  if (b.kategori) return b.kategori
  if (b.realisasi.jenis === 'NILAI') return formatAngka(b.realisasi.nilai)
  return b.nilai === null ? 'tidak dapat dihitung' : formatAngka(b.nilai)
}

/** Capaian as printed, or why there is none. */
export const teksCapaian = (h: Hasil): string => {
  if (h.jenis === 'NILAI') return formatPersen(h.nilai)
  return { KOSONG: '–', TIDAK_BERLAKU: 'tidak berlaku', BELUM_JATUH_TEMPO: 'belum jatuh tempo', TIDAK_DAPAT_DIHITUNG: 'tidak dapat dihitung' }[h.jenis]
}

/** Everything a reader should look at in this row: missing, doubtful, without evidence, and the filler's remarks. */
export const keteranganBaris = (b: BarisRekap): string =>
  [
    b.status === 'KOSONG' ? 'Belum diisi.' : '',
    b.status === 'TIDAK_BERLAKU' ? `Tidak berlaku: ${b.alasanTidakBerlaku}.` : '',
    b.tanpaBukti ? 'Tanpa bukti.' : '',
    ...b.peringatan,
    b.keterangan,
  ]
    .filter(Boolean)
    .join(' ')

export const teksSerapan = (a: AnggaranRekap): string => (a.serapan.jenis === 'NILAI' ? formatPersen(a.serapan.nilai) : '–')
export const teksRupiah = (nilai: string | null): string => (nilai === null ? 'belum diisi' : formatRupiah(nilai))

/** Sentences that sum the recap up. */
export function kalimatRingkasan({ ringkasan: r }: IsiRekap): string[] {
  const rata = r.rataRata.rataRata
  return [
    `${r.unitMenyerahkan} dari ${r.unit} unit sudah menyerahkan formulir.`,
    `${r.terisi} dari ${r.jatuhTempo} nilai yang jatuh tempo terisi${r.tidakBerlaku > 0 ? `, ${r.tidakBerlaku} tidak berlaku` : ''}${r.kosong > 0 ? `, ${r.kosong} masih kosong` : ''}.`,
    ...(r.tanpaBukti > 0 ? [`${r.tanpaBukti} nilai belum disertai bukti.`] : []),
    ...(r.perluDiperiksa > 0 ? [`${r.perluDiperiksa} nilai perlu diperiksa.`] : []),
    ...(rata.jenis === 'NILAI' ? [`Rata-rata capaian ${formatPersen(rata.nilai)} dari ${r.rataRata.disertakan.length} indikator (nilai di atas 120% dihitung 120% dalam rata-rata).`] : []),
    ...(r.serapan.jenis === 'NILAI' ? [`Serapan anggaran ${formatPersen(r.serapan.nilai)}: ${formatRupiah(r.realisasiAnggaran)} dari ${formatRupiah(r.pagu)}.`] : []),
  ]
}
