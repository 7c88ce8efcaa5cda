// Stamps: what was made from what. A step is skipped when the fingerprint of its inputs is the one noted at its last success.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The folder of package.json. */
export const akar = resolve(import.meta.dirname, '..')

/** SHA-256 over names and contents of files and whole folders (paths below the project; missing ones count as empty). */
export function sidikPohon(bagian, tambahan = '') {
  const sidik = createHash('sha256').update(tambahan)
  for (const nama of bagian) tambahkan(sidik, nama)
  return sidik.digest('hex')
}

export function bacaStempel(letak) {
  const berkas = join(akar, letak)
  return existsSync(berkas) ? readFileSync(berkas, 'utf8').trim() : ''
}

export function tulisStempel(letak, isi) {
  tulisSekaligus(join(akar, letak), `${isi}\n`)
}

export function hapusStempel(letak) {
  rmSync(join(akar, letak), { force: true })
}

/** Whoever reads the file sees the old or the new content, never half of it. */
export function tulisSekaligus(berkas, isi) {
  mkdirSync(dirname(berkas), { recursive: true })
  const sementara = `${berkas}.${process.pid}`
  writeFileSync(sementara, isi)
  renameSync(sementara, berkas)
}

function tambahkan(sidik, nama) {
  const letak = join(akar, nama)
  const status = statSync(letak, { throwIfNoEntry: false })
  if (!status) return
  if (!status.isDirectory()) {
    sidik.update(`${nama}\0`).update(readFileSync(letak)).update('\0')
    return
  }
  for (const isi of readdirSync(letak).sort()) tambahkan(sidik, `${nama}/${isi}`)
}
