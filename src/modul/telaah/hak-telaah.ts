import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import { ambilVersiRekap, type VersiRekap } from '../rekap/index.ts'
import {
  type AlamatLangkah,
  ambilSebagaiPelaksana,
  type KonteksLangkah,
  kolomPengganti,
  type Pembaca,
  peranPelaksana,
} from '../siklus/index.ts'

/** Roles by which the post of the decision is recorded: those of the step, or the Camat's in their stead. */
export const peranPemutus = (konteks: KonteksLangkah, sebagaiPengganti: readonly string[]): Peran[] =>
  sebagaiPengganti.length > 0 ? ['CAMAT'] : peranPelaksana(konteks)

export type Putusan = {
  readonly konteks: KonteksLangkah
  readonly rekap: VersiRekap
  readonly sebagaiPengganti: readonly string[]
}

/** What a decision needs; throws 403 with who can, 404, or 409 when the step is not open or nothing was frozen. */
export async function pastikanPemutus(baca: Pembaca, pelaku: Pelaku, alamat: AlamatLangkah): Promise<Putusan> {
  const konteks = await ambilSebagaiPelaksana(baca, pelaku, alamat)
  const [rekap] = await ambilVersiRekap(baca, pelaku, { siklusId: konteks.siklus.id, batas: 1 })
  if (!rekap) throw galat.bentrok('Belum ada rekap yang dibekukan, jadi belum ada yang dapat ditelaah.')
  return { konteks, rekap, sebagaiPengganti: kolomPengganti(konteks, pelaku) }
}

/** The same inside the change, with the siklus locked: of two who decide at once the second sees the first. */
export async function mulaiMemutuskan(
  tx: Tx,
  pelaku: Pelaku,
  { alamat, versi }: { alamat: AlamatLangkah; versi: number },
): Promise<Putusan> {
  await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  const putusan = await pastikanPemutus(tx, pelaku, alamat)
  if (putusan.konteks.siklus.versi !== versi) throw galat.sudahBerubah('Siklus ini')
  return putusan
}
