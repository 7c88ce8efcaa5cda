import { galat } from '../../inti/galat/index.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'
import { butirInstruksi } from './isian.ts'

export type Instruksi = {
  readonly id: string
  readonly nomor: string
  /** YYYY-MM-DD, the day it was issued */
  readonly tanggal: string | null
  readonly hal: string
  /** pegawaiId */
  readonly kepada: readonly string[]
  /** as they were called when it was issued */
  readonly sebutanKepada: readonly string[]
  /** one order per line */
  readonly isi: string
  readonly tenggat: string | null
  readonly catatan: string
  readonly diterbitkanPada: Date | null
  readonly pemberi: string
  readonly versi: number
}

/** The order of a step; null while the step has never been open. */
export async function cariInstruksi(baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Instruksi | null> {
  const [baris] = await baca.$queryRaw<Instruksi[]>`
    select i.id, i.nomor, i.tanggal::text as tanggal, i.hal, i.kepada, i.sebutan_kepada as "sebutanKepada", i.isi,
      i.tenggat::text as tenggat, i.catatan, i.diterbitkan_pada as "diterbitkanPada", i.pemberi, i.versi
    from instruksi i where i.langkah_id = ${langkah.id}::uuid and i.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return baris ?? null
}

export async function ambilInstruksi(baca: Pembaca, konteks: KonteksLangkah): Promise<Instruksi> {
  const ada = await cariInstruksi(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Instruksi')
  return ada
}

/** What the stored order still lacks before it can be issued. Pure. */
export function kurangInstruksi(i: Instruksi | null): string[] {
  if (!i) return ['Instruksi belum ditulis.']
  const syarat: [boolean, string][] = [
    [i.hal === '', 'Belum ditulis tentang apa instruksi ini.'],
    [i.kepada.length === 0, 'Belum dipilih kepada siapa instruksi ini.'],
    [butirInstruksi(i.isi).length === 0, 'Yang diperintahkan belum ditulis.'],
  ]
  return syarat.filter(([kurang]) => kurang).map(([, kalimat]) => kalimat)
}
