import { formatAngka, formatIsian } from '../../inti/angka/index.ts'
import { ingatObjek } from '../../inti/ingat.ts'
import { jamMenit, type Periode, tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { bacaPredikat, type Skala } from '../pengukuran/index.ts'
import { type Taksa, teksDibaca } from './baca-baris.ts'
import { type BahanHitung, hitungBaris } from './hitung-baris.ts'
import { tanpaBukti } from './hitungan.ts'
import type { IsianBaris } from './isian.ts'
import { adaTarget } from './kartu.ts'
import { tautanKertas } from './kertas/kertas-baris.ts'
import { kalimatKoreksi } from './koreksi-baris.ts'
import type { BarisIsian } from './kueri.ts'
import { belumDiisi } from './saring.ts'
import { isianDari, sidikBaris } from './sidik.ts'
import type { TanggapanBaris } from './simpan-formulir.ts'
import { tautanTanya } from './tanya-baris.ts'
import {
  keadaanBaris,
  teksCapaian,
  teksLalu,
  teksRealisasi,
  teksTargetPeriode,
  teksTargetTahunan,
} from './teks-baris.ts'

/** Texts beside the figures, in the order of the form. */
export const CATATAN_BARIS = [
  { bidang: 'kendala', label: 'Kendala' },
  { bidang: 'faktorPendorong', label: 'Faktor pendorong' },
  { bidang: 'tindakLanjut', label: 'Tindak lanjut' },
  { bidang: 'keterangan', label: 'Keterangan' },
] as const

type Konteks = {
  readonly formulirId: string
  readonly periode: Periode
  readonly skala: Skala
  readonly zona: string
  /** may this person change the row now? */
  readonly bolehIsi: boolean
  readonly tanggapan: TanggapanBaris | undefined
  readonly diketik: IsianBaris | undefined
}
export type TampilanBaris = ReturnType<typeof susunBaris>

/** One indicator row of the form as the page needs it: everything formatted, inputs with what was typed or stored. */
export const susunBaris = (b: BarisIsian, konteks: Konteks) =>
  konteks.tanggapan || konteks.diketik
    ? gambarBaris(b, konteks)
    : konteks.bolehIsi
      ? barisIsi(b, konteks)
      : barisBaca(b, konteks)

function gambarBaris(b: BarisIsian, konteks: Konteks) {
  const { formulirId, periode, skala, bolehIsi, tanggapan, diketik } = konteks
  const isian = diketik ?? isianDari(b)
  const awalan = `b.${b.id}.`
  const kesalahan = tanggapan?.kesalahan ?? {}
  const terbuka = bolehIsi && b.terbuka
  return {
    id: b.id,
    nomor: b.urut,
    awalan,
    nama: b.kartu.nama,
    jenis: b.kartu.jenis,
    satuan: b.kartu.satuan,
    rumus: b.kartu.rumus,
    definisi: b.kartu.definisi,
    keadaan: keadaanBaris(b),
    belum: belumDiisi(b),
    terbuka,
    alamat: `/formulir/${formulirId}/baris/${b.id}`,
    bantuan: `/bantuan/indikator/${b.indikatorId}?tahun=${periode.tahun}`,
    versi: b.versi,
    asal: tanggapan?.bentrok ? '' : sidikBaris(isianDari(b)),
    targetPeriode: teksTargetPeriode(b, periode),
    targetTahun: teksTargetTahunan(b),
    tanpaTarget: !adaTarget(b.target),
    ...susunLalu(b, periode),
    masukan:
      b.kartu.metode === 'KATEGORI' ? [] : susunMasukan(b, { isian, awalan, kesalahan, taksa: tanggapan?.taksa ?? {} }),
    pilihan: b.kartu.metode === 'KATEGORI' ? susunPilihan(b, isian, kesalahan.kategori) : null,
    ...susunHasil(b, { periode, skala }),
    bukti: { jumlah: b.jumlahBukti, kurang: tanpaBukti(b), wajib: b.kartu.buktiWajib, aturan: b.kartu.aturanBukti },
    ...susunCatatan({ isian, awalan, kesalahan }),
    tidakBerlaku: isian.tidakBerlaku,
    alasan: isian.alasan,
    salahAlasan: kesalahan.alasan ?? null,
    bukaCatatan: isian.tidakBerlaku || Object.keys(kesalahan).some((k) => !k.startsWith('v.') && k !== 'kategori'),
    alasanKembali: b.terbuka ? b.alasanKembali : null,
    koreksi: (b.koreksi ?? []).map(kalimatKoreksi),
    kertas: tautanKertas(b),
    tanya: tautanTanya(b),
    bentrok: tanggapan?.bentrok ? susunBentrok(b, konteks.zona) : null,
    /** refused because the row was given to somebody else */
    milik: kesalahan.milik ?? null,
    diubah: b.diubahPada ? `${b.diubahOleh}, ${waktuPendek(b.diubahPada, konteks.zona)}` : '',
  }
}

function susunCatatan({ isian, awalan, kesalahan }: Omit<Masukan, 'taksa'>) {
  const catatan = CATATAN_BARIS.map((c) => ({
    ...c,
    nama: awalan + c.bidang,
    nilai: isian[c.bidang],
    kesalahan: kesalahan[c.bidang] ?? null,
  }))
  return { catatan, jumlahCatatan: catatan.filter((c) => c.nilai !== '').length }
}

/** The last earlier values beside the input, and all up to twelve folded away when there are more. */
function susunLalu(b: BarisIsian, periode: Periode) {
  const lalu = teksLalu(b, periode)
  const semua = teksLalu(b, periode, MAKS_LALU)
  return { lalu, laluSemua: semua.length > lalu.length ? semua : [] }
}
const MAKS_LALU = 12

/** As stored, the same for everybody who may fill it in, and for everybody who may only read it. */
const barisIsi = ingatObjek(gambarBaris)
const barisBaca = ingatObjek(gambarBaris)

type Masukan = {
  isian: IsianBaris
  awalan: string
  kesalahan: Readonly<Record<string, string>>
  taksa: Readonly<Record<string, Taksa>>
}
function susunMasukan(b: BarisIsian, { isian, awalan, kesalahan, taksa }: Masukan) {
  return b.kartu.variabel.map((v) => ({
    kode: v.kode,
    label: v.nama,
    satuan: v.satuan && v.satuan !== b.kartu.satuan ? v.satuan : '',
    nama: `${awalan}v.${v.kode}`,
    nilai: isian.variabel[v.kode] ?? '',
    dibaca: teksDibaca(b.variabel[v.kode]),
    kunciBaca: `baca-${b.id}-${v.kode}`,
    tersimpan: b.variabel[v.kode] === undefined ? '–' : formatAngka(b.variabel[v.kode]),
    kesalahan: kesalahan[`v.${v.kode}`] ?? null,
    namaPilihan: `${awalan}pilih.${v.kode}`,
    /** the two readings of an ambiguous number */
    kemungkinan: (taksa[v.kode] ?? []).map((k) => ({ nilai: k, teks: formatIsian(k) })),
  }))
}

function susunPilihan(b: BarisIsian, isian: IsianBaris, kesalahan: string | undefined) {
  const opsi = [
    { nilai: '', teks: 'Pilih…' },
    ...b.kartu.kategori.map((k) => ({ nilai: k.kode, teks: k.nama ?? k.kode })),
  ]
  return { nama: `b.${b.id}.kategori`, nilai: isian.kategori, opsi, kesalahan: kesalahan ?? null }
}

/** Value, capaian and predikat in words: what stands beside the inputs and what an autosave answers. */
export function susunHasil(b: BahanHitung, { periode, skala }: { periode: Periode; skala: Skala }) {
  const { nilai, capaian, peringatan } = hitungBaris(b, periode)
  const terisi = b.status === 'TERISI'
  const berumus = terisi && nilai.jenis === 'NILAI' && b.kartu.variabel.length > 1
  const hitungan = [
    berumus ? `Realisasi: ${nilai.rumus}.` : '',
    terisi && capaian.jenis === 'NILAI' ? `Capaian: ${capaian.rumus}.` : '',
    terisi && capaian.jenis !== 'NILAI' ? `${capaian.alasan}.` : '',
  ]
  return {
    capaian: teksCapaian(capaian),
    /** '' without a capaian */
    predikat: capaian.jenis === 'NILAI' ? bacaPredikat(capaian.nilai, skala).nama : '',
    realisasi: teksRealisasi(b),
    teks: [...hitungan, ...peringatan.map((p) => `Periksa: ${p}`)].filter(Boolean).join(' '),
    ragu: peringatan.length > 0,
  }
}

/** Who saved a row first, when, and what it holds now. */
export function susunBentrok(b: BarisIsian, zona: string): string {
  const kapan = b.diubahPada ? ` pada ${waktuPendek(b.diubahPada, zona)}` : ''
  const isi = b.kartu.variabel.map(
    (v) => `${v.nama}: ${b.variabel[v.kode] === undefined ? 'kosong' : formatAngka(b.variabel[v.kode])}`,
  )
  const nilai = isi.length > 0 ? isi.join('; ') : teksRealisasi(b)
  return `${b.diubahOleh || 'Orang lain'} lebih dulu menyimpan baris ini${kapan}. Yang tersimpan sekarang: ${nilai}${b.status === 'TIDAK_BERLAKU' ? ' (tidak diukur)' : ''}.`
}

/** "20 Nov 2026, 10.42". */
export const waktuPendek = (waktu: Date, zona: string): string =>
  `${tanggalPendek(tanggalLokal(waktu, zona))}, ${jamMenit(waktu, zona)}`
