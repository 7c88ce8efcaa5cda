import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilVersiLapor } from '../rekap/index.ts'
import type { KonteksLangkah } from '../siklus/index.ts'
import { cariLaporan, cariLaporanSebelum, type Laporan } from './kueri.ts'
import { usulLaporan } from './usul-laporan.ts'

/**
 * The report is there as soon as the step opens: with what the recap says, or with the text of the report below it where
 * the SOP reports twice. Opened again, a text that nobody touched follows the newer recap, and a report the one below it.
 */
export async function bukaLapor(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const [rekap, lalu] = await ambilVersiLapor(tx, pelaku, konteks.siklus)
  const usul = usulLaporan(rekap?.isi ?? null)
  const ada = await cariLaporan(tx, konteks)
  const bawah = await cariLaporanSebelum(tx, konteks)
  if (!ada) return buat(tx, pelaku, { konteks, isi: bawah ?? { ...usul, saran: '' } })
  const usulLama = usulLaporan(lalu?.isi ?? null)
  const isi = bawah ?? {
    ringkasan: ada.ringkasan === usulLama.ringkasan ? usul.ringkasan : ada.ringkasan,
    hambatan: ada.hambatan === usulLama.hambatan ? usul.hambatan : ada.hambatan,
  }
  await tx.laporan.updateMany({
    where: { id: ada.id, kecamatanId: pelaku.kecamatanId },
    data: { ...isi, ...BELUM_TERKIRIM, tanggal: hariIni(pelaku), versi: { increment: 1 } },
  })
}

/** The report to the Camat begins with the text of the report below it. */
export async function bukaLaporCamat(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const [rekap] = await ambilVersiLapor(tx, pelaku, konteks.siklus, { batas: 1 })
  const isi = (await cariLaporanSebelum(tx, konteks)) ?? { ...usulLaporan(rekap?.isi ?? null), saran: '' }
  const ada = await cariLaporan(tx, konteks)
  if (!ada) return buat(tx, pelaku, { konteks, isi })
  await tx.laporan.updateMany({
    where: { id: ada.id, kecamatanId: pelaku.kecamatanId },
    data: { ...isi, ...BELUM_TERKIRIM, tanggal: hariIni(pelaku), versi: { increment: 1 } },
  })
}

const BELUM_TERKIRIM = {
  disampaikanPada: null,
  penyampai: '',
  dijawabPada: null,
  penjawab: '',
  instruksi: [],
  catatanCamat: '',
}
const hariIni = (pelaku: Pelaku): Date => new Date(tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))

type Isi = Pick<Laporan, 'ringkasan' | 'hambatan' | 'saran'>
async function buat(
  tx: Tx,
  pelaku: Pelaku,
  { konteks: { siklus, langkah }, isi }: { konteks: KonteksLangkah; isi: Isi },
): Promise<void> {
  await tx.laporan.createMany({
    data: [
      { kecamatanId: siklus.kecamatanId, siklusId: siklus.id, langkahId: langkah.id, tanggal: hariIni(pelaku), ...isi },
    ],
  })
}
