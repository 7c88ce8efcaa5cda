import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { tolak } from './tolakan.ts'

const MEGA = 1_048_576
const MAKS_BERKAS = 1000
/** After unpacking. A sheet of 5,000 full rows stays far below; a ZIP bomb does not. */
const MAKS_ISI = 60 * MEGA

export type Zip = {
  /** the entry as UTF-8 text, in pieces; null when there is none of this name */
  aliran(nama: string): Promise<Readable | null>
  tutup(): void
}

/** Opens a ZIP by its central directory. Refuses too many or too large entries before unpacking any, and encrypted ones. */
export async function bukaZip(jalur: string): Promise<Zip> {
  const zip = await buka(jalur)
  try {
    const berkas = await bacaDaftar(zip)
    return {
      async aliran(nama) {
        const butir = berkas.get(nama.toLowerCase())
        return butir ? (await alirkan(zip, butir)).setEncoding('utf8') : null
      },
      tutup: () => zip.close(),
    }
  } catch (sebab) {
    zip.close()
    throw sebab
  }
}

const buka = (jalur: string): Promise<yauzl.ZipFile> =>
  new Promise((selesai, gagal) =>
    yauzl.open(jalur, { lazyEntries: true, autoClose: false }, (sebab, zip) => (zip ? selesai(zip) : gagal(sebab))),
  )

const alirkan = (zip: yauzl.ZipFile, butir: yauzl.Entry): Promise<Readable> =>
  new Promise((selesai, gagal) =>
    // the stream fails when it gives more bytes than the directory told
    zip.openReadStream(butir, (sebab, aliran) => (aliran ? selesai(aliran) : gagal(sebab))),
  )

function bacaDaftar(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const berkas = new Map<string, yauzl.Entry>()
  let isi = 0
  return new Promise((selesai, gagal) => {
    zip.on('error', gagal)
    zip.on('end', () => selesai(berkas))
    zip.on('entry', (butir: yauzl.Entry) => {
      isi += butir.uncompressedSize
      const pesan = keberatan({ butir, isi, banyak: berkas.size })
      if (pesan) return gagal(tolak(pesan))
      berkas.set(butir.fileName.toLowerCase(), butir)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function keberatan({ butir, isi, banyak }: { butir: yauzl.Entry; isi: number; banyak: number }): string | null {
  if (butir.isEncrypted()) return 'Berkas ini berkata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi.'
  if (banyak >= MAKS_BERKAS || isi > MAKS_ISI)
    return `Isi berkas ini setelah dibuka lebih besar dari ${MAKS_ISI / MEGA} MB. Salin baris yang perlu saja ke templat kosong, lalu unggah lagi.`
  return null
}
