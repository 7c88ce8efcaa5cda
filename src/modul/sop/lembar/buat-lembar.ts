import type { Lukisan } from '../../../inti/dokumen/lukisan.ts'
import { bukaKolamPekerja } from '../../../inti/kolam-pekerja.ts'
import type { BahanLembar } from './bahan.ts'
import type { TugasLembar } from './pekerja-lembar.ts'

const kolam = bukaKolamPekerja<TugasLembar>('pekerja-lembar.js', 'kerjakanLembar', async (tugas) => {
  const { kerjakanLembar } = (await impor('./pekerja-lembar.ts')) as typeof import('./pekerja-lembar.ts')
  return kerjakanLembar(tugas)
})

/** The sheet as PDF, in a worker thread. Throws when it takes longer than a minute. */
export async function pdfLembar(bahan: BahanLembar): Promise<Buffer> {
  const isi = await kolam.kerjakan({ bahan, bentuk: 'pdf' })
  return Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength)
}

/** The same drawing for the screen. */
export async function lukisanLembar(bahan: BahanLembar): Promise<Lukisan> {
  const isi = await kolam.kerjakan({ bahan, bentuk: 'lukisan' })
  return JSON.parse(new TextDecoder().decode(isi)) as Lukisan
}

/** From source (tests) there is no bundled worker. The path is no literal there, so that the bundler leaves pdfkit out of the server. */
const impor = (jalur: string): Promise<unknown> => import(/* @vite-ignore */ jalur)
