import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { Pembaca } from '../../siklus/index.ts'
import type { KartuBaris } from '../kartu.ts'
import type { BarisIsian, FormulirLengkap } from '../kueri.ts'
import { cariSumber, type HasilAngka } from './sumber.ts'

export type Pemakaian = {
  readonly kalimat: string
  readonly variabel: Readonly<Record<string, string>>
  readonly dibuatOleh: string
}
export type UsulanAngka = {
  readonly sumber: string
  readonly ukuran: string
  readonly hasil: HasilAngka
  /** the figures by variable of the card; null: there are none, or the card asks for others */
  readonly variabel: Readonly<Record<string, string>> | null
}
/** What a form shows beside the field: the proposal of the source, and which proposal was taken over last. */
export type AngkaBaris = { readonly usulan: UsulanAngka | null; readonly pemakaian: Pemakaian | null }
export type AngkaFormulir = ReadonlyMap<string, AngkaBaris>
export const TANPA_ANGKA: AngkaFormulir = new Map()

type Ditetapkan = {
  barisId: string
  sumber: string | null
  ukuran: string | null
  pemakaian: Pemakaian | null
}

/**
 * Proposals for the rows of a form that are due and whose indicator names a source of the office; with `barisId` of that
 * row only. One query, and one more per source that is named.
 */
export async function ambilAngka(
  baca: Pembaca,
  pelaku: Pelaku,
  formulir: FormulirLengkap,
  barisId: string | null = null,
): Promise<AngkaFormulir> {
  const ditetapkan = await baca.$queryRaw<Ditetapkan[]>`
    select b.id as "barisId", a.sumber, a.ukuran,
      (select json_build_object('kalimat', p.kalimat, 'variabel', p.variabel, 'dibuatOleh', p.dibuat_oleh)
       from pemakaian_angka p where p.baris_id = b.id and p.kecamatan_id = b.kecamatan_id
       order by p.dibuat_pada desc, p.id limit 1) as pemakaian
    from baris_formulir b left join sumber_angka a on a.indikator_id = b.indikator_id and a.kecamatan_id = b.kecamatan_id
    where b.formulir_id = ${formulir.id}::uuid and b.kecamatan_id = ${pelaku.kecamatanId}::uuid and b.jatuh_tempo
      and (${barisId}::uuid is null or b.id = ${barisId}::uuid)
      and (a.indikator_id is not null or exists (select 1 from pemakaian_angka p where p.baris_id = b.id))`
  const jawaban = await tanyaSumber(baca, pelaku, { ditetapkan, periode: formulir.siklus.periode })
  return new Map(
    ditetapkan.flatMap((satu) => {
      const baris = formulir.baris.find((b) => b.id === satu.barisId)
      return baris
        ? [[baris.id, { usulan: susunUsulan(satu, baris, jawaban), pemakaian: satu.pemakaian }] as const]
        : []
    }),
  )
}

/** The same for a page, kept while nothing was written in the office. */
export const bukaAngka = (db: BasisData, pelaku: Pelaku, formulir: FormulirLengkap): Promise<AngkaFormulir> =>
  db.ingat(pelaku, `angka:${formulir.id}`, () => ambilAngka(db.baca, pelaku, formulir))

type Bahan = { ditetapkan: readonly Ditetapkan[]; periode: FormulirLengkap['siklus']['periode'] }
type Jawaban = ReadonlyMap<string, ReadonlyMap<string, HasilAngka>>
async function tanyaSumber(baca: Pembaca, pelaku: Pelaku, { ditetapkan, periode }: Bahan): Promise<Jawaban> {
  const kode = new Set(ditetapkan.flatMap((d) => (d.sumber ? [d.sumber] : [])))
  const hasil = [...kode].map(async (satu) => {
    const ukuran = ditetapkan.flatMap((d) => (d.sumber === satu && d.ukuran ? [d.ukuran] : []))
    const penyedia = cariSumber(satu)
    return [satu, penyedia ? await penyedia.cari(baca, pelaku, { ukuran, periode }) : new Map()] as const
  })
  return new Map(await Promise.all(hasil))
}

function susunUsulan({ sumber, ukuran }: Ditetapkan, baris: BarisIsian, jawaban: Jawaban): UsulanAngka | null {
  const hasil = sumber && ukuran ? jawaban.get(sumber)?.get(ukuran) : undefined
  if (!sumber || !ukuran || !hasil) return null
  return { sumber, ukuran, hasil, variabel: hasil.jenis === 'ADA' ? pasangkan(baris.kartu, hasil) : null }
}

/**
 * The figures of a source as the variables of a card: one variable takes the figure, two take numerator and denominator
 * (the last variable is the denominator). Null where the card asks for something else.
 */
export function pasangkan(
  kartu: Pick<KartuBaris, 'variabel' | 'metode'>,
  { tunggal, pasangan }: { readonly tunggal: string; readonly pasangan: readonly [string, string] | null },
): Record<string, string> | null {
  const [satu, dua, ...lain] = kartu.variabel
  if (!satu || lain.length > 0 || kartu.metode === 'KATEGORI') return null
  if (!dua) return { [satu.kode]: tunggal }
  if (!pasangan || !['PERSENTASE', 'RASIO'].includes(kartu.metode)) return null
  return { [satu.kode]: pasangan[0], [dua.kode]: pasangan[1] }
}
