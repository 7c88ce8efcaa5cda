import type { HasilIsian } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { AlamatLangkah } from './alamat-langkah.ts'
import type { Pembaca } from './jenis-langkah.ts'
import { ambilLangkah, type KonteksLangkah } from './kueri.ts'
import { bacaPenyelesaian, type Penyelesaian } from './penyelesaian.ts'
import { pastikanPelaksana, pastikanPenyiap, pastikanTerbuka } from './wewenang.ts'

/**
 * The open step for one who may prepare it: right, then state, before anything is said about the fields. Throws Galat
 * 404, 403, 409.
 */
export async function ambilSebagaiPenyiap(
  baca: Pembaca,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
): Promise<KonteksLangkah> {
  const konteks = await ambilLangkah(baca, pelaku, alamat)
  pastikanPenyiap(konteks, pelaku)
  pastikanTerbuka(konteks)
  return konteks
}

/** The same for the pelaksana of the SOP, who alone finish the step. Throws Galat 404, 403, 409. */
export async function ambilSebagaiPelaksana(
  baca: Pembaca,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
): Promise<KonteksLangkah> {
  const konteks = await ambilLangkah(baca, pelaku, alamat)
  pastikanPelaksana(konteks, pelaku)
  pastikanTerbuka(konteks)
  return konteks
}

/**
 * What the SOP asks of whoever finishes the step, from the fields of the form. When it was not answered well, right and
 * state are said first. Throws Galat 404, 403, 409.
 */
export async function periksaPenyelesaian(
  baca: Pembaca,
  pelaku: Pelaku,
  { alamat, badan }: { readonly alamat: AlamatLangkah; readonly badan: unknown },
): Promise<HasilIsian<Penyelesaian>> {
  const terbaca = bacaPenyelesaian(await ambilLangkah(baca, pelaku, alamat), badan)
  if (!terbaca.data) await ambilSebagaiPelaksana(baca, pelaku, alamat)
  return terbaca
}
