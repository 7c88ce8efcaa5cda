import { bacaSel, type LembarBuku, rapikanTeks, type SelBuku, samakan } from '../../impor/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { type BarisBidang, type Bidang, barisBidang, bidangIsian } from './baris-isian.ts'
import { bukanBukuIsian, bukanFormulirIni } from './kenali-buku.ts'
import { bacaTanda, type TandaBuku } from './lembar-tanda.ts'
import { LEMBAR_ANGGARAN, LEMBAR_INDIKATOR, LEMBAR_TANDA, sidikAwal } from './susunan-buku.ts'

/** One cell of the workbook beside the value with which it was made. */
export type NilaiBuku = {
  readonly barisId: string
  readonly bidang: string
  readonly lembar: string
  /** 'J7' */
  readonly sel: string
  readonly awal: string
  /** what the cell says, as the form would keep it; '' blank */
  readonly isi: string
  /** why the cell cannot be taken; `isi` is then what it held */
  readonly salah?: string
}
export type BukuTerbaca = { readonly diunduhPada: Date; readonly nilai: readonly NilaiBuku[] }
type Bahan = { readonly formulir: FormulirLengkap; readonly kantor: string }

/**
 * Reads the workbook of a form: every value beside the one it was made with. One sentence (`ditolak`) when it is another
 * file, another form's, of another template, or put together from parts; what is wrong with single cells is named in
 * `salah`. Pure.
 */
export function bacaBukuFormulir(
  lembar: readonly LembarBuku[],
  { formulir, kantor }: Bahan,
): BukuTerbaca | { readonly ditolak: string } {
  const tanda = tandaDari(lembar)
  if (!tanda) return { ditolak: bukanBukuIsian(lembar) }
  const lain = bukanFormulirIni(tanda, formulir, kantor)
  if (lain) return { ditolak: lain }
  if (sidikAwal(tanda.formulirId, tanda.nilai) !== tanda.sidik) return { ditolak: RUSAK }
  const baris = new Map(barisBidang(formulir).map((b) => [b.id, b]))
  if (tanda.nilai.some((n) => !baris.get(n.barisId)?.bidang.some((b) => b.kode === n.bidang)))
    return { ditolak: DISUSUN_ULANG }
  const hasil = bacaLembar(lembar, { tanda, formulir, baris })
  return typeof hasil === 'string' ? { ditolak: hasil } : { diunduhPada: tanda.diunduhPada, nilai: hasil }
}

const RUSAK =
  'Lembar tersembunyi di buku ini sudah berubah, jadi asal nilainya tidak dapat dipastikan. Unduh buku baru, salin isian Anda ke sana, lalu unggah lagi.'
const DISUSUN_ULANG =
  'Formulir ini disusun ulang sesudah bukunya diunduh, dan sebagian barisnya tidak ada lagi. Unduh buku baru, salin isian Anda ke sana, lalu unggah lagi.'

function tandaDari(lembar: readonly LembarBuku[]): TandaBuku | null {
  const satu = lembar.find((l) => l.nama === LEMBAR_TANDA)
  return satu ? bacaTanda(satu) : null
}

