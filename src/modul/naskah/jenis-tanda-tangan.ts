import type { Pelaku } from '../../inti/pelaku.ts'
import {
  ambilBahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
} from '../siklus/index.ts'
import { susunDokumenBertanda } from './dokumen-bertanda.ts'
import { JENIS_BERTANDA, JENIS_NASKAH } from './jenis-dokumen.ts'
import { ambilTandaTangan } from './kueri-tanda-tangan.ts'

/** Step kind "tanda-tangan": the named officials sign, each for itself, in the application or on paper; or refuse. */
export const jenisTandaTangan: PenangananJenis = {
  kode: 'tanda-tangan',
  mencatatPutusan: true,
  perintah: 'Tanda tangani dokumen',
  // the engine waits for every column; each signature is checked where it is made
  kekurangan: async () => [],
  dokumen,
}

/** The signed document, once all have signed; a refusal leaves none. */
async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  if (konteks.langkah.status !== 'SELESAI') return []
  const { tanda: semua, dokumen: asal } = await ambilTandaTangan(baca, konteks)
  const setuju = semua.filter((t) => t.putaran === konteks.langkah.putaran && t.sikap === 'SETUJU')
  const tanda = konteks.def.pelaksana.flatMap((kolom) => setuju.filter((t) => t.kolom === kolom))
  if (tanda.length === 0) return []
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const adaTempat = asal?.jenis === JENIS_NASKAH
  const model = susunDokumenBertanda({ konteks, asal, adaTempat, tanda, bahan, zona: pelaku.zonaWaktu })
  return [{ jenis: JENIS_BERTANDA, judul: model.judul, nomor: asal?.nomor ?? '', model }]
}
