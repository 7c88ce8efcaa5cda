import { galat } from '../../inti/galat/index.ts'
import { unitMasuk } from '../formulir/index.ts'
import { cariKertasKerja, type KertasKerja, samaHitungan } from '../kertas-kerja/index.ts'
import { ambilBahanDokumen, type PenangananJenis, pihakLangkah } from '../siklus/index.ts'
import { sumberRekap } from '../sop/index.ts'
import { dokumenRekap } from './dokumen-rekap.ts'
import { ambilVersiRekap } from './kueri.ts'

/** Kind "rekap": all forms in one matrix, frozen as a numbered version when the step is finished. */
export const jenisRekap: PenangananJenis = {
  kode: 'rekap',
  perintah: 'Rekap data capaian kinerja',
  async kekurangan(baca, konteks) {
    const { siklus, langkah } = konteks
    if (sumberRekap(siklus.definisi, langkah.kode) === 'KERTAS_KERJA')
      return kekuranganUkur(await cariKertasKerja(baca, siklus))
    const [baris] = await baca.$queryRaw<{ belum: number }[]>`
      select count(*)::int as belum from formulir where siklus_id = ${siklus.id}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid
        and status <> 'DISERAHKAN' and unit_id = any(${[...unitMasuk(konteks)]}::uuid[])`
    return baris && baris.belum > 0 ? [`${baris.belum} formulir belum diserahkan unitnya.`] : []
  },
  async dokumen(baca, konteks, pelaku) {
    const [rekap] = await ambilVersiRekap(baca, pelaku, { siklusId: konteks.siklus.id, batas: 1 })
    if (!rekap) throw galat.bentrok('Rekap belum dibekukan.')
    const bahan = await ambilBahanDokumen(baca, pelaku)
    const pihak = pihakLangkah(bahan, konteks, pelaku)
    const model = dokumenRekap({ isi: rekap.isi, versi: rekap.nomorVersi, bahan, pihak })
    return [{ jenis: 'rekapitulasi', judul: model.judul, nomor: '', model }]
  },
}

/** Stored results must recompute to the same digits before they are frozen. */
function kekuranganUkur(kertas: KertasKerja | null): string[] {
  const beda = (kertas?.baris ?? []).filter((b) => b.hasil && !samaHitungan(b.hasil)).map((b) => b.kartu.nama)
  return beda.length === 0 ? [] : [`Hasilnya tidak sama bila dihitung ulang: ${beda.slice(0, 5).join('; ')}.`]
}
