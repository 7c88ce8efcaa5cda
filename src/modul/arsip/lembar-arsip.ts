import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { ambilSiklus, menitLangkah, pdfLembarSiklus } from '../siklus/index.ts'
import { ambilJenisLangkah, cariLangkah } from '../sop/index.ts'

/**
 * The official sheet with the final state of a siklus, as PDF. The package is made while the step that seals it is still open;
 * on the sheet it is done, by who seals.
 */
export async function lembarArsip(db: BasisData, pelaku: Pelaku, siklusId: string): Promise<Buffer> {
  const muatan = await ambilSiklus(db.baca, pelaku, siklusId)
  const kalender = await ambilKalenderKerja(db.baca, pelaku.kecamatanId)
  const { siklus } = muatan
  const langkah = muatan.langkah.map((l) => {
    const def = cariLangkah(siklus.definisi, l.kode)
    if (l.status !== 'BERJALAN' || !def || !ambilJenisLangkah(def.jenis).penutup) return l
    return {
      ...l,
      status: 'SELESAI' as const,
      menitTerpakai: menitLangkah({ siklus, langkah: l }, kalender),
      selesaiPada: jam.sekarang(),
      selesaiOleh: pelaku.nama,
    }
  })
  return pdfLembarSiklus(db, pelaku, { muatan: { ...muatan, langkah } })
}
