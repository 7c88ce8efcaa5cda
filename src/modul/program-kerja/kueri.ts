import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'

export type Kegiatan = {
  readonly id: string
  readonly uraian: string
  readonly penanggungJawab: string
  /** YYYY-MM-DD */
  readonly mulai: string
  readonly selesai: string
  readonly keluaran: string
  readonly versi: number
}

/** Activities of the step in order of date. */
export const daftarKegiatan = (baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Kegiatan[]> =>
  baca.$queryRaw<Kegiatan[]>`
    select k.id, k.uraian, k.penanggung_jawab as "penanggungJawab", k.mulai::text as mulai, k.selesai::text as selesai, k.keluaran, k.versi
    from kegiatan_program_kerja k where k.langkah_id = ${langkah.id}::uuid and k.kecamatan_id = ${siklus.kecamatanId}::uuid
    order by k.mulai, k.selesai, k.urut, k.id`
