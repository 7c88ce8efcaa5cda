import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buatMesinTemplat, type MesinTemplat } from '../../src/inti/http/mesin-templat.ts'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'

/** One page as the office saw it in a test: its template and the (shortened) view model. */
export type ContohTampilan = { readonly templat: string; readonly data: Record<string, unknown> }

export const FOLDER_CONTOH = join(folderProyek, 'tests/unit/tampilan/contoh')
const akar = join(folderProyek, 'views')
const FOLDER_REKAMAN = process.env.TAKAR_REKAM_TAMPILAN ?? ''
/** lists are cut to so many items; more only where a page cannot do with fewer */
const BATAS = [2, 4, 12, Number.POSITIVE_INFINITY]
const MAKS_TEKS = 240

/**
 * With TAKAR_REKAM_TAMPILAN=<folder> every page that tests see leaves its view model there, one for each set of pieces it
 * was made of; `susunContoh` then chooses the samples of the render tests. Without it the engine stays as it is.
 */
export function rekamTampilan(mesin: MesinTemplat): MesinTemplat {
  if (!FOLDER_REKAMAN) return mesin
  mkdirSync(FOLDER_REKAMAN, { recursive: true })
  return {
    gambar(nama, data) {
      if (!nama.startsWith('tata-letak/')) catat(nama, data as Record<string, unknown>)
      return mesin.gambar(nama, data)
    },
  }
}

const sudah = new Set<string>()
function catat(templat: string, data: Record<string, unknown>): void {
  const penuh = potonganDari({ templat, data })
  if (!penuh || sudah.has(penuh.join())) return
  sudah.add(penuh.join())
  for (const batas of BATAS) {
    const contoh = { templat, data: JSON.parse(JSON.stringify(pendekkan(data, batas))) }
    const potongan = potonganDari(contoh)
    if (!potongan || (potongan.length < penuh.length && batas < 12)) continue
    appendFileSync(join(FOLDER_REKAMAN, `${process.pid}.jsonl`), `${JSON.stringify(contoh)}\n`)
    return
  }
}

/** Names of all templates and pieces a page is made of; null when it cannot be rendered. */
export function potonganDari({ templat, data }: ContohTampilan): string[] | null {
  const nama = new Set<string>()
  try {
    buatMesinTemplat({ akar, cache: true, catat: (satu) => nama.add(satu) }).gambar(templat, data)
    return [...nama].sort()
  } catch {
    return null
  }
}

function pendekkan(nilai: unknown, batas: number): unknown {
  if (nilai === undefined) return null
  if (typeof nilai === 'string') return nilai.slice(0, MAKS_TEKS)
  if (Array.isArray(nilai)) return nilai.slice(0, batas).map((satu) => pendekkan(satu, batas))
  if (nilai === null || typeof nilai !== 'object' || nilai instanceof Date) return nilai
  return Object.fromEntries(Object.entries(nilai).map(([kunci, isi]) => [kunci, pendekkan(isi, batas)]))
}

/** Chooses of what was recorded the smallest pages until every template and piece seen is in one; one file per module. */
export function susunContoh(folder: string): void {
  const rekaman = readdirSync(folder)
    .flatMap((nama) => readFileSync(join(folder, nama), 'utf8').trim().split('\n'))
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .map((baris): ContohTampilan => JSON.parse(baris))
  const ada = new Set<string>()
  const perModul = new Map<string, ContohTampilan[]>()
  for (const contoh of rekaman) {
    const potongan = potonganDari(contoh) ?? []
    if (potongan.every((nama) => ada.has(nama))) continue
    for (const nama of potongan) ada.add(nama)
    const modul = contoh.templat.split('/')[0] ?? ''
    perModul.set(modul, [...(perModul.get(modul) ?? []), contoh])
  }
  rmSync(FOLDER_CONTOH, { recursive: true, force: true })
  mkdirSync(FOLDER_CONTOH, { recursive: true })
  for (const [modul, contoh] of perModul)
    writeFileSync(join(FOLDER_CONTOH, `${modul}.json`), `${JSON.stringify(contoh, null, 1)}\n`)
}

/** The samples of the render tests. */
export const bacaContoh = (): ContohTampilan[] =>
  readdirSync(FOLDER_CONTOH).flatMap((nama) => JSON.parse(readFileSync(join(FOLDER_CONTOH, nama), 'utf8')))
