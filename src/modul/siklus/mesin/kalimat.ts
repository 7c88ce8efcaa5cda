import { ringkas } from '../../../inti/ringkas.ts'
import { namaPeriode } from '../../../inti/waktu/index.ts'
import { cariLangkah, type DefinisiSop } from '../../sop/index.ts'
import { type Cakupan, kunciCakupan, type Peristiwa } from './keadaan.ts'
import { kunciPelaksana } from './terapkan.ts'

const AWALAN_PELAKSANA = kunciPelaksana('')

/** Names of parts (unit key → "Seksi Pemerintahan"), as the caller knows them. */
export type NamaBagian = Readonly<Record<string, string>>

/**
 * The sentence of an event for the riwayat; who did it and the reason stand beside it. Wording may change at any
 * time without touching the log.
 */
export function kalimatPeristiwa(definisi: DefinisiSop, p: Peristiwa, namaBagian: NamaBagian = {}): string {
  const l = (kode: string) => sebutLangkah(definisi, kode)
  const b = (kunci: string) => sebutBagian(definisi, kunci, namaBagian)
  switch (p.jenis) {
    case 'SIKLUS_DIMULAI':
      return `${p.data.namaSop} untuk ${namaPeriode(p.data.periode)} dimulai.`
    case 'SIKLUS_SELESAI':
      return p.data.status === 'DIARSIPKAN' ? 'Siklus selesai dan diarsipkan.' : 'Siklus selesai.'
    case 'SIKLUS_DIBATALKAN':
      return 'Siklus dibatalkan.'
    case 'LANGKAH_DIBUKA':
      return `${l(p.langkah)} terbuka.`
    case 'LANGKAH_MENUNGGU':
      return `${l(p.langkah)} menunggu langkah lain yang berjalan bersama.`
    case 'LANGKAH_DIMULAI':
      return `${l(p.langkah)} mulai dikerjakan.`
    case 'LANGKAH_DITERUSKAN':
      return `${l(p.langkah)} disampaikan kepada ${sebutKolom(definisi, p.data.penerima)}.`
    case 'LANGKAH_SELESAI':
      return `${l(p.langkah)} selesai.`
    case 'LANGKAH_DILEWATI':
      return `${l(p.langkah)} dilewati.`
    case 'BAGIAN_DIBUKA':
      return `${l(p.langkah)} dibagikan kepada ${p.data.bagian.map((x) => b(x.kunci)).join(', ')}.`
    case 'BAGIAN_DILEWATI':
      return `${l(p.langkah)}: bagian ${p.data.bagian.map(b).join(', ')} tidak diperlukan lagi.`
    case 'BAGIAN_DISERAHKAN':
      return `${l(p.langkah)}: bagian ${b(p.bagian)} diserahkan.`
    case 'BAGIAN_DITARIK':
      return `${l(p.langkah)}: bagian ${b(p.bagian)} ditarik kembali.`
    case 'BAGIAN_DIKEMBALIKAN':
      return `${l(p.langkah)}: ${sebutCakupan(p.data.cakupan, b)} dikembalikan.`
    case 'DIPUTUSKAN': {
      const jawab = p.data.keputusan === 'ya' ? 'Ya' : 'Tidak'
      return `${l(p.langkah)} diputuskan: ${jawab}${p.data.tujuan === null ? '' : `, dilanjutkan ke ${l(p.data.tujuan)}`}.`
    }
    case 'DIKEMBALIKAN':
      return `${l(p.langkah)}: ${sebutCakupan(p.data.cakupan, b)} dikembalikan ke ${l(p.data.tujuan)}.`
  }
}

/** The reason that the event carries, shown under its sentence; null when it has none. */
export function alasanPeristiwa(p: Peristiwa): string | null {
  return 'alasan' in p.data ? p.data.alasan : null
}

function sebutLangkah(definisi: DefinisiSop, kode: string): string {
  const langkah = cariLangkah(definisi, kode)
  if (!langkah) return `Langkah ${kode}`
  return `Langkah ${langkah.nomor} (${ringkas(langkah.uraian, 60)})`
}

function sebutBagian(definisi: DefinisiSop, kunci: string, nama: NamaBagian): string {
  if (kunci.startsWith(AWALAN_PELAKSANA)) return sebutKolom(definisi, [kunci.slice(AWALAN_PELAKSANA.length)])
  return Object.hasOwn(nama, kunci) ? (nama[kunci] ?? kunci) : kunci
}

const sebutKolom = (definisi: DefinisiSop, kode: readonly string[]): string =>
  kode.map((k) => definisi.pelaksana.find((p) => p.kode === k)?.nama ?? k).join(', ')

function sebutCakupan(cakupan: Cakupan, sebut: (kunci: string) => string): string {
  const kunci = kunciCakupan(cakupan)
  if (kunci === null) return 'seluruhnya'
  const siapa = [...kunci].map(sebut).join(', ')
  if (cakupan.jenis !== 'NILAI') return siapa
  return `${cakupan.nilai.length} nilai${siapa ? ` dari ${siapa}` : ''}`
}
