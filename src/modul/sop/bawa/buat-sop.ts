import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { KesalahanSop } from '../baca-yaml.ts'
import type { DefinisiSop } from '../definisi.ts'
import { bacaLonggar } from '../draf/longgar.ts'
import { buatSopBaru, buatVersiBerikut } from '../versi/buat-draf.ts'
import type { IsianSopBaru } from './isian.ts'

/** An SOP with nothing but its name, to be written on the screen. Returns the id of the draft. */
export const buatSop = (db: BasisData, pelaku: Pelaku, isian: IsianSopBaru): Promise<string> =>
  transaksi(db, pelaku, (tx) => buatSopBaru(tx, pelaku, { definisi: bacaLonggar(isian), asal: 'LAYAR' }))

type Bawaan = {
  readonly definisi: DefinisiSop
  readonly kesalahan: readonly KesalahanSop[]
  readonly asal: 'YAML' | 'EXCEL'
  readonly berkas: string
}

/**
 * Makes what a file says into a draft: of a new SOP, or as the next version of one (an open draft is discarded for it, and
 * stays readable). Throws Galat 404, 409. Returns the id of the draft.
 */
export const bawaSop = (
  db: BasisData,
  pelaku: Pelaku,
  { sopId, ...bawaan }: Bawaan & { sopId: string },
): Promise<string> =>
  transaksi(db, pelaku, (tx) => {
    const { definisi, kesalahan, asal, berkas } = bawaan
    const naskah = { definisi, asal, berkas, catatanBerkas: kesalahan }
    return sopId === ''
      ? buatSopBaru(tx, pelaku, naskah)
      : buatVersiBerikut(tx, pelaku, { ...naskah, sopId, gantikan: true })
  })
