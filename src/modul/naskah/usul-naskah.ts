import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { IsiRekap } from '../rekap/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'

export type UsulNaskah = { readonly pendahuluan: string; readonly penutup: string }
type Bahan = {
  readonly siklus: BarisSiklus
  /** "Kecamatan Taman" */
  readonly kecamatan: string
  readonly isi: IsiRekap | null
  readonly versiRekap: number
  /** "Sekretaris Kecamatan pada 6 Juli 2026", '' when nobody approved */
  readonly disetujui: string
}

/** Introduction and closing as they follow from the siklus, one paragraph per line; a proposal to be changed. Pure. */
export function usulNaskah({ siklus, kecamatan, isi, versiRekap, disetujui }: Bahan): UsulNaskah {
  const kegiatan = siklus.namaSop.replace(/^SOP /, '')
  const rentang = `${tanggalPanjang(siklus.mulaiPeriode)} sampai dengan ${tanggalPanjang(siklus.akhirPeriode)}`
  const asal = isi ? [kalimatAsal(isi, versiRekap, disetujui)] : []
  return {
    pendahuluan: [
      `Dokumen ini memuat data capaian kinerja ${kecamatan} untuk ${siklus.namaPeriode} (${rentang}) dan disusun berdasarkan ${siklus.namaSop}.`,
      ...asal,
      'Dokumen ini menjadi bahan penyusunan Laporan Kinerja dan bahan pengambilan keputusan pimpinan.',
    ].join('\n'),
    penutup: `Demikian dokumen hasil ${kegiatan} ${siklus.namaPeriode} ini disusun untuk dipergunakan sebagaimana mestinya.`,
  }
}

/** Version 0 are results as they stand, of an SOP that measures without a recap. */
function kalimatAsal({ ringkasan }: IsiRekap, versiRekap: number, disetujui: string): string {
  const unit = `${ringkasan.unit} unit kerja menurut Perjanjian Kinerja yang berlaku pada akhir periode`
  if (versiRekap === 0) return `Data adalah hasil pengukuran indikator ${unit}.`
  return `Data dihimpun dari ${unit} dan direkap sebagai rekapitulasi versi ${versiRekap}${disetujui ? `, yang disetujui ${disetujui}` : ''}.`
}
