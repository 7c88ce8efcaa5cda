import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Pembaca } from '../siklus/index.ts'
import type { BarisIsian, FormulirLengkap } from './kueri.ts'

export type BarisBukti = {
  readonly id: string
  readonly barisId: string
  readonly berkasId: string | null
  readonly namaBerkas: string | null
  readonly mime: string | null
  readonly ukuran: number | null
  readonly sha256: string | null
  readonly tautan: string
  readonly tempatKertas: string
  readonly keterangan: string
  readonly dibuatOleh: string
  readonly dibuatPada: Date
}

/** Evidence of one row, or of all rows of a form, oldest first. The caller has checked who may see the form. */
export const daftarBukti = (
  baca: Pembaca,
  pelaku: Pelaku,
  { formulirId, barisId = null }: { formulirId: string; barisId?: string | null },
): Promise<BarisBukti[]> =>
  baca.$queryRaw<BarisBukti[]>`
    select k.id, k.baris_id as "barisId", k.berkas_id as "berkasId", b.nama as "namaBerkas", b.mime, b.ukuran, b.sha256, k.tautan,
      k.tempat_kertas as "tempatKertas", k.keterangan, k.dibuat_oleh as "dibuatOleh", k.dibuat_pada as "dibuatPada"
    from bukti k join baris_formulir r on r.id = k.baris_id left join berkas b on b.id = k.berkas_id
    where k.kecamatan_id = ${pelaku.kecamatanId}::uuid and r.formulir_id = ${formulirId}::uuid
      and (${barisId}::uuid is null or k.baris_id = ${barisId}::uuid)
    order by k.dibuat_pada, k.id`

/** A row of a loaded form; 404 when it is not there. */
export function barisDari(formulir: FormulirLengkap, barisId: string): BarisIsian {
  const baris = formulir.baris.find((b) => b.id === barisId)
  if (!baris) throw galat.tidakDitemukan('Baris formulir')
  return baris
}
