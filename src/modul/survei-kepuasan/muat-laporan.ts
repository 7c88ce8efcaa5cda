import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan, cariCamat, daftarPejabat } from '../organisasi/index.ts'
import { daftarTindakLanjut } from '../tindak-lanjut/index.ts'
import { susunLaporan } from './dokumen-laporan.ts'
import { daftarSaran, type Survei } from './kueri.ts'
import { alamatSurvei } from './tindak-lanjuti-unsur.ts'

const MAKS_SARAN = 60

/** The report of one survey, or of several one after the other, with follow-ups and suggestions as they stand now. */
export async function muatLaporan(db: BasisData, pelaku: Pelaku, survei: readonly Survei[]): Promise<Dokumen> {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [kecamatan, pejabat] = await Promise.all([
    ambilKecamatan(db.baca, pelaku),
    daftarPejabat(db.baca, pelaku, hari),
  ])
  const isi = await Promise.all(
    survei.map(async (satu) => ({
      survei: satu,
      tindakLanjut: await daftarTindakLanjut(db.baca, pelaku, { asal: alamatSurvei(satu.id) }),
      saran: await daftarSaran(db.baca, pelaku, { surveiId: satu.id, batas: MAKS_SARAN }),
    })),
  )
  return susunLaporan({ isi, kecamatan, camat: cariCamat(pejabat), hari })
}
