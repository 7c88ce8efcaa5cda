import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'
import { kalimatKoreksi } from '../formulir/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { perUnit } from './dokumen-metodologi.ts'
import { LABEL } from './isian.ts'
import { belumJatuhTempo, kekuranganPengukuran, kurangAnalisis, kurangBukti, terukur } from './kekurangan.ts'
import type { BarisKertas, KertasKerja } from './kueri.ts'
import type { Pengumpulan } from './sumber-pengumpulan.ts'
import { susunGulungan } from './tampilan-gulungan.ts'
import {
  kalimatSumber,
  lencanaPredikat,
  teksCapaianUkur,
  teksHitungan,
  teksRealisasiUkur,
  teksTargetUkur,
} from './teks-kertas.ts'

daftarkanPesan({
  'sumber-diambil': 'Angka diambil dari pengumpulan data yang disetujui dan capaiannya dihitung.',
  'sumber-sendiri': 'Angka diisi di sini. Isi setiap indikator beserta sumber dan buktinya.',
  'pengukuran-disimpan': 'Pengukuran indikator itu tersimpan.',
  'kalimat-bantu-disalin': 'Kalimat bantu disalin ke analisis yang masih kosong dan ditandai. Periksa dan lengkapi.',
  'kalimat-bantu-tiada': { jenis: 'info', teks: 'Tidak ada analisis kosong yang dapat dibantu dari data.' },
})

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly kertas: KertasKerja | null
  readonly pengumpulan: readonly Pengumpulan[]
  /** false: only the rows of the reader's own unit; a roll-up of those would mislead */
  readonly lengkap: boolean
}
type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** The step: where the figures come from, results per indicator, roll-up, what is still missing. */
export function susunPengukuran(
  { kepala, konteks, kertas, pengumpulan, lengkap }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const baris = kertas?.baris ?? []
  const alamat = `${kepala.alamat}/pengukuran`
  return {
    judulHalaman: `Pengukuran · ${kepala.periode}`,
    kepala,
    alamat,
    // the rows may be there since the methodology
    ada: kertas !== null && konteks.langkah.dibukaPada !== null,
    sumber: kertas ? susunSumber(kertas, pengumpulan) : null,
    pilihSumber: kertas && kepala.bolehSiapkan ? susunPilihSumber({ kertas, konteks, pengumpulan }) : null,
    versi: isian.versi ?? String(kertas?.kepala.versi ?? 0),
    isian: { alasan: isian.alasan ?? '' },
    kekurangan: kepala.terbuka ? kekuranganPengukuran(kertas) : [],
    hitungan: susunHitungan(baris),
    periode: namaPeriode(konteks.siklus.periode),
    unit: perUnit(baris).map(({ unitId, unit, baris: milik }) => ({
      id: unitId,
      nama: unit,
      baris: milik.map((b) => susunBaris(b, alamat)),
    })),
    koreksi: baris.flatMap((b) => (b.koreksi ?? []).map((k) => `${b.kartu.nama}: ${kalimatKoreksi(k)}`)),
    gulungan: kertas && lengkap ? susunGulungan(kertas) : null,
    kesalahan,
    label: LABEL,
  }
}
export const halamanPengukuran = halaman<ReturnType<typeof susunPengukuran>>('kertas-kerja/pengukuran')

/** Sentence and links of the source; a newer approved version is said. */
function susunSumber({ kepala }: KertasKerja, pengumpulan: readonly Pengumpulan[]) {
  const baru = pengumpulan.filter(
    (p) => p.disetujui && !kepala.sumberRincian.some((s) => s.siklusId === p.siklusId && s.versi === p.versi),
  )
  return {
    kalimat: kalimatSumber(kepala),
    tautan: kepala.sumberRincian.map((s) => ({
      teks: `${s.nama}, rekap versi ${s.versi}`,
      alamat: `/rekap/${s.siklusId}?versi=${s.versi}`,
    })),
    belum: kepala.sumber === null,
    lebihBaru: kepala.sumber === 'SIKLUS' ? baru.map((p) => `${p.nama} kini versi ${p.versi}`) : [],
  }
}

