import { Desimal } from '../../inti/angka/index.ts'
import type { BarisKertas, KertasKerja } from './kueri.ts'

/** The value counts as measured: filled, with a capaian. */
export const terukur = (b: Pick<BarisKertas, 'hasil'>): boolean => b.hasil?.keluaran.sampai.capaian.jenis === 'NILAI'

/** Nothing to measure it against yet, whether or not a figure came early. */
export const belumJatuhTempo = (b: Pick<BarisKertas, 'hasil' | 'jatuhTempo' | 'status'>): boolean =>
  b.status === 'TERISI'
    ? b.hasil?.keluaran.sampai.capaian.jenis === 'BELUM_JATUH_TEMPO'
    : b.status === 'KOSONG' && !b.jatuhTempo

/** Below its target up to the end of the period. */
export const belumTercapai = ({ hasil }: Pick<BarisKertas, 'hasil'>): boolean => {
  const capaian = hasil?.keluaran.sampai.capaian
  return capaian?.jenis === 'NILAI' && new Desimal(capaian.nilai).lt(100)
}

/** Fields of the analysis that a row still lacks: a cause for what was measured, obstacle and solution below target. */
export function kurangAnalisis(b: BarisKertas): ('penyebab' | 'hambatan' | 'solusi')[] {
  if (!terukur(b)) return []
  const wajib = belumTercapai(b) ? (['penyebab', 'hambatan', 'solusi'] as const) : (['penyebab'] as const)
  return wajib.filter((bidang) => b[bidang] === '')
}

/** A figure typed in here has no evidence although its card asks for some. */
export const kurangBukti = (b: BarisKertas): boolean =>
  b.jatuhTempo && b.status === 'TERISI' && b.kartu.buktiWajib && b.jumlahBukti === 0

/** What keeps the measuring from being finished, in sentences; empty: it may be. */
export function kekuranganPengukuran(kertas: KertasKerja | null): string[] {
  if (!kertas || kertas.baris.length === 0)
    return ['Tidak ada indikator pada Perjanjian Kinerja yang berlaku pada akhir periode.']
  const { kepala, baris } = kertas
  if (kepala.sumber === null) return ['Asal angkanya belum ditetapkan.']
  const sendiri = kepala.sumber === 'LANGSUNG'
  const kosong = sendiri ? baris.filter((b) => b.jatuhTempo && b.status === 'KOSONG') : []
  const tanpaSumber = sendiri ? baris.filter((b) => b.status === 'TERISI' && b.sumberAngka === '') : []
  const polos = sendiri ? baris.filter(kurangBukti) : []
  const analisis = baris.filter((b) => kurangAnalisis(b).length > 0)
  return [
    ...sebutkan('Belum diisi', kosong),
    ...sebutkan('Belum disebut sumber angkanya', tanpaSumber),
    ...sebutkan('Belum ada bukti', polos),
    ...sebutkan('Analisisnya belum lengkap', analisis),
  ]
}

const MAKS_SEBUT = 5
function sebutkan(apa: string, baris: readonly BarisKertas[]): string[] {
  if (baris.length === 0) return []
  const nama = baris.slice(0, MAKS_SEBUT).map((b) => b.kartu.nama)
  const sisa = baris.length - nama.length
  return [`${apa}: ${nama.join('; ')}${sisa > 0 ? `; dan ${sisa} lagi` : ''}.`]
}
