import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  ambilBahanDokumen,
  ambilOrangKantor,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { susunLembarInstruksi } from './dokumen-instruksi.ts'
import { cariInstruksi, kurangInstruksi } from './kueri.ts'
import { langkahSesudah, susunPenerima } from './penerima.ts'

/** Step kind "instruksi": one official orders others of the office (SOP Kecamatan Muara Papalik, langkah 1, 3, 7). */
export const jenisInstruksi: PenangananJenis = {
  kode: 'instruksi',
  perintah: 'Beri instruksi',
  kekurangan: async (baca, konteks) => kurangInstruksi(await cariInstruksi(baca, konteks)),
  dokumen,
  saatDibuka,
}

/** The order as it was issued; a decision that sends the work back issues none. */
async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const instruksi = await cariInstruksi(baca, konteks)
  if (!instruksi || konteks.langkah.status !== 'SELESAI') return []
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const model = susunLembarInstruksi({
    bahan,
    instruksi,
    siklus: konteks.siklus,
    pihak: pihakLangkah(bahan, konteks, pelaku, { tanda: 'diterbitkan dalam aplikasi' }),
  })
  return [{ jenis: 'INSTRUKSI', judul: model.judul, nomor: instruksi.nomor, model }]
}

/** The sheet is there as soon as the step opens, with what follows from the SOP: about what, to whom, and what comes next. */
async function saatDibuka(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const { siklus, langkah, def } = konteks
  const kepada = susunPenerima(konteks, await ambilOrangKantor(tx, pelaku)).orang.filter((o) => o.usul)
  const lanjut = siklus.definisi.langkah.filter((l) => langkahSesudah(def).includes(l.kode)).map((l) => l.uraian)
  await tx.instruksi.createMany({
    data: [
      {
        kecamatanId: siklus.kecamatanId,
        siklusId: siklus.id,
        langkahId: langkah.id,
        hal: `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`,
        kepada: kepada.map((o) => o.pegawaiId),
        isi: lanjut.join('\n'),
      },
    ],
    skipDuplicates: true,
  })
}
