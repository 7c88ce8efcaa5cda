import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type KoreksiBaris, kalimatKoreksi, sqlKoreksi } from '../formulir/index.ts'

export type KoreksiSiklus = {
  readonly id: string
  readonly nama: string
  /** "Dikoreksi 5 Desember 2026: semula 94,74 %, menjadi 100 %. Alasan: …" */
  readonly kalimat: string
  /** recap version that it made for this siklus */
  readonly versi: number
}

/** Koreksi that made a new recap version of a siklus: its own, and those of figures it uses. Oldest first. One query. */
export async function daftarKoreksiSiklus(
  baca: BasisData['baca'],
  pelaku: Pelaku,
  siklusId: string,
): Promise<KoreksiSiklus[]> {
  const baris = await baca.$queryRaw<{ id: string; nama: string; versi: number; koreksi: KoreksiBaris[] }[]>`
    select x.id, x.nama, r.nomor_versi as versi, ${sqlKoreksi(Prisma.sql`o.id = x.id`)} as koreksi
    from rekap_koreksi r join koreksi x on x.id = r.koreksi_id
    where r.siklus_id = ${siklusId}::uuid and r.kecamatan_id = ${pelaku.kecamatanId}::uuid order by r.nomor_versi`
  return baris.map(({ koreksi, ...b }) => ({ ...b, kalimat: koreksi.map(kalimatKoreksi).join(' ') }))
}
