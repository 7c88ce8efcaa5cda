import { bacaUang, Desimal, formatIsianUang } from '../../../inti/angka/index.ts'
import type { BarisPaguIndikatif } from './kueri-pagu.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'

type Periode = Pick<PeriodeRenstra, 'tahunAwal' | 'tahunAkhir'>
/** A year of the Renstra as a column of the matrix. */
export type KolomPagu = { readonly kode: string; readonly tahun: number; readonly judul: string }

/** One column per year. */
export const kolomPagu = ({ tahunAwal, tahunAkhir }: Periode): KolomPagu[] =>
  Array.from({ length: tahunAkhir - tahunAwal + 1 }, (_, ke) => tahunAwal + ke).map((tahun) => ({
    kode: `t${tahun}`,
    tahun,
    judul: `Pagu ${tahun}`,
  }))

/** Money of a sub kegiatan in a year, plain decimal; null: none was written. */
export const paguPada = ({ pagu }: Pick<BarisPaguIndikatif, 'pagu'>, tahun: number): string | null =>
  pagu.find((p) => p.tahun === tahun)?.nilai ?? null

/** Money of several sub kegiatan in a year, or in all years; null where none was written. Pure. */
export function jumlahPagu(sub: readonly Pick<BarisPaguIndikatif, 'pagu'>[], tahun: number | null): string | null {
  const nilai = sub.flatMap((s) => s.pagu.filter((p) => tahun === null || p.tahun === tahun).map((p) => p.nilai))
  return nilai.length === 0 ? null : nilai.reduce((n, satu) => n.plus(satu), new Desimal(0)).toFixed()
}

/** Money per part of the Renstra: programs, their kegiatan, their sub kegiatan, in the order of their codes. */
export type SimpulPagu = {
  readonly tingkat: 'program' | 'kegiatan' | 'sub-kegiatan'
  readonly kode: string
  readonly nama: string
  /** the sub kegiatan that it is the sum of */
  readonly sub: readonly BarisPaguIndikatif[]
}
/** The rows of a table of money: each program and kegiatan stands above the sub kegiatan that it sums up. Pure. */
export function susunSimpulPagu(sub: readonly BarisPaguIndikatif[]): SimpulPagu[] {
  return sub.flatMap((s, ke) => {
    const lalu = sub[ke - 1]
    const program: SimpulPagu[] =
      lalu?.programKode === s.programKode
        ? []
        : [
            {
              tingkat: 'program',
              kode: s.programKode,
              nama: s.program,
              sub: sub.filter((x) => x.programKode === s.programKode),
            },
          ]
    const kegiatan: SimpulPagu[] =
      lalu?.kegiatanKode === s.kegiatanKode
        ? []
        : [
            {
              tingkat: 'kegiatan',
              kode: s.kegiatanKode,
              nama: s.kegiatan,
              sub: sub.filter((x) => x.kegiatanKode === s.kegiatanKode),
            },
          ]
    const nama = s.kelurahan ? `${s.nama} (${s.kelurahan})` : s.nama
    return [...program, ...kegiatan, { tingkat: 'sub-kegiatan' as const, kode: s.kode, nama, sub: [s] }]
  })
}

/** One cell to write; `isi` null: it becomes blank. */
export type UbahPagu = {
  readonly sub: BarisPaguIndikatif
  readonly tahun: number
  readonly lama: string | null
  readonly isi: string | null
}

/** Is the year of a cell the base of a budget or a PK? */
export const paguDipakai = ({ sub, tahun }: Pick<UbahPagu, 'sub' | 'tahun'>): boolean => sub.tahunPakai.includes(tahun)

/** "7.01.02.2.01.0001 (Kelurahan Beji)". */
export const sebutSub = ({ kode, kelurahan }: Pick<BarisPaguIndikatif, 'kode' | 'kelurahan'>): string =>
  kelurahan ? `${kode} (${kelurahan})` : kode

type Matriks = { readonly renstra: Periode; readonly sub: readonly BarisPaguIndikatif[] }
/** Cells that differ from what is stored, and those that cannot be read (`baris.3.t2026` → sentence). Blank is not zero. Pure. */
export function bacaMatriksPagu(baris: readonly Readonly<Record<string, string>>[], { renstra, sub }: Matriks) {
  const ubah: UbahPagu[] = []
  const salah: Record<string, string> = {}
  const kolom = kolomPagu(renstra)
  for (const [ke, isi] of baris.entries()) {
    const punya = sub.find((s) => s.id === isi.sub)
    for (const { kode, tahun, judul } of punya ? kolom : []) {
      const terbaca = bacaSelPagu(isi[kode])
      if (!punya || terbaca === null) continue
      if ('pesan' in terbaca) salah[`baris.${ke}.${kode}`] = `${sebutSub(punya)}, ${judul}: ${terbaca.pesan}`
      else {
        const lama = paguPada(punya, tahun)
        if (formatIsianUang(lama) !== formatIsianUang(terbaca.isi))
          ubah.push({ sub: punya, tahun, lama, isi: terbaca.isi })
      }
    }
  }
  return { ubah, salah }
}

/** Null: the form did not carry the cell. */
function bacaSelPagu(teks: string | undefined): { isi: string | null } | { pesan: string } | null {
  if (teks === undefined) return null
  const terbaca = bacaUang(teks)
  if (terbaca.jenis === 'kosong') return { isi: null }
  if (terbaca.jenis !== 'angka') return { pesan: terbaca.pesan }
  return terbaca.nilai.startsWith('-') ? { pesan: 'Pagu tidak boleh kurang dari nol.' } : { isi: terbaca.nilai }
}
