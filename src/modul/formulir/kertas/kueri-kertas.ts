import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { Pembaca } from '../../siklus/index.ts'

/** A paper of a form, with how many of its rows were taken over. */
export type Kertas = {
  readonly id: string
  readonly pengisiId: string
  readonly pengisi: string
  readonly jabatanPengisi: string
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly keterangan: string
  readonly berkasId: string
  readonly namaBerkas: string
  readonly sha256: string
  readonly dicatatOleh: string
  readonly jabatanPencatat: string
  readonly dicatatPada: Date
  readonly jumlah: number
}

/** Papers of a form, newest first. The caller has checked who may see the form. */
export const daftarKertas = (
  baca: Pembaca,
  pelaku: Pelaku,
  { formulirId, id = null }: { formulirId: string; id?: string | null },
): Promise<Kertas[]> =>
  baca.$queryRaw<Kertas[]>`
    select p.id, p.pengisi_id as "pengisiId", p.pengisi, p.jabatan_pengisi as "jabatanPengisi", p.tanggal::text, p.keterangan,
      p.berkas_id as "berkasId", b.nama as "namaBerkas", b.sha256, p.dicatat_oleh as "dicatatOleh",
      p.jabatan_pencatat as "jabatanPencatat", p.dicatat_pada as "dicatatPada",
      (select count(distinct k.baris_id) from baris_kertas k where k.kertas_id = p.id and k.kecamatan_id = p.kecamatan_id)::int as jumlah
    from isian_kertas p join berkas b on b.id = p.berkas_id
    where p.kecamatan_id = ${pelaku.kecamatanId}::uuid and p.formulir_id = ${formulirId}::uuid
      and (${id}::uuid is null or p.id = ${id}::uuid)
    order by p.dicatat_pada desc, p.id`

/** One of them; 404 when it is not of this form. */
export async function ambilKertas(
  baca: Pembaca,
  pelaku: Pelaku,
  alamat: { formulirId: string; id: string },
): Promise<Kertas> {
  const [kertas] = await daftarKertas(baca, pelaku, alamat)
  if (!kertas) throw galat.tidakDitemukan('Formulir kertas')
  return kertas
}
