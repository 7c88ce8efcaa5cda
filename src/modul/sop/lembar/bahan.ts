import { nipCetak } from '../../../inti/nip.ts'
import { formatWaktuBaku, tanggalPanjang, type WaktuBaku } from '../../../inti/waktu/index.ts'
import type { DefinisiSop, LangkahSop } from '../definisi.ts'
import { ambilJenisLangkah } from '../jenis-langkah.ts'
import { susunKeterangan } from './keterangan.ts'

export const KERTAS_LEMBAR = ['A4', 'F4'] as const
export type KertasLembar = (typeof KERTAS_LEMBAR)[number]

/** Which exit of a step an arrow leaves by; only decisions have two. */
export type Cabang = 'biasa' | 'ya' | 'tidak'
export type KeadaanLembar = 'nanti' | 'sekarang' | 'selesai' | 'dikembalikan' | 'dilewati' | 'dihentikan'

/** Where a step of a running siklus stands, ready to print. */
export type LangsungLembar = {
  readonly keadaan: KeadaanLembar
  /** over its waktu baku or its tenggat */
  readonly terlambat: boolean
  /** the state as a word, "Selesai, lewat waktu baku" */
  readonly kata: string
  /** start and finish, time taken against the standard, round */
  readonly rincian: readonly string[]
}

/** One step as the sheet prints it; columns by their place in `kolom`. */
export type LangkahLembar = {
  readonly kode: string
  readonly nomor: string
  readonly uraian: string
  readonly kelengkapan: readonly string[]
  readonly waktu: string
  readonly keluaran: string
  readonly keterangan: readonly string[]
  readonly pelaksana: readonly number[]
  /** those who answer it and so finish it: drawn with a symbol of their own */
  readonly penjawab: readonly number[]
  readonly keputusan: boolean
  readonly menuju: readonly { readonly ke: string; readonly cabang: Cabang }[]
  /** the SOP may end here: by its Ya, or because nothing follows */
  readonly berakhir: boolean
  readonly langsung: LangsungLembar | null
}

/** The identity block as printed. */
export type IdentitasLembar = {
  readonly instansi: readonly string[]
  readonly namaSop: string
  readonly nomor: string
  readonly tanggalPembuatan: string
  readonly tanggalRevisi: string
  readonly tanggalEfektif: string
  readonly pengesah: { readonly jabatan: string; readonly nama: string; readonly pangkat: string; readonly nip: string }
  /** left and right of each pair of boxes below, in the order of the form */
  readonly blok: readonly { readonly judul: string; readonly butir: readonly string[] }[]
}

/** All that the sheet needs, plain data: it goes to the worker thread as it is. */
export type BahanLembar = {
  readonly kertas: KertasLembar
  readonly identitas: IdentitasLembar
  readonly kolom: readonly string[]
  readonly langkah: readonly LangkahLembar[]
  /** line above the table: which siklus, as of when; null for the bare SOP */
  readonly pelaksanaan: string | null
  /** foot of each page, beside the page number */
  readonly kaki: string
  /** YYYY-MM-DD for the file, or null */
  readonly tanggal: string | null
}

export type LainLembar = {
  readonly kertas: KertasLembar
  readonly kaki: string
  readonly tanggal?: string | null
  readonly pelaksanaan?: string
  /** by code of the step */
  readonly langsung?: Readonly<Record<string, LangsungLembar>>
}

/** What the official sheet prints of a definition (form of PermenPANRB 35/2012). Pure. */
export function susunBahanLembar(definisi: DefinisiSop, lain: LainLembar): BahanLembar {
  return {
    kertas: lain.kertas,
    identitas: susunIdentitas(definisi),
    kolom: definisi.pelaksana.map((p) => p.nama),
    langkah: definisi.langkah.map((l) => susunLangkah(definisi, l, lain.langsung?.[l.kode] ?? null)),
    pelaksanaan: lain.pelaksanaan ?? null,
    kaki: lain.kaki,
    tanggal: lain.tanggal ?? null,
  }
}

function susunLangkah(definisi: DefinisiSop, l: LangkahSop, langsung: LangsungLembar | null): LangkahLembar {
  const kolom = (kode: readonly string[]) =>
    [...new Set(kode.map((k) => definisi.pelaksana.findIndex((p) => p.kode === k)))]
      .filter((k) => k >= 0)
      .sort((a, b) => a - b)
  const pelaksana = kolom(l.pelaksana)
  const dijawab = ambilJenisLangkah(l.jenis).dijawabPenerima
  return {
    kode: l.kode,
    nomor: l.nomor,
    uraian: l.uraian,
    kelengkapan: l.kelengkapan,
    waktu: waktuCetak(l.waktuBaku),
    keluaran: l.keluaran ?? '',
    keterangan: susunKeterangan(definisi, l),
    pelaksana,
    penjawab: dijawab ? kolom(l.penerima).filter((k) => !pelaksana.includes(k)) : [],
    keputusan: l.keputusan !== null,
    menuju: susunTujuan(l),
    berakhir: l.keputusan ? l.keputusan.ya === null : l.berikutnya.length === 0,
    langsung,
  }
}

function susunTujuan({ keputusan, berikutnya }: LangkahSop): LangkahLembar['menuju'] {
  if (!keputusan) return berikutnya.map((ke) => ({ ke, cabang: 'biasa' as const }))
  const tidak = keputusan.tidak.map((ke) => ({ ke, cabang: 'tidak' as const }))
  return keputusan.ya === null ? tidak : [{ ke: keputusan.ya, cabang: 'ya' as const }, ...tidak]
}

/** The words of the source where it has them: the sheet is signed as the office wrote it. */
const waktuCetak = (waktu: WaktuBaku): string =>
  waktu.teks ?? (waktu.jenis === 'TIDAK_ADA' ? '' : formatWaktuBaku(waktu))

function susunIdentitas({ identitas: i, nama }: DefinisiSop): IdentitasLembar {
  const tanggal = (t: string | null) => (t ? tanggalPanjang(t) : '-')
  const oleh = i.disahkanOleh
  return {
    instansi: i.instansi,
    namaSop: nama,
    nomor: i.nomor ?? '',
    tanggalPembuatan: tanggal(i.tanggalPembuatan),
    tanggalRevisi: tanggal(i.tanggalRevisi),
    tanggalEfektif: tanggal(i.tanggalEfektif),
    pengesah: {
      jabatan: oleh.jabatan ?? '',
      nama: oleh.nama ?? '',
      pangkat: oleh.pangkat ?? '',
      nip: oleh.nip ? nipCetak(oleh.nip) : '',
    },
    blok: [
      { judul: 'Dasar Hukum', butir: i.dasarHukum.map((d) => d.teks) },
      { judul: 'Kualifikasi Pelaksana', butir: i.kualifikasi },
      { judul: 'Keterkaitan', butir: i.keterkaitan },
      { judul: 'Peralatan/Perlengkapan', butir: i.peralatan },
      { judul: 'Peringatan', butir: i.peringatan },
      { judul: 'Pencatatan dan Pendataan', butir: i.pencatatan },
    ],
  }
}
