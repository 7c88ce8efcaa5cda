import { hitungPohon } from './hitung.ts'
import { KODE_TERLARANG, type Simpul, variabelRumus } from './pohon.ts'
import { periksaSatuan, type VariabelBersatuan } from './satuan.ts'
import { tulisRumus } from './tulis.ts'
import { uraikanRumus } from './uraikan.ts'

export type PemeriksaanRumus = {
  /** null when it cannot be read */
  readonly pohon: Simpul | null
  /** why it may not be saved, in sentences; empty: it may */
  readonly masalah: readonly string[]
  /** what should be looked at once more; the formula may be saved */
  readonly peringatan: readonly string[]
  /** the formula as it is stored and shown: '(a + b) ÷ c × 100' */
  readonly tertulis: string
}
type Kartu = { readonly variabel: readonly (VariabelBersatuan & { readonly nama: string })[]; readonly satuan: string }

/**
 * Checks a formula when its card is saved: can it be read, does it know its variables and use them all, does it divide by
 * something that is always zero, do the units fit. Never throws.
 */
export function periksaRumus(teks: string, { variabel, satuan }: Kartu): PemeriksaanRumus {
  const kode = variabel.map((satu) => satu.kode)
  const { pohon, masalah } = uraikanRumus(teks, kode)
  if (!pohon) return { pohon: null, masalah: [masalah], peringatan: [], tertulis: teks.trim() }
  const dipakai = variabelRumus(pohon)
  const asing = dipakai.filter((satu) => !kode.includes(satu))
  const menganggur = variabel.filter((satu) => !dipakai.includes(satu.kode))
  const menurutSatuan = periksaSatuan(pohon, variabel, satuan)
  return {
    pohon,
    masalah: [
      ...kode
        .filter((satu) => KODE_TERLARANG.includes(satu))
        .map((satu) => `Kode ${satu} dipakai sebagai nama fungsi. Beri variabel itu kode lain.`),
      ...asing.map(
        (satu) => `Variabel ${satu} tidak ada dalam daftar data yang diisi. Tambahkan, atau perbaiki rumusnya.`,
      ),
      ...menganggur.map(
        (satu) => `${satu.nama} (${satu.kode}) tidak dipakai dalam rumus. Pakai, atau hapus dari daftar.`,
      ),
      ...(dipakai.length === 0 ? ['Rumus tidak memuat satu pun variabel: hasilnya akan selalu sama.'] : []),
      ...penyebutSelaluNol(pohon).map((satu) => `Pembagian dengan nol: ${satu} selalu nol.`),
      ...menurutSatuan.masalah,
    ],
    peringatan: menurutSatuan.peringatan,
    tertulis: tulisRumus(pohon),
  }
}

/** Divisors without variables that are zero, as they stand in the formula. */
function penyebutSelaluNol(pohon: Simpul): string[] {
  if (pohon.jenis === 'ANGKA' || pohon.jenis === 'VARIABEL') return []
  if (pohon.jenis === 'NEGATIF') return penyebutSelaluNol(pohon.isi)
  if (pohon.jenis === 'FUNGSI') return pohon.isi.flatMap(penyebutSelaluNol)
  const dalam = [pohon.kiri, pohon.kanan].flatMap(penyebutSelaluNol)
  return pohon.tanda === '÷' && selaluNol(pohon.kanan) ? [...dalam, tulisRumus(pohon.kanan)] : dalam
}

/** A part that is zero whatever is entered: without variables and zero, or the difference of two equal parts, or zero times something. */
function selaluNol(pohon: Simpul): boolean {
  if (variabelRumus(pohon).length === 0) {
    const { nilai } = hitungPohon(pohon, new Map())
    return nilai !== null && nilai.atas === 0n
  }
  if (pohon.jenis === 'NEGATIF') return selaluNol(pohon.isi)
  if (pohon.jenis !== 'OPERASI') return false
  if (pohon.tanda === '×') return selaluNol(pohon.kiri) || selaluNol(pohon.kanan)
  if (pohon.tanda === '÷') return selaluNol(pohon.kiri)
  if (pohon.tanda === '−' && tulisRumus(pohon.kiri) === tulisRumus(pohon.kanan)) return true
  return selaluNol(pohon.kiri) && selaluNol(pohon.kanan)
}
