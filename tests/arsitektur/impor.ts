import { posix } from 'node:path'
import { kodePolos } from './kode-polos.ts'
import type { Berkas } from './pohon.ts'

export type Impor = { readonly dari: string; readonly ke: string; readonly hanyaTipe: boolean }

const POLA =
  /^\s*(import|export)\s+(type\s)?[^'"`;]*?from\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)|^\s*import\s+'(\.[^']+)'/gm

/** Relative imports of a file, resolved to paths of the project. */
export function imporDari({ jalur, isi }: Berkas): Impor[] {
  const polos = kodePolos(isi)
  return Array.from(isi.matchAll(POLA)).flatMap((cocok) => {
    // a text that looks like an import (code to be built, an example) is none
    if (!/^\s*(import|export)\b/.test(polos.slice(cocok.index, cocok.index + cocok[0].length))) return []
    const ke = posix.join(posix.dirname(jalur), cocok[3] ?? cocok[4] ?? cocok[5] ?? '')
    return [{ dari: jalur, ke, hanyaTipe: cocok[2] !== undefined }]
  })
}

/** The module of a path below src/modul, or null. */
export const modulDari = (jalur: string): string | null => /^src\/modul\/([^/]+)\//.exec(jalur)?.[1] ?? null

/** src/inti is used by all and knows no module, nor the top of src. */
export const intiMengimporLuar = (berkas: readonly Berkas[]): string[] =>
  berkas
    .filter(({ jalur }) => jalur.startsWith('src/inti/'))
    .flatMap(imporDari)
    .filter(({ ke }) => !ke.startsWith('src/inti/') && !ke.startsWith('prisma/klien/'))
    .map(({ dari, ke }) => `${dari} → ${ke}`)

/** A module sees of another one only its index.ts, and nothing of the top of src. */
export const lewatPintuBelakang = (berkas: readonly Berkas[]): string[] =>
  berkas
    .flatMap(imporDari)
    .filter(({ dari, ke }) => {
      const asal = modulDari(dari)
      if (!dari.startsWith('src/') || asal === modulDari(ke)) return false
      return modulDari(ke) ? !/^src\/modul\/[^/]+\/index\.ts$/.test(ke) : asal !== null && /^src\/[^/]+$/.test(ke)
    })
    .map(({ dari, ke }) => `${dari} → ${ke}`)

/** `tingkat`: module → its level in src/modul/README.md. A module imports only from lower levels. */
export function imporMenanjak(berkas: readonly Berkas[], tingkat: ReadonlyMap<string, number>): string[] {
  return berkas.flatMap(imporDari).flatMap(({ dari, ke }) => {
    const [asal, tujuan] = [modulDari(dari), modulDari(ke)]
    if (!asal || !tujuan || asal === tujuan) return []
    const [atas, bawah] = [tingkat.get(asal), tingkat.get(tujuan)]
    return atas === undefined || bawah === undefined || bawah >= atas ? [`${dari} (${atas}) → ${ke} (${bawah})`] : []
  })
}

/** Files that import one another in a ring; imports of types alone vanish when built and do not count. */
export function lingkaran(berkas: readonly Berkas[]): string[] {
  const sisi = new Map<string, string[]>()
  for (const satu of berkas)
    sisi.set(
      satu.jalur,
      imporDari(satu).flatMap(({ ke, hanyaTipe }) => (hanyaTipe ? [] : [ke])),
    )
  const selesai = new Set<string>()
  const ditemukan: string[] = []
  const telusuri = (jalur: string, jejak: readonly string[]) => {
    const letak = jejak.indexOf(jalur)
    if (letak >= 0) return void ditemukan.push([...jejak.slice(letak), jalur].join(' → '))
    if (selesai.has(jalur)) return
    for (const ke of sisi.get(jalur) ?? []) telusuri(ke, [...jejak, jalur])
    selesai.add(jalur)
  }
  for (const jalur of sisi.keys()) telusuri(jalur, [])
  return ditemukan
}

/** Levels of the table "Peta" in src/modul/README.md: rows `| 3 | akun | … |`; several modules of a level share its number. */
export function tingkatModul(readme: string): Map<string, number> {
  const tingkat = new Map<string, number>()
  for (const [, nomor, nama] of readme.matchAll(/^\|\s*(\d+)\s*\|\s*`?([a-z-]+)`?\s*\|/gm))
    if (nomor && nama) tingkat.set(nama, Number(nomor))
  return tingkat
}
