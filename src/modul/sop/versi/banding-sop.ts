import { nipCetak } from '../../../inti/nip.ts'
import { formatWaktuBaku, tanggalPanjang } from '../../../inti/waktu/index.ts'
import type { DefinisiSop, PelaksanaSop } from '../definisi.ts'
import { type LangkahLepas, lepas } from '../draf/rangkaian.ts'
import {
  NAMA_CARA,
  NAMA_ISIAN_IDENTITAS,
  NAMA_ISIAN_LANGKAH,
  NAMA_PERAN,
  NAMA_PERIODE,
  NAMA_TUJUAN,
  sebutKolom,
  sebutLangkah,
} from '../istilah.ts'
import { ambilJenisLangkah } from '../jenis-langkah.ts'

export type BedaIsian = { readonly label: string; readonly lama: string; readonly baru: string }
export type BedaBagian = {
  readonly jenis: 'DITAMBAH' | 'DIHAPUS' | 'DIUBAH' | 'PINDAH'
  readonly judul: string
  readonly isian: readonly BedaIsian[]
}
export type BedaSop = {
  readonly identitas: readonly BedaIsian[]
  readonly pelaksana: readonly BedaBagian[]
  readonly langkah: readonly BedaBagian[]
  readonly catatan: readonly BedaIsian[]
}
/** Label → words; where the words name other steps by number, what decides is their codes. */
type Datar = ReadonlyMap<string, string | { readonly teks: string; readonly kunci: string }>
const teksDari = (isi: string | { teks: string } | undefined): string =>
  typeof isi === 'object' ? isi.teks : (isi ?? '')
const kunciDari = (isi: string | { kunci: string } | undefined): string =>
  typeof isi === 'object' ? isi.kunci : (isi ?? '')

/**
 * What of an SOP is different in another version, in words: identity field by field, columns and steps added, taken out,
 * moved, or changed field by field. Steps are the same when their code is, or, under new codes, their wording. Pure.
 */
export function bandingkanSop(lama: DefinisiSop, baru: DefinisiSop): BedaSop {
  // numbers that only count the rows say nothing about a step
  const bernomor = ![lama, baru].every(({ langkah }) => langkah.every((l, i) => l.nomor === String(i + 1)))
  return {
    identitas: bedaIsian(datarIdentitas(lama), datarIdentitas(baru)),
    pelaksana: bandingkanDaftar(lama.pelaksana, baru.pelaksana, {
      sama: (a, b) => a.kode === b.kode,
      mirip: (a, b) => a.nama === b.nama,
      judul: (p) => p.nama,
      datar: (p) => datarKolom(p),
    }),
    langkah: bandingkanDaftar(lepas(lama), lepas(baru), {
      sama: (a, b) => a.kode === b.kode,
      mirip: (a, b) => a.uraian !== '' && a.uraian === b.uraian,
      judul: (l) => `${l.nomor}. ${l.uraian}`,
      datar: (l, milik) => datarLangkah(l, { milik: milik === 'lama' ? lama : baru, bernomor }),
    }),
    catatan: bedaIsian(datarCatatan(lama), datarCatatan(baru)),
  }
}

export const adaBeda = ({ identitas, pelaksana, langkah, catatan }: BedaSop): boolean =>
  identitas.length + pelaksana.length + langkah.length + catatan.length > 0

type Cara<T> = {
  readonly sama: (lama: T, baru: T) => boolean
  readonly mirip: (lama: T, baru: T) => boolean
  readonly judul: (isi: T) => string
  readonly datar: (isi: T, milik: 'lama' | 'baru') => Datar
}

/** In the order of the new list; what was taken out stands where it stood. */
function bandingkanDaftar<T>(lama: readonly T[], baru: readonly T[], cara: Cara<T>): BedaBagian[] {
  const pasangan = jodohkan(lama, baru, cara)
  const tetap = lama.filter((a) => pasangan.has(a))
  const urutanBaru = baru.filter((b) => [...pasangan.values()].includes(b))
  const hasil: BedaBagian[] = []
  const sudah = new Set<T>()
  const sebutHilang = (sampai: number) => {
    for (const a of lama.slice(0, sampai))
      if (!pasangan.has(a) && !sudah.has(a)) {
        sudah.add(a)
        hasil.push({ jenis: 'DIHAPUS', judul: cara.judul(a), isian: [] })
      }
  }
  for (const b of baru) {
    const a = lama.find((satu) => pasangan.get(satu) === b)
    if (a === undefined) {
      hasil.push({ jenis: 'DITAMBAH', judul: cara.judul(b), isian: isiBaru(cara.datar(b, 'baru')) })
      continue
    }
    sebutHilang(lama.indexOf(a))
    const isian = bedaIsian(cara.datar(a, 'lama'), cara.datar(b, 'baru'))
    const pindah = tetap.indexOf(a) !== urutanBaru.indexOf(b)
    if (isian.length > 0) hasil.push({ jenis: 'DIUBAH', judul: cara.judul(b), isian })
    else if (pindah) hasil.push({ jenis: 'PINDAH', judul: cara.judul(b), isian: [] })
  }
  sebutHilang(lama.length)
  return hasil
}

/** Which of the old is which of the new: first by code, then the rest by wording, each once. */
function jodohkan<T>(lama: readonly T[], baru: readonly T[], { sama, mirip }: Cara<T>): Map<T, T> {
  const pasangan = new Map<T, T>()
  for (const cocok of [sama, mirip])
    for (const a of lama) {
      if (pasangan.has(a)) continue
      const terpakai = new Set(pasangan.values())
      const b = baru.find((satu) => !terpakai.has(satu) && cocok(a, satu))
      if (b !== undefined) pasangan.set(a, b)
    }
  return pasangan
}

