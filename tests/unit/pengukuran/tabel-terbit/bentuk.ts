import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { MutuSkm, Pembulatan, VarianMin } from '../../../../src/modul/pengukuran/index.ts'

/**
 * Published tables of real offices, figures as printed. Where our result differs from the print the cell says what we compute
 * (`terhitung`) and why (`sebab`); where it agrees only by another choice on the card, the choice stands there.
 */
type Alasan = { readonly sebab?: string }
export type SelCapaian = Alasan & {
  readonly masa: number
  readonly target: string
  readonly realisasi: string
  /** null: cannot be computed */
  readonly terbit: string | null
  readonly pembulatan?: Pembulatan
}
export type SelSerapan = Alasan & {
  readonly masa: number
  readonly pagu: string
  readonly realisasi: string
  readonly terbit: string
  readonly pembulatan?: Pembulatan
  readonly terhitung?: string
  /** the print cannot be read as a number: what it must have been */
  readonly perbaikanPagu?: string
  /** the realisation was added up once per indicator, so many times */
  readonly kali?: number
}
type Kepala = { readonly berkas: string; readonly nama: string; readonly sumber: string }
export type Tabel = Kepala &
  (
    | {
        readonly jenis: 'capaian'
        readonly baris: readonly {
          readonly nama: string
          readonly polaritas?: 'MAKS' | 'MIN'
          readonly varian?: VarianMin
          readonly sel: readonly SelCapaian[]
        }[]
      }
    | {
        readonly jenis: 'serapan'
        readonly baris: readonly { readonly nama: string; readonly sel: readonly SelSerapan[] }[]
      }
    | {
        readonly jenis: 'jumlah'
        readonly kolom: readonly string[]
        readonly kelompok: readonly (Alasan & {
          readonly nama: string
          readonly jumlah: readonly string[]
          /** printed total minus what its parts add up to */
          readonly selisih?: readonly string[]
          readonly bagian: readonly { readonly nama: string; readonly nilai: readonly string[] }[]
        })[]
      }
    | {
        readonly jenis: 'rata-rata'
        readonly kolom: readonly string[]
        readonly baris: readonly { readonly nama: string; readonly nilai: readonly string[]; readonly terbit: string }[]
        readonly rataKolom?: Alasan & {
          readonly terbit: readonly string[]
          readonly terhitung?: readonly string[]
          /** names under which the printed row belongs, where its heads are those of another table */
          readonly urutanTerbit?: readonly string[]
        }
        readonly rataTotal: Alasan & { readonly terbit: string; readonly terhitung?: string }
      }
    | {
        readonly jenis: 'rumus'
        readonly baris: readonly {
          readonly nama: string
          readonly ekspresi: string
          readonly isian: Readonly<Record<string, string>>
          readonly desimal: number
          readonly terbit: string
        }[]
      }
    | {
        readonly jenis: 'target'
        readonly target: readonly {
          readonly nama: string
          readonly nilai: readonly string[]
          readonly dibaca?: readonly string[]
        }[]
      }
    | {
        readonly jenis: 'target-pagu'
        readonly kolom: readonly string[]
        readonly baris: readonly {
          readonly kode: string
          readonly target: readonly string[]
          readonly pagu: readonly string[]
        }[]
      }
    | {
        readonly jenis: 'mutu'
        readonly baris: readonly {
          readonly nama: string
          readonly responden?: string
          readonly ikm: string
          readonly mutu: MutuSkm['mutu']
        }[]
      }
    | {
        readonly jenis: 'skm'
        readonly responden: string
        readonly nilai: Readonly<Record<string, string>>
        readonly tertimbang: string
        readonly ikm: string
        readonly mutu: MutuSkm['mutu']
        readonly bobotLain: readonly { readonly ekspresi: string; readonly terbit: string }[]
      }
    | {
        readonly jenis: 'skala'
        readonly daftar: readonly {
          readonly nama: string
          readonly kelas: readonly (readonly [nama: string, bawah: string, atas: string])[]
          readonly masalah: readonly string[]
        }[]
      }
    | {
        readonly jenis: 'skor'
        readonly daftar: readonly {
          readonly nama: string
          readonly kategori: Readonly<Record<string, string>>
          readonly capaian: readonly (readonly [target: string, realisasi: string, terbit: string])[]
        }[]
      }
  )

/** All tables of this folder. */
export const bacaTabelTerbit = (): Tabel[] =>
  readdirSync(import.meta.dirname)
    .filter((nama) => nama.endsWith('.yaml'))
    .sort()
    .map((berkas) => ({ berkas, ...parse(readFileSync(join(import.meta.dirname, berkas), 'utf8')) }) as Tabel)
