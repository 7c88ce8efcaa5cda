import { createHash } from 'node:crypto'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Sidik = { readonly sha256: string; readonly ukuran: number }

/** Hashes and counts what flows through; `hasil` once it has ended. */
export function penyidik(): { aliran: Transform; hasil(): Sidik } {
  const cincang = createHash('sha256')
  let ukuran = 0
  const aliran = new Transform({
    transform(potong: Buffer, _sandi, lanjut) {
      cincang.update(potong)
      ukuran += potong.length
      lanjut(null, potong)
    },
  })
  return { aliran, hasil: () => ({ sha256: cincang.digest('hex'), ukuran }) }
}

/** SHA-256 and size of a stream that is read to its end and kept nowhere. */
export async function sidikAliran(asal: Readable): Promise<Sidik> {
  const { aliran, hasil } = penyidik()
  await pipeline(asal, aliran, new Writable({ write: (_potong, _sandi, lanjut) => lanjut() }))
  return hasil()
}
