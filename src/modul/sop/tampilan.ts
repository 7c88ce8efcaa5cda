import { halaman } from '../../inti/http/index.ts'
import { nipCetak } from '../../inti/nip.ts'
import { formatJumlahWaktu, formatWaktuBaku, jumlahWaktuBaku, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { DefinisiSop, LangkahSop } from './definisi.ts'
import { ambilJenisLangkah } from './jenis-langkah.ts'
import type { RingkasSop, VersiSop } from './kueri.ts'

const STATUS = {
  DRAF: { kode: 'DRAF', teks: 'Draf' },
  DIAJUKAN: { kode: 'DIAJUKAN', teks: 'Diajukan' },
  DISAHKAN: { kode: 'DISETUJUI', teks: 'Disahkan' },
  BERLAKU: { kode: 'BERLAKU', teks: 'Berlaku' },
  DICABUT: { kode: 'DICABUT', teks: 'Dicabut' },
} as const
const NAMA_PERIODE = { BULAN: 'bulan', TRIWULAN: 'triwulan', SEMESTER: 'semester', TAHUN: 'tahun' } as const

export const susunDaftarSop = (daftar: readonly RingkasSop[]) => ({
  judulHalaman: 'SOP',
  daftar: daftar.map((s) => ({
    alamat: `/sop/${s.versiId}`,
    nama: s.nama,
    versi: `versi ${s.nomorVersi}`,
    status: STATUS[s.status],
    berlaku: s.berlakuSejak ? tanggalPanjang(s.berlakuSejak) : '–',
    langkah: String(s.jumlahLangkah),
    periode: s.periode.map((p) => NAMA_PERIODE[p]).join(', '),
    siklus: String(s.jumlahSiklus),
  })),
})
export const halamanDaftarSop = halaman<ReturnType<typeof susunDaftarSop>>('sop/daftar')

const tanggal = (t: string | null): string => (t ? tanggalPanjang(t) : '–')

/** The page of an SOP version: identity block, steps with mutu baku, who stands behind the columns, correction notes. */
export function susunSop({ definisi, pemegang, ...versi }: VersiSop) {
  const i = definisi.identitas
  const oleh = i.disahkanOleh
  return {
    judulHalaman: versi.nama,
    versi: `versi ${versi.nomorVersi}`,
    status: STATUS[versi.status],
    instansi: i.instansi,
    identitas: [
      { label: 'Nomor SOP', nilai: i.nomor ?? 'belum bernomor' },
      { label: 'Tanggal pembuatan', nilai: tanggal(i.tanggalPembuatan) },
      { label: 'Tanggal revisi', nilai: tanggal(i.tanggalRevisi) },
      { label: 'Tanggal efektif', nilai: tanggal(i.tanggalEfektif) },
      {
        label: 'Disahkan oleh',
        nilai: [oleh.jabatan, oleh.nama, oleh.pangkat, oleh.nip ? `NIP. ${nipCetak(oleh.nip)}` : null]
          .filter(Boolean)
          .join(' · '),
      },
      { label: 'Berlaku di Takar sejak', nilai: tanggal(versi.berlakuSejak) },
      {
        label: 'Jumlah waktu baku',
        nilai: formatJumlahWaktu(jumlahWaktuBaku(definisi.langkah.map((l) => l.waktuBaku))),
      },
    ],
    blok: [
      { judul: 'Dasar hukum', butir: i.dasarHukum.map((d) => ({ teks: d.teks, catatan: d.catatan })) },
      ...(
        [
          ['Kualifikasi pelaksana', i.kualifikasi],
          ['Keterkaitan', i.keterkaitan],
          ['Peralatan dan perlengkapan', i.peralatan],
          ['Peringatan', i.peringatan],
          ['Pencatatan dan pendataan', i.pencatatan],
        ] as const
      ).map(([judul, butir]) => ({ judul, butir: butir.map((teks) => ({ teks, catatan: null })) })),
    ],
    kolom: definisi.pelaksana.map((p) => ({
      nama: p.nama,
      pemegang: (pemegang[p.kode] ?? []).join(', ') || 'tidak ada pemegang hari ini',
    })),
    langkah: definisi.langkah.map((l) => susunLangkah(l, definisi)),
    catatan: definisi.catatan,
  }
}
export const halamanSop = halaman<ReturnType<typeof susunSop>>('sop/sop')

function susunLangkah(l: LangkahSop, definisi: DefinisiSop) {
  const nama = (kode: readonly string[]) =>
    kode.map((k) => definisi.pelaksana.find((p) => p.kode === k)?.nama ?? k).join(', ')
  const nomor = (kode: string | null) =>
    kode === null ? 'selesai' : `langkah ${definisi.langkah.find((x) => x.kode === kode)?.nomor ?? kode}`
  return {
    nomor: l.nomor,
    uraian: l.uraian,
    jenis: ambilJenisLangkah(l.jenis).nama,
    pelaksana:
      nama(l.pelaksana) +
      (l.penerima.length > 0 ? ` → ${nama(l.penerima)}` : '') +
      (l.dibantu.length > 0 ? `, dibantu ${nama(l.dibantu)}` : ''),
    kelengkapan: l.kelengkapan.join('; ') || '–',
    waktu: formatWaktuBaku(l.waktuBaku),
    keluaran: l.keluaran ?? '–',
    keputusan: l.keputusan
      ? `Ya: ${nomor(l.keputusan.ya)}. Tidak: kembali ke ${l.keputusan.tidak.map(nomor).join(' atau ')}.`
      : '',
    uraianAsli: l.uraianAsli,
    catatanKoreksi: l.catatanKoreksi,
  }
}