type Isi = { tanda: TandaBuku; formulir: FormulirLengkap; baris: ReadonlyMap<string, BarisBidang> }
function bacaLembar(lembar: readonly LembarBuku[], { tanda, formulir, baris }: Isi): NilaiBuku[] | string {
  const awal = new Map(tanda.nilai.map((n) => [`${n.barisId} ${n.bidang}`, n.awal]))
  const pertama = new Map(formulir.baris.map((b) => [b.id, bidangIsian(b.kartu)[0]?.kode ?? '']))
  const hasil: NilaiBuku[] = []
  for (const nama of [LEMBAR_INDIKATOR, LEMBAR_ANGGARAN]) {
    const milik = [...baris.values()].filter((b) => (b.jenis === 'INDIKATOR') === (nama === LEMBAR_INDIKATOR))
    if (milik.length === 0) continue
    const kisi = bacaKisi(lembar.find((l) => samakan(l.nama) === samakan(nama)))
    if (!kisi)
      return `Lembar “${nama}” tidak ada di buku ini, atau susunan kolomnya berubah. Unduh buku baru, lalu salin isian Anda ke sana.`
    if (kisi.kembar)
      return `Lembar “${nama}” baris ${kisi.kembar} sama dengan baris lain. Hapus baris yang ditambahkan, lalu unggah lagi.`
    for (const b of milik)
      for (const bidang of b.bidang) {
        const asal = awal.get(`${b.id} ${bidang.kode}`)
        // a field that the workbook did not have yet is left alone
        if (asal === undefined) continue
        const khusus = bidang.kode.startsWith('v.') || bidang.kode === 'kategori' || bidang.kode === 'realisasi'
        const nomor = kisi.nomor.get(`${b.id} ${khusus ? bidang.kode : (pertama.get(b.id) ?? 'realisasi')}`)
        const kolom = kisi.kolom.get(khusus ? 'isian' : bidang.kode)
        if (nomor === undefined || kolom === undefined)
          return `Lembar “${nama}” tidak memuat lagi “${b.nama}” (${bidang.label}). Baris dan kolomnya jangan dihapus; unduh buku baru.`
        hasil.push(bacaSatu(b, bidang, { lembar: nama, nomor, kolom, awal: asal, sel: kisi.sel(nomor, kolom) }))
      }
  }
  return hasil
}

type Kisi = {
  readonly kolom: ReadonlyMap<string, number>
  readonly nomor: ReadonlyMap<string, number>
  readonly kembar: number | null
  sel(nomor: number, kolom: number): SelBuku | undefined
}
/** Columns by the hidden row of field names, lines by their hidden ids. */
function bacaKisi(lembar: LembarBuku | undefined): Kisi | null {
  const kepala = lembar?.baris.find((b) => b.sel.some(([k, , isi]) => k === 1 && isi === 'id'))
  if (!lembar || !kepala) return null
  const kolom = new Map(kepala.sel.map(([k, , isi]) => [isi, k]))
  const isi = new Map(lembar.baris.map((b) => [b.nomor, b.sel]))
  const sel = (nomor: number, ke: number) => isi.get(nomor)?.find(([k]) => k === ke)
  const nomor = new Map<string, number>()
  let kembar: number | null = null
  for (const b of lembar.baris.filter((satu) => satu.nomor > kepala.nomor)) {
    const id = sel(b.nomor, kolom.get('id') ?? 0)?.[2]
    if (!id) continue
    const kunci = `${id} ${sel(b.nomor, kolom.get('kode') ?? 0)?.[2] ?? ''}`
    if (nomor.has(kunci)) kembar = b.nomor
    nomor.set(kunci, b.nomor)
  }
  return { kolom, nomor, kembar, sel }
}

type Letak = { lembar: string; nomor: number; kolom: number; awal: string; sel: SelBuku | undefined }
function bacaSatu(b: BarisBidang, bidang: Bidang, { lembar, nomor, kolom, awal, sel }: Letak): NilaiBuku {
  const dasar = { barisId: b.id, bidang: bidang.kode, lembar, sel: `${hurufKolom(kolom)}${nomor}`, awal }
  const terbaca = bacaSel(bidang.kolom, sel)
  if ('salah' in terbaca) return { ...dasar, isi: (sel?.[2] ?? '').slice(0, 200), salah: terbaca.salah }
  const isi = terbaca.nilai ?? ''
  // invisible characters that a cell loses are no change
  return { ...dasar, isi: isi === rapikanTeks(awal) ? awal : isi }
}

/** 28 → 'AB'. */
function hurufKolom(nomor: number): string {
  const sisa = (nomor - 1) % 26
  const depan = Math.floor((nomor - 1) / 26)
  return (depan > 0 ? hurufKolom(depan) : '') + String.fromCharCode(65 + sisa)
}
