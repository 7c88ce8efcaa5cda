import { bacaAngka } from '../../../inti/angka/index.ts'
import type { KesalahanSop } from '../baca-yaml.ts'
import { mentahWaktu } from '../draf/isian-waktu.ts'
import { rapikanBaris } from '../rapikan-teks.ts'
import { susunIdentitas } from './baca-identitas.ts'
import { type BarisTabel, bacaTabel, kataDaftar, type Letak, sebutTempat, teksSel as teks } from './baca-tabel.ts'
import type { BukuTerbaca, SelTerbaca } from './buka-buku.ts'
import {
  KAMUS,
  KOLOM_CATATAN,
  KOLOM_IDENTITAS,
  KOLOM_LANGKAH,
  KOLOM_PELAKSANA,
  type Kolom,
  LEMBAR,
  SELESAI,
} from './formulir-excel.ts'

export type FormulirTerbaca = {
  /** as a YAML file would say it; not checked */
  readonly mentah: unknown
  /** what the form says that no definition can hold */
  readonly kesalahan: KesalahanSop[]
  /** where a field stands on the form */
  readonly tempat: (jejak: readonly PropertyKey[]) => string | undefined
}
type Peta = Map<string, string>

/** The tables of an Excel form as the raw definition, with the place of every field. Pure; never throws. */
export function bacaFormulir(buku: BukuTerbaca): FormulirTerbaca {
  const kesalahan: KesalahanSop[] = []
  const tempat: Peta = new Map()
  const tabel = (kunci: keyof BukuTerbaca, kolom: readonly Kolom[]) =>
    bacaTabel(buku[kunci], { kolom, lembar: LEMBAR[kunci], kesalahan })
  const catat = (jejak: string, letak: Letak) => tempat.set(jejak, sebutTempat(letak))
  const identitas = susunIdentitas(tabel('identitas', KOLOM_IDENTITAS), { kesalahan, catat })
  const daftar = (
    kunci: 'pelaksana' | 'langkah' | 'catatan',
    kolom: readonly Kolom[],
    susun: (b: BarisTabel) => object,
  ) =>
    tabel(kunci, kolom).map((baris, ke) => {
      for (const { isian } of kolom)
        catat(`${kunci}.${ke}.${BIDANG[isian] ?? isian}`, { lembar: LEMBAR[kunci], nomor: baris.nomor, isian, kolom })
      catat(`${kunci}.${ke}`, { lembar: LEMBAR[kunci], nomor: baris.nomor, kolom })
      return susun(baris)
    })
  const mentah = {
    ...identitas,
    pelaksana: daftar('pelaksana', KOLOM_PELAKSANA, susunPelaksana),
    langkah: daftar('langkah', KOLOM_LANGKAH, susunLangkah),
    catatan: daftar('catatan', KOLOM_CATATAN, (b) => ({
      letak: teks(b.isi('letak')),
      temuan: teks(b.isi('temuan')),
      penyelesaian: teks(b.isi('penyelesaian')),
    })),
  }
  return { mentah, kesalahan, tempat: (jejak) => cariTempat(tempat, jejak) }
}

/** Columns of the form whose field of the definition has another name. */
const BIDANG: Readonly<Record<string, string>> = {
  waktuTeks: 'waktuBaku.teks',
  waktuJenis: 'waktuBaku.jenis',
  waktuDari: 'waktuBaku.nilai',
  waktuSampai: 'waktuBaku.sampai',
  waktuAturan: 'waktuBaku.aturan',
  tidak: 'keputusan.tidak',
  ya: 'keputusan.ya',
  bawaan: 'keputusan.bawaan',
}

function cariTempat(tempat: Peta, jejak: readonly PropertyKey[]): string | undefined {
  for (let panjang = jejak.length; panjang > 0; panjang--) {
    const ada = tempat.get(jejak.slice(0, panjang).map(String).join('.'))
    if (ada) return ada
  }
  return undefined
}

const susunPelaksana = (b: BarisTabel): object => ({
  kode: teks(b.isi('kode')) ?? undefined,
  nama: teks(b.isi('nama')) ?? undefined,
  peran: kataDaftar(teks(b.isi('peran'))).map(KAMUS.peran.keKode),
  jabatan: kataDaftar(teks(b.isi('jabatan'))),
  unit: kataDaftar(teks(b.isi('unit'))),
})

