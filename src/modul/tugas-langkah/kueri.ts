import { galat } from '../../inti/galat/index.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'

export type TugasLangkah = { readonly id: string; readonly catatan: string; readonly versi: number }

/** The note of a plain step; null while it has never been open. */
export async function cariTugas(baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<TugasLangkah | null> {
  const [baris] = await baca.$queryRaw<TugasLangkah[]>`
    select t.id, t.catatan, t.versi from tugas_langkah t
    where t.langkah_id = ${langkah.id}::uuid and t.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return baris ?? null
}

export async function ambilTugas(baca: Pembaca, konteks: KonteksLangkah): Promise<TugasLangkah> {
  const ada = await cariTugas(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Catatan langkah')
  return ada
}
