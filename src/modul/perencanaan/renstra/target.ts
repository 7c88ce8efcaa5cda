import { bacaAngka, formatIsian } from '../../../inti/angka/index.ts'
import type { KategoriKartu } from '../indikator/kartu.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'

export type JenisTarget = 'AWAL' | 'TARGET' | 'AKHIR'
/** A column of the matrix of targets. */
export type KolomTarget = {
  readonly kode: string
  readonly jenis: JenisTarget
  readonly tahun: number
  readonly judul: string
}
export type NilaiTarget = { readonly nilai: string | null; readonly teks: string | null }
export type SelTarget = NilaiTarget & { readonly jenis: JenisTarget; readonly tahun: number }
export type KartuTarget = {
  readonly metode: string
  readonly polaritas: string
  readonly kategori: readonly KategoriKartu[]
}

/** Baseline, one target per year, and the condition at the end. */
export const kolomTarget = ({
  tahunAwal,
  tahunAkhir,
}: Pick<PeriodeRenstra, 'tahunAwal' | 'tahunAkhir'>): KolomTarget[] => [
  { kode: 'awal', jenis: 'AWAL', tahun: tahunAwal - 1, judul: `Kondisi awal ${tahunAwal - 1}` },
  ...Array.from({ length: tahunAkhir - tahunAwal + 1 }, (_, ke) => ({
    kode: `t${tahunAwal + ke}`,
    jenis: 'TARGET' as const,
    tahun: tahunAwal + ke,
    judul: `Target ${tahunAwal + ke}`,
  })),
  { kode: 'akhir', jenis: 'AKHIR', tahun: tahunAkhir, judul: 'Kondisi akhir' },
]

/** What stands in a column; null when it is blank. */
export const selPada = (target: readonly SelTarget[], { jenis, tahun }: KolomTarget): SelTarget | null =>
  target.find((t) => t.jenis === jenis && t.tahun === tahun) ?? null

/** The end-target: as written, else the target of the last year. Null without either. */
export const targetAkhir = (
  target: readonly SelTarget[],
  { tahunAkhir }: Pick<PeriodeRenstra, 'tahunAkhir'>,
): SelTarget | null =>
  target.find((t) => t.jenis === 'AKHIR' && t.tahun === tahunAkhir) ??
  target.find((t) => t.jenis === 'TARGET' && t.tahun === tahunAkhir) ??
  null

/** As it stands in a field: "86,5", the name of a category, a range. */
export function tulisSel(sel: NilaiTarget | null, { kategori }: Pick<KartuTarget, 'kategori'>): string {
  if (!sel) return ''
  if (sel.teks !== null) return kategori.find((k) => k.kode === sel.teks)?.nama ?? sel.teks
  return formatIsian(sel.nilai)
}

const samakan = (teks: string): string => teks.trim().replace(/\s+/g, ' ').toLowerCase()
const RENTANG = /^(\S+)\s*(?:-|–|s\.?d\.?|sampai)\s*(\S+)$/i

/** Reads a target as people type it: a number, the name or code of a category, "80–90" for a range. Blank: null. Pure. */
export function bacaSelTarget(teks: string, kartu: KartuTarget): { isi: NilaiTarget | null } | { pesan: string } {
  if (teks.trim() === '') return { isi: null }
  if (kartu.metode === 'KATEGORI') {
    const ada = kartu.kategori.find((k) => samakan(k.kode) === samakan(teks) || samakan(k.nama) === samakan(teks))
    if (ada) return { isi: { nilai: null, teks: ada.kode } }
    return { pesan: `Tulis salah satu: ${kartu.kategori.map((k) => k.nama).join(', ')}.` }
  }
  if (kartu.polaritas === 'RENTANG' && RENTANG.test(teks.trim())) {
    const batas = bacaRentang(teks)
    if (batas) return { isi: { nilai: null, teks: `${formatIsian(batas.bawah)}–${formatIsian(batas.atas)}` } }
    return { pesan: 'Tulis rentang dari yang kecil ke yang besar, misalnya 80–90.' }
  }
  const terbaca = bacaAngka(teks)
  if (terbaca.jenis === 'angka') return { isi: { nilai: terbaca.nilai, teks: null } }
  return { pesan: terbaca.jenis === 'kosong' ? 'Tulis angkanya.' : terbaca.pesan }
}

/** The bounds of a range as people write it ("80–90"), plain decimals; null for anything else. Pure. */
export function bacaRentang(teks: string | null): { readonly bawah: string; readonly atas: string } | null {
  const [, awal, akhir] = RENTANG.exec((teks ?? '').trim()) ?? []
  const [bawah, atas] = [bacaAngka(awal), bacaAngka(akhir)]
  if (bawah.jenis !== 'angka' || atas.jenis !== 'angka' || Number(bawah.nilai) > Number(atas.nilai)) return null
  return { bawah: bawah.nilai, atas: atas.nilai }
}
