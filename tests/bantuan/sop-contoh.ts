import { readdirSync, readFileSync } from 'node:fs'
import type { PelakuPerintah, Perintah } from '../../src/modul/siklus/mesin/index.ts'
import {
  type IsiPerintah,
  type Keadaan,
  mulai,
  type Peristiwa,
  putuskan,
  terapkan,
} from '../../src/modul/siklus/mesin/index.ts'
import { bacaSopYaml, type DefinisiSop } from '../../src/modul/sop/index.ts'

const FOLDER = new URL('../../prisma/benih/sop/', import.meta.url)

/** File names of all seed SOPs. */
export const NAMA_SOP_BENIH: readonly string[] = readdirSync(FOLDER).filter((nama) => nama.endsWith('.yaml'))

/** The text of a seed SOP as it lies in prisma/benih/sop. */
export const teksSopBenih = (nama: string): string => readFileSync(new URL(nama, FOLDER), 'utf8')

/** A seed SOP, read and checked; throws with the first mistake. */
export function sopBenih(nama: string): DefinisiSop {
  const hasil = bacaSopYaml(teksSopBenih(nama))
  if ('kesalahan' in hasil) throw new Error(`${nama}: ${JSON.stringify(hasil.kesalahan[0])}`)
  return hasil.definisi
}

const orang = (pegawaiId: string, nama: string, jabatan: string, kode: readonly string[]): PelakuPerintah => ({
  pegawaiId,
  nama,
  jabatan,
  kode,
})

export const ratna = orang('camat', 'Ratna', 'Camat', ['CAMAT'])
export const budi = orang('sekcam', 'Budi', 'Sekretaris Kecamatan', ['SEKCAM'])
export const sari = orang('tim', 'Sari', 'Tim SAKIP', ['TIM_SAKIP'])
export const joko = { ...orang('kasi-a', 'Joko', 'Kasi Pemerintahan', ['KASI']), bolehBagian: ['seksi-a'] }
export const wati = { ...orang('kasi-b', 'Wati', 'Kasi Pelayanan', ['KASI']), bolehBagian: ['seksi-b'] }
export const dewi = orang('staf-a', 'Dewi', 'Staf', ['STAF'])

export const TRIWULAN_I = { jenis: 'TRIWULAN', tahun: 2026, nomor: 1 } as const

/** A siklus under way in a test: commands go in as sentences, refusals come out by their code. */
export type Jalan = {
  readonly definisi: DefinisiSop
  readonly peristiwa: Peristiwa[]
  keadaan: Keadaan
  /** does it or throws with the refusal */
  lakukan(pelaku: PelakuPerintah, isi: IsiPerintah): Peristiwa[]
  /** the code of the refusal, or 'DITERIMA' (nothing is changed in either case) */
  coba(pelaku: PelakuPerintah, isi: IsiPerintah): string
}

export function jalankanSop(definisi: DefinisiSop, periode: Keadaan['periode'] = TRIWULAN_I): Jalan {
  let menit = 0
  const waktu = () => new Date(Date.UTC(2026, 3, 1, 1, menit++)).toISOString()
  const awal = mulai(definisi, { periode, pelaku: sari, waktu: waktu() })
  if ('tolak' in awal) throw new Error(awal.tolak.kode)
  const peristiwa = [...awal.terima]
  const perintah = (pelaku: PelakuPerintah, isi: IsiPerintah): Perintah => ({ ...isi, pelaku, waktu: waktu() })
  const jalan: Jalan = {
    definisi,
    peristiwa,
    keadaan: lipat(null, peristiwa),
    lakukan(pelaku, isi) {
      const hasil = putuskan(definisi, jalan.keadaan, perintah(pelaku, isi))
      if ('tolak' in hasil) throw new Error(`${hasil.tolak.kode}: ${hasil.tolak.pesan}`)
      jalan.keadaan = lipat(jalan.keadaan, hasil.terima)
      peristiwa.push(...hasil.terima)
      return [...hasil.terima]
    },
    coba(pelaku, isi) {
      const hasil = putuskan(definisi, jalan.keadaan, perintah(pelaku, isi))
      return 'tolak' in hasil ? hasil.tolak.kode : 'DITERIMA'
    },
  }
  return jalan
}

/** Folds events onto a state. */
export function lipat(keadaan: Keadaan | null, peristiwa: readonly Peristiwa[]): Keadaan {
  const hasil = peristiwa.reduce<Keadaan | null>((k, p) => terapkan(k, p), keadaan)
  if (!hasil) throw new Error('tanpa peristiwa')
  return hasil
}

/** A small SOP written in a few words: fields of the steps as given, the rest filled in. Throws when it is refused. */
export function sopKecil(langkah: readonly Record<string, unknown>[], lain: Record<string, unknown> = {}): DefinisiSop {
  const hasil = bacaSopYaml(JSON.stringify(sopKecilMentah(langkah, lain)))
  if ('kesalahan' in hasil) throw new Error(JSON.stringify(hasil.kesalahan))
  return hasil.definisi
}

export function sopKecilMentah(langkah: readonly Record<string, unknown>[], lain: Record<string, unknown> = {}) {
  return {
    kode: 'sop-kecil',
    nama: 'SOP Kecil',
    tujuan: 'PENGUMPULAN',
    periode: ['BULAN', 'TRIWULAN'],
    identitas: { disahkanOleh: {} },
    pelaksana: ['CAMAT', 'SEKCAM', 'KASI', 'TIM_SAKIP', 'STAF'].map((kode) => ({ kode, nama: kode, peran: kode })),
    langkah: langkah.map((isi, i) => ({
      nomor: i + 1,
      uraian: `langkah ${i + 1}`,
      jenis: 'tugas',
      pelaksana: 'TIM_SAKIP',
      ...isi,
    })),
    ...lain,
  }
}
