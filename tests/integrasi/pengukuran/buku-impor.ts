import ExcelJS from 'exceljs'
import type { OrangUji } from '../../bantuan/aplikasi.ts'

/** A row by the heads of its columns. */
export type IsiBaris = Readonly<Record<string, string | number>>
/** Rows for one sheet; a row whose first `kunci` columns are there already is filled in, any other is added below. */
export type IsiLembar = { readonly kunci: number; readonly baris: readonly IsiBaris[] }
type Minta = { readonly jenis: string; readonly tahun: number; readonly lembar: Readonly<Record<string, IsiLembar>> }

/** What an upload answered: its page, and the page in words. */
export type Pratinjau = { readonly alamat: string; readonly teks: string; readonly versi: string }

/** The export of a kind and year with rows written into it, uploaded again by a person: the preview of what it would do. */
export async function unggahImpor(orang: OrangUji, { jenis, tahun, lembar }: Minta): Promise<Pratinjau> {
  const ekspor = await orang.buka(`/impor/${jenis}/ekspor?tahun=${tahun}`).buffer(true).parse(kumpulkan)
  const buku = new ExcelJS.Workbook()
  await buku.xlsx.load(ekspor.body)
  for (const [nama, isi] of Object.entries(lembar)) tulisLembar(buku, nama, isi)
  const berkas = { nama: `${jenis}.xlsx`, isi: Buffer.from(await buku.xlsx.writeBuffer()) }
  const jawab = await orang.unggah(`/impor/${jenis}?tahun=${tahun}`, {}, { berkas })
  if (jawab.status !== 303) throw new Error(`${jenis} ${tahun}: ${jawab.status} ${rapi(jawab.text).slice(0, 400)}`)
  const alamat = String(jawab.headers.location)
  const $ = await orang.halaman(alamat)
  return { alamat, teks: rapi($('main').text()), versi: String($('input[name=versi]').first().val()) }
}

/** Uploads and applies; throws when a row is refused, with what the preview says. */
export async function masukkan(orang: OrangUji, minta: Minta): Promise<void> {
  const { alamat, teks, versi } = await unggahImpor(orang, minta)
  if (!/(?<!\d)0 ditolak/.test(teks)) throw new Error(`${minta.jenis} ${minta.tahun}: ${teks.slice(0, 1500)}`)
  const jawab = await orang.kirim(`${alamat}/penerapan`, { versi })
  if (jawab.status !== 303)
    throw new Error(
      `${minta.jenis} ${minta.tahun}: ${jawab.status} ${rapi(jawab.text.replace(/^.*<main/s, '')).slice(0, 600)}`,
    )
}

export const rapi = (teks: string): string => teks.replace(/\s+/g, ' ').trim()

function tulisLembar(buku: ExcelJS.Workbook, nama: string, { kunci, baris }: IsiLembar): void {
  const ws = buku.getWorksheet(nama)
  const kepala = ws && Array.from({ length: 15 }, (_, ke) => ws.getRow(ke + 1)).find((b) => b.cellCount > 2)
  if (!ws || !kepala) throw new Error(`lembar ${nama}`)
  const kolom = new Map<string, number>()
  kepala.eachCell((sel, ke) => kolom.set(sel.text.replace(/\s*\*$/, ''), ke))
  const awalan = (nomor: number) => Array.from({ length: kunci }, (_, ke) => ws.getRow(nomor).getCell(ke + 1).text)
  const ada = new Map<string, number>()
  let kosong = kepala.number + 1
  for (; ws.getRow(kosong).getCell(1).text !== ''; kosong++) ada.set(awalan(kosong).join('|'), kosong)
  for (const isi of baris) {
    const nilai = Object.entries(isi).filter(([, satu]) => satu !== '')
    const kunciBaris = [...kolom.keys()].slice(0, kunci).map((judul) => String(isi[judul] ?? ''))
    const nomor = ada.get(kunciBaris.join('|')) ?? kosong++
    for (const [judul, satu] of nilai) {
      const ke = kolom.get(judul)
      if (!ke) throw new Error(`${nama} tidak berkolom ${judul}: ${[...kolom.keys()].join(', ')}`)
      ws.getRow(nomor).getCell(ke).value = satu
    }
  }
}

export function kumpulkan(res: NodeJS.EventEmitter, selesai: (salah: Error | null, isi: Buffer) => void): void {
  const bagian: Buffer[] = []
  res.on('data', (b: Buffer) => bagian.push(b))
  res.on('end', () => selesai(null, Buffer.concat(bagian)))
}
