import { kodePolos } from './kode-polos.ts'
import type { Berkas } from './pohon.ts'

const INCLUDE = /include\(\s*'([^']*)'/g
const namaTemplat = (jalur: string): string => jalur.replace(/^views\//, '').replace(/\.ejs$/, '')

/** Doors: `halaman<VM>('rekap/telaah')`. Type arguments may stand over several lines. */
export const pintuTemplat = (sumber: readonly Berkas[]): string[] =>
  sumber.flatMap(({ isi }) => {
    const polos = kodePolos(isi)
    return Array.from(isi.matchAll(/(?<![\w.])halaman(?:<[^;]*?>)?\(\s*'([a-z0-9/_-]+)'/g)).flatMap((cocok) =>
      // not one in a comment
      polos.startsWith('halaman', cocok.index) ? [cocok[1] ?? ''] : [],
    )
  })

/** Layouts are named by the door itself; the others are put into a page that is drawn already (kembalikan-ketikan.ts). */
const DARI_KODE = ['tata-letak/kantor', 'tata-letak/tamu', 'parsial/ketikan-kembali', 'parsial/tersimpan-kini']
/** Ready for pages that print by themselves; no page does so far (documents are PDF). */
export const BELUM_DIPAKAI = ['tata-letak/cetak', 'parsial/kop-surat', 'parsial/blok-tanda-tangan']

/** Pages must have exactly one door; pieces must be included somewhere. */
export function templatTanpaPintu(templat: readonly Berkas[], pintu: readonly string[]): string[] {
  const disertakan = templat.flatMap(({ isi }) =>
    Array.from(isi.matchAll(INCLUDE), ([, nama]) => (nama ?? '').slice(1)),
  )
  // include('/parsial/dokumen/' + blok.bagian, …) means every piece of that folder
  const termasuk = (nama: string) =>
    disertakan.some((satu) => satu === nama || (satu.endsWith('/') && nama.startsWith(satu)))
  return templat.flatMap(({ jalur }) => {
    const nama = namaTemplat(jalur)
    const banyak = pintu.filter((satu) => satu === nama).length
    if (banyak > 1) return [`${nama}: ${banyak} pintu`]
    return banyak === 1 || termasuk(nama) || DARI_KODE.includes(nama) ? [] : [`${nama}: tanpa pintu`]
  })
}

/** Folders whose own test asks for a sample of each file: parsial.test.ts, pratinjau.test.ts, tata-letak.test.ts. */
const TERUJI_SENDIRI = ['parsial/', 'tata-letak/']

/** Templates that no render test paints. */
export const templatTanpaUji = (templat: readonly Berkas[], tergambar: readonly string[]): string[] => {
  const ada = new Set(tergambar)
  return templat
    .map(({ jalur }) => namaTemplat(jalur))
    .filter((nama) => !ada.has(nama) && !TERUJI_SENDIRI.some((folder) => nama.startsWith(folder)))
}

/** Doors and includes that lead to no template, and includes that are not from the root. */
export function pintuTanpaTemplat(templat: readonly Berkas[], pintu: readonly string[]): string[] {
  const ada = new Set(templat.map(({ jalur }) => namaTemplat(jalur)))
  const salah = templat.flatMap(({ jalur, isi }) =>
    Array.from(isi.matchAll(INCLUDE), ([, nama]) => nama ?? '')
      .filter((nama) => !nama.startsWith('/') || (!nama.endsWith('/') && !ada.has(nama.slice(1))))
      .map((nama) => `${jalur} → ${nama}`),
  )
  return [...pintu.filter((nama) => !ada.has(nama)), ...salah]
}

/** `<%-` prints without escaping: allowed for includes, and once in each layout for the page itself. */
export const cetakMentah = (templat: readonly Berkas[]): string[] =>
  templat.flatMap(({ jalur, isi }) =>
    Array.from(isi.matchAll(/<%-\s*(?!\s|include\()([^%]*)%>/g), ([, kode]) => `${jalur}: ${(kode ?? '').trim()}`),
  )

/** A strict CSP: no style or event attributes, no script or style elements with content. */
export const selipan = (templat: readonly Berkas[]): string[] =>
  templat.flatMap(({ jalur, isi }) =>
    Array.from(
      isi.matchAll(/\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|<script(?![^>]*\ssrc=)[^>]*>|javascript:/gi),
      ([teks]) => `${jalur}: ${teks.trim()}`,
    ),
  )
