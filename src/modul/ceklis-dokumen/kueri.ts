import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'
import type { StatusCeklis } from './isian.ts'

export type DokumenCeklis = {
  readonly id: string
  readonly nama: string
  readonly status: StatusCeklis
  readonly berkasId: string | null
  readonly namaBerkas: string | null
  readonly tempatKertas: string
  readonly tautan: string
  readonly keterangan: string
  readonly urut: number
  readonly versi: number
}

/** Documents of the checklist in order. */
export const daftarDokumenCeklis = (baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<DokumenCeklis[]> =>
  baca.$queryRaw<DokumenCeklis[]>`
    select d.id, d.nama, d.status, d.berkas_id as "berkasId", b.nama as "namaBerkas", d.tempat_kertas as "tempatKertas", d.tautan,
      d.keterangan, d.urut, d.versi
    from dokumen_ceklis d left join berkas b on b.id = d.berkas_id
    where d.langkah_id = ${langkah.id}::uuid and d.kecamatan_id = ${siklus.kecamatanId}::uuid order by d.urut, d.id`
