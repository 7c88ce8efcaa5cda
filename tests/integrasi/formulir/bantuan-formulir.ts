import type { AplikasiUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

export type FormulirUji = {
  readonly id: string
  readonly versi: number
  readonly baris: readonly { id: string; kode: string; versi: number; variabel: readonly string[]; jatuh: boolean }[]
  readonly anggaran: readonly { id: string; versi: number; pagu: string }[]
}

/** A siklus of triwulan II 2026 at a step, with the form of a unit. */
export async function siapkanSiklus(app: AplikasiUji, langkah: string, triwulan = 2): Promise<string> {
  const siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: triwulan } })
  await sampaiLangkah(app, siklusId, langkah)
  return siklusId
}

/** The form of a unit as it stands in the database. */
export async function formulirUji(
  app: AplikasiUji,
  siklusId: string,
  unit = 'seksi-pemerintahan',
): Promise<FormulirUji> {
  const [f] = await app.sql<FormulirUji>(
    `select f.id, f.versi,
       (select json_agg(json_build_object('id', b.id, 'kode', b.kartu ->> 'kode', 'versi', b.versi, 'jatuh', b.jatuh_tempo,
          'variabel', (select json_agg(v ->> 'kode') from jsonb_array_elements(b.kartu -> 'variabel') v)) order by b.urut)
        from baris_formulir b where b.formulir_id = f.id) as baris,
       (select json_agg(json_build_object('id', a.id, 'versi', a.versi, 'pagu', a.pagu::text) order by a.urut) from baris_anggaran a where a.formulir_id = f.id) as anggaran
     from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.kode = $2`,
    [siklusId, unit],
  )
  if (!f) throw new Error(`tidak ada formulir ${unit}`)
  return f
}

/** Fields of one row as the autosave sends them. */
export const isianBarisUji = (
  baris: FormulirUji['baris'][number],
  nilai: Readonly<Record<string, string>>,
  lain: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  versi: String(baris.versi),
  baris: baris.id,
  ...Object.fromEntries(Object.entries(nilai).map(([k, v]) => [`v.${k}`, v])),
  ...lain,
})

/** Answers every due row straight in the database, so that a form may be handed in. */
export async function isiSemua(app: AplikasiUji, formulirId: string): Promise<void> {
  await app.sql(
    `update baris_formulir set status = 'TIDAK_BERLAKU', alasan_tidak_berlaku = 'uji' where formulir_id = $1 and jatuh_tempo`,
    [formulirId],
  )
  await app.sql(`update baris_anggaran set status = 'TERISI', realisasi = 1000 where formulir_id = $1`, [formulirId])
}
