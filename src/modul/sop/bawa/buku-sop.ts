import { bukaKolamPekerja } from '../../../inti/kolam-pekerja.ts'
import type { DefinisiSop } from '../definisi.ts'
import type { KantorSop } from '../kantor-sop.ts'
import type { BukuTerbaca } from './buka-buku.ts'
import type { TugasBukuSop } from './pekerja-buku-sop.ts'
import type { Tolak } from './periksa-zip.ts'

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

/** The cells of an uploaded form, read in a worker thread; a file that stops the thread is refused like any other. */
export async function bukaExcelSop(isi: Uint8Array): Promise<BukuTerbaca | Tolak> {
  try {
    const hasil = await kolam.kerjakan({ jenis: 'buka', isi })
    return JSON.parse(new TextDecoder().decode(hasil)) as BukuTerbaca | Tolak
  } catch {
    return {
      tolak: 'Berkas ini terlalu berat untuk dibaca. Pindahkan isinya ke formulir Excel yang baru, lalu unggah lagi.',
    }
  }
}
