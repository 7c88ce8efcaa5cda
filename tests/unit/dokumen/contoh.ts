import type { Blok, BlokTabel, Dokumen } from '../../../src/inti/dokumen/index.ts'
import type { Item } from '../../../src/inti/dokumen/potongan.ts'
import { itemHalaman, susunTataLetak, type TataLetak } from '../../../src/inti/dokumen/tata-letak.ts'

/** A document around the blocks under test. */
export function buatDokumen(isi: Blok[], lain: Partial<Dokumen> = {}): Dokumen {
  return {
    judul: 'Rekapitulasi Triwulan II',
    jenis: 'Rekapitulasi',
    ukuran: 'A4',
    arah: 'tegak',
    kop: null,
    isi,
    ...lain,
  }
}

/** A table of n rows: number, text, figure. */
export function buatTabel(n: number, lain: Partial<BlokTabel> = {}): BlokTabel {
  return {
    jenis: 'tabel',
    kolom: [{ bobot: 1, rata: 'tengah' }, { bobot: 6 }, { bobot: 3, rata: 'angka' }],
    kepala: [[{ teks: 'No' }, { teks: 'Indikator' }, { teks: 'Capaian' }]],
    isi: Array.from({ length: n }, (_, i) => ({
      sel: [`${i + 1}`, `Indikator ke-${i + 1} dari unit kerja`, '1.234,56'],
    })),
    ...lain,
  }
}

/** The texts of each page in drawing order, without the foot. */
export function teksPerHalaman(tataLetak: TataLetak): string[] {
  return tataLetak.halaman.map((halaman) =>
    itemHalaman({ tempat: halaman.tempat.filter((t) => t.potongan.jenis !== 'kaki') })
      .flatMap((i) => (i.t === 'teks' || i.t === 'simbol' ? [i.t === 'teks' ? i.teks : i.nama] : []))
      .join('|'),
  )
}

export type ItemTeks = Extract<Item, { t: 'teks' }>

/** All set texts of a document with their places. */
export function semuaTeks(dokumen: Dokumen): ItemTeks[] {
  return susunTataLetak(dokumen).halaman.flatMap((h) => itemHalaman(h).filter((i): i is ItemTeks => i.t === 'teks'))
}
