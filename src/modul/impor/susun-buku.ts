import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalJam } from '../../inti/waktu/index.ts'
import { buatBukuExcel } from './buku-excel.ts'
import type { DefinisiImpor, KonteksImpor } from './definisi.ts'

type Permintaan = { readonly definisi: DefinisiImpor; readonly konteks: KonteksImpor; readonly kosong: boolean }

/** The workbook to fill in: empty, or with the rows that are there now (which makes it the export). */
export async function susunBuku(
  db: BasisData,
  pelaku: Pelaku,
  { definisi, konteks, kosong }: Permintaan,
): Promise<{ nama: string; isi: Buffer }> {
  const { lembar, kini } = await definisi.siapkan(db.baca, pelaku, { ...konteks, kunci: false })
  const sebutan = `${definisi.nama}${definisi.tahunan ? ` ${konteks.tahun}` : ''}`
  const isi = await buatBukuExcel({
    judul: `${kosong ? 'Templat ' : ''}${sebutan}`,
    pengantar: [
      `${pelaku.namaKecamatan}, ${pelaku.kabupaten}`,
      `Diunduh ${tanggalJam(jam.sekarang(), pelaku.zonaWaktu)} oleh ${pelaku.nama}`,
    ],
    lembar: lembar.map(({ kode, nama, petunjuk, kolom }) => ({
      nama,
      petunjuk,
      kolom,
      baris: kosong ? [] : (kini[kode] ?? []),
    })),
  })
  return { nama: `${kosong ? 'Templat ' : ''}${sebutan}.xlsx`, isi }
}
