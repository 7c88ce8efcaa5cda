import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan, daftarPejabat } from '../organisasi/index.ts'
import { ambilBahanDokumen, type KonteksLangkah, type Pembaca, pihakLangkah } from '../siklus/index.ts'
import { ambilIsianLangkah } from './cakupan-unit.ts'
import { susunDokumenFormulir } from './dokumen-formulir.ts'
import { susunTandaTerima } from './dokumen-tanda-terima.ts'
import { ambilFormulir } from './kueri.ts'

/** The blank or filled form of one unit, as it is now. 404 for who may not see it. */
export async function muatDokumenFormulir(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, blangko }: { id: string; blangko: boolean },
): Promise<Dokumen> {
  const formulir = await ambilFormulir(baca, pelaku, id)
  return susunDokumenFormulir({
    ...(await muatKantor(baca, pelaku)),
    siklus: formulir.siklus,
    formulir: [formulir],
    blangko,
  })
}

/** The forms of all units that the step works on in one document. */
export async function muatSemuaFormulir(
  baca: Pembaca,
  pelaku: Pelaku,
  { konteks, blangko }: { konteks: KonteksLangkah; blangko: boolean },
): Promise<Dokumen> {
  const { siklus } = konteks
  const formulir = await ambilIsianLangkah(baca, pelaku, konteks)
  return susunDokumenFormulir({ ...(await muatKantor(baca, pelaku)), siklus, formulir, blangko })
}

/** The list of receipts of all units. */
export async function muatTandaTerima(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah): Promise<Dokumen> {
  const { siklus } = konteks
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const formulir = await ambilIsianLangkah(baca, pelaku, konteks)
  const pihak = pihakLangkah(bahan, konteks, pelaku)
  return susunTandaTerima({ bahan, siklus, pihak, formulir, zona: pelaku.zonaWaktu })
}

async function muatKantor(baca: Pembaca, pelaku: Pelaku) {
  const tanggal = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  // one after the other: inside a transaction there is only one connection
  const kecamatan = await ambilKecamatan(baca, pelaku)
  return { kecamatan, tanggal, pejabat: await daftarPejabat(baca, pelaku, tanggal) }
}
