import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bacaAnggaran, type HasilBaca, type PerubahanAnggaran } from './baca-baris.ts'
import type { Hitungan } from './hitungan.ts'
import type { IsianAnggaran } from './isian.ts'
import { jelaskanPenolakanAnggaran, pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilFormulir, type BarisAnggaranIsian } from './kueri.ts'
import { type AlamatBaris, nilaiSimpan } from './simpan-baris.ts'
import { SQL_SIMPAN_ANGGARAN } from './sql-simpan.ts'

export type HasilSimpanAnggaran =
  | {
      readonly jenis: 'TERSIMPAN'
      readonly versi: number
      readonly baris: PerubahanAnggaran
      readonly hitungan: Hitungan
      readonly pagu: string
      readonly sebelumnya: string | null
    }
  | { readonly jenis: 'SALAH'; readonly baca: HasilBaca<PerubahanAnggaran> }
  | { readonly jenis: 'BENTROK'; readonly kini: BarisAnggaranIsian }
  | { readonly jenis: 'BERULANG'; readonly kini: BarisAnggaranIsian; readonly versi: number }

type Balasan = {
  versi: number
  pagu: string
  sebelumnya: string | null
  lain: { dari: number; terisi: number; tanpaBukti: number }
  anggaran: { dari: number; terisi: number }
}

/** Saves one budget row, as simpanBaris does for an indicator row. */
export async function simpanAnggaran(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatBaris,
  isian: IsianAnggaran,
): Promise<HasilSimpanAnggaran> {
  const baca = bacaAnggaran(isian)
  if (!baca.data) {
    pastikanBisaDiisi(pelaku, await ambilFormulir(db.baca, pelaku, alamat.formulirId))
    return { jenis: 'SALAH', baca }
  }
  const { rows } = await db.poolTulis.query<Balasan>({
    name: 'simpan-anggaran',
    text: SQL_SIMPAN_ANGGARAN,
    values: nilaiSimpan(pelaku, { ...alamat, versi: isian.versi, isi: baca.data, sebutan: 'anggaran' }),
  })
  const [balasan] = rows
  if (!balasan) return { ...(await jelaskanPenolakanAnggaran(db, pelaku, alamat)), versi: isian.versi + 1 }
  const { versi, lain, anggaran, pagu, sebelumnya } = balasan
  const hitungan = {
    dari: lain.dari + anggaran.dari + 1,
    terisi: lain.terisi + anggaran.terisi + (baca.data.status === 'KOSONG' ? 0 : 1),
    tanpaBukti: lain.tanpaBukti,
  }
  return { jenis: 'TERSIMPAN', versi, baris: baca.data, hitungan, pagu, sebelumnya }
}
