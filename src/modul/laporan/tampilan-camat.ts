import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import { susunAngka } from './angka-laporan.ts'
import { namaKolom } from './dokumen-laporan.ts'
import { INSTRUKSI_LAZIM, LABEL, LABEL_JAWABAN, LABEL_REKOMENDASI } from './isian.ts'
import type { Persetujuan, PilihanPegawai, Rekomendasi } from './kueri.ts'
import { alamatRekap, type BahanLapor, type Kembalian, susunTeks } from './tampilan.ts'

type IsianBaris = Readonly<Record<string, string>>
export type BahanCamat = BahanLapor & {
  readonly persetujuan: Persetujuan | null
  readonly rekomendasi: readonly Rekomendasi[]
  readonly pegawai: readonly PilihanPegawai[]
}
const BARIS_REKOMENDASI = 4

/** The page of lapor-camat: the Sekcam's text until it is handed over, then the Camat's answer, then both to read. */
export function susunLaporCamat(
  b: BahanCamat,
  { isian, kesalahan = {}, rekomendasi = [] }: Kembalian & { rekomendasi?: readonly IsianBaris[] } = {},
) {
  const { konteks, kepala, laporan, rekap, pelaku } = b
  const diteruskan = konteks.langkah.diteruskanPada !== null
  const penerima = namaKolom(konteks, konteks.def.penerima)
  return {
    judulHalaman: `${kepala.judul} · ${kepala.periode}`,
    kepala: diteruskan && kepala.terbuka ? { ...kepala, ...kepalaDiteruskan(b, penerima) } : kepala,
    alamat: `${kepala.alamat}/lapor-camat`,
    bolehUbah: kepala.giliranSaya && !diteruskan && laporan !== null,
    bolehJawab: kepala.giliranSaya && diteruskan && laporan !== null,
    tombol: penerima ? `Sampaikan kepada ${penerima}` : 'Selesaikan laporan',
    persetujuan: b.persetujuan
      ? `Rekap versi ${rekap?.nomorVersi ?? 0} disetujui ${b.persetujuan.nama}, ${b.persetujuan.jabatan}, pada ${tanggalJam(b.persetujuan.waktu, pelaku.zonaWaktu)}.`
      : '',
    angka: rekap ? susunAngka(rekap, b.lalu) : null,
    alamatRekap: alamatRekap(b),
    ...susunTeks({ laporan, rekap, pelaku, isian }),
    jawaban: susunJawaban(b),
    isianJawaban: susunIsianJawaban(isian, rekomendasi),
    opsiInstruksi: INSTRUKSI_LAZIM.map((teks) => ({ nilai: teks, teks })),
    opsiPegawai: [
      { nilai: '', teks: 'Pilih penanggung jawab' },
      ...b.pegawai.map((p) => ({ nilai: p.pegawaiId, teks: `${p.jabatan} – ${p.nama}` })),
    ],
    kesalahan,
    label: { ...LABEL, ...LABEL_JAWABAN, ...labelRekomendasi(kesalahan) },
  }
}
export const halamanLaporCamat = halaman<ReturnType<typeof susunLaporCamat>>('laporan/lapor-camat')

/** Once handed over the step is the receiver's: title and turn say so. */
const kepalaDiteruskan = ({ kepala, konteks }: BahanCamat, penerima: string) => ({
  judul: `${konteks.def.nomor}. ${kepala.giliranSaya ? 'Jawab laporan dengan disposisi' : `Menunggu disposisi ${penerima}`}`,
  mengapaSaya: kepala.giliranSaya
    ? 'Laporan ini disampaikan kepada Anda dan menunggu disposisi Anda.'
    : `Laporan sudah disampaikan. Menunggu disposisi ${penerima}.`,
})

function susunJawaban({ laporan, rekomendasi, pelaku }: BahanCamat) {
  if (!laporan?.dijawabPada) return null
  return {
    oleh: `${laporan.penjawab}, ${tanggalJam(laporan.dijawabPada, pelaku.zonaWaktu)}`,
    instruksi: laporan.instruksi,
    catatan: laporan.catatanCamat,
    rekomendasi: rekomendasi.map((t) => ({
      uraian: t.uraian,
      siapa: t.penanggungJawab,
      kapan: t.tenggat ? tanggalPanjang(t.tenggat) : 'tanpa tanggal',
    })),
  }
}

function susunIsianJawaban(isian: Record<string, string> | undefined, rekomendasi: readonly IsianBaris[]) {
  const jumlah = Math.max(BARIS_REKOMENDASI, rekomendasi.length + 1)
  return {
    instruksi: (isian?.instruksi ?? '').split('\n').filter(Boolean),
    instruksiLain: isian?.instruksiLain ?? '',
    catatan: isian?.catatan ?? '',
    rekomendasi: Array.from({ length: jumlah }, (_, i) => {
      const r = rekomendasi[i] ?? {}
      return {
        nomor: i + 1,
        awalan: `rekomendasi.${i}`,
        uraian: r.uraian ?? '',
        pegawaiId: r.pegawaiId ?? '',
        tenggat: r.tenggat ?? '',
        terisi: rekomendasi[i] !== undefined,
      }
    }),
  }
}

const labelRekomendasi = (kesalahan: Kesalahan): Record<string, string> =>
  Object.fromEntries(
    Object.keys(kesalahan).flatMap((bidang) => {
      const [, nomor = '', nama = ''] = /^rekomendasi\.(\d+)\.(\w+)$/.exec(bidang) ?? []
      const label = Object.entries(LABEL_REKOMENDASI).find(([kunci]) => kunci === nama)?.[1]
      return label ? [[bidang, `Rekomendasi ${Number(nomor) + 1}, ${label.toLowerCase()}`] as const] : []
    }),
  )
