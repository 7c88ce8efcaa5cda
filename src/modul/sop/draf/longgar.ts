import { PERAN } from '../../../inti/pelaku.ts'
import { JENIS_PERIODE, skemaWaktuBaku, type WaktuBaku } from '../../../inti/waktu/index.ts'
import { tanggalAtauBulan } from '../baca-tanggal.ts'
import {
  CARA_PELAKSANA,
  type DefinisiSop,
  type IdentitasSop,
  lengkapiLangkah,
  MAKS_BUTIR,
  MAKS_BUTIR_IDENTITAS,
  MAKS_DAFTAR,
  MAKS_DAFTAR_IDENTITAS,
  MAKS_LANGKAH,
  MAKS_PELAKSANA,
  POLA_KODE,
  siapkanWaktuBaku,
  TUJUAN_SOP,
} from '../definisi.ts'
import { KODE_JENIS_LANGKAH } from '../jenis-langkah.ts'
import { rapikanBaris, rapikanTeks } from '../rapikan-teks.ts'

type Isi = Readonly<Record<string, unknown>>

/**
 * What can be read of an SOP that has mistakes, in the shape of a definition, so that it can be kept and corrected on the
 * screen: a value that does not fit its field gives way to an empty one. The mistakes themselves are named by
 * `bacaSopMentah`. Never throws; codes of steps and columns are unique in what comes out.
 */
export function bacaLonggar(mentah: unknown): DefinisiSop {
  const isi = objek(mentah)
  const pelaksana = unikkan(
    daftarObjek(isi.pelaksana, MAKS_PELAKSANA).map((p, i) => ({
      kode: kode(p.kode) ?? `KOLOM-${i + 1}`,
      nama: baris(p.nama, 200) || `Kolom ${i + 1}`,
      peran: pilihan(p.peran, PERAN),
      jabatan: daftarBaris(p.jabatan, 60),
      unit: daftarBaris(p.unit, 60),
    })),
  )
  const langkah = unikkan(daftarObjek(isi.langkah, MAKS_LANGKAH).map(langkahLonggar))
  return {
    kode: baris(isi.kode, 60),
    nama: baris(isi.nama, 300),
    tujuan: salahSatu(isi.tujuan, TUJUAN_SOP) ?? 'PENGUMPULAN',
    periode: pilihan(isi.periode, JENIS_PERIODE),
    identitas: identitasLonggar(objek(isi.identitas)),
    pelaksana,
    langkah: langkah.map((l, i) => lengkapiLangkah(l, langkah[i + 1]?.kode ?? null)),
    bolehMelewati: daftarKode(isi.bolehMelewati),
    catatan: daftarObjek(isi.catatan, 200).map((c) => ({
      letak: teks(c.letak, 300),
      temuan: teks(c.temuan, 2000),
      penyelesaian: teks(c.penyelesaian, 2000),
    })),
  }
}

function identitasLonggar(isi: Isi): IdentitasSop {
  const oleh = objek(isi.disahkanOleh)
  const daftar = (nilai: unknown) => daftarBaris(nilai, MAKS_BUTIR_IDENTITAS, MAKS_DAFTAR_IDENTITAS)
  return {
    nomor: atauNull(teks(isi.nomor, 100)),
    tanggalPembuatan: tanggal(isi.tanggalPembuatan),
    tanggalRevisi: tanggal(isi.tanggalRevisi),
    tanggalEfektif: tanggal(isi.tanggalEfektif),
    disahkanOleh: {
      jabatan: atauNull(teks(oleh.jabatan, 200)),
      nama: atauNull(teks(oleh.nama, 200)),
      pangkat: atauNull(teks(oleh.pangkat, 200)),
      nip: atauNull(teks(oleh.nip, 30)),
    },
    instansi: daftar(isi.instansi),
    dasarHukum: sebagaiDaftar(isi.dasarHukum)
      .map((d) => (typeof d === 'string' ? { teks: d } : objek(d)))
      .map((d: Isi) => ({
        teks: teks(d.teks, 1000),
        asli: atauNull(teks(d.asli, 1000)),
        catatan: atauNull(teks(d.catatan, 1000)),
      }))
      .filter((d) => d.teks !== '')
      .slice(0, MAKS_DAFTAR_IDENTITAS),
    kualifikasi: daftar(isi.kualifikasi),
    keterkaitan: daftar(isi.keterkaitan),
    peralatan: daftar(isi.peralatan),
    peringatan: daftar(isi.peringatan),
    pencatatan: daftar(isi.pencatatan),
  }
}

