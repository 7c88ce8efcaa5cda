import { extname } from 'node:path'
import { bacaSopMentah, type HasilBacaSop, type KesalahanSop, MAKS_KESALAHAN } from '../baca-yaml.ts'
import type { DefinisiSop } from '../definisi.ts'
import { bacaLonggar } from '../draf/longgar.ts'
import { bacaFormulir } from './baca-formulir.ts'
import { bukaExcelSop, bukaYamlSop } from './buku-sop.ts'

/** A brought SOP: a draft with the mistakes that it still has, or the sentences why it is none. */
export type SopTerbaca =
  | { readonly definisi: DefinisiSop; readonly kesalahan: KesalahanSop[]; readonly asal: 'YAML' | 'EXCEL' }
  | { readonly tolak: readonly KesalahanSop[] }

const LEBIH_TUA = ['.xls', '.xlsm', '.xlsb', '.ods', '.csv']

/** Reads an uploaded file by its kind; the name and the content must both say which. Never throws. */
export async function bacaBerkasSop(nama: string, isi: Buffer): Promise<SopTerbaca> {
  const akhiran = extname(nama).toLowerCase()
  if (akhiran === '.xlsx') return bacaExcel(isi)
  if (akhiran === '.yaml' || akhiran === '.yml') {
    const teks = teksUtf8(isi)
    return teks === null ? tolak('Isi berkas ini bukan teks. Simpan ulang sebagai teks UTF-8.') : bacaTeksYaml(teks)
  }
  return tolak(
    LEBIH_TUA.includes(akhiran)
      ? `Berkas ${akhiran} tidak dapat dibaca di sini. Simpan ulang sebagai Excel (.xlsx) tanpa makro, memakai formulir dari halaman ini.`
      : 'Yang dapat dibawa masuk: YAML (.yaml) atau formulir Excel (.xlsx) dari halaman ini.',
  )
}

/** Reads an SOP typed or pasted as YAML. Never throws. */
export async function bacaTeksYaml(teks: string): Promise<SopTerbaca> {
  const terbaca = await bukaYamlSop(teks)
  if ('tolak' in terbaca) return tolak(terbaca.tolak)
  if ('kesalahan' in terbaca) return { tolak: terbaca.kesalahan }
  if (!sepertiSop(terbaca.mentah))
    return tolak('Berkas ini bukan SOP: tidak ada isian langkah atau pelaksana di dalamnya.')
  return { ...susunDraf(terbaca.mentah, bacaSopMentah(terbaca.mentah)), asal: 'YAML' }
}

async function bacaExcel(isi: Buffer): Promise<SopTerbaca> {
  const buku = await bukaExcelSop(isi)
  if ('tolak' in buku) return tolak(buku.tolak)
  const { mentah, kesalahan, tempat } = bacaFormulir(buku)
  const draf = susunDraf(mentah, bacaSopMentah(mentah, tempat))
  return { ...draf, kesalahan: [...kesalahan, ...draf.kesalahan], asal: 'EXCEL' }
}

/**
 * A draft with the mistakes of its file. On the screen every step and column has a code of its own; a second bearer of one
 * gets another, and that is told.
 */
function susunDraf(mentah: unknown, hasil: HasilBacaSop): { definisi: DefinisiSop; kesalahan: KesalahanSop[] } {
  const isi = mentah as { langkah?: unknown; pelaksana?: unknown }
  const ganda = [...kodeGanda(isi.langkah, 'Langkah'), ...kodeGanda(isi.pelaksana, 'Pelaksana')]
  if ('definisi' in hasil && ganda.length === 0) return { definisi: hasil.definisi, kesalahan: [] }
  const kesalahan = [...('kesalahan' in hasil ? hasil.kesalahan : []), ...ganda]
  return { definisi: bacaLonggar(mentah), kesalahan: kesalahan.slice(0, MAKS_KESALAHAN) }
}

function kodeGanda(daftar: unknown, benda: string): KesalahanSop[] {
  const kode = (Array.isArray(daftar) ? daftar : []).map((satu: unknown) =>
    String((satu as { kode?: unknown } | null)?.kode ?? ''),
  )
  const ganda = new Set(kode.filter((satu, ke) => satu !== '' && kode.indexOf(satu) !== ke))
  return [...ganda].map((satu) => ({
    letak: `${benda} ${satu}, isian kode`,
    pesan: `Kode ${satu} dipakai lebih dari satu kali; yang kedua diberi kode baru. Periksa langkah yang menunjuk ke sana.`,
  }))
}

const sepertiSop = (mentah: unknown): boolean =>
  typeof mentah === 'object' && mentah !== null && ('langkah' in mentah || 'pelaksana' in mentah)

function teksUtf8(isi: Buffer): string | null {
  try {
    const teks = new TextDecoder('utf-8', { fatal: true }).decode(isi)
    return teks.includes('\0') ? null : teks
  } catch {
    return null
  }
}

const tolak = (pesan: string): SopTerbaca => ({ tolak: [{ letak: 'Berkas', pesan }] })
