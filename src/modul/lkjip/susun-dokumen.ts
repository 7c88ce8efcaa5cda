import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKecamatan, cariCamat, daftarPejabat } from '../organisasi/index.ts'
import type { DokumenLkjip } from './bekukan-lkjip.ts'
import { dokumenLkjip, dokumenRenja } from './dokumen/index.ts'
import type { Pembaca } from './kueri-hasil.ts'
import { cariPkCamat } from './kueri-lampiran.ts'
import type { IsiLkjip } from './lkjip.ts'
import { cariRencanaAksi } from './rencana-aksi.ts'

/** Both documents of a year's input, with the annexes. */
export async function susunDokumenLkjip(
  baca: Pembaca,
  pelaku: Pelaku,
  isi: IsiLkjip,
  sebutan: string,
): Promise<DokumenLkjip> {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const lampiran = {
    kantor: await ambilKecamatan(baca, pelaku),
    pk: await cariPkCamat(baca, pelaku, isi.tahun),
    rencanaAksi: await cariRencanaAksi(baca, pelaku, isi.tahun),
    sebutan,
    hari,
    camat: cariCamat(await daftarPejabat(baca, pelaku, hari)),
  }
  return { bahan: dokumenLkjip(isi, lampiran), 'evaluasi-renja': dokumenRenja(isi, lampiran) }
}
