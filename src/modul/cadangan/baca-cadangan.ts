import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { GagalMulai } from '../../inti/konfigurasi/index.ts'
import { sidikAliran } from '../berkas/index.ts'
import { DAFTAR_ISI, type DaftarIsi, isiDaftar, letakBerkas, letakTabel } from './bentuk.ts'

export type Cadangan = {
  readonly isi: DaftarIsi
  /** one entry as it was stored; throws when it is missing or damaged */
  aliran(nama: string): Promise<Readable>
  tutup(): void
}

const bukan = (jalur: string, sebab?: unknown) =>
  new GagalMulai(`${jalur} bukan cadangan Takar, atau terpotong. Pakai cadangan lain.`, { cause: sebab })

/** Opens a backup by its table of contents. Throws GagalMulai with a sentence for the person at the keyboard. */
export async function bukaCadangan(jalur: string): Promise<Cadangan> {
  const zip = await yauzl.openPromise(jalur, { lazyEntries: true, autoClose: false }).catch((sebab: unknown) => {
    throw bukan(jalur, sebab)
  })
  try {
    const butir = new Map<string, yauzl.Entry>()
    for await (const satu of zip.eachEntry()) butir.set(satu.fileName, satu)
    const aliran = async (nama: string): Promise<Readable> => {
      const satu = butir.get(nama)
      if (!satu) throw bukan(jalur, `tanpa ${nama}`)
      return zip.openReadStreamPromise(satu)
    }
    const isi = isiDaftar.parse(JSON.parse(await text(await aliran(DAFTAR_ISI))))
    return { isi, aliran, tutup: () => zip.close() }
  } catch (sebab) {
    zip.close()
    throw sebab instanceof GagalMulai ? sebab : bukan(jalur, sebab)
  }
}

/** Reads all of a backup and compares every entry with its SHA-256. Throws GagalMulai naming the first that differs. */
export async function periksaCadangan(jalur: string): Promise<DaftarIsi> {
  const cadangan = await bukaCadangan(jalur)
  try {
    const { tabel, berkas } = cadangan.isi
    for (const { nama, sha256 } of tabel) await samakan(cadangan, letakTabel(nama), sha256)
    for (const { lokasi, sha256 } of berkas) await samakan(cadangan, letakBerkas(lokasi), sha256)
    return cadangan.isi
  } finally {
    cadangan.tutup()
  }
}

async function samakan(cadangan: Cadangan, nama: string, sha256: string): Promise<void> {
  // a damaged entry fails in unpacking, or gives another sum
  const rusak = await cadangan
    .aliran(nama)
    .then(sidikAliran)
    .then(
      (sidik) => sidik.sha256 !== sha256,
      () => true,
    )
  if (rusak) throw new GagalMulai(`Isi ${nama} di dalam cadangan rusak. Pakai cadangan lain.`)
}
