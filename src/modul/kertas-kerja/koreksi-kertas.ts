import { angkaTerkoreksi } from '../formulir/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { hasilBaris, nilaiMenurutMetode } from './ambil-angka.ts'
import type { BarisKertas, KertasKerja } from './kueri.ts'
import { aturanKertas } from './teks-kertas.ts'

/**
 * The Kertas Kerja with approved koreksi over its figures: corrected rows, and those whose earlier quarters were corrected,
 * are computed anew by the rules it was computed by; all others stay as they are stored. Pure.
 */
export function kertasTerkoreksi(kertas: KertasKerja, siklus: BarisSiklus): KertasKerja {
  const aturan = aturanKertas(kertas)
  if (!aturan) return kertas
  const { nama, sumber, kelas } = aturan
  const opsi = { siklus, skala: { nama, sumber, kelas } }
  const hitung = (b: BarisKertas): BarisKertas => {
    if (!b.hasil || (!b.koreksi?.length && !b.laluDikoreksi)) return b
    const baru = angkaTerkoreksi(b)
    const kini = { ...baru, nilai: nilaiMenurutMetode(baru, baru) }
    return { ...kini, hasil: hasilBaris(kini, kini, opsi) }
  }
  return { ...kertas, baris: kertas.baris.map(hitung) }
}
