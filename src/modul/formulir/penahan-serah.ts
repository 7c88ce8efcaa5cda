import type { Pembaca } from '../siklus/index.ts'
import { kekuranganFormulir } from './hitungan.ts'
import type { FormulirLengkap } from './kueri.ts'
import { kalimatPertanyaan } from './tanya-baris.ts'
import { bagianFormulir } from './urut-pengisian.ts'

/** All that keeps a form from being handed in, in sentences: blank rows, missing evidence, questions that the SOP waits for. */
export async function penahanSerah(baca: Pembaca, formulir: FormulirLengkap): Promise<string[]> {
  const kurang = kekuranganFormulir(formulir)
  if ([...formulir.baris, ...formulir.anggaran].every((b) => (b.tanya ?? 0) === 0)) return kurang
  const tanya = await kalimatPertanyaan(baca, formulir, await bagianFormulir(baca, formulir, 'BERJALAN'))
  return tanya ? [...kurang, tanya] : kurang
}
