import { Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { KepalaFormulir } from './kunci-formulir.ts'
import type { BagianFormulir } from './urut-pengisian.ts'

/** SQL: how many questions about a row are not settled; `syarat` says of which row (q: pertanyaan). */
export const sqlTanya = (syarat: Prisma.Sql) => Prisma.sql`(
  select count(*) from pertanyaan q where q.status in ('TERBUKA', 'DIJAWAB') and ${syarat})`

/** The link to what was asked about a row; `tanya`: how many questions are not settled. */
export const tautanTanya = ({ id, tanya = 0 }: { readonly id: string; readonly tanya?: number }) => ({
  alamat: `/percakapan/baris/${id}`,
  teks: tanya > 0 ? `Tanya jawab (${tanya} terbuka)` : 'Tanya jawab',
})

/** Where the SOP says so, a form with unsettled questions is not handed in: throws 422 and names them. */
export async function pastikanTerjawab(
  tx: Tx,
  formulir: Pick<KepalaFormulir, 'id' | 'siklusId'>,
  bagian: readonly BagianFormulir[],
): Promise<void> {
  const menahan = await kalimatPertanyaan(tx, formulir, bagian)
  if (menahan) throw galat.tidakSesuai(`Formulir belum dapat diserahkan. ${menahan}`)
}

/**
 * Questions of a form that the SOP waits for, in one sentence; null: none. `bagian`: the parts of the filling steps that would
 * be finished.
 */
export async function kalimatPertanyaan(
  tx: Pick<Tx, '$queryRaw'>,
  { id, siklusId }: Pick<KepalaFormulir, 'id' | 'siklusId'>,
  bagian: readonly BagianFormulir[],
): Promise<string | null> {
  const kode = bagian.map((b) => b.langkah)
  const menahan = await tx.$queryRaw<{ nama: string }[]>`
    select q.nama from pertanyaan q join siklus s on s.id = q.siklus_id join versi_sop v on v.id = s.versi_sop_id
    where q.formulir_id = ${id}::uuid and q.siklus_id = ${siklusId}::uuid and q.status in ('TERBUKA', 'DIJAWAB')
      and exists (select 1 from jsonb_array_elements(v.definisi -> 'langkah') l
        where l ->> 'kode' = any(${kode}) and l ->> 'tahanPertanyaan' = 'true')
    order by q.dibuat_pada`
  if (menahan.length === 0) return null
  const nama = [...new Set(menahan.map((q) => q.nama))]
  const sisa = nama.length - MAKS_SEBUT
  const sebut = `${nama.slice(0, MAKS_SEBUT).join('; ')}${sisa > 0 ? `; dan ${sisa} lagi` : ''}`
  return `Menurut SOP, semua pertanyaan diselesaikan dahulu. Masih ada ${menahan.length} pertanyaan terbuka, tentang: ${sebut}. Buka "Tanya jawab" pada barisnya, lalu minta penanya atau Tim SAKIP menandainya selesai.`
}
const MAKS_SEBUT = 5
