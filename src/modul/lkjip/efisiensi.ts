import {
  type Hasil,
  type HasilEfisiensi,
  hitungEfisiensi,
  hitungRataRata,
  hitungSerapan,
  jumlahkanUang,
} from '../pengukuran/index.ts'
import type { CapaianIndikator } from './capaian.ts'
import type { SubAnggaran } from './kueri-anggaran.ts'
import { BELUM_ADA_HASIL } from './tanpa-hasil.ts'

/** Money of several sub kegiatan, each counted once. Plain decimals; null: nothing recorded. */
export type Uang = {
  readonly pagu: string
  readonly realisasi: string | null
  readonly serapan: Hasil
  /** sub kegiatan without a recorded use */
  readonly hilang: number
}
export type Efisiensi = {
  readonly uang: Uang
  readonly capaian: Hasil
  /** capaian and use of money both cover the whole year */
  readonly setahun: boolean
  readonly hasil: HasilEfisiensi
}

/** Sum of budget and use over sub kegiatan; each once, however often it is handed in. */
export function hitungUang(anggaran: readonly SubAnggaran[]): Uang {
  const { pagu, realisasi, hilang } = jumlahkanUang(
    anggaran.map((a) => ({
      kunci: a.id,
      pagu: a.pagu ?? '0',
      realisasi: a.realisasi === null ? { status: 'KOSONG' } : { status: 'TERISI', nilai: a.realisasi },
    })),
  )
  return {
    pagu,
    realisasi: realisasi.status === 'TERISI' ? realisasi.nilai : null,
    serapan: hitungSerapan({ pagu, realisasi }),
    hilang: hilang.length,
  }
}

/**
 * Capaian against the share of the budget used: above +5 points efisien, below −5 tidak efisien (rule of `hitungEfisiensi`).
 * Only whole years are compared: a capaian up to a quarter against the budget of the year would always look efficient.
 */
export function hitungEfisiensiUang(
  capaian: Hasil,
  anggaran: readonly SubAnggaran[],
  { setahun }: { setahun: boolean },
): Efisiensi {
  const uang = hitungUang(anggaran)
  const penuh = setahun && anggaran.every((a) => a.realisasi === null || a.triwulan === 0 || a.triwulan === 4)
  return { uang, capaian, setahun: penuh, hasil: penuh ? hitungEfisiensi(capaian, uang.serapan) : BELUM_SETAHUN }
}
const BELUM_SETAHUN: HasilEfisiensi = {
  status: 'TIDAK_DAPAT_DIHITUNG',
  selisih: null,
  teks: 'Efisiensi dihitung setelah angka setahun penuh ada',
}

/** Do all results that have a figure speak for the whole year? */
export const semuaSetahun = (indikator: readonly CapaianIndikator[]): boolean =>
  indikator.every((i) => i.kini === null || i.kini.capaian.jenis !== 'NILAI' || i.kini.setahun)

/** Mean capaian of indicators; what has no figure is left out. */
export const rataCapaian = (indikator: readonly CapaianIndikator[]): Hasil =>
  hitungRataRata(
    indikator.map((i) => ({
      id: i.id,
      nama: i.nama,
      hasil: i.kini?.capaian ?? BELUM_ADA_HASIL,
    })),
  ).rataRata

export type KelompokAnggaran = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly sub: readonly SubAnggaran[]
}

/** Sub kegiatan by program, in the order given. */
export const perProgram = (anggaran: readonly SubAnggaran[]): KelompokAnggaran[] =>
  kelompokkan(anggaran, (a) => ({ id: a.programId, kode: a.programKode, nama: a.program }))
/** Sub kegiatan by kegiatan, in the order given. */
export const perKegiatan = (anggaran: readonly SubAnggaran[]): KelompokAnggaran[] =>
  kelompokkan(anggaran, (a) => ({ id: a.kegiatanId, kode: a.kegiatanKode, nama: a.kegiatan }))

function kelompokkan(
  anggaran: readonly SubAnggaran[],
  induk: (a: SubAnggaran) => { id: string; kode: string; nama: string },
): KelompokAnggaran[] {
  const peta = new Map<string, { id: string; kode: string; nama: string; sub: SubAnggaran[] }>()
  for (const a of anggaran) {
    const kunci = induk(a)
    const ada = peta.get(kunci.id) ?? { ...kunci, sub: [] }
    ada.sub.push(a)
    peta.set(kunci.id, ada)
  }
  return [...peta.values()]
}
