import type { Dokumen } from '../../inti/dokumen/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan, daftarPejabat } from '../organisasi/index.ts'
import { type KonteksLangkah, type Pembaca, peranPelaksana } from '../siklus/index.ts'
import { susunDokumenFormulir } from './dokumen-formulir.ts'
import { susunTandaTerima } from './dokumen-tanda-terima.ts'
import { ambilFormulir, ambilIsianSiklus } from './kueri.ts'

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

/** The forms of all units of a siklus in one document. */
export async function muatSemuaFormulir(
  baca: Pembaca,
  pelaku: Pelaku,
  { siklus, blangko }: { siklus: KonteksLangkah['siklus']; blangko: boolean },
): Promise<Dokumen> {
  const formulir = await ambilIsianSiklus(baca, pelaku, siklus.id)
  return susunDokumenFormulir({ ...(await muatKantor(baca, pelaku)), siklus, formulir, blangko })
}

/** The list of receipts of all units. */
export async function muatTandaTerima(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah): Promise<Dokumen> {
  const { siklus } = konteks
  const { kecamatan, tanggal } = await muatKantor(baca, pelaku)
  const penyerah = {
    nama: pelaku.nama,
    jabatan: sebutanJabatan(pelaku, peranPelaksana(konteks)),
    nip: pelaku.nip,
    pangkat: pelaku.pangkat,
  }
  return susunTandaTerima({
    kecamatan,
    tanggal,
    siklus,
    penyerah,
    formulir: await ambilIsianSiklus(baca, pelaku, siklus.id),
  })
}

async function muatKantor(baca: Pembaca, pelaku: Pelaku) {
  const tanggal = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  // one after the other: inside a transaction there is only one connection
  const kecamatan = await ambilKecamatan(baca, pelaku)
  return { kecamatan, tanggal, pejabat: await daftarPejabat(baca, pelaku, tanggal) }
}
