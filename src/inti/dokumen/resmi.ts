import { nipCetak } from '../nip.ts'
import type { Kop, Pihak } from './bagian.ts'
import type { BlokTabel, BlokTandaTangan } from './model.ts'

/** An office as its letterhead needs it: 'Kecamatan Taman', 'Kabupaten Pemalang'. */
export type InstansiKop = {
  readonly nama: string
  readonly kabupaten: string
  readonly alamat?: string | null
  readonly telepon?: string | null
  readonly surel?: string | null
  readonly logo?: string | null
}

/** Letterhead of a kecamatan: PEMERINTAH KABUPATEN …, KECAMATAN …, address line, contact line. */
export function kopKecamatan(kecamatan: InstansiKop): Kop {
  const { alamat, telepon, surel, logo } = kecamatan
  return {
    instansi: [
      `PEMERINTAH ${denganSebutan(kecamatan.kabupaten, { sebutan: 'Kabupaten', dikenal: /^(kabupaten|kota)\b/i })}`.toUpperCase(),
      denganSebutan(kecamatan.nama, {
        sebutan: 'Kecamatan',
        dikenal: /^(kecamatan|distrik|kapanewon|kemantren)\b/i,
      }).toUpperCase(),
    ],
    ...(alamat ? { alamat } : {}),
    ...(telepon ? { telepon } : {}),
    ...(surel ? { surel } : {}),
    ...(logo ? { logo } : {}),
  }
}

function denganSebutan(nama: string, { sebutan, dikenal }: { sebutan: string; dikenal: RegExp }): string {
  return dikenal.test(nama) ? nama : `${sebutan} ${nama}`
}

export type JenisPenugasanCetak = 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ'
const AWALAN: Readonly<Record<JenisPenugasanCetak, string>> = { DEFINITIF: '', PLT: 'Plt. ', PLH: 'Plh. ', PJ: 'Pj. ' }

export type PejabatTtd = {
  /** with `tanggal`, printed above the post: 'Taman, 20 November 2026' */
  readonly tempat?: string
  /** ready text: tanggalPanjang('2026-11-20') */
  readonly tanggal?: string
  /** line above the post instead of place and date: 'Mengetahui,' */
  readonly pengantar?: string
  readonly jabatan: string
  readonly jenisPenugasan?: JenisPenugasanCetak
  readonly nama: string
  readonly pangkat?: string | null
  /** digits; null for those who have none (Bupati) */
  readonly nip?: string | null
  /** PPPK: 'NI PPPK.' */
  readonly sebutanNip?: string
  readonly tanda?: Pihak['tanda']
}

/** A person as the office keeps them, for `pihakOrang`. */
export type OrangTtd = {
  readonly nama: string
  readonly pangkat: string | null
  readonly golongan: string | null
  readonly nip: string | null
  readonly jenisNip: string
}

/** The same of a person of the office in a post: rank with class, and the name of the number (PNS, PPPK). */
export const pihakOrang = (
  { nama, pangkat, golongan, nip, jenisNip }: OrangTtd,
  lain: Omit<PejabatTtd, keyof OrangTtd | 'sebutanNip'>,
): Pihak =>
  pihakPejabat({
    ...lain,
    nama,
    pangkat: [pangkat, golongan].filter(Boolean).join(', '),
    nip,
    sebutanNip: jenisNip === 'PPPK' ? 'NI PPPK.' : 'NIP.',
  })

/** One signer in official form: post in capitals with 'Plt.' and the like before it, name in capitals, rank, NIP in groups. */
export function pihakPejabat(pejabat: PejabatTtd): Pihak {
  const { tempat, tanggal, pangkat, nip, tanda } = pejabat
  const tempatTanggal = [tempat, tanggal].filter(Boolean).join(', ')
  const pengantar = [tempatTanggal, pejabat.pengantar].filter((teks): teks is string => Boolean(teks))
  return {
    ...(pengantar.length > 0 ? { pengantar } : {}),
    jabatan: [`${AWALAN[pejabat.jenisPenugasan ?? 'DEFINITIF']}${pejabat.jabatan.toLocaleUpperCase('id-ID')},`],
    nama: kapitalNama(pejabat.nama),
    ...(pangkat ? { pangkat } : {}),
    ...(nip ? { nomorInduk: `${pejabat.sebutanNip ?? 'NIP.'} ${nipCetak(nip)}` } : {}),
    ...(tanda ? { tanda } : {}),
  }
}

/** Capitals for the name, not for the degrees after the comma: 'BUDI SANTOSO, S.Sos., M.Si.'. */
function kapitalNama(nama: string): string {
  const [depan = '', ...gelar] = nama.split(',')
  return [depan.toLocaleUpperCase('id-ID'), ...gelar].join(',')
}

/** Signature block of one official, on the right, as letters have it. */
export function tandaTanganPejabat(pejabat: PejabatTtd): BlokTandaTangan {
  return { jenis: 'tandaTangan', pihak: [pihakPejabat(pejabat)] }
}

export type LiniMasa = {
  /** heads over the bars, in groups: { teks: 'Juli', kolom: ['I', 'II', 'III', 'IV'] } */
  readonly kelompok: readonly { readonly teks: string; readonly kolom: readonly string[] }[]
  /** `dari` and `sampai` count the bar columns from 0, both inside the bar */
  readonly baris: readonly {
    readonly kegiatan: string
    readonly pelaksana: string
    readonly dari: number
    readonly sampai: number
    readonly keterangan?: string
  }[]
}

/** Programme of work as a table with bars: No, Kegiatan, Pelaksana, one narrow column per week, Keterangan. */
export function tabelLiniMasa({ kelompok, baris }: LiniMasa): BlokTabel {
  const waktu = kelompok.flatMap((k) => k.kolom)
  const bobotWaktu = Math.max(1.6, 30 / Math.max(1, waktu.length))
  const tetap = (teks: string) => ({ teks, baris: 2 })
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [
      { bobot: 4, rata: 'tengah' },
      { bobot: 34 },
      { bobot: 20 },
      ...waktu.map(() => ({ bobot: bobotWaktu, rata: 'tengah' as const })),
      { bobot: 16 },
    ],
    kepala: [
      [
        tetap('No'),
        tetap('Kegiatan'),
        tetap('Pelaksana'),
        ...kelompok.map((k) => ({ teks: k.teks, kolom: k.kolom.length })),
        tetap('Keterangan'),
      ],
      waktu.map((teks) => ({ teks })),
    ],
    isi: baris.map((b, i) => ({
      sel: [
        `${i + 1}`,
        b.kegiatan,
        b.pelaksana,
        ...waktu.map((_, k) => (k >= b.dari && k <= b.sampai ? { teks: '', batang: true } : '')),
        b.keterangan ?? '',
      ],
    })),
  }
}
