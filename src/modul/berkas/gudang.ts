import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where contents of files live: outside the web folder, under random names; the database knows name and owner. */
export type Gudang = {
  readonly folder: string
  /** Streams into a temporary file; returns its path, size and SHA-256. */
  terima(aliran: NodeJS.ReadableStream): Promise<BerkasSementara>
  /** Moves a temporary file to its place; returns the place to store in the database. Durable when it returns. */
  tetapkan(sementara: string, kecamatanId: string): Promise<string>
  jalur(lokasi: string): string
  buang(sementara: string): Promise<void>
  /** Removes temporary files older than an hour (left by a kill) */
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
      const cincang = createHash('sha256')
      let ukuran = 0
      const hitung = new Transform({
        transform(potong: Buffer, _sandi, lanjut) {
          cincang.update(potong)
          ukuran += potong.length
          lanjut(null, potong)
        },
      })
      try {
        await pipeline(aliran, hitung, createWriteStream(jalur, { mode: 0o600, flush: true }))
      } catch (sebab) {
        await rm(jalur, { force: true })
        throw sebab
      }
      return { jalur, ukuran, sha256: cincang.digest('hex') }
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
      const batas = Date.now() - 3_600_000
      for (const nama of await readdir(sementara).catch(() => [])) {
        const jalur = join(sementara, nama)
        const lama = await stat(jalur).then(
          (s) => s.mtimeMs < batas,
          () => false,
        )
        if (lama) await rm(jalur, { force: true })
      }
    },
  }
}

/** SHA-256 of a stored file, streamed. */
export async function sha256Berkas(jalur: string): Promise<string> {
  const cincang = createHash('sha256')
  await pipeline(createReadStream(jalur), cincang)
  return cincang.digest('hex')
}