function bedaIsian(lama: Datar, baru: Datar): BedaIsian[] {
  return [...new Set([...lama.keys(), ...baru.keys()])].flatMap((label) => {
    const [a, b] = [lama.get(label), baru.get(label)]
    return kunciDari(a) === kunciDari(b) ? [] : [{ label, lama: teksDari(a) || '–', baru: teksDari(b) || '–' }]
  })
}
const isiBaru = (datar: Datar): BedaIsian[] =>
  [...datar].flatMap(([label, isi]) => (teksDari(isi) === '' ? [] : [{ label, lama: '–', baru: teksDari(isi) }]))

const tanggal = (isi: string | null): string => (isi === null ? '' : tanggalPanjang(isi))
const baris = (isi: readonly string[]): string => isi.join('\n')
const label = (isian: string): string => NAMA_ISIAN_IDENTITAS[isian] ?? isian

function datarIdentitas({ identitas: i, ...sop }: DefinisiSop): Datar {
  const oleh = i.disahkanOleh
  return new Map([
    [label('nama'), sop.nama],
    [label('tujuan'), NAMA_TUJUAN[sop.tujuan]],
    [label('periode'), sop.periode.map((p) => NAMA_PERIODE[p]).join(', ')],
    [label('nomor'), i.nomor ?? ''],
    [label('tanggalPembuatan'), tanggal(i.tanggalPembuatan)],
    [label('tanggalRevisi'), tanggal(i.tanggalRevisi)],
    [label('tanggalEfektif'), tanggal(i.tanggalEfektif)],
    [
      label('disahkanOleh'),
      [oleh.jabatan, oleh.nama, oleh.pangkat, oleh.nip && `NIP. ${nipCetak(oleh.nip)}`].filter(Boolean).join(' · '),
    ],
    [label('instansi'), baris(i.instansi)],
    [label('dasarHukum'), baris(i.dasarHukum.map((d) => [d.teks, d.asli, d.catatan].filter(Boolean).join(' · ')))],
    [label('kualifikasi'), baris(i.kualifikasi)],
    [label('keterkaitan'), baris(i.keterkaitan)],
    [label('peralatan'), baris(i.peralatan)],
    [label('peringatan'), baris(i.peringatan)],
    [label('pencatatan'), baris(i.pencatatan)],
    [label('bolehMelewati'), sebutKolom(sop, sop.bolehMelewati)],
  ])
}

const datarKolom = ({ kode, nama, peran, jabatan, unit }: PelaksanaSop): Datar =>
  new Map([
    ['Nama kolom', nama],
    ['Kode', kode],
    ['Peran', peran.map((p) => NAMA_PERAN[p]).join(', ')],
    ['Jabatan', jabatan.join(', ')],
    ['Unit', unit.join(', ')],
  ])

function datarLangkah(l: LangkahLepas, { milik, bernomor }: { milik: DefinisiSop; bernomor: boolean }): Datar {
  const isi: readonly (readonly [string, string | { teks: string; kunci: string }])[] = [
    ['nomor', bernomor ? l.nomor : ''],
    ['uraian', l.uraian],
    ['jenis', ambilJenisLangkah(l.jenis).nama],
    ['pelaksana', sebutKolom(milik, l.pelaksana)],
    ['cara', l.pelaksana.length > 1 ? NAMA_CARA[l.cara] : ''],
    ['penerima', sebutKolom(milik, l.penerima)],
    ['dibantu', sebutKolom(milik, l.dibantu)],
    ['kelengkapan', baris(l.kelengkapan)],
    ['dokumen', baris(l.dokumen)],
    [
      'waktuBaku',
      [formatWaktuBaku(l.waktuBaku), l.waktuBaku.teks ? `(tertulis: ${l.waktuBaku.teks})` : '']
        .filter(Boolean)
        .join(' '),
    ],
    ['keluaran', l.keluaran ?? ''],
    ['berikutnya', { teks: sebutJalan(l, milik), kunci: JSON.stringify([l.berikutnya ?? null, l.keputusan]) }],
    ['opsional', l.opsional ? 'Ya' : ''],
    ['tahanPertanyaan', l.tahanPertanyaan ? 'Ya' : ''],
    ['hanyaPeriode', l.hanyaPeriode.map((p) => `${NAMA_PERIODE[p.jenis]} ${p.nomor.join(', ')}`.trim()).join('; ')],
    ['ket', l.ket ?? ''],
    ['uraianAsli', l.uraianAsli ?? ''],
    ['catatanKoreksi', l.catatanKoreksi ?? ''],
  ]
  return new Map(isi.map(([isian, teks]) => [NAMA_ISIAN_LANGKAH[isian] ?? isian, teks]))
}

function sebutJalan({ berikutnya, keputusan }: LangkahLepas, milik: DefinisiSop): string {
  const ke = (kode: string | null | undefined) =>
    kode === undefined ? 'langkah di bawahnya' : kode === null ? 'SOP selesai' : sebutLangkah(milik, kode)
  if (keputusan) {
    const usul = keputusan.bawaan === undefined ? '' : ` (diusulkan ${ke(keputusan.bawaan)})`
    return `Ya: ${ke(keputusan.ya)}\nTidak: ${keputusan.tidak.map(ke).join(' atau ')}${usul}`
  }
  if (berikutnya === undefined) return ke(undefined)
  return berikutnya.length === 0 ? ke(null) : berikutnya.map(ke).join(' dan ')
}

const datarCatatan = ({ catatan }: DefinisiSop): Datar =>
  new Map([['Catatan koreksi', baris(catatan.map((c) => `${c.letak}: ${c.temuan} → ${c.penyelesaian}`))]])
