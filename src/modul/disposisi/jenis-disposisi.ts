import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import {
  ambilBahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { ambilDisposisi, cariDisposisi, daftarTujuan, kurangDisposisi } from './kueri.ts'
import { PENYIAP } from './simpan-disposisi.ts'
import { susunLembar } from './susun-lembar.ts'

/** Step kind "disposisi": Tim SAKIP may draft it, only the pelaksana (Camat) issues it. */
export const jenisDisposisi: PenangananJenis = {
  kode: 'disposisi',
  perintah: 'Terbitkan disposisi',
  penyiap: PENYIAP,
  kekurangan: async (baca, konteks) => kurangDisposisi(await cariDisposisi(baca, konteks)),
  dokumen,
  saatDibuka,
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const disposisi = await ambilDisposisi(baca, konteks)
  const tujuan = await daftarTujuan(baca, pelaku, bahan.hari)
  const model = susunLembar({
    bahan,
    disposisi,
    tujuan,
    periode: konteks.siklus.namaPeriode,
    pihak: pihakLangkah(bahan, konteks, pelaku, { tanda: 'diterbitkan dalam aplikasi' }),
  })
  return [{ jenis: 'LEMBAR_DISPOSISI', judul: model.judul, nomor: '', model }]
}

/** The sheet is there as soon as the step opens, with what follows from the SOP already written: the Sekcam, the subject. */
async function saatDibuka(tx: Tx, { siklus, langkah }: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const pokok = `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`
  const sekcam = (await daftarTujuan(tx, pelaku, hari)).filter((j) => j.peran === 'SEKCAM').map((j) => j.id)
  await tx.disposisi.createMany({
    data: [
      {
        kecamatanId: siklus.kecamatanId,
        siklusId: siklus.id,
        langkahId: langkah.id,
        asal: 'SURAT',
        hal: pokok,
        diterimaTanggal: new Date(hari),
        diteruskanKepada: sekcam,
        instruksi: ['Proses lebih lanjut', `Laksanakan ${pokok} sesuai SOP`],
        tenggat: siklus.tenggat ? new Date(siklus.tenggat) : null,
      },
    ],
    skipDuplicates: true,
  })
}
