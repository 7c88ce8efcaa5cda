import type { HasilBacaBuku, LembarBuku } from './baca-buku.ts'
import type { BarisBuku } from './baca-lembar-xml.ts'
import { bacaSel, samakan } from './baca-sel.ts'
import {
  type BarisIsi,
  type IsiBuku,
  type KolomImpor,
  type LembarImpor,
  MAKS_BARIS,
  type NilaiBaris,
  type SalahBaris,
} from './definisi.ts'

export type IsiTerbaca = {
  readonly isi: IsiBuku
  /** columns that the file has, per sheet */
  readonly ada: Readonly<Record<string, readonly string[]>>
  readonly salah: readonly SalahBaris[]
  /** what was passed over: sheets that are not there, unknown columns */
  readonly catatan: readonly string[]
}
type Buku = Extract<HasilBacaBuku, { lembar: unknown }>
type Letak = ReadonlyMap<string, number>

/** The head stands within the first rows: title and hint come before it. */
const BARIS_KEPALA_TERJAUH = 15

/**
 * Finds the sheets of a definition in a workbook and reads their rows. One sentence (`ditolak`) when it is another
 * workbook, a sheet lacks a column it cannot do without, nothing is filled in, or there are too many rows; what is wrong
 * with single rows is in `salah` and named. A column that the file lacks is left out of `nilai`. Pure.
 */
export function bacaIsi(buku: Buku, daftar: readonly LembarImpor[], nama: string): IsiTerbaca | { ditolak: string } {
  const pasangan = daftar.map((lembar) => ({ lembar, ada: cariLembar(buku, lembar) }))
  if (pasangan.every(({ ada }) => !ada)) return { ditolak: bukanTemplat(buku, daftar, nama) }
  const isi: Record<string, BarisIsi[]> = {}
  const kolomAda: Record<string, string[]> = {}
  const salah: SalahBaris[] = []
  const catatan: string[] = []
  for (const { lembar, ada } of pasangan) {
    if (!ada) {
      catatan.push(`Lembar “${lembar.nama}” tidak ada di berkas; isinya tidak berubah.`)
      continue
    }
    const hasil = bacaLembar(ada, lembar)
    if ('ditolak' in hasil) return hasil
    isi[lembar.kode] = hasil.baris
    kolomAda[lembar.kode] = hasil.ada
    salah.push(...hasil.salah)
    catatan.push(...hasil.catatan)
  }
  if (Object.values(isi).every((baris) => baris.length === 0) && salah.length === 0)
    return { ditolak: 'Tidak ada baris yang terisi di berkas ini. Isi templatnya dahulu, lalu unggah lagi.' }
  return { isi, ada: kolomAda, salah, catatan }
}

const cariLembar = (buku: Buku, { nama }: LembarImpor) => buku.lembar.find((l) => samakan(l.nama) === samakan(nama))

function bukanTemplat(buku: Buku, daftar: readonly LembarImpor[], nama: string): string {
  const dicari = daftar.map((l) => `“${l.nama}”`).join(', ')
  const ada = buku.lembar.slice(0, 8).map((l) => `“${l.nama.slice(0, 31)}”`)
  return `Ini bukan templat ${nama}: lembar ${dicari} tidak ada; yang ada ${ada.join(', ')}. Unduh templatnya dari halaman ini, salin isian Anda ke sana, lalu unggah lagi.`
}

type LembarTerbaca = { baris: BarisIsi[]; ada: string[]; salah: SalahBaris[]; catatan: string[] }
function bacaLembar(buku: LembarBuku, lembar: LembarImpor): LembarTerbaca | { ditolak: string } {
  const kolom = lembar.kolom.filter((k) => !k.hanyaBaca)
  const kepala = cariKepala(buku, kolom)
  if ('hilang' in kepala)
    return {
      ditolak: `Lembar “${lembar.nama}” tidak mempunyai kolom ${kepala.hilang.map((k) => `“${k.judul}”`).join(', ')}. Pakai templat yang diunduh dari halaman ini, tanpa mengubah judul kolomnya.`,
    }
  const terisi = buku.baris.filter((b) => b.nomor > kepala.nomor && berisi(b, kepala.letak))
  const maks = lembar.maksBaris ?? MAKS_BARIS
  if (terisi.length > maks)
    return {
      ditolak: `Lembar “${lembar.nama}” berisi ${terisi.length} baris, paling banyak ${maks}. Bagi menjadi beberapa berkas.`,
    }
  const catatan = kepala.asing.map((judul) => `Kolom “${judul}” di lembar “${lembar.nama}” tidak dikenal dan dilewati.`)
  return { ...bacaBaris(terisi, { lembar, kolom, letak: kepala.letak }), ada: [...kepala.letak.keys()], catatan }
}

