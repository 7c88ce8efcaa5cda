import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { Galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { PENGAWAS_SIKLUS } from '../berkas/index.ts'
import { ambilJenisLangkah, type DefinisiSop, JENIS_LANGKAH, type PelaksanaSop } from '../sop/index.ts'
import { berdiriDiKolom } from './kolom.ts'
import { bukaSiklus } from './kueri.ts'

const JENIS_SELURUH_UNIT = JENIS_LANGKAH.filter((j) => j.seluruhUnit).map((j) => j.kode)

/** Columns whose work needs what all units report: they prepare, hand out, receive, add up, report, decide, or archive. */
export function kolomPengelola({ pelaksana, langkah }: Pick<DefinisiSop, 'pelaksana' | 'langkah'>): PelaksanaSop[] {
  const kode = new Set(
    langkah.flatMap((l) => {
      const { seluruhUnit, dijawabPenerima } = ambilJenisLangkah(l.jenis)
      return seluruhUnit ? [...l.pelaksana, ...(dijawabPenerima ? l.penerima : [])] : []
    }),
  )
  return pelaksana.filter((p) => kode.has(p.kode))
}

/** The same as JSON of a query with `v` (versi_sop): for pages that do not read the whole definition. */
export const SQL_KOLOM_PENGELOLA = Prisma.sql`
  (select coalesce(json_agg(k), '[]') from jsonb_array_elements(v.definisi -> 'pelaksana') k
    where exists (select from jsonb_array_elements(v.definisi -> 'langkah') l
      where l ->> 'jenis' = any(${JENIS_SELURUH_UNIT}) and jsonb_exists(l -> 'pelaksana', k ->> 'kode')))`

/** Sees this person what all units report in a siklus: those who watch over it, and those to whom its SOP gives it. */
export const melihatSemua = (kolom: readonly PelaksanaSop[], pelaku: Pelaku): boolean =>
  punyaPeran(pelaku, PENGAWAS_SIKLUS) || kolom.some((k) => berdiriDiKolom(k, pelaku))

/** The same for the siklus of an id; false for one that is not this office's. */
export async function melihatSiklus(db: BasisData, pelaku: Pelaku, siklusId: string): Promise<boolean> {
  const muatan = await bukaSiklus(db, pelaku, siklusId).catch((sebab: unknown) => {
    if (sebab instanceof Galat && sebab.kode === 'tidak-ditemukan') return null
    throw sebab
  })
  return muatan !== null && melihatSemua(kolomPengelola(muatan.siklus.definisi), pelaku)
}
