import { cariDesimal } from '../../../inti/angka/index.ts'
import type { BarisIsian } from '../kueri.ts'
import type { AngkaBaris } from './usul-angka.ts'

/** What stands beside the field of a row: the proposal with its button, or what was taken over, or why there is none. */
export type TampilanAngka = {
  readonly kalimat: string
  readonly alamat: string
  /** the button "Pakai angka ini" is shown */
  readonly boleh: boolean
  readonly terpakai: string
}

/** Words of the proposal of one row; null: its indicator has no source and none was used. */
export function susunAngka(baris: BarisIsian, angka: AngkaBaris | undefined, boleh: boolean): TampilanAngka | null {
  if (!angka) return null
  const { usulan, pemakaian } = angka
  const terpakai =
    pemakaian && samaAngka(pemakaian.variabel, baris.variabel) ? `Angka ini dari ${awalKecil(pemakaian.kalimat)}` : ''
  if (!usulan) return terpakai ? { kalimat: '', alamat: '', boleh: false, terpakai } : null
  const { hasil, variabel } = usulan
  if (hasil.jenis === 'BELUM') return { kalimat: hasil.alasan, alamat: hasil.alamat, boleh: false, terpakai }
  if (!variabel)
    return {
      kalimat: `${hasil.kalimat}. Kartu indikator ini meminta data lain, jadi angkanya tidak dapat dipakai langsung.`,
      alamat: hasil.alamat,
      boleh: false,
      terpakai,
    }
  const sama = baris.status === 'TERISI' && samaAngka(variabel, baris.variabel)
  const kalimat = sama && terpakai ? '' : hasil.kalimat
  return { kalimat, alamat: hasil.alamat, boleh: boleh && baris.terbuka && !(sama && terpakai !== ''), terpakai }
}

/** 84.5 and 84.50 are one figure. */
export function samaAngka(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const kode = Object.keys(a)
  return (
    kode.length > 0 &&
    kode.length === Object.keys(b).length &&
    kode.every((k) => {
      const [kiri, kanan] = [cariDesimal(a[k] ?? ''), cariDesimal(b[k] ?? '')]
      return kiri !== null && kanan !== null && kiri.eq(kanan)
    })
  )
}

/** "Persentase desa mandiri" inside a sentence; abbreviations (IKM) stay. */
const awalKecil = (teks: string): string =>
  /^[A-Z][a-z]/.test(teks) ? `${teks[0]?.toLowerCase()}${teks.slice(1)}` : teks
