import { Prisma, type Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { BarisBagian, KonteksLangkah, Pembaca } from '../siklus/index.ts'
import { type DefinisiSop, hilir, jabatanKolom, jangkau, type LangkahSop, susulanMaju } from '../sop/index.ts'
import { ambilIsianSiklus, type FormulirUnit } from './kueri.ts'

/** Units whose forms a step works on; null: those of all units. */
export type CakupanUnit = ReadonlySet<string> | null

/**
 * Whose forms a step works on. An SOP with one filling step works on all of them everywhere. Where it collects more than
 * once, a filling step asks the units with a post behind its columns (a unit behind none of them is asked each time); what
 * prepares and hands out works for the collections that follow it, what gathers for those before it. One query at most.
 */
export async function cakupanUnit(baca: Pembaca | Tx, konteks: KonteksLangkah): Promise<CakupanUnit> {
  const { siklus, def } = konteks
  const pengisian = siklus.definisi.langkah.filter((l) => l.jenis === 'pengisian')
  if (pengisian.length < 2) return null
  if (def.jenis === 'penerimaan' || def.jenis === 'rekap') return unitMasuk(konteks)
  const dilayani = pengisianDilayani(siklus.definisi, def)
  if (dilayani.length === 0) return null
  const unit = await baca.$queryRaw<JabatanUnit[]>`
    select j.kode, j.peran, u.id as "unitId", u.kode as "unitKode" from unit_kerja u
      left join jabatan j on j.unit_id = u.id and j.kecamatan_id = u.kecamatan_id and j.aktif
    where u.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return unitPengisian(siklus.definisi, { pengisian, dilayani, unit })
}

type JabatanUnit = {
  readonly kode: string
  readonly peran: Peran
  readonly unitId: string
  readonly unitKode: string
}
type Bahan = {
  readonly pengisian: readonly LangkahSop[]
  readonly dilayani: readonly LangkahSop[]
  readonly unit: readonly JabatanUnit[]
}

function unitPengisian({ pelaksana }: DefinisiSop, { pengisian, dilayani, unit }: Bahan): Set<string> {
  const unitLangkah = (l: LangkahSop) =>
    pelaksana.filter((p) => l.pelaksana.includes(p.kode)).flatMap((k) => jabatanKolom(k, { jabatan: unit }))
  const milik = new Set(pengisian.flatMap(unitLangkah).map((j) => j.unitId))
  const diminta = dilayani.flatMap(unitLangkah).map((j) => j.unitId)
  return new Set([...diminta, ...unit.map((j) => j.unitId).filter((id) => !milik.has(id))])
}

/** The step itself, or the filling steps that follow before another step of its kind. */
function pengisianDilayani(definisi: DefinisiSop, def: LangkahSop): LangkahSop[] {
  const sesudah = jangkau([def.kode], (kode) =>
    susulanMaju(definisi, kode).filter((ke) => definisi.langkah.find((l) => l.kode === ke)?.jenis !== def.jenis),
  )
  return definisi.langkah.filter((l) => l.jenis === 'pengisian' && sesudah.has(l.kode))
}

/** Parts of the filling steps that this one prepares or hands out for, as they were left. */
export function bagianDilayani({ siklus, def, semuaLangkah, semuaBagian }: KonteksLangkah): readonly BarisBagian[] {
  const kode = pengisianDilayani(siklus.definisi, def).map((l) => l.kode)
  const id = new Set(semuaLangkah.filter((l) => kode.includes(l.kode)).map((l) => l.id))
  return semuaBagian.filter((b) => id.has(b.langkahId))
}

/** Parts of the filling steps before this one. */
export function bagianMasuk({ siklus, def, semuaLangkah, semuaBagian }: KonteksLangkah): readonly BarisBagian[] {
  const kode = siklus.definisi.langkah
    .filter((l) => l.jenis === 'pengisian' && l.kode !== def.kode && hilir(siklus.definisi, l.kode).has(def.kode))
    .map((l) => l.kode)
  const id = new Set(semuaLangkah.filter((l) => kode.includes(l.kode)).map((l) => l.id))
  return semuaBagian.filter((b) => id.has(b.langkahId))
}

/** Units that were asked for a form before this step, without those that were left out. */
export const unitMasuk = (konteks: KonteksLangkah): Set<string> =>
  new Set(bagianMasuk(konteks).flatMap((b) => (b.status === 'DILEWATI' ? [] : (b.unitId ?? []))))

/** Forms of the units that a step works on, with their rows. */
export const ambilIsianLangkah = async (
  baca: Pembaca,
  pelaku: Pelaku,
  konteks: KonteksLangkah,
): Promise<FormulirUnit[]> =>
  dalamCakupan(await ambilIsianSiklus(baca, pelaku, konteks.siklus.id), await cakupanUnit(baca, konteks))

/** Forms of a scope. */
export const dalamCakupan = <F extends { readonly unitId: string }>(formulir: readonly F[], unit: CakupanUnit): F[] =>
  formulir.filter((f) => unit === null || unit.has(f.unitId))

/** The same as a condition on `f` (formulir). */
export const sqlCakupan = (unit: CakupanUnit): Prisma.Sql =>
  unit === null ? Prisma.sql`true` : Prisma.sql`f.unit_id = any(${[...unit]}::uuid[])`
