import { formatAngka, formatIsian } from '../../inti/angka/index.ts'
import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { DAFTAR_AKHIRAN } from '../berkas/index.ts'
import { type IsianBaris, susunButir, type Taksa, teksTargetTahunan } from '../formulir/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { LABEL } from './isian.ts'
import { kurangAnalisis } from './kekurangan.ts'
import type { BarisKertas, BuktiKertas, KertasKerja } from './kueri.ts'
import { kartuUkur, teksPolaritas } from './metodologi.ts'
import { alamatBerikut } from './tampilan-metodologi.ts'
import {
  kalimatSumber,
  lencanaPredikat,
  teksCapaianUkur,
  teksHitungan,
  teksRealisasiUkur,
  teksTargetUkur,
} from './teks-kertas.ts'
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
  readonly angka?: { readonly isian: IsianBaris; readonly taksa: Readonly<Record<string, Taksa>> }
  readonly kesalahan?: Kesalahan
}
const BIDANG = ['penyebab', 'hambatan', 'solusi', 'programPenunjang'] as const

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
    predikat: lencanaPredikat(baris.hasil?.keluaran.sampai.predikat ?? null),
    masukan: boleh && sendiri ? susunMasukan(baris, { angka, kesalahan }) : null,
    sumberAngka: isian.sumberAngka ?? baris.sumberAngka,
    versi: isian.versi ?? String(baris.versi),
    analisis: BIDANG.map((bidang) => ({
      nama: bidang,
      label: LABEL[bidang],
      nilai: isian[bidang] ?? baris[bidang],
      wajib: wajib.includes(bidang),
      bantu: bantu[bidang],
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
    { label: 'Metodologi', nilai: `${b.metodologi.rumus || '–'} · ${teksPolaritas(b.metodologi)}` },
    { label: 'Target tahun ini', nilai: `${teksTargetTahunan(b)} ${b.kartu.satuan}` },
    { label: 'Target sampai periode ini', nilai: teksTargetUkur(b) },
    { label: 'Data', nilai: data.join('; ') || '–' },
    { label: 'Nilai periode ini', nilai: teksNilai(b) },
    { label: 'Realisasi sampai periode ini', nilai: teksRealisasiUkur(b) },
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

const teksNilai = (b: BarisKertas): string =>
  b.status === 'TERISI' && b.nilai !== null && b.kategori === null ? formatAngka(b.nilai) : teksRealisasiUkur(b)

type Diketik = Pick<KembalianUkur, 'angka'> & { readonly kesalahan: Kesalahan }

/** Inputs of the figure, with what was typed or is stored. */
function susunMasukan(b: BarisKertas, { angka, kesalahan }: Diketik) {
  const kartu = kartuUkur(b.kartu, b.metodologi)
  const diketik = angka?.isian
  return {
    variabel:
      kartu.metode === 'KATEGORI'
        ? []
        : kartu.variabel.map((v) => ({
            nama: `v.${v.kode}`,
            label: v.nama,
            satuan: v.satuan ?? '',
            nilai: diketik ? (diketik.variabel[v.kode] ?? '') : formatIsianAda(b.variabel[v.kode]),
            kesalahan: kesalahan[`v.${v.kode}`] ?? null,
            namaPilihan: `pilih.${v.kode}`,
            kemungkinan: (angka?.taksa[v.kode] ?? []).map((k) => ({ nilai: k, teks: formatIsian(k) })),
          })),
    kategori:
      kartu.metode === 'KATEGORI'
        ? {
            nilai: diketik?.kategori ?? b.kategori ?? '',
            opsi: [
              { nilai: '', teks: 'Pilih…' },
              ...kartu.kategori.map((k) => ({ nilai: k.kode, teks: k.nama ?? k.kode })),
            ],
          }
        : null,
    tidakBerlaku: diketik ? diketik.tidakBerlaku : b.status === 'TIDAK_BERLAKU',
    alasan: diketik ? diketik.alasan : b.alasanTidakBerlaku,
  }
}

const formatIsianAda = (nilai: string | undefined): string => (nilai === undefined ? '' : formatIsian(nilai))
const labelAngka = ({ kartu }: BarisKertas): Record<string, string> =>
  Object.fromEntries(kartu.variabel.map((v) => [`v.${v.kode}`, v.nama]))
