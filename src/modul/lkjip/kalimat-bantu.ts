import { formatAngka, formatPersen, formatRupiah } from '../../inti/angka/index.ts'
import type { Capaian, CapaianIndikator } from './capaian.ts'
import type { Efisiensi } from './efisiensi.ts'
import { bersatuan, teksPerubahan } from './perbandingan.ts'

/** Stands behind every sentence that is made of figures only. Nothing is concluded, nothing invented. */
export const TANDA_BANTU = '(kalimat bantu dari data)'

/** Sentences about one indicator for the comparisons of Bab III; empty where the data say nothing. Pure. */
export const kalimatIndikator = (i: CapaianIndikator): string[] =>
  [kalimatTarget(i), kalimatLalu(i), kalimatRenstra(i), kalimatStandar(i)].filter(Boolean)

/** Target against realisation: "Realisasi 89,69 nilai dari target 90 nilai sampai Tahun 2026: capaian 99,66% (Sangat Tinggi)." */
export function kalimatTarget({ kini, satuan }: CapaianIndikator): string {
  if (kini?.capaian.jenis !== 'NILAI') return ''
  const predikat = kini.predikat ? ` (${kini.predikat.nama})` : ''
  const target = bersatuan(kini.targetTeks, satuan)
  return `Realisasi ${bersatuan(kini.realisasiTeks, satuan)} dari target ${target} sampai ${kini.sampai}: capaian ${formatPersen(kini.capaian.nilai)}${predikat}.`
}

function kalimatLalu({ kini, lalu, satuan, polaritas }: CapaianIndikator): string {
  const terakhir = lalu.at(-1)
  if (!kini?.setahun || !terakhir?.hasil) return ''
  const { nilai, teks } = teksPerubahan(kini, terakhir.hasil, polaritas)
  if (nilai === null) return ''
  return `Dibanding ${terakhir.tahun} (${bersatuan(terakhir.hasil.realisasiTeks, satuan)}) realisasi ${teks}.`
}

function kalimatRenstra({ renstra, satuan }: CapaianIndikator): string {
  if (renstra.capaian.jenis !== 'NILAI') return ''
  return `Terhadap target akhir Renstra ${renstra.tahunAkhir} (${bersatuan(renstra.teks, satuan)}) sudah dicapai ${formatPersen(renstra.capaian.nilai)}.`
}

function kalimatStandar({ standar, satuan }: CapaianIndikator): string {
  if (standar?.capaian.jenis !== 'NILAI') return ''
  return `Terhadap ${standar.sumber} (${bersatuan(standar.teks, satuan)}): ${formatPersen(standar.capaian.nilai)}.`
}

/** Capaian against the use of the money that serves it. */
export function kalimatEfisiensi({ uang, capaian, hasil }: Efisiensi): string {
  if (capaian.jenis !== 'NILAI' || uang.serapan.jenis !== 'NILAI' || uang.realisasi === null) return ''
  return `Capaian ${formatPersen(capaian.nilai)} dengan serapan ${formatPersen(uang.serapan.nilai)} (${formatRupiah(uang.realisasi)} dari ${formatRupiah(uang.pagu)}). ${hasil.teks}.`
}

/** The year in a few sentences: office, sasaran, how many indicators have which predicate. */
export function kalimatIkhtisar({ organisasi, sasaran, tahun }: Capaian): string[] {
  const iku = sasaran.flatMap((s) => s.indikator)
  const terukur = iku.filter((i) => i.kini?.capaian.jenis === 'NILAI')
  const belum = iku.length - terukur.length
  const sebagian = terukur.some((i) => !i.kini?.setahun)
  const predikat = new Map<string, number>()
  for (const i of terukur) {
    const nama = i.kini?.predikat?.nama ?? 'tanpa predikat'
    predikat.set(nama, (predikat.get(nama) ?? 0) + 1)
  }
  const sebaran = [...predikat].map(([nama, n]) => `${n} ${nama}`).join(', ')
  return [
    ...(organisasi.capaian.jenis === 'NILAI'
      ? [
          `Capaian kinerja tahun ${tahun}${sebagian ? ' (belum setahun penuh)' : ''} ${formatPersen(organisasi.capaian.nilai)}${organisasi.predikat ? ` (${organisasi.predikat.nama})` : ''}. ${organisasi.aturan}`,
        ]
      : []),
    `${formatAngka(terukur.length)} dari ${formatAngka(iku.length)} IKU sudah mempunyai capaian yang disetujui${sebaran ? `: ${sebaran}` : ''}.`,
    ...(belum > 0 ? [`${formatAngka(belum)} IKU belum mempunyai capaian; tidak dihitung nol.`] : []),
  ]
}

/** Marked as made from data. */
export const bantu = (kalimat: readonly string[]): string =>
  kalimat.length === 0 ? '' : `${kalimat.join(' ')} ${TANDA_BANTU}`
