import { halaman } from '../../../inti/http/index.ts'
import { ringkas } from '../../../inti/ringkas.ts'
import { namaPeriode } from '../../../inti/waktu/index.ts'
import { CARA_PELAKSANA, type DefinisiSop } from '../definisi.ts'
import { NAMA_CARA, NAMA_ISIAN_LANGKAH, NAMA_PERIODE, sebutKolom, sebutLangkah } from '../istilah.ts'
import { JENIS_LANGKAH } from '../jenis-langkah.ts'
import type { VersiSop } from '../kueri.ts'
import { JALAN, langkahKosong, pilihanLangkah, teksLangkah, YA_AKHIR, YA_LANJUT } from './isian-langkah.ts'
import { HARI_KALENDER, JENIS_WAKTU, URUTAN_KALENDER } from './isian-waktu.ts'
import { type LangkahLepas, rujukanLangkah } from './rangkaian.ts'
import { dipilih, type Kembalian, kepalaDraf } from './tampilan-draf.ts'
import { sidikBagian } from './ubah-draf.ts'

const opsiDari = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))
const LABEL: Readonly<Record<string, string>> = {
  ...NAMA_ISIAN_LANGKAH,
  jalan: 'Sesudah langkah ini',
  tujuan: 'Langkah tujuan',
  ya: 'Bila Ya',
  tidak: 'Bila Tidak',
  bawaan: 'Yang diusulkan',
  waktuTeks: 'Waktu seperti tertulis',
  waktuJenis: 'Satuan waktu',
  waktuDari: 'Lama',
  waktuSampai: 'Sampai',
}
const CENTANG = [
  'pelaksana',
  'penerima',
  'dibantu',
  'tujuan',
  'tidak',
  'opsional',
  'tahanPertanyaan',
  'hanyaPeriode',
] as const

/** The page of a step; a new one (`sesudah`: the step it comes after, null for the first place) without `lama`. */
export function susunIsianLangkah(
  versi: VersiSop,
  { lama, sesudah = null }: { lama: LangkahLepas | null; sesudah?: string | null },
  { isian, kesalahan = {} }: Kembalian = {},
) {
  const { definisi } = versi
  const alamat = `/sop/${versi.id}/draf/langkah`
  const dikembalikan = Object.keys(kesalahan).length > 0
  const nilai: Record<string, string> = dikembalikan
    ? { ...kosongkan(CENTANG), ...isian }
    : teksLangkah(lama ?? langkahKosong(definisi))
  return {
    judulHalaman: lama ? `Langkah ${lama.nomor}` : 'Langkah baru',
    ...kepalaDraf(versi),
    keterangan: lama ? '' : sebutTempat(definisi, sesudah),
    alamatKirim: lama ? `${alamat}/${encodeURIComponent(lama.kode)}` : alamat,
    baru: lama === null,
    sesudah: sesudah ?? '',
    sidik: isian?.sidik ?? (lama ? sidikBagian(lama) : ''),
    isian: nilai,
    pilihan: Object.fromEntries(CENTANG.map((nama) => [nama, dipilih(nilai[nama])])),
    opsi: susunOpsi(definisi, lama?.kode ?? null),
    jenis: JENIS_LANGKAH.map(({ nama, keterangan }) => ({ nama, keterangan })),
    kesalahan,
    label: LABEL,
  }
}
export const halamanIsianLangkah = halaman<ReturnType<typeof susunIsianLangkah>>('sop/isian-langkah')

const kosongkan = (nama: readonly string[]): Record<string, string> => Object.fromEntries(nama.map((n) => [n, '']))

function sebutTempat(definisi: DefinisiSop, sesudah: string | null): string {
  if (definisi.langkah.length === 0) return 'Langkah pertama SOP ini.'
  return sesudah === null ? 'Di awal, sebelum langkah pertama.' : `Sesudah ${sebutLangkah(definisi, sesudah)}.`
}

