import { denganSatuan } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { teksTargetTahunan } from '../formulir/index.ts'
import {
  AGREGASI,
  ARAH,
  METODE,
  POLARITAS,
  rumusTertulis,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
} from '../perencanaan/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { perUnit } from './dokumen-metodologi.ts'
import { LABEL } from './isian.ts'
import type { BarisKertas, KertasKerja } from './kueri.ts'
import { kartuUkur, metodeCocok, penyimpangan, polaritasCocok, usulMetodologi } from './metodologi.ts'
import { KODE_SMART, NAMA_SMART, usulSmart } from './smart.ts'
import { teksAturanKhusus, teksMetodologi, teksPolaritas } from './teks-metodologi.ts'

daftarkanPesan({
  'metodologi-disimpan': 'Metodologi indikator itu tersimpan.',
  'kertas-disusun': 'Kertas Kerja disusun ulang dari Perjanjian Kinerja. Yang sudah Anda tulis tetap.',
})

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly kertas: KertasKerja | null
  readonly kesalahan?: Kesalahan
}

/** The step: every indicator with how it is measured, deviations first to be seen. */
export function susunMetodologi({ kepala, konteks, kertas, kesalahan = {} }: Bahan) {
  const baris = kertas?.baris ?? []
  const alamat = `${kepala.alamat}/metodologi`
  const menyimpang = baris.filter((b) => penyimpangan(b.metodologi, b).length > 0).length
  const kurangSmart = baris.filter((b) => KODE_SMART.some((k) => !b.metodologi.smart[k])).length
  return {
    judulHalaman: `Metodologi pengukuran · ${kepala.periode}`,
    kepala,
    alamat,
    kesalahan,
    label: LABEL,
    ada: kertas !== null,
    dasar: `Indikator dari Perjanjian Kinerja yang berlaku ${tanggalPanjang(konteks.siklus.akhirPeriode)}. Metodologinya diusulkan dari kartu indikator.`,
    hitungan: [
      { jumlah: baris.length, teks: 'indikator' },
      { jumlah: menyimpang, teks: 'menyimpang dari kartu', nada: 'kuning' },
      { jumlah: kurangSmart, teks: 'belum SMART seluruhnya', nada: 'kuning' },
    ],
    unit: perUnit(baris).map(({ unitId, unit, baris: milik }) => ({
      id: unitId,
      nama: unit,
      baris: milik.map((b) => susunBaris(b, alamat)),
    })),
  }
}
export const halamanMetodologi = halaman<ReturnType<typeof susunMetodologi>>('kertas-kerja/metodologi')

function susunBaris(b: BarisKertas, alamat: string) {
  const beda = penyimpangan(b.metodologi, b)
  const ukur = kartuUkur(b.kartu, b.metodologi)
  const kurang = KODE_SMART.filter((k) => !b.metodologi.smart[k]).map((k) => NAMA_SMART[k].toLowerCase())
  return {
    sel: [
      { teks: b.kartu.nama, alamat: `${alamat}/indikator/${b.id}`, kecil: `${b.kartu.jenis} · ${b.kartu.satuan}` },
      { teks: rumusTertulis(ukur) || METODE[ukur.metode], kecil: ukur.rumus },
      { teks: teksPolaritas(ukur), kecil: teksAturanKhusus(ukur) },
      AGREGASI[ukur.agregasi],
      ukur.sumberData || '–',
      kurang.length === 0 ? 'terpenuhi' : `belum: ${kurang.join(', ')}`,
      {
        status:
          beda.length === 0
            ? { kode: 'TERISI', teks: 'Menurut kartu' }
            : { kode: 'PERINGATAN', teks: `Menyimpang: ${beda.map((p) => p.hal.toLowerCase()).join(', ')}` },
        kecil: b.alasanMetodologi,
      },
    ],
    tanda: beda.length > 0 || kurang.length > 0 ? 'ragu' : '',
  }
}

type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }
type BahanSatu = { readonly kepala: Kepala; readonly kertas: KertasKerja; readonly baris: BarisKertas }