function susunLangkah(b: BarisTabel): object {
  const isi = (isian: string) => teks(b.isi(isian))
  const berikutnya = isi('berikutnya')
  const tidak = kataDaftar(isi('tidak'))
  const memutuskan = ya(isi('keputusan')) || tidak.length > 0
  return {
    kode: isi('kode') ?? undefined,
    nomor: isi('nomor') ?? undefined,
    uraian: isi('uraian') ?? undefined,
    uraianAsli: isi('uraianAsli'),
    catatanKoreksi: isi('catatanKoreksi'),
    jenis: KAMUS.jenis.keKode(isi('jenis') ?? '') || undefined,
    pelaksana: kataDaftar(isi('pelaksana')),
    ...(isi('cara') === null ? {} : { cara: KAMUS.cara.keKode(isi('cara') ?? '') }),
    penerima: kataDaftar(isi('penerima')),
    dibantu: kataDaftar(isi('dibantu')),
    kelengkapan: barisDaftar(isi('kelengkapan')),
    dokumen: barisDaftar(isi('dokumen')),
    waktuBaku: waktuDari(b),
    keluaran: isi('keluaran'),
    ket: isi('ket'),
    ...(isi('opsional') === null ? {} : { opsional: yaTidak(isi('opsional')) }),
    ...(isi('tahanPertanyaan') === null ? {} : { tahanPertanyaan: yaTidak(isi('tahanPertanyaan')) }),
    hanyaPeriode: kataDaftar(isi('hanyaPeriode')).map(periodeDari),
    ...(memutuskan
      ? { keputusan: { ...tujuanYa(isi('ya')), tidak, ...(isi('bawaan') === null ? {} : { bawaan: isi('bawaan') }) } }
      : {}),
    ...(berikutnya === null ? {} : { berikutnya: selesai(berikutnya) ? [] : kataDaftar(berikutnya) }),
  }
}

function waktuDari(b: BarisTabel): unknown {
  const aturan = teks(b.isi('waktuAturan'))
  const [hari = '', urutan = ''] = rapikanBaris(aturan ?? '').split(' ')
  const jenis = KAMUS.waktu.keKode(teks(b.isi('waktuJenis')) ?? 'TIDAK_ADA')
  return mentahWaktu({
    waktuTeks: rapikanBaris(teks(b.isi('waktuTeks')) ?? ''),
    waktuJenis: jenis,
    waktuDari: angka(b.isi('waktuDari')),
    waktuSampai: angka(b.isi('waktuSampai')),
    waktuKe: KAMUS.urutan.keKode(urutan),
    waktuHari: KAMUS.hari.keKode(hari),
  })
}

/** "Triwulan 2, 4" → the kind and its numbers; what is no period stays as typed, to be named. */
function periodeDari(isi: string): object {
  const [, kata = '', nomor = ''] = /^(\D*?)\s*([\d\s,]*)$/.exec(isi) ?? []
  const angkanya = nomor
    .split(',')
    .map((n) => n.trim())
    .filter(Boolean)
    .map(Number)
  return { jenis: KAMUS.periode.keKode(kata === '' ? isi : kata), nomor: angkanya }
}

const tujuanYa = (isi: string | null): object => (isi === null ? {} : { ya: selesai(isi) ? null : isi })
const selesai = (isi: string): boolean => isi.toLowerCase() === SELESAI
const ya = (isi: string | null): boolean => isi?.toLowerCase() === 'ya'
const yaTidak = (isi: string | null): unknown => (ya(isi) ? true : isi?.toLowerCase() === 'tidak' ? false : isi)
/** Items of text: by lines only. */
const barisDaftar = (isi: string | null): string[] => (isi ?? '').split('\n').map(rapikanBaris).filter(Boolean)
/** What is no figure is left as it is, for the check to name. */
function angka(isi: SelTerbaca): unknown {
  if (isi === null || typeof isi === 'number') return isi
  const terbaca = bacaAngka(isi)
  return terbaca.jenis === 'angka' ? Number(terbaca.nilai) : isi
}
