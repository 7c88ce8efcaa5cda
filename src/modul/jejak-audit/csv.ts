import type { Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilUntukCsv, ambilUrutTerakhir, type BarisCsv, KOLOM_CSV, type Saringan } from './kueri.ts'

const SEKALI_AMBIL = 1000
const BOM = '\uFEFF'
/**
 * What a spreadsheet would take for a formula (OWASP CSV injection); the apostrophe itself too, so that taking one leading
 * apostrophe off again always gives the recorded text, from which the hash can be recomputed.
 */
const BERBAHAYA = /^[=+\-@\t\r']/

/** One cell: quoted, quotes doubled, a leading apostrophe before anything a spreadsheet would calculate. Pure. */
export const selCsv = (teks: string): string => `"${(BERBAHAYA.test(teks) ? `'${teks}` : teks).replaceAll('"', '""')}"`
const barisCsv = (sel: readonly string[]): string => `${sel.map(selCsv).join(';')}\r\n`

/**
 * Writes the filtered events as CSV (UTF-8 with BOM, ';', oldest first), batch by batch, waiting for slow lines; ends early
 * when the reader has gone. Each row carries all columns its hash was made of.
 */
export async function kirimCsv(
  db: BasisData,
  pelaku: Pelaku,
  { saring, res }: { saring: Saringan; res: Response },
): Promise<void> {
  const saluran = pantau(res)
  const sampaiUrut = await ambilUrutTerakhir(db, pelaku)
  res.write(BOM + barisCsv(KOLOM_CSV))
  for (let sesudah = '0'; !saluran.putus; ) {
    const baris: BarisCsv[] = await ambilUntukCsv(db, pelaku, { ...saring, sesudah, sampaiUrut, banyak: SEKALI_AMBIL })
    const penuh = !res.write(baris.map((b) => barisCsv(KOLOM_CSV.map((k) => b[k]))).join(''))
    if (baris.length < SEKALI_AMBIL) break
    sesudah = baris.at(-1)?.urut ?? sampaiUrut
    if (penuh) await saluran.lega()
  }
  res.end()
}

/** One listener for the whole answer: with compression in between, `once` per wait would pile listeners up. */
function pantau(res: Response) {
  let lanjut = () => {}
  const saluran = {
    putus: false,
    lega: () => (saluran.putus ? Promise.resolve() : new Promise<void>((ya) => (lanjut = ya))),
  }
  res.on('drain', () => lanjut())
  res.once('close', () => {
    saluran.putus = true
    lanjut()
  })
  return saluran
}