/** One indicator: the card beside what is used in this siklus. */
export function susunMetodologiSatu(
  { kepala, kertas, baris }: BahanSatu,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const { kartu, metodologi: m } = baris
  const alamat = `${kepala.alamat}/metodologi`
  return {
    judulHalaman: `Metodologi: ${kartu.nama}`,
    kepala,
    alamat: `${alamat}/indikator/${baris.id}`,
    alamatDaftar: alamat,
    nama: kartu.nama,
    fakta: [
      { label: 'Unit', nilai: baris.unit },
      { label: 'Target tahun ini', nilai: denganSatuan(teksTargetTahunan(baris), kartu.satuan) },
      { label: 'Definisi', nilai: kartu.definisi || '–' },
      { label: 'Data yang dihitung', nilai: data(baris) },
      ...teksMetodologi(kartu).map(({ hal, teks }) => ({ label: `${hal} pada kartu`, nilai: teks || '–' })),
    ],
    penyimpangan: penyimpangan(m, baris).map((p) => `${p.hal}: ${p.dipakai || '–'} (menurut kartu: ${p.kartu || '–'})`),
    alasanTersimpan: baris.alasanMetodologi,
    boleh: kepala.bolehSiapkan,
    versi: isian.versi ?? String(baris.versi),
    isian: susunIsian(baris, isian),
    opsi: susunOpsi(baris),
    bolehMin: polaritasCocok(kartu).includes('MIN'),
    /** the direction counts outside a range, and for the best value of what must be met exactly */
    bolehArah: kartu.polaritas === 'RENTANG' || kartu.polaritas === 'TEPAT',
    berikut: alamatBerikut(kertas, baris, alamat),
    kesalahan,
    label: LABEL,
  }
}
export const halamanMetodologiSatu = halaman<ReturnType<typeof susunMetodologiSatu>>('kertas-kerja/metodologi-satu')

/** What was typed, else what is stored, else what the card says. */
function susunIsian({ kartu, target, metodologi, alasanMetodologi }: BarisKertas, isian: Kembalian['isian'] = {}) {
  const { smart, batasCapaian, ...m } = { ...usulMetodologi({ kartu, target }), ...metodologi }
  const tersimpan: Record<string, string> = { ...m, batasCapaian: batasCapaian ?? '', alasanMetodologi }
  return {
    ...Object.fromEntries(Object.keys(tersimpan).map((nama) => [nama, isian[nama] ?? tersimpan[nama] ?? ''])),
    smart: isian.versi === undefined ? KODE_SMART.filter((k) => smart[k]) : (isian.smart ?? '').split('\n'),
  }
}

const opsiDari = (kata: Readonly<Record<string, string>>) =>
  Object.entries(kata).map(([nilai, teks]) => ({ nilai, teks }))

/** Choices that card and target allow. */
function susunOpsi(baris: BarisKertas) {
  const { kartu } = baris
  return {
    metode: metodeCocok(kartu).map((nilai) => ({ nilai, teks: METODE[nilai] })),
    polaritas: polaritasCocok(kartu).map((nilai) => ({ nilai, teks: POLARITAS[nilai] })),
    varianMin: [
      { nilai: '2T-R', teks: '(2 × target − realisasi) ÷ target' },
      { nilai: 'T/R', teks: 'target ÷ realisasi' },
    ],
    agregasi: opsiDari(AGREGASI),
    arah: opsiDari(ARAH),
    pembulatan: opsiDari(TEKS_PEMBULATAN),
    aturanNol: opsiDari(TEKS_ATURAN_NOL),
    batasCapaian: [{ nilai: '', teks: 'Mengikuti aturan tahunnya' }, ...opsiDari(TEKS_BATAS)],
    smart: usulSmart(baris).map((s) => ({ nilai: s.kode, teks: s.nama, petunjuk: s.karena })),
  }
}

/** The data of the card with the codes by which an expression names them; of a category its choices. */
const data = ({ kartu }: BarisKertas): string =>
  (kartu.metode === 'KATEGORI'
    ? kartu.kategori.map((k) => k.nama ?? k.kode).join(', ')
    : kartu.variabel.map((v) => `${v.nama} (${v.kode})`).join('; ')) || '–'

/** The indicator after this one; null for the last. */
export function alamatBerikut({ baris }: KertasKerja, kini: BarisKertas, alamat: string): string | null {
  const berikut = baris[baris.findIndex((b) => b.id === kini.id) + 1]
  return berikut ? `${alamat}/indikator/${berikut.id}` : null
}
