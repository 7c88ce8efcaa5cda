import { denganSatuan, formatAngka } from '../../inti/angka/index.ts'
import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { DAFTAR_AKHIRAN } from '../berkas/index.ts'
import { kalimatKoreksi, susunButir, teksTargetTahunan } from '../formulir/index.ts'
import { rumusTertulis } from '../perencanaan/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { LABEL } from './isian.ts'
import { type AngkaDiketik, susunIsianAngka } from './isian-angka.ts'
import { kurangAnalisis } from './kekurangan.ts'
import type { BarisKertas, BuktiKertas, KertasKerja } from './kueri.ts'
import { kartuUkur } from './metodologi.ts'
import { alamatBerikut } from './tampilan-metodologi.ts'
import {
  kalimatSumber,
  lencanaPredikat,
  teksCapaianUkur,
  teksHitungan,
  teksRealisasiUkur,
  teksTargetUkur,
} from './teks-kertas.ts'
import { teksAturanKhusus, teksPolaritas } from './teks-metodologi.ts'
import { usulAnalisis } from './usul-analisis.ts'

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly kertas: KertasKerja
  readonly baris: BarisKertas
  readonly bukti: readonly BuktiKertas[]
  readonly zona: string
}
/** `angka`: what was typed as figures, with the readings to choose from. */
export type KembalianUkur = {
  readonly isian?: Readonly<Record<string, string>>
  readonly angka?: AngkaDiketik
  readonly kesalahan?: Kesalahan
}
const BIDANG = ['penyebab', 'hambatan', 'solusi', 'programPenunjang'] as const
/** Fields with an explanation of their own, by the address of its text. */
const BANTUAN: Readonly<Record<string, string>> = {
  penyebab: 'pengukuran#arti-penyebab',
  solusi: 'pengukuran#arti-solusi',
}

/** One indicator: its result with the calculation, the figure where it is typed in here, the analysis with helper sentences. */
export function susunIndikator(b: Bahan, { isian = {}, angka, kesalahan = {} }: KembalianUkur = {}) {
  const { kepala, konteks, kertas, baris } = b
  const alamat = `${kepala.alamat}/pengukuran`
  const bantu = usulAnalisis(baris, konteks.siklus.periode)
  const boleh = kepala.bolehSiapkan && baris.terbuka && kertas.kepala.sumber !== null
  const sendiri = kertas.kepala.sumber === 'LANGSUNG'
  const wajib: readonly string[] = kurangAnalisis({ ...baris, penyebab: '', hambatan: '', solusi: '' })
  return {
    judulHalaman: `Pengukuran: ${baris.kartu.nama}`,
    kepala,
    nama: baris.kartu.nama,
    alamat: `${alamat}/indikator/${baris.id}`,
    alamatDaftar: alamat,
    boleh,
    tertutup: kepala.bolehSiapkan && !baris.terbuka,
    alasanKembali: baris.terbuka && kepala.terbuka ? baris.alasanKembali : null,
    sumber: kalimatSumber(kertas.kepala),
    fakta: susunFakta(baris),
    koreksi: (baris.koreksi ?? []).map(kalimatKoreksi),
    predikat: lencanaPredikat(baris.hasil?.keluaran.sampai.predikat ?? null),
    masukan:
      boleh && sendiri ? susunIsianAngka(kartuUkur(baris.kartu, baris.metodologi), baris, { angka, kesalahan }) : null,
    sumberAngka: isian.sumberAngka ?? baris.sumberAngka,
    versi: isian.versi ?? String(baris.versi),
    analisis: BIDANG.map((bidang) => ({
      nama: bidang,
      label: LABEL[bidang],
      nilai: isian[bidang] ?? baris[bidang],
      wajib: wajib.includes(bidang),
      bantu: bantu[bidang],
      bantuan: BANTUAN[bidang],
    })),
    bukti: sendiri
      ? b.bukti.map((k) => susunButir(k, { alamatBukti: `${alamat}/indikator/${baris.id}/bukti`, zona: b.zona }))
      : null,
    buktiDiminta: `${baris.kartu.aturanBukti || 'tidak ditentukan'}${baris.kartu.buktiWajib ? ' (wajib)' : ''}`,
    isianBukti: {
      jenis: isian.jenis ?? 'berkas',
      tautan: isian.tautan ?? '',
      tempatKertas: isian.tempatKertas ?? '',
      keterangan: isian.keterangan ?? '',
    },
    terima: DAFTAR_AKHIRAN,
    berikut: alamatBerikut(kertas, baris, alamat),
    kesalahan,
    label: { ...LABEL, ...labelAngka(baris) },
  }
}
export const halamanIndikatorUkur = halaman<ReturnType<typeof susunIndikator>>('kertas-kerja/indikator')

function susunFakta(b: BarisKertas) {
  const k = b.hasil?.keluaran
  const data = b.kartu.variabel.flatMap((v) =>
    b.variabel[v.kode] === undefined ? [] : [`${v.nama}: ${formatAngka(b.variabel[v.kode])}`],
  )
  return [
    { label: 'Unit', nilai: b.unit },
    ...susunMetode(b),
    { label: 'Target tahun ini', nilai: denganSatuan(teksTargetTahunan(b), b.kartu.satuan) },
    { label: 'Target sampai periode ini', nilai: denganSatuan(teksTargetUkur(b), b.kartu.satuan) },
    { label: 'Data', nilai: data.join('; ') || '–' },
    { label: 'Nilai periode ini', nilai: denganSatuan(teksNilai(b), b.kartu.satuan) },
    { label: 'Realisasi sampai periode ini', nilai: denganSatuan(teksRealisasiUkur(b), b.kartu.satuan) },
    {
      label: 'Capaian periode ini',
      nilai: k ? `${teksCapaianUkur(k.periode.capaian)} · ${teksHitungan(k.periode)}` : '–',
    },
    {
      label: 'Capaian sampai periode ini',
      nilai: k ? `${teksCapaianUkur(k.sampai.capaian)} · ${teksHitungan(k.sampai)}` : '–',
    },
    ...(b.status === 'TIDAK_BERLAKU' ? [{ label: 'Tidak diukur karena', nilai: b.alasanTidakBerlaku }] : []),
    ...(b.sumberAngka ? [{ label: 'Sumber angka', nilai: b.sumberAngka }] : []),
    ...(b.sumberBukti > 0 ? [{ label: 'Bukti', nilai: `${b.sumberBukti} pada formulir unit` }] : []),
  ]
}

/** How it is measured here: formula with the names of its data, rule of the capaian, rounding, zero, cap. */
function susunMetode({ kartu, metodologi }: BarisKertas) {
  const ukur = kartuUkur(kartu, metodologi)
  return [
    { label: 'Rumus nilai', nilai: `${rumusTertulis(ukur) || '–'}${ukur.rumus ? ` (${ukur.rumus})` : ''}` },
    { label: 'Rumus capaian', nilai: teksPolaritas(ukur) },
    { label: 'Aturan', nilai: teksAturanKhusus(ukur) },
  ]
}

const teksNilai = (b: BarisKertas): string =>
  b.status === 'TERISI' && b.nilai !== null && b.kategori === null ? formatAngka(b.nilai) : teksRealisasiUkur(b)
const labelAngka = ({ kartu }: BarisKertas): Record<string, string> =>
  Object.fromEntries(kartu.variabel.map((v) => [`v.${v.kode}`, v.nama]))
