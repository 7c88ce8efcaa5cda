import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type Gudang, sha256Berkas } from '../berkas/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { ambilVersiLapor, excelRekap } from '../rekap/index.ts'
import { type BarisSiklus, judulDokumen } from '../siklus/index.ts'
import { teksBacaSaya } from './baca-saya.ts'
import { ambilBerkasArsip, ambilCatatan, ambilData, ambilDokumenArsip } from './isi-arsip.ts'
import { lembarArsip } from './lembar-arsip.ts'
import { susunUcapan } from './ucapan-arsip.ts'

export type IsiManifest = { readonly nama: string; readonly ukuran: number; readonly sha256: string }
export type Kemasan = {
  readonly sementara: string
  readonly manifest: readonly IsiManifest[]
  readonly sha256: string
  readonly ukuran: number
}

/**
 * Packs everything of a siklus into one ZIP: documents as PDF, data as JSON and Excel, evidence, log, and a manifest of
 * SHA-256 that anyone can check without the application (`sha256sum -c MANIFEST.sha256`). Written to a temporary file; the
 * caller takes it over in its transaction. Throws 409 when a stored file is missing or damaged.
 */
export async function kemasArsip(
  db: BasisData,
  pelaku: Pelaku,
  { siklus, gudang }: { siklus: BarisSiklus; gudang: Gudang },
): Promise<Kemasan> {
  const zip = new yazl.ZipFile()
  const manifest: IsiManifest[] = []
  const waktu = new Date(`${siklus.akhirPeriode}T00:00:00Z`)
  const tambah = (nama: string, isi: Buffer) => {
    manifest.push({ nama, ukuran: isi.length, sha256: createHash('sha256').update(isi).digest('hex') })
    zip.addBuffer(isi, nama, { mtime: waktu })
  }
  for (const { nama, isi } of await susunDokumen(db, pelaku, siklus)) tambah(nama, isi)
  for (const { nama, isi } of await susunData(db, pelaku, siklus)) tambah(nama, isi)
  for (const b of await ambilBerkasArsip(db.baca, pelaku, siklus.id)) {
    const jalur = gudang.jalur(b.lokasi)
    const sha256 = await sha256Berkas(jalur).catch(() => null)
    if (sha256 !== b.sha256)
      throw galat.bentrok(
        `Isi berkas "${b.nama}" hilang atau berubah di penyimpanan. Arsip tidak dapat disegel sebelum berkas ini dipulihkan.`,
      )
    const nama = `bukti/${bersih(b.unit ?? 'Umum')}/${b.id.slice(0, 8)} ${namaDalamZip(b.nama)}`
    manifest.push({ nama, ukuran: b.ukuran, sha256 })
    zip.addFile(jalur, nama, { mtime: waktu, compress: false })
  }
  const daftar = manifest.map((m) => `${m.sha256}  ${m.nama}\n`).join('')
  zip.addBuffer(Buffer.from(daftar), 'MANIFEST.sha256', { mtime: waktu })
  zip.end()
  return { ...(await tulis(zip, gudang)), manifest }
}

const bersih = (nama: string): string =>
  nama
    .replace(/[^\p{L}\p{N} .()-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
/** A stored name as it may stand in any ZIP: no path, nothing that Windows refuses; letters of every script stay. */
const namaDalamZip = (nama: string): string =>
  nama
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '') || 'berkas'
const duaAngka = (n: number): string => String(n).padStart(2, '0')

type Isi = { readonly nama: string; readonly isi: Buffer }
async function susunDokumen(db: BasisData, pelaku: Pelaku, siklus: BarisSiklus): Promise<Isi[]> {
  const hasil: Isi[] = [{ nama: 'lembar-sop.pdf', isi: await lembarArsip(db, pelaku, siklus.id) }]
  for (const [i, d] of (await ambilDokumenArsip(db.baca, pelaku, siklus.id)).entries()) {
    hasil.push({
      nama: `dokumen/${duaAngka(d.urut)}-${duaAngka(i + 1)} ${bersih(judulDokumen(d))}.pdf`,
      isi: await buatPdf(d.model),
    })
  }
  for (const { nama, dokumen } of await susunUcapan(db.baca, pelaku, siklus))
    hasil.push({ nama, isi: await buatPdf(dokumen) })
  return hasil
}

async function susunData(db: BasisData, pelaku: Pelaku, siklus: BarisSiklus): Promise<Isi[]> {
  const [data, catatan, versi, kecamatan] = await Promise.all([
    ambilData(db.baca, pelaku, siklus.id),
    ambilCatatan(db.baca, pelaku, siklus),
    ambilVersiLapor(db.baca, pelaku, siklus, { batas: 100 }),
    ambilKecamatan(db.baca, pelaku),
  ])
  const json = (nama: string, isi: unknown): Isi => ({ nama, isi: Buffer.from(`${JSON.stringify(isi, null, 1)}\n`) })
  const instansi = `${kecamatan.nama.toUpperCase()} ${kecamatan.kabupaten.toUpperCase()}`
  const buku = await Promise.all(
    versi.map(async (v) => ({
      nama: v.nomorVersi > 0 ? `data/rekap versi ${v.nomorVersi}.xlsx` : 'data/hasil pengukuran.xlsx',
      isi: await excelRekap({
        isi: v.isi,
        versi: v.nomorVersi > 0 ? v.nomorVersi : null,
        sebut: 'hasil pengukuran',
        instansi,
      }),
    })),
  )
  const { definisi, ...tentang } = siklus
  return [
    { nama: 'BACA-SAYA.txt', isi: Buffer.from(teksBacaSaya(siklus, instansi)) },
    json('data/siklus.json', tentang),
    json('data/sop.json', definisi),
    json('data/isi.json', data),
    json('data/riwayat.json', catatan.riwayat),
    json('data/jejak-audit.json', catatan.jejak),
    ...buku,
  ]
}

async function tulis(zip: yazl.ZipFile, gudang: Gudang): Promise<Omit<Kemasan, 'manifest'>> {
  const folder = join(gudang.folder, 'sementara')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const sementara = join(folder, randomUUID())
  const cincang = createHash('sha256')
  let ukuran = 0
  zip.outputStream.on('data', (potong: Buffer) => {
    cincang.update(potong)
    ukuran += potong.length
  })
  await pipeline(zip.outputStream, createWriteStream(sementara, { mode: 0o600, flush: true }))
  return { sementara, sha256: cincang.digest('hex'), ukuran }
}
