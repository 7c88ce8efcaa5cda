import { bukaKolamPekerja } from '../../../inti/kolam-pekerja.ts'
import type { mentahYaml } from '../baca-yaml.ts'
import type { DefinisiSop } from '../definisi.ts'
import type { KantorSop } from '../kantor-sop.ts'
import type { BukuTerbaca } from './buka-buku.ts'
import type { TugasBukuSop } from './pekerja-buku-sop.ts'
import type { Tolak } from './periksa-zip.ts'

type MentahYaml = ReturnType<typeof mentahYaml>

// The path is no literal, so that the bundler leaves exceljs out of the server.
const SUMBER: string = './pekerja-buku-sop.ts'
const kolam = bukaKolamPekerja<TugasBukuSop>('pekerja-buku-sop.js', 'kerjakanBukuSop', async (tugas) =>
  ((await import(/* @vite-ignore */ SUMBER)) as typeof import('./pekerja-buku-sop.ts')).kerjakanBukuSop(tugas),
)

/** The Excel form of a definition, made in a worker thread. */
export async function excelSop(definisi: DefinisiSop, kantor: KantorSop): Promise<Buffer> {
  const isi = await kolam.kerjakan({ jenis: 'tulis', definisi, kantor })
  return Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
}

/** The data of a YAML text, read in a worker thread; a text that stops the thread is refused like any other. */
export const bukaYamlSop = (teks: string): Promise<MentahYaml | Tolak> => buka<MentahYaml>({ jenis: 'yaml', teks })

/** The cells of an uploaded form, read in a worker thread; a file that stops the thread is refused like any other. */
export const bukaExcelSop = (isi: Uint8Array): Promise<BukuTerbaca | Tolak> => buka<BukuTerbaca>({ jenis: 'buka', isi })

async function buka<T>(tugas: TugasBukuSop): Promise<T | Tolak> {
  try {
    return JSON.parse(new TextDecoder().decode(await kolam.kerjakan(tugas))) as T | Tolak
  } catch {
    return {
      tolak: 'Berkas ini terlalu berat untuk dibaca. Pindahkan isinya ke formulir yang baru, lalu unggah lagi.',
    }
  }
}
