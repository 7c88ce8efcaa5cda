import { formatAngka, formatPersen, formatRupiah } from '../../inti/angka/index.ts'
import type { Hasil } from '../pengukuran/index.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap } from './isi-rekap.ts'

/** Words and figures of one recap row as page, PDF and Excel print them. */
export function teksTarget(b: BarisRekap): string {
  if (b.targetTeks !== null) return b.targetTeks
  if (b.target.jenis === 'NILAI') return formatAngka(b.target.nilai)
  return b.targetTahunan === null ? '–' : `${formatAngka(b.targetTahunan)} (setahun)`
}

export function teksRealisasi(b: BarisRekap): string {
  if (b.status === 'KOSONG') return 'belum diisi'
  if (b.status === 'TIDAK_BERLAKU') return 'tidak diukur'
  if (b.status === 'BELUM_JATUH_TEMPO') return 'belum jatuh tempo'
  if (b.kategori !== null) return b.kategori
  if (b.realisasi.jenis === 'NILAI') return formatAngka(b.realisasi.nilai)
  return b.nilai === null ? 'tidak dapat dihitung' : formatAngka(b.nilai)
}

/** Capaian as printed, or why there is none. */
export const teksCapaian = (h: Hasil): string => {
  if (h.jenis === 'NILAI') return formatPersen(h.nilai)
  return {
    KOSONG: '–',
    TIDAK_BERLAKU: 'tidak diukur',
    BELUM_JATUH_TEMPO: 'belum jatuh tempo',
    TIDAK_DAPAT_DIHITUNG: 'tidak dapat dihitung',
  }[h.jenis]
}

/** Everything a reader should look at in this row: missing, doubtful, without evidence, and the filler's remarks. */
export const keteranganBaris = (b: BarisRekap): string =>
  [
    b.status === 'KOSONG' ? 'Belum diisi' : '',
    b.status === 'TIDAK_BERLAKU' ? `Tidak diukur: ${b.alasanTidakBerlaku}` : '',
    b.status === 'TERISI' && b.capaian.jenis !== 'NILAI' ? b.capaian.alasan : '',
    b.tanpaBukti ? 'Tanpa bukti' : '',
    ...b.peringatan,
    b.keterangan,
  ]
    .filter(Boolean)
    .map(kalimat)
    .join(' ')

/** A remark as a sentence: one full stop at its end. */
const kalimat = (teks: string): string => (/[.!?]$/.test(teks) ? teks : `${teks}.`)

export const teksSerapan = (a: AnggaranRekap): string =>
  a.serapan.jenis === 'NILAI' ? formatPersen(a.serapan.nilai) : '–'
export const teksRupiah = (nilai: string | null): string => (nilai === null ? 'belum diisi' : formatRupiah(nilai))
export const teksRealisasiAnggaran = (a: AnggaranRekap): string =>
  a.status === 'TIDAK_BERLAKU' ? 'tidak diukur' : teksRupiah(a.realisasi)
export const keteranganAnggaran = (a: AnggaranRekap): string =>
  [...a.peringatan, a.keterangan].filter(Boolean).map(kalimat).join(' ')

/** Sentences that sum the recap up. */
export function kalimatRingkasan({ ringkasan: r, unit }: IsiRekap): string[] {
  const belum = unit.flatMap((u) => u.baris).filter((b) => b.status === 'BELUM_JATUH_TEMPO').length
  const rincian = [
    r.tidakBerlaku > 0 ? `${r.tidakBerlaku} tidak diukur` : '',
    r.kosong > 0 ? `${r.kosong} masih kosong` : '',
  ].filter(Boolean)
  return [
    `${r.unitMenyerahkan} dari ${r.unit} unit sudah menyerahkan formulir.`,
    `${[`${r.terisi} dari ${r.jatuhTempo} nilai yang jatuh tempo terisi`, ...rincian].join(', ')}.`,
    ...(belum > 0 ? [`${belum} indikator belum jatuh tempo pada periode ini.`] : []),
    ...(r.tanpaBukti > 0 ? [`${r.tanpaBukti} nilai belum disertai bukti.`] : []),
    ...(r.perluDiperiksa > 0 ? [`${r.perluDiperiksa} nilai perlu diperiksa.`] : []),
    ...kalimatRataRata(r.rataRata),
    ...kalimatSerapan(r),
  ]
}

const MAKS_SEBUT = 5
function kalimatRataRata({ rataRata, disertakan, dikecualikan }: IsiRekap['ringkasan']['rataRata']): string[] {
  if (rataRata.jenis !== 'NILAI') return []
  const dibatasi = disertakan.some((d) => d.dibatasi) ? ' (nilai di atas 120% dihitung 120% dalam rata-rata)' : ''
  const sisa = dikecualikan.length - MAKS_SEBUT
  const nama = dikecualikan.slice(0, MAKS_SEBUT).map((d) => d.nama)
  return [
    `Rata-rata capaian ${formatPersen(rataRata.nilai)} dari ${disertakan.length} indikator${dibatasi}.`,
    ...(nama.length > 0
      ? [`Tidak masuk rata-rata karena tidak ada angkanya: ${nama.join('; ')}${sisa > 0 ? `; dan ${sisa} lagi` : ''}.`]
      : []),
  ]
}

function kalimatSerapan({ serapan, realisasiAnggaran, pagu, anggaranKosong }: IsiRekap['ringkasan']): string[] {
  const kosong = anggaranKosong > 0 ? `${anggaranKosong} sub kegiatan belum diisi realisasi anggarannya.` : ''
  if (serapan.jenis !== 'NILAI' || realisasiAnggaran === null) return kosong ? [kosong] : []
  return [
    `Serapan anggaran ${formatPersen(serapan.nilai)}: ${formatRupiah(realisasiAnggaran)} dari ${formatRupiah(pagu)}.`,
    ...(kosong ? [kosong] : []),
  ]
}