function susunOpsi(definisi: DefinisiSop, lama: string | null) {
  const ada = pilihanLangkah(definisi, lama)
  const langkah = ada.langkah.map((kode) => ({ nilai: kode, teks: sebutPendek(definisi, kode) }))
  return {
    jenis: JENIS_LANGKAH.map((j) => ({ nilai: j.kode, teks: `${j.nama}: ${j.keterangan}` })),
    kolom: ada.kolom.map((kode) => ({ nilai: kode, teks: sebutKolom(definisi, [kode]) })),
    cara: CARA_PELAKSANA.map((c) => ({
      nilai: c,
      teks: NAMA_CARA[c],
      petunjuk:
        c === 'SEMUA'
          ? 'Langkah selesai setelah setiap kolom bertindak.'
          : 'Siapa pun dari kolom itu dapat menyelesaikannya.',
    })),
    jalan: opsiDari(JALAN),
    langkah,
    ya: [{ nilai: YA_LANJUT, teks: 'Langkah di bawahnya' }, { nilai: YA_AKHIR, teks: 'SOP selesai' }, ...langkah],
    bawaan: [{ nilai: '', teks: 'Yang pertama dicentang' }, ...langkah],
    periode: ada.periode.map((nilai) => ({ nilai, teks: sebutPeriode(nilai) })),
    waktu: opsiDari(JENIS_WAKTU),
    // an object with numbers for keys would list them by size: the last week comes last
    urutan: ['1', '2', '3', '4', '-1'].map((nilai) => ({
      nilai,
      teks: URUTAN_KALENDER[nilai as keyof typeof URUTAN_KALENDER],
    })),
    hari: opsiDari(HARI_KALENDER),
  }
}

function sebutPendek(definisi: DefinisiSop, kode: string): string {
  const l = definisi.langkah.find((satu) => satu.kode === kode)
  if (!l) return `${kode} (tidak ada)`
  const uraian = ringkas(l.uraian, 70)
  return `${l.nomor}. ${uraian || '(uraian belum ditulis)'}`
}

/** "TRIWULAN-4" → "Triwulan IV"; a kind as a whole → "Setiap triwulan". */
function sebutPeriode(nilai: string): string {
  const [jenis = '', nomor] = nilai.split('-')
  const kata = NAMA_PERIODE[jenis as keyof typeof NAMA_PERIODE]
  if (nomor === undefined) return `Setiap ${kata.toLowerCase()}`
  return namaPeriode({ jenis: jenis as 'BULAN', tahun: 2026, nomor: Number(nomor) }).replace(' 2026', '')
}

/** Asks before a step is taken out: what points to it, and where that is to point instead. */
export function susunHapusLangkah(versi: VersiSop, langkah: LangkahLepas) {
  const { definisi } = versi
  const urutan = definisi.langkah.findIndex((l) => l.kode === langkah.kode)
  const susulan = definisi.langkah[urutan + 1]
  const lain = definisi.langkah.filter((l) => l.kode !== langkah.kode)
  return {
    judulHalaman: `Hapus langkah ${langkah.nomor}`,
    ...kepalaDraf(versi),
    apa: `langkah ${langkah.nomor}. ${langkah.uraian || '(uraian belum ditulis)'}`,
    alamatKirim: `/sop/${versi.id}/draf/langkah/${encodeURIComponent(langkah.kode)}/penghapusan`,
    alamatBatal: `/sop/${versi.id}/langkah`,
    versi: versi.versi,
    rujukan: rujukanLangkah(definisi, langkah.kode).map(
      (r) => `${sebutLangkah(definisi, r.langkah.kode)}, pada ${r.isian}: ${r.langkah.uraian.slice(0, 100)}`,
    ),
    opsi: [
      ...(susulan ? [{ nilai: susulan.kode, teks: `Alihkan ke ${sebutPendek(definisi, susulan.kode)}` }] : []),
      { nilai: '', teks: 'Hapus tujuan itu' },
      ...lain
        .filter((l) => l !== susulan)
        .map((l) => ({ nilai: l.kode, teks: `Alihkan ke ${sebutPendek(definisi, l.kode)}` })),
    ],
  }
}
