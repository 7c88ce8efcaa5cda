import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import { ambilVersiRekap, type IsiRekap, type VersiRekap } from '../rekap/index.ts'
import {
  type AlamatLangkah,
  ambilLangkah,
  type KonteksLangkah,
  namaPelaksana,
  type Pembaca,
  pastikanTerbuka,
  pengajuUntuk,
  peranPelaksana,
  putarUlang,
} from '../siklus/index.ts'
import { ambilBahanPutusan } from './kueri.ts'
import { type Hak, hakMemutuskan, type Pemutus, siapaPemutus } from './siapa-pemutus.ts'

type BahanPutusan = Awaited<ReturnType<typeof ambilBahanPutusan>>

/** Who may decide in this siklus today: the engine's submitters and those who filled in the frozen recap are left out. */
export function susunPemutus(
  konteks: KonteksLangkah,
  { peristiwa, pemangku }: BahanPutusan,
  isi: IsiRekap | null,
): Pemutus {
  const { siklus, def } = konteks
  const pengisi = isi?.unit.flatMap((u) => [u.penyerahId, ...u.baris.map((b) => b.pengisiId)]) ?? []
  const pengaju = new Set([
    ...pengajuUntuk(siklus.definisi, putarUlang(peristiwa), def.kode),
    ...pengisi.filter((id) => id !== null),
  ])
  return siapaPemutus({ pelaksana: def.pelaksana, cara: def.cara, pemangku, pengaju })
}

export const hakTelaah = (konteks: KonteksLangkah, pemutus: Pemutus, pelaku: Pelaku): Hak =>
  hakMemutuskan(pemutus, pelaku.pegawaiId, namaPelaksana(konteks))

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
  const konteks = await ambilLangkah(baca, pelaku, alamat)
  const [rekap] = await ambilVersiRekap(baca, pelaku, { siklusId: konteks.siklus.id, batas: 1 })
  const pemutus = susunPemutus(konteks, await ambilBahanPutusan(baca, pelaku, konteks), rekap?.isi ?? null)
  const hak = hakTelaah(konteks, pemutus, pelaku)
  if (!hak.boleh) throw galat.tidakBerwenang(hak.alasan)
  pastikanTerbuka(konteks)
  if (!rekap) throw galat.bentrok('Belum ada rekap yang dibekukan, jadi belum ada yang dapat ditelaah.')
  return { konteks, rekap, sebagaiPengganti: hak.sebagaiPengganti }
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
