import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import type { IsiManifest } from './kemas-arsip.ts'

export type RingkasArsip = {
  readonly id: string
  readonly siklusId: string
  readonly nama: string
  readonly namaSop: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  readonly ukuran: number
  readonly sha256: string
  readonly tempatKertas: string
  readonly disegelPada: Date
  readonly disegelOleh: string
}

/** Archives of the office, newest first, by words in the name and by year. */
export const daftarArsip = (
  db: BasisData,
  pelaku: Pelaku,
  { kata, tahun }: { kata: string; tahun: number | null },
): Promise<RingkasArsip[]> =>
  db.baca.$queryRaw<RingkasArsip[]>`
    select a.id, a.siklus_id as "siklusId", a.nama, p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      a.ukuran, a.sha256, a.tempat_kertas as "tempatKertas", a.disegel_pada as "disegelPada", a.disegel_oleh as "disegelOleh"
    from arsip a join siklus s on s.id = a.siklus_id join sop p on p.id = s.sop_id
    where a.kecamatan_id = ${pelaku.kecamatanId}::uuid and (${tahun}::int is null or s.tahun = ${tahun}::int)
      and position(lower(${kata}) in lower(a.nama || ' ' || a.tempat_kertas)) > 0
    order by a.disegel_pada desc limit 200`

/** One archive with its manifest; 404 when it is not of this office. */
export async function ambilArsip(baca: Tx | BasisData['baca'], pelaku: Pelaku, di: { id?: string; siklusId?: string }) {
  const arsip = await baca.arsip.findFirst({ where: { ...di, kecamatanId: pelaku.kecamatanId } })
  if (!arsip) throw galat.tidakDitemukan('Arsip')
  return { ...arsip, manifest: arsip.manifest as unknown as IsiManifest[] }
}
