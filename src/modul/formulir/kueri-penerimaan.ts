import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'
import type { FormulirUnit } from './kueri.ts'

/** A form accepted in one round, as it was checked then. */
export type Penerimaan = {
  readonly formulirId: string
  readonly putaran: number
  readonly dari: number
  readonly terisi: number
  readonly tanpaBukti: number
  readonly kendala: number
  readonly catatan: string
  /** scan of the receipt on paper */
  readonly berkasId: string | null
  readonly diterimaPada: Date
  readonly penerima: string
  readonly jabatanPenerima: string
}

/** All acceptances of the step, of every round. */
export const daftarPenerimaan = (baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Penerimaan[]> =>
  baca.$queryRaw<Penerimaan[]>`
    select p.formulir_id as "formulirId", p.putaran, p.dari, p.terisi, p.tanpa_bukti as "tanpaBukti", p.kendala, p.catatan, p.berkas_id as "berkasId",
      p.diterima_pada as "diterimaPada", p.penerima, p.jabatan_penerima as "jabatanPenerima"
    from penerimaan_formulir p where p.langkah_id = ${langkah.id}::uuid and p.kecamatan_id = ${siklus.kecamatanId}::uuid
    order by p.diterima_pada`

type Formulir = Pick<FormulirUnit, 'id' | 'status' | 'putaran'>

/** The acceptance of a form as it was last handed in; a form that went back needs a new one. */
export const penerimaanKini = (f: Formulir, semua: readonly Penerimaan[]): Penerimaan | undefined =>
  f.status === 'DISERAHKAN' ? semua.find((p) => p.formulirId === f.id && p.putaran === f.putaran) : undefined

/** Units whose form came in and waits to be accepted, and those whose form has not come in, by name. */
export function belumDiterima<F extends Formulir & Pick<FormulirUnit, 'unitNama'>>(
  formulir: readonly F[],
  semua: readonly Penerimaan[],
): { readonly menunggu: F[]; readonly belumMasuk: F[] } {
  return {
    menunggu: formulir.filter((f) => f.status === 'DISERAHKAN' && !penerimaanKini(f, semua)),
    belumMasuk: formulir.filter((f) => f.status !== 'DISERAHKAN'),
  }
}
