import { galat } from '../../inti/galat/index.ts'
import { ambilBahanDokumen, type PenangananJenis, peranPelaksana } from '../siklus/index.ts'
import { dokumenRekap } from './dokumen-rekap.ts'
import { ambilRekapTerakhir } from './kueri.ts'

/** Kind "rekap": all forms in one matrix, frozen as a numbered version when the step is finished. */
export const jenisRekap: PenangananJenis = {
  kode: 'rekap',
  perintah: 'Rekap data capaian kinerja',
  async kekurangan(baca, { siklus }) {
    const [baris] = await baca.$queryRaw<{ semua: number; belum: number }[]>`
      select count(*)::int as semua, count(*) filter (where status <> 'DISERAHKAN')::int as belum
      from formulir where siklus_id = ${siklus.id}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid`
    return baris && baris.belum > 0 ? [`${baris.belum} formulir belum diserahkan unitnya.`] : []
  },
  async dokumen(baca, konteks, pelaku) {
    const rekap = await ambilRekapTerakhir(baca, pelaku, konteks.siklus.id).catch(() => null)
    if (!rekap) throw galat.bentrok('Rekap belum dibekukan.')
    const model = dokumenRekap({
      isi: rekap.isi,
      versi: rekap.nomorVersi,
      bahan: await ambilBahanDokumen(baca, pelaku),
      pelaku,
      peran: peranPelaksana(konteks),
    })
    return [{ jenis: 'rekapitulasi', judul: model.judul, nomor: '', model }]
  },
}
