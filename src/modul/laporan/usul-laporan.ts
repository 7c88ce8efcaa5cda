import { formatPersen } from '../../inti/angka/index.ts'
import { WARNA_MERAH } from '../pengukuran/index.ts'
import { type BarisRekap, type IsiRekap, kalimatRingkasan } from '../rekap/index.ts'

export type UsulLaporan = { readonly ringkasan: string; readonly hambatan: string }

/** What the recap says in sentences, as a proposal for the report: summary, and the obstacles the units named. Pure. */
export function usulLaporan(isi: IsiRekap | null): UsulLaporan {
  if (!isi) return { ringkasan: '', hambatan: '' }
  const merah = indikatorMerah(isi)
  const kalimatMerah =
    merah.length === 0
      ? []
      : [
          `${merah.length} indikator berpredikat rendah atau sangat rendah: ${merah.map((m) => `${m.nama} (${m.capaian})`).join('; ')}.`,
        ]
  return {
    ringkasan: [...kalimatRingkasan(isi), ...kalimatMerah].join('\n'),
    hambatan: isi.unit
      .flatMap((u) => u.baris.filter((b) => b.kendala).map((b) => `${u.nama}: ${b.kendala} (${b.nama})`))
      .join('\n'),
  }
}

export type IndikatorMerah = {
  readonly nama: string
  readonly unit: string
  readonly capaian: string
  readonly predikat: string
  /** colour of its class: the name is the year's own */
  readonly warna: string
  readonly kendala: string
  readonly tindakLanjut: string
}

/** Indicators in the two lowest colours of the scale, the lowest capaian first. */
export function indikatorMerah(isi: IsiRekap): IndikatorMerah[] {
  return isi.unit
    .flatMap((u) => u.baris.map((b) => ({ u, b, nilai: angka(b) })))
    .filter(({ b }) => b.predikat !== null && WARNA_MERAH.includes(b.predikat.warna))
    .sort((a, b) => a.nilai - b.nilai)
    .map(({ u, b, nilai: _ }) => ({
      nama: b.nama,
      unit: u.nama,
      capaian: b.capaian.jenis === 'NILAI' ? formatPersen(b.capaian.nilai) : '–',
      predikat: b.predikat?.nama ?? '',
      warna: b.predikat?.warna ?? '',
      kendala: b.kendala,
      tindakLanjut: b.tindakLanjut,
    }))
}

/** Only for the order of a list. */
const angka = (b: BarisRekap): number => (b.capaian.jenis === 'NILAI' ? Number(b.capaian.nilai) : 0)
