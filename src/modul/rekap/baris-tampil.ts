import { formatAngka, formatPersen, formatRupiah } from '../../inti/angka/index.ts'
import type { Hasil } from '../pengukuran/index.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap, PengukuranRekap } from './isi-rekap.ts'

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
    b.kertas ?? '',
    ...(b.koreksi ?? []),
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
  [...a.peringatan, a.keterangan, ...(a.koreksi ?? []), a.kertas ?? ''].filter(Boolean).map(kalimat).join(' ')

/** Sentences that sum the recap up. */
export function kalimatRingkasan(isi: IsiRekap): string[] {
  const { ringkasan: r, unit, pengukuran } = isi
  if (pengukuran) return kalimatPengukuran(isi, pengukuran)
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
    ...kalimatRataRata(isi),
    ...kalimatSerapan(r),
    ...kalimatDikoreksi(isi),
  ]
}

/** Of a Kertas Kerja: what could be measured, from what, the roll-up, and what is left out of it. */
function kalimatPengukuran(isi: IsiRekap, { kalimatSumber, gulungan, analisis }: PengukuranRekap) {
  const { ringkasan: r, unit } = isi
  const belum = unit.flatMap((u) => u.baris).filter((b) => b.status === 'BELUM_JATUH_TEMPO').length
  // a figure that came early: nothing to measure it against yet
  const awal = unit
    .flatMap((u) => u.baris)
    .filter((b) => b.status === 'TERISI' && b.capaian.jenis === 'BELUM_JATUH_TEMPO').length
  const rincian = [
    awal > 0 ? `${awal} targetnya belum jatuh tempo` : '',
    r.tidakBerlaku > 0 ? `${r.tidakBerlaku} tidak diukur` : '',
    r.kosong > 0 ? `${r.kosong} tanpa angka` : '',
  ].filter(Boolean)
  const { kecamatan } = gulungan
  return [
    `${[`${r.terisi - awal} dari ${r.jatuhTempo} indikator yang jatuh tempo terukur`, ...rincian].join(', ')}.`,
    ...(belum > 0 ? [`${belum} indikator belum jatuh tempo pada periode ini.`] : []),
    ...(kecamatan.rataRata.jenis === 'NILAI'
      ? [
          `Capaian kecamatan ${formatPersen(kecamatan.rataRata.nilai)}${kecamatan.predikat ? ` (${kecamatan.predikat.nama})` : ''}, ${kalimatKecamatan(gulungan)}.`,
        ]
      : []),
    ...kalimatRataRata(isi),
    ...(analisis.dari > 0
      ? [`Analisis ditulis untuk ${analisis.ditulis} dari ${analisis.dari} indikator terukur.`]
      : []),
    ...(r.tanpaBukti > 0 ? [`${r.tanpaBukti} nilai belum disertai bukti.`] : []),
    ...(r.perluDiperiksa > 0 ? [`${r.perluDiperiksa} nilai perlu diperiksa.`] : []),
    ...(kalimatSumber ? [kalimatSumber] : []),
    ...kalimatDikoreksi(isi),
  ]
}

/** "rata-rata 2 dari 3 sasaran": of what the office's figure is the mean, by the rule of its year. */
function kalimatKecamatan({ kecamatan, tujuan = [], sasaran }: PengukuranRekap['gulungan']): string {
  const dariTujuan = kecamatan.bagian?.some((b) => tujuan.some((t) => t.id === b.id)) ?? false
  return `rata-rata ${kecamatan.jumlah} dari ${dariTujuan ? `${tujuan.length} tujuan` : `${sasaran.length} sasaran`}`
}

/** The words beside a measured value, as page, PDF and Excel call them; none is left out. */
export const analisisBaris = (b: BarisRekap): { label: string; nilai: string }[] =>
  b.ukur
    ? [
        { label: 'Penyebab', nilai: b.faktorPendorong },
        { label: 'Hambatan', nilai: b.kendala },
        { label: 'Solusi', nilai: b.tindakLanjut },
        { label: 'Program penunjang', nilai: b.ukur.programPenunjang },
        { label: 'Sumber angka', nilai: b.ukur.sumberAngka },
      ].filter((a) => a.nilai !== '')
    : []

/**
 * Capaian of the period by itself, in a recap of a Kertas Kerja; null in one of forms, and where the same words in place of a
 * figure stand for both.
 */
export function teksCapaianPeriode(b: BarisRekap): string | null {
  if (!b.ukur) return null
  const periode = teksCapaian(b.ukur.capaianPeriode)
  return b.capaian.jenis !== 'NILAI' && periode === teksCapaian(b.capaian) ? null : periode
}

const MAKS_SEBUT = 5
/** The mean of the indicators with the cap that was really applied: that of the year, or of the cards. */
function kalimatRataRata({ ringkasan, batasRataRata: batas = '120', unit }: IsiRekap): string[] {
  const { rataRata, disertakan, dikecualikan } = ringkasan.rataRata
  if (rataRata.jenis !== 'NILAI') return []
  const lain = unit.some((u) => u.baris.some((b) => b.batasCapaian && b.batasCapaian !== batas))
  const tahun = batas === 'TANPA' ? '' : `nilai di atas ${batas}% dihitung ${batas}% dalam rata-rata`
  const kata = [tahun, lain ? 'ada kartu yang berbatas lain' : ''].filter(Boolean).join(', ')
  const dibatasi = kata && disertakan.some((d) => d.dibatasi) ? ` (${kata})` : ''
  const sisa = dikecualikan.length - MAKS_SEBUT
  const nama = dikecualikan.slice(0, MAKS_SEBUT).map((d) => d.nama)
  return [
    `Rata-rata capaian ${formatPersen(rataRata.nilai)} dari ${disertakan.length} indikator${dibatasi}.`,
    ...(nama.length > 0
      ? [`Tidak masuk rata-rata karena tidak ada angkanya: ${nama.join('; ')}${sisa > 0 ? `; dan ${sisa} lagi` : ''}.`]
      : []),
  ]
}

/** Every koreksi with old and new value, who, and why. */
const kalimatDikoreksi = ({ unit }: IsiRekap): string[] =>
  unit.flatMap((u) => [
    ...u.baris.flatMap((b) => (b.koreksi ?? []).map((k) => `${b.nama}: ${k}`)),
    ...u.anggaran.flatMap((a) => (a.koreksi ?? []).map((k) => `Realisasi anggaran ${a.nama}: ${k}`)),
  ])

function kalimatSerapan({ serapan, realisasiAnggaran, pagu, anggaranKosong }: IsiRekap['ringkasan']): string[] {
  const kosong = anggaranKosong > 0 ? `${anggaranKosong} sub kegiatan belum diisi realisasi anggarannya.` : ''
  if (serapan.jenis !== 'NILAI' || realisasiAnggaran === null) return kosong ? [kosong] : []
  return [
    `Serapan anggaran ${formatPersen(serapan.nilai)}: ${formatRupiah(realisasiAnggaran)} dari ${formatRupiah(pagu)}.`,
    ...(kosong ? [kosong] : []),
  ]
}
