import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import yazl from 'yazl'
import { bacaBuku, type HasilBacaBuku } from '../../../src/modul/impor/baca-buku.ts'
import type { LembarImpor, NilaiBaris } from '../../../src/modul/impor/definisi.ts'
import { tulisBuku } from '../../../src/modul/impor/tulis-buku.ts'

/** A sheet with a column of every kind. */
export const LEMBAR_CONTOH: LembarImpor = {
  kode: 'belanja',
  nama: 'Belanja',
  petunjuk: 'Satu baris satu sub kegiatan.',
  kolom: [
    { kode: 'kode', judul: 'Kode', jenis: 'teks', kunci: true, wajib: true, alias: ['Kode rekening'] },
    { kode: 'kelurahan', judul: 'Kelurahan', jenis: 'teks', kunci: true },
    { kode: 'nama', judul: 'Nama sub kegiatan', jenis: 'teks', hanyaBaca: true },
    { kode: 'pagu', judul: 'Pagu', jenis: 'uang', wajib: true },
    { kode: 'target', judul: 'Target', jenis: 'angka' },
    { kode: 'urut', judul: 'Nomor urut', jenis: 'bulat' },
    { kode: 'tanggal', judul: 'Tanggal DPA', jenis: 'tanggal' },
    {
      kode: 'dana',
      judul: 'Sumber dana',
      jenis: 'pilihan',
      pilihan: [
        { nilai: 'PAD', teks: 'Pendapatan asli daerah' },
        { nilai: 'DAU', teks: 'Dana alokasi umum' },
      ],
    },
  ],
}

const folder = mkdtempSync(join(tmpdir(), 'takar-impor-'))
let nomor = 0
export function simpan(isi: Uint8Array): string {
  const jalur = join(folder, `${++nomor}.xlsx`)
  writeFileSync(jalur, isi)
  return jalur
}
export const baca = (isi: Uint8Array): Promise<HasilBacaBuku> => bacaBuku(simpan(isi))

/** Writes rows into the example workbook and reads them back. */
export const tulisContoh = (baris: readonly NilaiBaris[], lembar: LembarImpor = LEMBAR_CONTOH): Promise<Uint8Array> =>
  tulisBuku({ judul: 'Contoh', pengantar: ['Kecamatan Taman'], lembar: [{ ...lembar, baris }] })

/** A workbook put together by hand: XML of each part. */
export async function zipBuku(bagian: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [nama, isi] of Object.entries(bagian)) zip.addBuffer(Buffer.from(isi), nama)
  zip.end()
  const potongan: Buffer[] = []
  for await (const satu of zip.outputStream) potongan.push(satu as Buffer)
  return Buffer.concat(potongan)
}

const INDUK = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
/** The smallest workbook around one sheet; the rows are XML. */
export const bukuMentah = (baris: string, lain: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  zipBuku({
    'xl/workbook.xml': `<workbook ${INDUK} xmlns:r="r"><sheets><sheet name="Belanja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${INDUK}><sheetData>${baris}</sheetData></worksheet>`,
    ...lain,
  })
