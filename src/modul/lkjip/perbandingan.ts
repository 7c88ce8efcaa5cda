import { Desimal, formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import { type Hasil, hitungCapaian, type MasukanCapaian } from '../pengukuran/index.ts'
import { bacaRentang } from '../perencanaan/index.ts'
import type { DasarIndikator, HasilTahun } from './hasil-tahun.ts'
import { tanpaHasil } from './tanpa-hasil.ts'

/** A figure to compare with (end-target of the Renstra, national standard) and how far it was reached. */
export type Banding = {
  /** plain decimal; null: none, or no number */
  readonly nilai: string | null
  readonly teks: string
  readonly capaian: Hasil
}

const BELUM = (alasan: string): Hasil => tanpaHasil('KOSONG', alasan)

/** Realisation against a figure by the polarity of the card (PermenPANRB 53/2014, Bab III: target jangka menengah, standar nasional). */
export function bandingkan(
  { kartu }: DasarIndikator,
  pembanding: { nilai: string | null; teks: string | null },
  kini: HasilTahun | null,
): Banding {
  const { nilai } = pembanding
  const teks = pembanding.teks ?? (nilai === null ? TANPA_NILAI : formatAngka(nilai))
  if (nilai === null && pembanding.teks === null) return { nilai, teks, capaian: BELUM('Pembandingnya belum dicatat') }
  if (!kini || (kini.realisasi === null && kartu.polaritas !== 'KATEGORI'))
    return { nilai, teks, capaian: BELUM('Realisasi belum ada') }
  return { nilai, teks, capaian: hitungCapaian(masukan(kartu, { nilai, teks: pembanding.teks }, kini)) }
}

type Kartu = DasarIndikator['kartu']

function masukan(kartu: Kartu, p: { nilai: string | null; teks: string | null }, kini: HasilTahun): MasukanCapaian {
  const pilihan = { pembulatan: kartu.pembulatan, aturanNol: kartu.aturanNol }
  if (kartu.polaritas === 'KATEGORI') {
    const kode = (isi: string | null) => kartu.kategori.find((k) => k.kode === isi || k.nama === isi)?.kode ?? isi
    const realisasi = { status: 'TERISI', nilai: kode(kini.realisasiTeks) ?? '' } as const
    return { ...pilihan, polaritas: 'KATEGORI', target: kode(p.teks ?? p.nilai), kategori: kartu.kategori, realisasi }
  }
  const realisasi = { status: 'TERISI', nilai: kini.realisasi ?? '' } as const
  if (kartu.polaritas === 'RENTANG') {
    // one figure has no lower and upper bound: the comparison then says that it cannot be made
    const { bawah, atas } = bacaRentang(p.teks) ?? { bawah: null, atas: null }
    return { ...pilihan, polaritas: 'RENTANG', arah: kartu.arah === 'MIN' ? 'MIN' : 'MAKS', bawah, atas, realisasi }
  }
  return { ...pilihan, polaritas: kartu.polaritas, varian: kartu.varianMin, target: p.nilai, realisasi }
}

/** Change of the realisation since the year before: "naik 2,5 (membaik)"; '' while one of the two is missing. */
export function teksPerubahan(
  kini: HasilTahun | null,
  lalu: HasilTahun | null,
  polaritas: string,
): { nilai: string | null; teks: string } {
  if (!kini?.realisasi || !lalu?.realisasi) return { nilai: null, teks: TANPA_NILAI }
  const beda = new Desimal(kini.realisasi).minus(lalu.realisasi)
  if (beda.isZero()) return { nilai: '0', teks: 'tetap' }
  const naik = beda.gt(0)
  const baik = polaritas === 'MAKS' ? naik : polaritas === 'MIN' ? !naik : null
  const arah = baik === null ? '' : baik ? ', membaik' : ', memburuk'
  return { nilai: beda.toFixed(), teks: `${naik ? 'naik' : 'turun'} ${formatAngka(beda.abs())}${arah}` }
}

/** "84 nilai", "93,75%". */
export const bersatuan = (teks: string, satuan: string): string =>
  /^[\d.,-]+$/.test(teks) ? (satuan === '%' ? `${teks}%` : `${teks} ${satuan.toLowerCase()}`) : teks
