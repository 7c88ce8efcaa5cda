import type { DefinisiSop } from '../definisi.ts'
import type { KantorSop } from '../kantor-sop.ts'
import { bukaBukuSop } from './buka-buku.ts'
import { tulisBukuSop } from './tulis-buku.ts'

export type TugasBukuSop =
  | { readonly jenis: 'tulis'; readonly definisi: DefinisiSop; readonly kantor: KantorSop }
  | { readonly jenis: 'buka'; readonly isi: Uint8Array }

/** Entry of the worker thread for the Excel form: exceljs would hold up all pages, and a hostile file only harms this thread. */
export async function kerjakanBukuSop(tugas: TugasBukuSop): Promise<Uint8Array> {
  if (tugas.jenis === 'tulis') return tulisBukuSop(tugas.definisi, tugas.kantor)
  return new TextEncoder().encode(JSON.stringify(await bukaBukuSop(tugas.isi)))
}
