import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { penyidik, sidikAliran } from './sidik-aliran.ts'

/** Where contents of files live: outside the web folder, under random names; the database knows name and owner. */
export type Gudang = {
  readonly folder: string
  /** Streams into a temporary file; returns its path, size and SHA-256. */
  terima(aliran: NodeJS.ReadableStream): Promise<BerkasSementara>
  /** Moves a temporary file to its place; returns the place to store in the database. Durable when it returns. */
  tetapkan(sementara: string, kecamatanId: string): Promise<string>
  jalur(lokasi: string): string
  buang(sementara: string): Promise<void>
  /** Removes temporary files older than an hour (left by a kill), and uploads nobody went on with for two days */
  bersihkan(): Promise<void>
}
export type BerkasSementara = { readonly jalur: string; readonly ukuran: number; readonly sha256: string }

export function bukaGudang(folder: string): Gudang {
  const sementara = join(folder, 'sementara')
  return {
    folder,
    async terima(aliran) {
      await mkdir(sementara, { recursive: true, mode: 0o700 })
      const jalur = join(sementara, randomUUID())
      const sidik = penyidik()
      const tulis = createWriteStream(jalur, { mode: 0o600, flush: true })
      try {
        await pipeline(aliran, sidik.aliran, tulis)
      } catch (sebab) {
        // a stream cut at once fails before the file is opened, which would then be made after its removal
        if (!tulis.closed) await new Promise<void>((tutup) => tulis.once('close', tutup))
        await rm(jalur, { force: true })
        throw sebab
      }
      return { jalur, ...sidik.hasil() }
    },
    async tetapkan(asal, kecamatanId) {
      const nama = randomUUID()
      const lokasi = join(kecamatanId, nama.slice(0, 2), nama)
      const tujuan = join(folder, lokasi)
      await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 })
      await rename(asal, tujuan)
      const map = await open(dirname(tujuan), 'r')
      await map.sync().finally(() => map.close())
      return lokasi.replaceAll('\\', '/')
    },
    jalur: (lokasi) => join(folder, lokasi),
    buang: (jalur) => rm(jalur, { force: true }),
    async bersihkan() {
      await buangYangLama(sementara, JAM)
      await buangYangLama(join(folder, 'potongan'), 48 * JAM)
    },
  }
}

const JAM = 3_600_000

async function buangYangLama(map: string, umur: number): Promise<void> {
  const batas = Date.now() - umur
  for (const satu of await readdir(map, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!satu.isFile()) continue
    const jalur = join(satu.parentPath, satu.name)
    const lama = await stat(jalur).then(
      (s) => s.mtimeMs < batas,
      () => false,
    )
    if (lama) await rm(jalur, { force: true })
  }
}

/** SHA-256 of a stored file, streamed. */
export async function sha256Berkas(jalur: string): Promise<string> {
  return (await sidikAliran(createReadStream(jalur))).sha256
}
