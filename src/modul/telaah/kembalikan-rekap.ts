import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, jalankan } from '../siklus/index.ts'
import { catatTelaah } from './catat-telaah.ts'
import { mulaiMemutuskan } from './hak-telaah.ts'
import type { IsianPengembalian } from './isian.ts'
import { susunPengembalian, susunTujuan } from './susun-pengembalian.ts'

/**
 * Returns the recap with a reason: all of it to those who made it, whole forms, or single values. Only what was named
 * reopens (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 10, Tidak). Throws Galat 403, 404, 409, 422.
 */
export const kembalikanRekap = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianPengembalian,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const putusan = await mulaiMemutuskan(tx, pelaku, { alamat, versi: isian.versi })
    const { siklus, def } = putusan.konteks
    const susunan = susunPengembalian(isian, { isi: putusan.rekap.isi, tujuan: susunTujuan(siklus.definisi, def) })
    if ('kesalahan' in susunan) throw galat.tidakSesuai(Object.values(susunan.kesalahan).join(' '))
    const { tujuan, cakupan, jenisCakupan, rincian, alasan, alasanPer } = susunan
    await catatTelaah(tx, pelaku, putusan, {
      keputusan: 'DIKEMBALIKAN',
      cakupan: jenisCakupan,
      rincian,
      catatan: alasan,
    })
    const perintah = {
      jenis: 'PUTUSKAN',
      siklusId: siklus.id,
      langkah: def.kode,
      keputusan: 'tidak',
      tujuan: tujuan.kode,
      cakupan,
      alasan,
    } as const
    await jalankan(tx, pelaku, perintah, { alasanPer, sebagaiPengganti: putusan.sebagaiPengganti })
  })
