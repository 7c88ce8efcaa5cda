import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'

/** The one way from a template name and its data to HTML. */
export type MesinTemplat = {
  /** @param nama path below the views root without extension, e.g. `rekap/telaah`; every bare name of the template must be a key of `data`. */
  readonly gambar: (nama: string, data: object) => string
}

type Fungsi = (locals: object, escapeFn: typeof larikan, include: Sertakan, rethrow: typeof namai) => string
type Sertakan = (alamat: string, data?: object) => string
type Varian = { readonly kunci: readonly string[]; readonly fungsi: Fungsi }
type Berkas = { readonly teks: string; readonly diubah: number; readonly varian: Varian[] }

const PENGENAL = /^[A-Za-z_$][\w$]*$/
const PERLU_LARIKAN = /[&<>"']/
const SEMUA = /[&<>"']/g
const ENTITAS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

/**
 * Builds the template engine over EJS. EJS only parses; compiling is done here, because its own way uses `with` and
 * copies the data at each include (546 against 325 µs a page): here the keys of the data become local names, one
 * compiled function per (template, set of keys). A bare name that is no key throws a ReferenceError naming the template.
 *
 * @param pilihan `akar`: folder of the templates; `cache`: false re-reads a template whose file has changed (development);
 * `catat`: is told the name of each template and piece that is rendered.
 */
export function buatMesinTemplat(pilihan: {
  readonly akar: string
  readonly cache: boolean
  readonly catat?: (nama: string) => void
}): MesinTemplat {
  const berkas = new Map<string, Berkas>()

  const ambilBerkas = (nama: string): Berkas => {
    const ada = berkas.get(nama)
    if (ada && pilihan.cache) return ada
    const jalur = jalurTemplat(pilihan.akar, nama)
    const diubah = statSync(jalur).mtimeMs
    if (ada?.diubah === diubah) return ada
    // leading blanks of a line mean nothing in HTML; removing them here keeps line numbers and saves bytes on every page
    const teks = readFileSync(jalur, 'utf8')
      .replace(/^[ \t]+/gm, '')
      .trimEnd()
    const baru: Berkas = { teks, diubah, varian: [] }
    berkas.set(nama, baru)
    return baru
  }

  const jalankan = (nama: string, data: object): string => {
    pilihan.catat?.(nama)
    const { teks, varian } = ambilBerkas(nama)
    const kunci = Object.keys(data)
    // a template is called with one or two sets of keys: comparing them is cheaper than building a text to look up
    const ada = varian.find((satu) => sama(satu.kunci, kunci))
    if (ada) return ada.fungsi(data, larikan, sertakan, namai)
    const fungsi = susunFungsi(nama, { teks, kunci })
    varian.push({ kunci, fungsi })
    return fungsi(data, larikan, sertakan, namai)
  }

  const sertakan: Sertakan = (alamat, data = {}) => {
    if (!alamat.startsWith('/')) throw new Error(`include('${alamat}') harus dari akar: mulai dengan '/'`)
    return jalankan(alamat.slice(1), data)
  }

  return { gambar: jalankan }
}

function sama(satu: readonly string[], lain: readonly string[]): boolean {
  if (satu.length !== lain.length) return false
  for (let ke = 0; ke < satu.length; ke++) if (satu[ke] !== lain[ke]) return false
  return true
}

function jalurTemplat(akar: string, nama: string): string {
  if (!/^[a-z0-9_-]+(\/[a-z0-9_-]+)*$/.test(nama)) throw new Error(`Nama templat tidak sah: ${nama}`)
  return join(akar, `${nama}.ejs`)
}

function susunFungsi(nama: string, isi: { readonly teks: string; readonly kunci: readonly string[] }): Fungsi {
  const salah = isi.kunci.find((kunci) => !PENGENAL.test(kunci))
  if (salah !== undefined) throw new Error(`views/${nama}.ejs: nama data tidak sah: ${salah}`)
  const templat = new ejs.Template(isi.teks, { strict: true, filename: nama })
  templat.compile() // fills `source`; a syntax error is thrown here with the name of the template
  // the inner block lets a template declare a local with the name of a key: const jenis = locals.jenis ?? 'text'
  const badan = `"use strict"; let __line = 1; const { ${isi.kunci.join(', ')} } = locals; try {\n${templat.source}} catch (e) { rethrow(e, ${JSON.stringify(nama)}, __line) }`
  return new Function('locals', 'escapeFn', 'include', 'rethrow', badan) as Fungsi
}

function namai(galat: unknown, nama: string, baris: number): never {
  // innermost template wins: the outer ones only pass the error on
  if (galat instanceof Error && !galat.message.startsWith('views/')) {
    galat.message = `views/${nama}.ejs:${baris}: ${galat.message}`
  }
  throw galat
}

function larikan(nilai: unknown): string {
  if (nilai === undefined || nilai === null) return ''
  const teks = String(nilai)
  return PERLU_LARIKAN.test(teks) ? teks.replace(SEMUA, (huruf) => ENTITAS[huruf] ?? huruf) : teks
}
