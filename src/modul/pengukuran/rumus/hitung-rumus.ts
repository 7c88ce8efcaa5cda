import { ingat } from '../../../inti/ingat.ts'
import { type Hasil, hasilAngka, type Pembulatan, tanpaNilai } from '../hasil.ts'
import { hitungPohon } from './hitung.ts'
import { keDesimal } from './pecahan.ts'
import { variabelRumus } from './pohon.ts'
import { tulisHitungan, tulisRumus } from './tulis.ts'
import { uraikanRumus } from './uraikan.ts'

/** Results beyond what a figure of the office can be (and a column can hold). */
const PALING_BESAR = '1e18'

/** The tree of a stored formula; a variable that is called x is known from the card. */
const uraikan = ingat((kunci: string) => {
  const { rumus, kode } = JSON.parse(kunci) as { rumus: string; kode: string[] }
  return uraikanRumus(rumus, kode)
})

type Bahan = {
  readonly rumus: string
  /** variables of the card, with the value that was entered (plain decimal) */
  readonly variabel: readonly { readonly kode: string; readonly nama: string; readonly nilai: string }[]
  readonly desimal: number
  readonly pembulatan?: Pembulatan
}

/** Value of an indicator by the formula of its card. Total: a divisor of zero or a formula that cannot be read says why. */
export function hitungRumus({ rumus, variabel, desimal, pembulatan }: Bahan): Hasil {
  const { pohon, masalah } = uraikan(JSON.stringify({ rumus, kode: variabel.map(({ kode }) => kode) }))
  if (!pohon) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Rumus kartu indikator tidak dapat dibaca: ${masalah}`)
  const isian = new Map(variabel.map(({ kode, nilai }) => [kode, nilai]))
  const asing = variabelRumus(pohon).find((kode) => !isian.has(kode))
  if (asing)
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Rumus kartu indikator memakai ${asing}, yang tidak ada dalam daftar`)
  const { nilai, penyebutNol } = hitungPohon(pohon, isian)
  if (!nilai) {
    const nama = new Map(variabel.map((satu) => [satu.kode, satu.nama]))
    return tanpaNilai(
      'TIDAK_DAPAT_DIHITUNG',
      `Penyebut nol: ${tulisRumus(penyebutNol, (kode) => nama.get(kode) ?? kode)}`,
    )
  }
  const angka = keDesimal(nilai)
  if (angka.abs().gte(PALING_BESAR)) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Hasil rumus terlalu besar')
  return hasilAngka(angka, tulisHitungan(pohon, isian), { desimal, pembulatan })
}
