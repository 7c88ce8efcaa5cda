import { formatAngka, formatPersen, TANPA_NILAI } from '../../inti/angka/index.ts'
import { namaKategori } from '../formulir/index.ts'
import type { Hasil, KelasPredikat } from '../pengukuran/index.ts'
import type { AturanNilai } from '../perencanaan/index.ts'
import { type Gulungan, gulungHasil, type Kelompok } from './gulung-hasil.ts'
import type { KeluaranKinerja } from './hasil-ukur.ts'
import type { BarisKertas, KepalaKertas, KertasKerja } from './kueri.ts'
import { kartuUkur } from './metodologi.ts'

/** Realisation up to the end of the period as printed: figure, category, or the word for none. */
export function teksRealisasiUkur(b: BarisKertas): string {
  if (b.status === 'TIDAK_BERLAKU') return 'tidak diukur'
  if (b.status === 'KOSONG') return b.jatuhTempo ? 'belum diisi' : 'belum jatuh tempo'
  if (b.kategori !== null) return namaKategori(b.kartu, b.kategori)
  const realisasi = b.hasil?.keluaran.sampai.realisasi
  if (realisasi?.jenis === 'NILAI') return formatAngka(realisasi.nilai)
  return b.nilai === null ? 'tidak dapat dihitung' : formatAngka(b.nilai)
}

/** Target up to the end of the period as printed. */
export function teksTargetUkur(b: BarisKertas): string {
  const { target, kartu } = b
  if (target.teks !== null) return namaKategori(kartu, target.teks)
  if (kartu.polaritas === 'RENTANG') return `${formatAngka(target.tahunan)}–${formatAngka(target.atas)}`
  const t = b.hasil?.keluaran.sampai.target
  if (t?.jenis === 'NILAI') return formatAngka(t.nilai)
  return target.tahunan === null ? TANPA_NILAI : `${formatAngka(target.tahunan)} (setahun)`
}

const TANPA = {
  KOSONG: TANPA_NILAI,
  TIDAK_BERLAKU: 'tidak diukur',
  BELUM_JATUH_TEMPO: 'belum jatuh tempo',
  TIDAK_DAPAT_DIHITUNG: 'tidak dapat dihitung',
} as const

/** "93,75%", or the word for none. */
export const teksCapaianUkur = (capaian: Hasil): string =>
  capaian.jenis === 'NILAI' ? formatPersen(capaian.nilai) : TANPA[capaian.jenis]

/** The calculation, or why there is none; with what is missing in it. */
export function teksHitungan({ capaian, hilang }: KeluaranKinerja): string {
  const dasar = capaian.jenis === 'NILAI' ? capaian.rumus : capaian.alasan
  const tw = hilang.map((ke) => `TW ${ROMAWI[ke - 1] ?? ke}`).join(', ')
  return tw && capaian.jenis === 'NILAI' ? `${dasar}; realisasi ${tw} tidak tercatat` : dasar
}
const ROMAWI = ['I', 'II', 'III', 'IV'] as const

/** Where the figures of the Kertas Kerja come from, in a sentence. */
export function kalimatSumber({ sumber, sumberRincian, alasanTanpaSumber }: KepalaKertas): string {
  if (sumber === 'FORMULIR') return 'Angka diambil dari formulir yang diserahkan unit pada siklus ini.'
  if (sumber === 'SIKLUS')
    return `Angka diambil dari ${sumberRincian.map((s) => `rekapitulasi versi ${s.versi} ${s.nama}`).join('; ')}, yang telah disetujui.`
  if (sumber === 'LANGSUNG')
    return `Angka diisi pada kertas kerja ini beserta sumber dan buktinya. ${alasanTanpaSumber}`
  return 'Asal angka belum ditetapkan.'
}

/** Roll-up of a Kertas Kerja by the rules its results were computed with; null before anything was computed. */
export function gulungKertas({ kepala, baris }: KertasKerja): Gulungan | null {
  const aturan = aturanKertas({ kepala, baris })
  if (!aturan) return null
  const ukur = baris.flatMap((b) => {
    const { id, induk, hasil, metodologi } = b
    const kartu = kartuUkur(b.kartu, metodologi)
    const { nama, jenis, bobot, batasCapaian: batas } = kartu
    return hasil ? [{ id, nama, jenis, induk, capaian: hasil.keluaran.sampai.capaian, bobot, batas }] : []
  })
  return gulungHasil(ukur, aturan)
}

/** The rules a Kertas Kerja was computed by; an older one kept only the scale, and the cap was 120. */
export function aturanKertas({ kepala, baris }: KertasKerja): AturanNilai | null {
  if (kepala.aturan) return kepala.aturan
  const skala = baris.find((b) => b.hasil)?.hasil?.skala
  return skala ? { ...skala, batasRataRata: '120', organisasi: 'SASARAN', bobot: {} } : null
}

/** Levels of the roll-up in the order they are printed. */
export const tingkatGulungan = (g: Gulungan): { tingkat: string; kelompok: readonly Kelompok[] }[] => [
  { tingkat: 'Tujuan', kelompok: g.tujuan ?? [] },
  { tingkat: 'Indikator tujuan', kelompok: g.indikatorTujuan ?? [] },
  { tingkat: 'Sasaran', kelompok: g.sasaran },
  { tingkat: 'Program', kelompok: g.program },
  { tingkat: 'Kegiatan', kelompok: g.kegiatan },
  { tingkat: 'Sub kegiatan', kelompok: g.subKegiatan ?? [] },
  { tingkat: 'Kecamatan', kelompok: [g.kecamatan] },
]

/** What a mean is made of, in words: "Rata-rata 3 sasaran"; of an old roll-up only how many. */
export const teksDihitung = ({ aturan, jumlah }: Kelompok): string => (aturan ?? String(jumlah)).replace(/\.$/, '')

/** What is left out of every mean, by the reason: "Realisasi belum diisi: A; B". */
export function kalimatDikecualikan({ dikecualikan }: Gulungan): string[] {
  const peta = new Map<string, string[]>()
  for (const d of dikecualikan) peta.set(d.alasan, [...(peta.get(d.alasan) ?? []), d.nama])
  return [...peta].map(([alasan, nama]) => `${alasan} (${nama.length}): ${nama.join('; ')}.`)
}

const WARNA: Readonly<Record<string, string>> = {
  'hijau-tua': 'SANGAT_TINGGI',
  hijau: 'TINGGI',
  kuning: 'SEDANG',
  jingga: 'RENDAH',
  merah: 'SANGAT_RENDAH',
}
/** Badge of a class of the scale. */
export const lencanaPredikat = (p: KelasPredikat | null) =>
  p ? { kode: WARNA[p.warna] ?? 'BELUM', teks: p.nama } : null
