import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsianAnggaran, IsianBaris } from '../isian.ts'
import type { FormulirLengkap } from '../kueri.ts'
import type { TanggapanBaris } from '../simpan-formulir.ts'
import { milikOrang, type Pengisi } from './pembagian.ts'

type Rencana = {
  readonly rencana: readonly { readonly id: string }[]
  readonly tanggapan: Map<string, TanggapanBaris>
  readonly isian: ReadonlyMap<string, IsianBaris | IsianAnggaran>
}

/**
 * Rows that the head gave to others since the page was opened are refused with what was typed there; they stand closed on the
 * page that comes back, where the rest keeps its typing and can be saved. `siapa`: whose typing it is, also on paper.
 */
export function tolakMilikOrang(
  siapa: Pelaku | Pengisi,
  formulir: FormulirLengkap,
  { rencana, tanggapan, isian }: Rencana,
): void {
  for (const id of [...tanggapan.keys(), ...rencana.map((r) => r.id)]) {
    const milik = milikOrang(siapa, formulir, id)
    if (!milik) continue
    const ketikan = sebutKetikan(isian.get(id))
    const kesalahan = { milik: `${milik} Tekan Simpan lagi untuk menyimpan baris yang lain.${ketikan}` }
    tanggapan.set(id, { kesalahan, taksa: {}, bentrok: false })
  }
}

function sebutKetikan(diketik: IsianBaris | IsianAnggaran | undefined): string {
  if (!diketik) return ''
  const angka = 'realisasi' in diketik ? [diketik.realisasi] : [...Object.values(diketik.variabel), diketik.kategori]
  const terisi = angka.filter(Boolean)
  return terisi.length > 0 ? ` Yang Anda ketik di baris itu: ${terisi.join('; ')}.` : ''
}
