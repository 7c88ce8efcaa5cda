import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalJam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { membacaRekap, type VersiRekap } from '../rekap/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { namaKolom } from './dokumen-laporan.ts'
import { LABEL } from './isian.ts'
import type { Laporan } from './kueri.ts'
import { usulLaporan } from './usul-laporan.ts'

daftarkanPesan({
  'laporan-disimpan': 'Rancangan laporan tersimpan.',
  'laporan-disampaikan': 'Laporan disampaikan. Langkah berikutnya sudah terbuka.',
  'laporan-diteruskan': 'Laporan disampaikan kepada Camat. Siklus menunggu disposisinya.',
  'laporan-dijawab': 'Disposisi terbit. Langkah berikutnya sudah terbuka.',
})

export type Kembalian = { badan?: unknown; isian?: Record<string, string>; kesalahan?: Kesalahan }
export type BahanLapor = {
  readonly konteks: KonteksLangkah
  readonly kepala: Kepala
  readonly laporan: Laporan | null
  readonly rekap: VersiRekap | null
  /** the version before it */
  readonly lalu: VersiRekap | null
  readonly pelaku: Pelaku
}

/** Form of a report, in every state; the proposal of the recap is marked as such. */
export function susunLapor(
  { konteks, kepala, laporan, rekap, pelaku }: BahanLapor,
  { isian, kesalahan = {} }: Kembalian = {},
) {
  return {
    judulHalaman: `${kepala.judul} · ${kepala.periode}`,
    kepala,
    alamat: `${kepala.alamat}/lapor`,
    bolehUbah: kepala.giliranSaya && laporan !== null,
    tombol: `Laporkan kepada ${namaKolom(konteks, konteks.def.penerima) || 'atasan'}`,
    ...susunTeks({ laporan, rekap, pelaku, isian }),
    alamatRekap: alamatRekap({ konteks, rekap, pelaku }),
    kesalahan,
    label: LABEL,
  }
}
/** Address of the frozen recap for those who may see all of it. */
export const alamatRekap = ({
  konteks,
  rekap,
  pelaku,
}: Pick<BahanLapor, 'konteks' | 'rekap' | 'pelaku'>): string | null =>
  rekap && membacaRekap(konteks.siklus.definisi, pelaku)
    ? `/rekap/${konteks.siklus.id}${rekap.nomorVersi > 0 ? `?versi=${rekap.nomorVersi}` : ''}`
    : null

export const halamanLapor = halaman<ReturnType<typeof susunLapor>>('laporan/lapor')

type BahanTeks = Pick<BahanLapor, 'laporan' | 'rekap' | 'pelaku'> & { isian?: Record<string, string> }
/** Fields of the text, what of it is the recap's own proposal, and the reading view. */
export function susunTeks({ laporan, rekap, pelaku, isian }: BahanTeks) {
  const usul = usulLaporan(rekap?.isi ?? null)
  const kini = {
    nomor: laporan?.nomor ?? '',
    tanggal: laporan?.tanggal ?? tanggalLokal(jam.sekarang(), pelaku.zonaWaktu),
    ringkasan: laporan?.ringkasan ?? '',
    hambatan: laporan?.hambatan ?? '',
    saran: laporan?.saran ?? '',
  }
  const isi = { ...kini, ...isian }
  return {
    versi: isian?.versi ?? String(laporan?.versi ?? 0),
    isian: isi,
    ada: laporan !== null,
    sebutRekap: rekap ? sebutRekap(rekap.nomorVersi) : 'rekap',
    petunjuk: {
      ringkasan: asalTeks(isi.ringkasan, usul.ringkasan, rekap),
      hambatan: asalTeks(isi.hambatan, usul.hambatan, rekap) || 'Satu hambatan per baris.',
    },
    usul: rekap && isi.ringkasan !== usul.ringkasan ? usul.ringkasan.split('\n').filter(Boolean) : [],
    baca: laporan ? barisBaca(laporan, pelaku) : [],
  }
}

/** What is reported: a frozen recap, or (version 0) the results of an SOP that measures without one. */
const sebutRekap = (versi: number): string => (versi > 0 ? `rekap versi ${versi}` : 'hasil pengukuran')

const asalTeks = (isi: string, usul: string, rekap: VersiRekap | null): string =>
  rekap && usul !== '' && isi === usul
    ? `Terisi otomatis dari ${sebutRekap(rekap.nomorVersi)}. Periksa, lalu ubah seperlunya; satu butir per baris.`
    : ''

function barisBaca(l: Laporan, { zonaWaktu }: Pelaku) {
  return [
    { label: LABEL.nomor, nilai: l.nomor },
    { label: LABEL.tanggal, nilai: l.tanggal ? tanggalPanjang(l.tanggal) : '' },
    { label: LABEL.ringkasan, nilai: l.ringkasan },
    { label: LABEL.hambatan, nilai: l.hambatan },
    { label: LABEL.saran, nilai: l.saran },
    {
      label: 'Disampaikan',
      nilai: l.disampaikanPada ? `${tanggalJam(l.disampaikanPada, zonaWaktu)} oleh ${l.penyampai}` : '',
    },
  ].filter((b) => b.nilai !== '')
}