type Kepala = { nomor: number; letak: Letak; asing: string[] }
function cariKepala(buku: LembarBuku, kolom: readonly KolomImpor[]): Kepala | { hilang: readonly KolomImpor[] } {
  const pokok = kolom.filter((k) => k.kunci || k.wajib)
  let hilang: readonly KolomImpor[] = pokok
  for (const baris of buku.baris.filter((b) => b.nomor <= BARIS_KEPALA_TERJAUH)) {
    const letak = new Map<string, number>()
    const asing: string[] = []
    for (const [nomor, jenis, teks] of baris.sel) {
      const cocok = jenis === 't' ? kolom.find((k) => sebutan(k).includes(samakan(teks))) : undefined
      if (cocok && !letak.has(cocok.kode)) letak.set(cocok.kode, nomor)
      else if (jenis === 't') asing.push(teks.trim().slice(0, 60))
    }
    const kurang = pokok.filter((k) => !letak.has(k.kode))
    if (kurang.length === 0) return { nomor: baris.nomor, letak, asing }
    if (kurang.length < hilang.length) hilang = kurang
  }
  return { hilang }
}

const sebutan = ({ judul, alias = [] }: KolomImpor): string[] => [judul, ...alias].map(samakan)

const berisi = (baris: BarisBuku, letak: Letak): boolean => {
  const dipakai = new Set(letak.values())
  return baris.sel.some(([kolom, , nilai]) => dipakai.has(kolom) && nilai.trim() !== '')
}

type Bahan = { lembar: LembarImpor; kolom: readonly KolomImpor[]; letak: Letak }
function bacaBaris(baris: readonly BarisBuku[], { lembar, kolom, letak }: Bahan) {
  const hasil: BarisIsi[] = []
  const salah: SalahBaris[] = []
  const pertama = new Map<string, number>()
  const keluhkan = (nomor: number, kolomSalah: string | null, pesan: string) =>
    salah.push({ lembar: lembar.kode, nomor, kolom: kolomSalah, pesan })
  for (const { nomor, sel } of baris) {
    const sebelum = salah.length
    const dibaca: Record<string, string | null> = {}
    for (const k of kolom) {
      const di = letak.get(k.kode)
      if (di === undefined) continue
      const terbaca = bacaSel(
        k,
        sel.find(([kolomSel]) => kolomSel === di),
      )
      if ('salah' in terbaca) keluhkan(nomor, k.kode, terbaca.salah)
      else dibaca[k.kode] = terbaca.nilai
    }
    if (salah.length > sebelum) continue
    const nilai = lembar.rapikan?.(dibaca) ?? dibaca
    const kunci = kunciBaris(lembar, nilai)
    const kembar = pertama.get(kunci)
    if (kembar !== undefined) {
      keluhkan(nomor, null, `Baris ini sama dengan baris ${kembar}. Hapus salah satunya.`)
      continue
    }
    pertama.set(kunci, nomor)
    for (const [k, pesan] of Object.entries(lembar.periksa?.(nilai) ?? {}))
      keluhkan(nomor, kolom.some((satu) => satu.kode === k) ? k : null, pesan)
    if (salah.length === sebelum) hasil.push({ nomor, nilai })
  }
  return { baris: hasil, salah }
}

/** What tells rows of a sheet apart; upper and lower case, and spaces around, make no difference. */
export const kunciBaris = ({ kolom }: Pick<LembarImpor, 'kolom'>, nilai: NilaiBaris): string =>
  JSON.stringify(kolom.filter((k) => k.kunci).map((k) => (nilai[k.kode] ?? '').trim().toLowerCase()))
