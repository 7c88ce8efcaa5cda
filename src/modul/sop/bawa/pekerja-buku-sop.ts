import { mentahYaml } from '../baca-yaml.ts'
import type { DefinisiSop } from '../definisi.ts'
import type { KantorSop } from '../kantor-sop.ts'
import { bukaBukuSop } from './buka-buku.ts'
import { tulisBukuSop } from './tulis-buku.ts'

export type TugasBukuSop =
  | { readonly jenis: 'tulis'; readonly definisi: DefinisiSop; readonly kantor: KantorSop }
  | { readonly jenis: 'buka'; readonly isi: Uint8Array }
  | { readonly jenis: 'yaml'; readonly teks: string }

/** Entry of the worker thread for files of SOPs: reading holds up no page, and a hostile file only harms this thread. */
export async function kerjakanBukuSop(tugas: TugasBukuSop): Promise<Uint8Array> {
  if (tugas.jenis === 'tulis') return tulisBukuSop(tugas.definisi, tugas.kantor)
  const hasil = tugas.jenis === 'yaml' ? mentahYaml(tugas.teks) : await bukaBukuSop(tugas.isi)
  return new TextEncoder().encode(JSON.stringify(hasil))
}