/** What is asked while the source is undecided, or may be changed. Null where the forms of this siklus are the source. */
function susunPilihSumber({ kertas, pengumpulan }: Pick<Bahan, 'konteks' | 'pengumpulan'> & { kertas: KertasKerja }) {
  const { sumber } = kertas.kepala
  if (sumber === 'FORMULIR') return null
  const disetujui = pengumpulan.filter((p) => p.disetujui)
  const belum = pengumpulan.filter((p) => !p.disetujui)
  return {
    bolehAmbil: disetujui.length > 0,
    tombolAmbil: sumber === 'SIKLUS' ? 'Ambil ulang angkanya' : 'Ambil angkanya',
    dari: disetujui.map((p) => `${p.nama} versi ${p.versi}`).join('; '),
    bolehSendiri: sumber !== 'LANGSUNG',
    peringatan: disetujui.length > 0 ? '' : teksBelumAda(belum),
    tautan: belum.map((p) => ({ teks: p.nama, alamat: `/siklus/${p.siklusId}` })),
  }
}

const teksBelumAda = (belum: readonly Pengumpulan[]): string =>
  belum.length > 0
    ? `Pengumpulan data periode ini belum disetujui: ${belum.map((p) => p.nama).join('; ')}. Tunggu persetujuannya, atau isi angkanya sendiri dengan alasan.`
    : 'Tidak ada pengumpulan data yang disetujui untuk periode ini. Isi angkanya sendiri beserta sumber dan buktinya, dengan alasan.'

function susunHitungan(baris: readonly BarisKertas[]) {
  const hitung = (syarat: (b: BarisKertas) => boolean) => baris.filter(syarat).length
  const takTerhitung = hitung((b) => b.status === 'TERISI' && !terukur(b))
  return [
    { jumlah: `${hitung(terukur)}/${baris.length}`, teks: 'indikator terukur' },
    { jumlah: hitung((b) => b.jatuhTempo && b.status === 'KOSONG'), teks: 'belum ada angkanya', nada: 'merah' },
    // rare, but without it the numbers do not add up
    ...(takTerhitung > 0 ? [{ jumlah: takTerhitung, teks: 'tidak dapat dihitung' }] : []),
    { jumlah: hitung((b) => b.status === 'TIDAK_BERLAKU'), teks: 'tidak diukur' },
    { jumlah: hitung(belumJatuhTempo), teks: 'belum jatuh tempo' },
    { jumlah: hitung((b) => kurangAnalisis(b).length > 0), teks: 'analisis belum lengkap', nada: 'kuning' },
  ]
}

function susunBaris(b: BarisKertas, alamat: string) {
  const k = b.hasil?.keluaran
  return {
    nama: b.kartu.nama,
    rinci: `${b.kartu.jenis} · ${b.kartu.satuan}`,
    alamat: `${alamat}/indikator/${b.id}`,
    target: teksTargetUkur(b),
    realisasi: teksRealisasiUkur(b),
    periode: k ? teksCapaianUkur(k.periode.capaian) : '–',
    sampai: k ? teksCapaianUkur(k.sampai.capaian) : '–',
    hitungan: k ? teksHitungan(k.sampai) : '',
    predikat: lencanaPredikat(k?.sampai.predikat ?? null),
    keadaan: keadaan(b),
    alasanKembali: b.terbuka ? b.alasanKembali : null,
    tanda: b.alasanKembali !== null && b.terbuka ? 'salah' : '',
  }
}

function keadaan(b: BarisKertas): { kode: string; teks: string } {
  if (b.alasanKembali !== null && b.terbuka) return { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
  if (b.status === 'KOSONG' && b.jatuhTempo) return { kode: 'KOSONG', teks: 'Belum ada angka' }
  if (b.status === 'KOSONG') return { kode: 'BELUM_JATUH_TEMPO', teks: 'Belum jatuh tempo' }
  if (b.status === 'TIDAK_BERLAKU') return { kode: 'TIDAK_BERLAKU', teks: 'Tidak diukur' }
  if (b.sumberBukti === 0 && kurangBukti(b)) return { kode: 'TANPA_BUKTI', teks: 'Tanpa bukti' }
  return kurangAnalisis(b).length > 0
    ? { kode: 'BELUM_LENGKAP', teks: 'Analisis belum lengkap' }
    : { kode: 'LENGKAP', teks: 'Lengkap' }
}
