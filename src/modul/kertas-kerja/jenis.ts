import { ambilBahanDokumen, type PenangananJenis } from '../siklus/index.ts'
import { bukaPengukuran, kembalikanKertas } from './buka-kertas.ts'
import { dokumenKertas } from './dokumen-kertas.ts'
import { dokumenMetodologi } from './dokumen-metodologi.ts'
import { kekuranganPengukuran } from './kekurangan.ts'
import { cariKertasKerja } from './kueri.ts'
import { susunKertas } from './susun-kertas.ts'

/** Step kind "metodologi": how each indicator is measured, proposed from its card. */
export const jenisMetodologi: PenangananJenis = {
  kode: 'metodologi',
  perintah: 'Susun metodologi pengukuran',
  penyiap: ['TIM_SAKIP'],
  async kekurangan(baca, { siklus }) {
    const kertas = await cariKertasKerja(baca, siklus)
    return kertas && kertas.baris.length > 0
      ? []
      : ['Tidak ada indikator pada Perjanjian Kinerja yang berlaku pada akhir periode.']
  },
  async dokumen(baca, konteks, pelaku) {
    const kertas = await cariKertasKerja(baca, konteks.siklus)
    if (!kertas) return []
    const model = dokumenMetodologi({ kertas, konteks, pelaku, bahan: await ambilBahanDokumen(baca, pelaku) })
    return [{ jenis: 'KERTAS_KERJA_METODOLOGI', judul: model.judul, nomor: '', model }]
  },
  saatDibuka: (tx, konteks, pelaku) => susunKertas(tx, pelaku, konteks),
}

/** Step kind "pengukuran": capaian and predikat per indicator with the analysis. */
export const jenisPengukuran: PenangananJenis = {
  kode: 'pengukuran',
  perintah: 'Ukur capaian dan tulis analisis',
  penyiap: ['TIM_SAKIP'],
  kekurangan: async (baca, { siklus }) => kekuranganPengukuran(await cariKertasKerja(baca, siklus)),
  async dokumen(baca, konteks, pelaku) {
    const kertas = await cariKertasKerja(baca, konteks.siklus)
    if (!kertas) return []
    const model = dokumenKertas({ kertas, konteks, pelaku, bahan: await ambilBahanDokumen(baca, pelaku) })
    return [{ jenis: 'KERTAS_KERJA', judul: model.judul, nomor: '', model }]
  },
  saatDibuka: (tx, konteks, pelaku) => bukaPengukuran(tx, pelaku, konteks),
  saatDikembalikan: kembalikanKertas,
}
