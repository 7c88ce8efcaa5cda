import { galat } from '../../inti/galat/index.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'

export type Naskah = {
  readonly id: string
  readonly judul: string
  readonly nomor: string
  /** YYYY-MM-DD */
  readonly tanggal: string | null
  readonly pendahuluan: string
  readonly penutup: string
  readonly versi: number
}

/** The text of the document of a step; null while the step has never been open. */
export async function cariNaskah(baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Naskah | null> {
  const [baris] = await baca.$queryRaw<Naskah[]>`
    select n.id, n.judul, n.nomor, n.tanggal::text as tanggal, n.pendahuluan, n.penutup, n.versi
    from naskah n where n.langkah_id = ${langkah.id}::uuid and n.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return baris ?? null
}

export async function ambilNaskah(baca: Pembaca, konteks: KonteksLangkah): Promise<Naskah> {
  const ada = await cariNaskah(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Naskah')
  return ada
}

export type Persetujuan = { readonly jabatan: string; readonly waktu: Date }

/** Who approved the recap last, and when; null when nobody did (yet). */
export async function cariPersetujuan(baca: Pembaca, { siklus }: KonteksLangkah): Promise<Persetujuan | null> {
  const [baris] = await baca.$queryRaw<Persetujuan[]>`
    select jabatan, waktu from telaah where siklus_id = ${siklus.id}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid
      and keputusan = 'DISETUJUI' order by waktu desc limit 1`
  return baris ?? null
}
