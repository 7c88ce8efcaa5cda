import { teksUkuran } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode, tanggalJam } from '../../inti/waktu/index.ts'
import type { KoreksiSiklus } from '../koreksi/index.ts'
import { type DokumenSiklus, judulDokumen, type Kepala, type KonteksLangkah } from '../siklus/index.ts'
import type { ambilArsip, RingkasArsip } from './kueri.ts'

daftarkanPesan({
  'arsip-disegel': 'Arsip disegel. Isi siklus ini tidak dapat diubah lagi.',
  'arsip-utuh': 'Arsip utuh: sidik paket sama dengan saat disegel, dan semua hasilnya terhitung ulang sama.',
  'arsip-hitungan-beda': {
    jenis: 'peringatan',
    teks: 'Sidik paket sama dengan saat disegel, tetapi ada hasil yang tidak terhitung ulang sama. Beri tahu admin.',
  },
  'arsip-rusak': {
    jenis: 'peringatan',
    teks: 'Paket arsip TIDAK sama dengan saat disegel. Pulihkan dari cadangan dan beri tahu admin.',
  },
})

type Bahan = {
  kepala: Kepala
  konteks: KonteksLangkah
  dokumen: readonly DokumenSiklus[]
  berkas: readonly { nama: string; ukuran: number; unit: string | null }[]
  arsip: Awaited<ReturnType<typeof ambilArsip>> | null
  isian?: Record<string, string>
  kesalahan?: Kesalahan
}
/** The step: what will be sealed, or what was. */
export const susunLangkahArsip = ({ kepala, konteks, dokumen, berkas, arsip, isian = {}, kesalahan = {} }: Bahan) => ({
  judulHalaman: kepala.judul,
  kepala,
  alamat: kepala.alamat,
  versi: konteks.siklus.versi,
  alamatArsip: arsip ? `/arsip/${arsip.id}` : null,
  dokumen: dokumen.map((d) => ({
    // several steps of an SOP may name the same output
    teks: `${judulDokumen(d)} (langkah ${konteks.siklus.definisi.langkah.find((l) => l.kode === d.kodeLangkah)?.nomor ?? d.urut})`,
    alamat: `/siklus/${konteks.siklus.id}/dokumen/${d.id}`,
  })),
  berkas: berkas.map((b) => ({ nama: b.nama, unit: b.unit ?? 'Umum', ukuran: teksUkuran(b.ukuran) })),
  isian,
  kesalahan,
})
export const halamanLangkahArsip = halaman<ReturnType<typeof susunLangkahArsip>>('arsip/langkah')

export const susunDaftarArsip = (
  daftar: readonly RingkasArsip[],
  saringan: { kata: string; tahun: string },
  pelaku: Pelaku,
) => ({
  judulHalaman: 'Arsip',
  saringan,
  daftar: daftar.map((a) => ({
    alamat: `/arsip/${a.id}`,
    nama: a.namaSop.replace(/^SOP /, ''),
    periode: namaPeriode({ jenis: a.jenisPeriode, tahun: a.tahun, nomor: a.nomorPeriode }),
    disegel: tanggalJam(a.disegelPada, pelaku.zonaWaktu),
    oleh: a.disegelOleh,
    ukuran: teksUkuran(a.ukuran),
    tempat: a.tempatKertas || '–',
  })),
})
export const halamanDaftarArsip = halaman<ReturnType<typeof susunDaftarArsip>>('arsip/daftar')

export const susunArsip = (
  arsip: Awaited<ReturnType<typeof ambilArsip>>,
  { pelaku, bolehUnduh, koreksi }: { pelaku: Pelaku; bolehUnduh: boolean; koreksi: readonly KoreksiSiklus[] },
) => ({
  judulHalaman: arsip.nama,
  alamat: `/arsip/${arsip.id}`,
  alamatSiklus: `/siklus/${arsip.siklusId}`,
  fakta: [
    { label: 'Disegel', nilai: tanggalJam(arsip.disegelPada, pelaku.zonaWaktu) },
    { label: 'Oleh', nilai: `${arsip.disegelOleh}, ${arsip.jabatanPenyegel}` },
    { label: 'Ukuran paket', nilai: teksUkuran(arsip.ukuran) },
    { label: 'Tempat arsip kertas', nilai: arsip.tempatKertas || 'tidak ada' },
    { label: 'Sidik SHA-256 paket', nilai: arsip.sha256 },
  ],
  bolehUnduh,
  /** made since, or before: the sealed package stays as it is */
  koreksi: koreksi.map((k) => ({
    sel: [{ teks: k.nama, alamat: `/koreksi/${k.id}` }, k.kalimat, `Versi ${k.versi}`],
  })),
  alamatRekap: `/rekap/${arsip.siklusId}`,
  manifest: arsip.manifest.map((m) => ({ ...m, ukuran: teksUkuran(m.ukuran) })),
})
export const halamanArsip = halaman<ReturnType<typeof susunArsip>>('arsip/arsip')
