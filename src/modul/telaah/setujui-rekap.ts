import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { catatRealisasi } from '../formulir/index.ts'
import { catatRealisasiUkur } from '../kertas-kerja/index.ts'
import { type AlamatLangkah, jalankan } from '../siklus/index.ts'
import { catatTelaah } from './catat-telaah.ts'
import { mulaiMemutuskan } from './hak-telaah.ts'
import type { IsianPersetujuan } from './isian.ts'

/**
 * Approves the frozen recap: it becomes material of the Laporan Kinerja (SOP Pengumpulan Data Kinerja Kecamatan Taman,
 * langkah 10, Ya), and its values enter the history of the indicators. Where several must agree, the last approval
 * counts. Throws Galat 403, 404, 409.
 */
export const setujuiRekap = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { versi, catatan, tidakPerlu }: IsianPersetujuan & { readonly tidakPerlu: readonly string[] },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const putusan = await mulaiMemutuskan(tx, pelaku, { alamat, versi })
    await catatTelaah(tx, pelaku, putusan, { keputusan: 'DISETUJUI', cakupan: '', rincian: [], catatan })
    const { siklusId, kode } = alamat
    const perintah = {
      jenis: 'PUTUSKAN',
      siklusId,
      langkah: kode,
      keputusan: 'ya',
      alasan: catatan || undefined,
      ...(tidakPerlu.length > 0 ? { tidakPerlu } : {}),
    } as const
    const baru = await jalankan(tx, pelaku, perintah, { sebagaiPengganti: putusan.sebagaiPengganti })
    if (baru.langkah[kode]?.status !== 'SELESAI') return
    const catat = putusan.rekap.isi.pengukuran ? catatRealisasiUkur : catatRealisasi
    await catat(tx, putusan.konteks.siklus)
  })
