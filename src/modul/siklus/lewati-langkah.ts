import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilJenisLangkah, type DefinisiSop } from '../sop/index.ts'
import { sebutKolom } from './bola.ts'
import { jalankan } from './jalankan.ts'
import { kolomPelaku } from './kolom.ts'
import { ambilLangkah, type KonteksLangkah } from './kueri.ts'
import { bolehMelewati } from './mesin/index.ts'

/** May this person pass over the open step: the SOP allows it, and it is neither a decision nor the end. */
export const bolehLewat = ({ siklus, langkah, def }: KonteksLangkah, pelaku: Pelaku): boolean =>
  siklus.status === 'BERJALAN' &&
  langkah.status === 'BERJALAN' &&
  def.keputusan === null &&
  !ambilJenisLangkah(def.jenis).penutup &&
  bolehMelewati(siklus.definisi, def, kolomPelaku(siklus.definisi, pelaku))

/** Throws 403 with who may, unless the SOP lets this person pass over the step. */
export function pastikanPelewat({ siklus, def }: KonteksLangkah, pelaku: Pelaku): void {
  if (bolehMelewati(siklus.definisi, def, kolomPelaku(siklus.definisi, pelaku))) return
  throw galat.tidakBerwenang(siapaMelewati(siklus.definisi, def))
}

function siapaMelewati(definisi: DefinisiSop, { nomor, opsional, pelaksana }: KonteksLangkah['def']): string {
  const kolom = opsional ? [...new Set([...definisi.bolehMelewati, ...pelaksana])] : definisi.bolehMelewati
  if (kolom.length === 0) return `Menurut SOP, langkah ${nomor} tidak boleh dilewati siapa pun.`
  return `Menurut SOP, langkah ${nomor} hanya boleh dilewati oleh ${sebutKolom(definisi.pelaksana, kolom)}.`
}

/** Passes over an open step with a reason; the next one opens. Throws Galat 403, 404, 409, 422. */
export const lewatiLangkah = (
  db: BasisData,
  pelaku: Pelaku,
  { siklusId, kode, alasan }: { siklusId: string; kode: string; alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    pastikanPelewat(await ambilLangkah(tx, pelaku, { siklusId, kode }), pelaku)
    await jalankan(tx, pelaku, { jenis: 'LEWATI', siklusId, langkah: kode, alasan })
  })
