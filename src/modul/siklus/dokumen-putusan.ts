import type { Blok } from '../../inti/dokumen/index.ts'
import type { DefinisiSop } from '../sop/index.ts'
import type { DokumenKeluaran } from './jenis-langkah.ts'
import type { Peristiwa } from './mesin/index.ts'

/**
 * A decision stands in the first document that its step leaves behind, before the signatures: Ya or Tidak, where it
 * leads, and why. Documents of other events come back as they are. Pure.
 */
export function cantumkanPutusan(
  dokumen: readonly DokumenKeluaran[],
  { definisi, p }: { definisi: DefinisiSop; p: Peristiwa },
): readonly DokumenKeluaran[] {
  const [pertama, ...lain] = dokumen
  const blok = susunBlok(definisi, p)
  if (!pertama || blok.length === 0) return dokumen
  const { isi } = pertama.model
  const letak = isi.findIndex((b) => b.jenis === 'tandaTangan')
  const batas = letak < 0 ? isi.length : letak
  const model = { ...pertama.model, isi: [...isi.slice(0, batas), ...blok, ...isi.slice(batas)] }
  return [{ ...pertama, model }, ...lain]
}

function susunBlok(definisi: DefinisiSop, p: Peristiwa): Blok[] {
  if (p.jenis !== 'DIPUTUSKAN' && p.jenis !== 'DIKEMBALIKAN') return []
  const { keputusan, tujuan, alasan } = p.data
  if (keputusan === null) return []
  const langkah = definisi.langkah.find((l) => l.kode === tujuan)
  const arah = p.jenis === 'DIKEMBALIKAN' ? 'dikembalikan ke' : 'dilanjutkan ke'
  const ke = langkah ? `${arah} langkah ${langkah.nomor}. ${langkah.uraian}` : 'SOP selesai'
  return [
    { jenis: 'judul', tingkat: 2, teks: 'Keputusan' },
    {
      jenis: 'isianData',
      lebarLabelMm: 34,
      baris: [
        { label: 'Keputusan', nilai: `${keputusan === 'ya' ? 'Ya' : 'Tidak'}, ${ke}` },
        ...(alasan ? [{ label: p.jenis === 'DIKEMBALIKAN' ? 'Alasan' : 'Catatan', nilai: alasan }] : []),
      ],
    },
  ]
}
