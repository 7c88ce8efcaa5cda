import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { type BarisSiklus, judulSiklus, type Kepala, type KonteksLangkah, tabSiklus } from '../siklus/index.ts'
import { kalimatRingkasan, keteranganBaris, teksCapaian, teksRealisasi, teksRupiah, teksSerapan, teksTarget } from './baris-tampil.ts'
import { bedaRekap } from './beda-rekap.ts'
import type { BarisRekap, IsiRekap } from './isi-rekap.ts'
import type { VersiRekap } from './kueri.ts'

daftarkanPesan({
  'rekap-dibekukan': 'Rekap dibekukan sebagai versi bernomor. Langkah berikutnya sudah terbuka.',
  'formulir-dikembalikan': 'Formulir dikembalikan kepada unitnya. Rekap dilanjutkan setelah unit itu menyerahkan lagi.',
})

const TANDA = { 'hijau-tua': 'SANGAT_TINGGI', hijau: 'TINGGI', kuning: 'SEDANG', jingga: 'RENDAH', merah: 'SANGAT_RENDAH' } as Readonly<Record<string, string>>

/** One recap as tables ready to print on a page. */
export function susunMatriks(isi: IsiRekap) {
  return {
    ringkasan: kalimatRingkasan(isi),
    catatanSkala: `Predikat menurut ${isi.skala.nama} (${isi.skala.sumber}). Target dan realisasi dihitung sampai akhir ${isi.namaPeriode}.`,
    unit: isi.unit.map((u) => ({
      id: u.unitId,
      nama: u.nama,
      alamat: `/formulir/${u.formulirId}`,
      status: { kode: u.status, teks: STATUS_FORMULIR[u.status] ?? u.status },
      baris: u.baris.map(susunBaris),
      anggaran: u.anggaran.map((a) => ({ nama: `${a.kode} ${a.nama}`, pagu: teksRupiah(a.pagu), realisasi: a.status === 'TIDAK_BERLAKU' ? 'tidak berlaku' : teksRupiah(a.realisasi), serapan: teksSerapan(a), keterangan: [...a.peringatan, a.keterangan].filter(Boolean).join(' ') })),
    })),
    perluDiperiksa: isi.unit.flatMap((u) => u.baris.filter(perluDilihat).map((b) => ({ unit: u.nama, indikator: b.nama, keterangan: keteranganBaris(b) }))),
  }
}

const STATUS_FORMULIR: Readonly<Record<string, string>> = { DISIAPKAN: 'Belum dibagikan', DIBAGIKAN: 'Belum diterima', DITERIMA: 'Sedang diisi', DISERAHKAN: 'Diserahkan', DIKEMBALIKAN: 'Dikembalikan' }
const perluDilihat = (b: BarisRekap): boolean => b.status === 'KOSONG' || b.tanpaBukti || b.peringatan.length > 0

const susunBaris = (b: BarisRekap) => ({
  kode: b.kode,
  nama: b.nama,
  satuan: b.satuan,
  target: teksTarget(b),
  realisasi: teksRealisasi(b),
  capaian: teksCapaian(b.capaian),
  rumus: b.capaian.jenis === 'NILAI' ? b.capaian.rumus : b.capaian.alasan,
  predikat: b.predikat ? { kode: TANDA[b.predikat.warna] ?? 'BELUM', teks: b.predikat.nama } : null,
  keterangan: keteranganBaris(b),
  tanda: b.status === 'KOSONG' ? 'kosong' : perluDilihat(b) ? 'ragu' : '',
})

type BahanLangkah = { kepala: Kepala; konteks: KonteksLangkah; kini: IsiRekap; versi: readonly VersiRekap[]; isian?: Record<string, string>; kesalahan?: Kesalahan }
/** The step: live matrix, doubts, what changed since the last frozen version, freeze, send a form back. */
export function susunLangkahRekap({ kepala, konteks, kini, versi, isian = {}, kesalahan = {} }: BahanLangkah) {
  const terakhir = versi[0]
  return {
    judulHalaman: kepala.judul,
    kepala,
    versiSiklus: konteks.siklus.versi,
    alamat: kepala.alamat,
    alamatExcel: `/rekap/${konteks.siklus.id}/excel`,
    nomorBerikut: (terakhir?.nomorVersi ?? 0) + 1,
    matriks: susunMatriks(kepala.terbuka || !terakhir ? kini : terakhir.isi),
    judulMatriks: kepala.terbuka || !terakhir ? 'Keadaan sekarang' : `Versi ${terakhir.nomorVersi}`,
    beda: terakhir && kepala.terbuka ? bedaRekap(terakhir.isi, kini) : [],
    versiLalu: terakhir?.nomorVersi ?? 0,
    opsiUnit: kini.unit.filter((u) => u.status === 'DISERAHKAN').map((u) => ({ nilai: u.unitId, teks: u.nama })),
    isian,
    kesalahan,
  }
}
export const halamanLangkahRekap = halaman<ReturnType<typeof susunLangkahRekap>>('rekap/langkah')

type BahanTab = { siklus: BarisSiklus; kini: IsiRekap; versi: readonly VersiRekap[]; pilihan: number | null; pelaku: Pelaku }
/** The tab "Formulir" of a siklus: the matrix as it stands, or a frozen version. */
export function susunTabRekap({ siklus, kini, versi, pilihan, pelaku }: BahanTab) {
  const terpilih = versi.find((v) => v.nomorVersi === pilihan)
  return {
    ...judulSiklus(siklus),
    tab: tabSiklus(siklus, 'formulir'),
    ada: kini.unit.length > 0,
    matriks: susunMatriks(terpilih?.isi ?? kini),
    judulMatriks: terpilih ? `Rekap versi ${terpilih.nomorVersi}, dibekukan ${tanggalJam(terpilih.dibekukanPada, pelaku.zonaWaktu)} oleh ${terpilih.dibekukanOleh}` : 'Keadaan formulir sekarang',
    alamatExcel: `/rekap/${siklus.id}/excel${terpilih ? `?versi=${terpilih.nomorVersi}` : ''}`,
    versi: [
      { teks: 'Sekarang', alamat: `/rekap/${siklus.id}`, aktif: !terpilih },
      ...versi.map((v) => ({ teks: `Versi ${v.nomorVersi}`, alamat: `/rekap/${siklus.id}?versi=${v.nomorVersi}`, aktif: v === terpilih })),
    ],
  }
}
export const halamanTabRekap = halaman<ReturnType<typeof susunTabRekap>>('rekap/tab')