function langkahLonggar(l: Isi, urut: number) {
  return {
    kode: kode(l.kode) ?? `L${urut + 1}`,
    nomor: baris(l.nomor, 20) || String(urut + 1),
    uraian: teks(l.uraian, 2000),
    uraianAsli: atauNull(teks(l.uraianAsli, 2000)),
    catatanKoreksi: atauNull(teks(l.catatanKoreksi, 2000)),
    jenis: salahSatu(l.jenis, KODE_JENIS_LANGKAH) ?? ('tugas' as const),
    pelaksana: daftarKode(l.pelaksana),
    cara: salahSatu(l.cara, CARA_PELAKSANA) ?? ('SALAH_SATU' as const),
    penerima: daftarKode(l.penerima),
    dibantu: daftarKode(l.dibantu),
    kelengkapan: daftarBaris(l.kelengkapan, MAKS_BUTIR),
    dokumen: daftarBaris(l.dokumen, MAKS_BUTIR),
    waktuBaku: waktu(l.waktuBaku),
    keluaran: atauNull(teks(l.keluaran, 300)),
    berikutnya: l.berikutnya === undefined ? undefined : daftarKode(l.berikutnya),
    keputusan: keputusanLonggar(l.keputusan),
    opsional: l.opsional === true,
    tahanPertanyaan: l.tahanPertanyaan === true,
    hanyaPeriode: sebagaiDaftar(l.hanyaPeriode).map(objek).flatMap(periodeLonggar),
    ket: atauNull(teks(l.ket, 1000)),
  }
}

function keputusanLonggar(nilai: unknown) {
  if (nilai === undefined || nilai === null) return null
  const isi = objek(nilai)
  return {
    ya: isi.ya === null ? null : kode(isi.ya),
    tidak: daftarKode(isi.tidak),
    bawaan: kode(isi.bawaan),
  }
}

function periodeLonggar(isi: Isi) {
  const jenis = salahSatu(isi.jenis, JENIS_PERIODE)
  const nomor = sebagaiDaftar(isi.nomor).filter(
    (n): n is number => typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= 12,
  )
  return jenis ? [{ jenis, nomor }] : []
}

/** A standard that cannot be read is none; its words stay. */
function waktu(nilai: unknown): WaktuBaku {
  const hasil = skemaWaktuBaku.safeParse(siapkanWaktuBaku(nilai))
  if (hasil.success) return hasil.data
  const tertulis = typeof nilai === 'object' ? objek(nilai).teks : nilai
  return { jenis: 'TIDAK_ADA', teks: atauNull(baris(tertulis, 100)) }
}

const objek = (nilai: unknown): Isi =>
  typeof nilai === 'object' && nilai !== null && !Array.isArray(nilai) ? (nilai as Isi) : {}
const sebagaiDaftar = (nilai: unknown): unknown[] =>
  nilai === undefined || nilai === null ? [] : Array.isArray(nilai) ? nilai : [nilai]
const daftarObjek = (nilai: unknown, maks: number): Isi[] =>
  Array.isArray(nilai) ? nilai.slice(0, maks).map(objek) : []
const mentahTeks = (nilai: unknown): string =>
  typeof nilai === 'string' ? nilai : typeof nilai === 'number' || typeof nilai === 'boolean' ? String(nilai) : ''
const teks = (nilai: unknown, maks: number): string => rapikanTeks(rapikanTeks(mentahTeks(nilai)).slice(0, maks))
const baris = (nilai: unknown, maks: number): string => rapikanBaris(rapikanBaris(mentahTeks(nilai)).slice(0, maks))
const atauNull = (isi: string): string | null => isi || null
const daftarBaris = (nilai: unknown, maks: number, banyak = MAKS_DAFTAR): string[] =>
  sebagaiDaftar(nilai)
    .map((isi) => baris(isi, maks))
    .filter(Boolean)
    .slice(0, banyak)
const tanggal = (nilai: unknown): string | null => (typeof nilai === 'string' && tanggalAtauBulan(nilai) ? nilai : null)
const salahSatu = <T extends string>(nilai: unknown, daftar: readonly T[]): T | undefined =>
  daftar.find((satu) => satu === nilai)
const pilihan = <T extends string>(nilai: unknown, daftar: readonly T[]): T[] =>
  sebagaiDaftar(nilai).flatMap((isi) => salahSatu(isi, daftar) ?? [])

/** A code as it is, or in capitals where only that was missing; undefined for what is no code. */
function kode(nilai: unknown): string | undefined {
  const isi = mentahTeks(nilai).trim()
  return [isi, isi.toUpperCase()].find((satu) => POLA_KODE.test(satu))
}
const daftarKode = (nilai: unknown): string[] => [
  ...new Set(
    sebagaiDaftar(nilai)
      .flatMap((isi) => kode(isi) ?? [])
      .slice(0, MAKS_PELAKSANA),
  ),
]

/** The second bearer of a code gets one of its own, so that each can be named. */
function unikkan<T extends { readonly kode: string }>(daftar: readonly T[]): T[] {
  const terpakai = new Set<string>()
  return daftar.map((satu) => {
    let baru = satu.kode
    for (let ke = 2; terpakai.has(baru); ke++) baru = `${satu.kode.slice(0, 36)}-${ke}`
    terpakai.add(baru)
    return { ...satu, kode: baru }
  })
}
