import { ambilBahanDokumen, type PenangananJenis, pihakLangkah } from '../siklus/index.ts'
import { ambilIsianLangkah, unitMasuk } from './cakupan-unit.ts'
import { susunDaftarPenerimaan } from './dokumen-penerimaan.ts'
import { belumDiterima, daftarPenerimaan } from './kueri-penerimaan.ts'

/** Step kind "penerimaan": what came in is checked for completeness and accepted, or sent back to its unit. */
export const jenisPenerimaan: PenangananJenis = {
  kode: 'penerimaan',
  perintah: 'Terima dan periksa formulir',
  async kekurangan(baca, konteks) {
    const formulir = await baca.formulir.findMany({
      where: {
        siklusId: konteks.siklus.id,
        kecamatanId: konteks.siklus.kecamatanId,
        unitId: { in: [...unitMasuk(konteks)] },
      },
      select: { id: true, status: true, putaran: true },
    })
    const satu = formulir.map((f) => ({ ...f, unitNama: '' }))
    const { menunggu, belumMasuk } = belumDiterima(satu, await daftarPenerimaan(baca, konteks))
    return [
      ...(belumMasuk.length > 0 ? [`${belumMasuk.length} formulir belum diserahkan unitnya.`] : []),
      ...(menunggu.length > 0 ? [`${menunggu.length} formulir belum diterima.`] : []),
    ]
  },
  async dokumen(baca, konteks, pelaku) {
    if (konteks.langkah.status !== 'SELESAI') return []
    const bahan = await ambilBahanDokumen(baca, pelaku)
    const model = susunDaftarPenerimaan({
      bahan,
      siklus: konteks.siklus,
      formulir: await ambilIsianLangkah(baca, pelaku, konteks),
      penerimaan: await daftarPenerimaan(baca, konteks),
      pihak: pihakLangkah(bahan, konteks, pelaku),
      zona: pelaku.zonaWaktu,
    })
    return [{ jenis: 'DAFTAR_PENERIMAAN', judul: model.judul, nomor: '', model }]
  },
}
