import { formatRupiah } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ringkas } from '../../inti/ringkas.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { type FormulirLengkap, teksRealisasi, teksTargetPeriode } from '../formulir/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import {
  bolehMenarik,
  bolehPertanyaan,
  KODE_PERTANYAAN,
  namaTujuan,
  pilihanTujuan,
  TEKS_PERTANYAAN,
  terbuka,
} from './alur.ts'
import { LABEL_PERCAKAPAN, MAKS_PESAN } from './isian.ts'
import type { BarisDitanya, Pertanyaan, PesanPercakapan } from './kueri.ts'

daftarkanPesan({
  'pertanyaan-terkirim': 'Pertanyaan terkirim. Yang ditanya melihatnya di Tugas Saya.',
  'jawaban-terkirim': 'Pesan terkirim.',
  'pertanyaan-selesai': 'Pertanyaan ditandai selesai.',
  'pesan-ditarik': 'Pesan ditarik. Yang tampil tinggal siapa yang menulisnya dan kapan.',
})

type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }
const kapital = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1)
const statusPertanyaan = ({ status }: Pertanyaan) => ({ kode: KODE_PERTANYAAN[status], teks: TEKS_PERTANYAAN[status] })

/** One message as it is read; withdrawn: without its text. */
function susunPesan(p: PesanPercakapan, { zonaWaktu }: Pelaku) {
  return {
    id: p.id,
    siapa: `${p.penulis}, ${p.jabatan}`,
    kapan: tanggalJam(p.ditulisPada, zonaWaktu),
    teks: p.ditarikPada ? '' : p.teks,
    ditarik: p.ditarikPada ? `Ditarik penulisnya ${tanggalJam(p.ditarikPada, zonaWaktu)}.` : '',
  }
}

/** A question with its messages, as the page of its row and its own page show it. */
const susunPertanyaan = (q: Pertanyaan, pelaku: Pelaku) => ({
  id: q.id,
  alamat: `/percakapan/${q.id}`,
  status: statusPertanyaan(q),
  terbuka: terbuka(q),
  kepada: `Kepada ${namaTujuan(q.tujuan, q.unit)}`,
  pesan: q.pesan.map((p) => susunPesan(p, pelaku)),
  penutup: q.ditutupPada
    ? `${TEKS_PERTANYAAN[q.status]}: ${q.penutup}, ${q.jabatanPenutup}, ${tanggalJam(q.ditutupPada, pelaku.zonaWaktu)}`
    : '',
})

/** Where the row stands and what it says now. */
function susunKepala({ id, nama, formulir }: BarisDitanya) {
  const { siklus, unitNama } = formulir
  return {
    nama,
    atas: `${siklus.namaSop.replace(/^SOP /, '')} · ${siklus.namaPeriode}`,
    alamatBaris: `/percakapan/baris/${id}`,
    roti: [
      { teks: `${siklus.namaSop} · ${siklus.namaPeriode}`, alamat: `/siklus/${siklus.id}` },
      { teks: `Formulir ${unitNama}`, alamat: `/formulir/${formulir.id}` },
      { teks: nama, alamat: `/percakapan/baris/${id}` },
    ],
    alamatFormulir: `/formulir/${formulir.id}#baris-${id}`,
    alamatDaftar: `/percakapan?siklus=${siklus.id}`,
    data: [{ label: 'Unit', nilai: unitNama }, ...susunNilai(id, formulir)],
  }
}

function susunNilai(id: string, { baris, anggaran, siklus }: FormulirLengkap) {
  const b = baris.find((satu) => satu.id === id)
  if (b)
    return [
      { label: 'Target', nilai: teksTargetPeriode(b, siklus.periode) },
      { label: 'Realisasi', nilai: b.status === 'KOSONG' ? 'belum diisi' : teksRealisasi(b) },
    ]
  return anggaran
    .filter((a) => a.id === id)
    .flatMap((a) => [
      { label: 'Pagu', nilai: formatRupiah(a.pagu) },
      { label: 'Realisasi', nilai: a.status === 'TERISI' ? formatRupiah(a.realisasi) : 'belum diisi' },
    ])
}

/** All questions about one row, and the form for one more. */
export function susunHalamanBaris(
  baris: BarisDitanya,
  daftar: readonly Pertanyaan[],
  pelaku: Pelaku,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const pilihan = baris.formulir.status === 'DISIAPKAN' ? [] : pilihanTujuan(pelaku, baris.formulir)
  return {
    ...susunKepala(baris),
    judulHalaman: `Percakapan: ${baris.nama}`,
    pertanyaan: daftar.map((q) => susunPertanyaan(q, pelaku)),
    opsi: pilihan.map((t) => ({ nilai: t, teks: kapital(namaTujuan(t, baris.formulir.unitNama)) })),
    isian: { tujuan: isian.tujuan ?? pilihan[0] ?? '', pertanyaan: isian.pertanyaan ?? '' },
    maks: MAKS_PESAN,
    kesalahan,
    label: LABEL_PERCAKAPAN,
  }
}
export const halamanBaris = halaman<ReturnType<typeof susunHalamanBaris>>('percakapan/baris')

/** One question: what was said, the form to answer, and what its asker, Tim SAKIP and the Sekcam may do. */
export function susunHalamanPertanyaan(
  q: Pertanyaan,
  baris: BarisDitanya,
  pelaku: Pelaku,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  return {
    ...susunKepala(baris),
    judulHalaman: `Pertanyaan: ${q.nama}`,
    q: susunPertanyaan(q, pelaku),
    versi: q.versi,
    bolehJawab: bolehPertanyaan(pelaku, q, 'MENJAWAB'),
    bolehSelesai: bolehPertanyaan(pelaku, q, 'SELESAIKAN'),
    labelJawab: q.penanyaId === pelaku.pegawaiId ? 'Tanya lebih lanjut' : LABEL_PERCAKAPAN.jawaban,
    dapatDitarik: q.pesan.filter((p) => bolehMenarik(pelaku, q, p, q.pesan)).map((p) => p.id),
    isian: { jawaban: isian.jawaban ?? '' },
    maks: MAKS_PESAN,
    kesalahan,
    label: LABEL_PERCAKAPAN,
  }
}
export const halamanPertanyaan = halaman<ReturnType<typeof susunHalamanPertanyaan>>('percakapan/pertanyaan')

type BahanDaftar = { readonly siklus: BarisSiklus | null; readonly semua: boolean }
/** "Pertanyaan terbuka" of a siklus, or of all that are not sealed; or all of them. */
export function susunHalamanDaftar(daftar: readonly Pertanyaan[], pelaku: Pelaku, { siklus, semua }: BahanDaftar) {
  const alamat = siklus ? `/percakapan?siklus=${siklus.id}` : '/percakapan'
  return {
    judulHalaman: semua ? 'Semua pertanyaan' : 'Pertanyaan terbuka',
    atas: siklus ? `${siklus.namaSop.replace(/^SOP /, '')} · ${siklus.namaPeriode}` : '',
    alamatSiklus: siklus ? `/siklus/${siklus.id}` : null,
    tab: [
      { teks: 'Terbuka', alamat, aktif: !semua },
      { teks: 'Semua', alamat: `${alamat}${siklus ? '&' : '?'}tampil=semua`, aktif: semua },
    ],
    baris: daftar.map((q) => ({
      sel: [
        { teks: q.nama, alamat: `/percakapan/${q.id}`, kecil: siklus ? q.unit : `${q.unit} · ${q.namaPeriode}` },
        { teks: singkat(q), kecil: `kepada ${namaTujuan(q.tujuan, q.unit)}` },
        { teks: q.pesan[0]?.penulis ?? '', kecil: tanggalJam(q.dibuatPada, pelaku.zonaWaktu) },
        { status: statusPertanyaan(q) },
      ],
    })),
    kosong: semua ? 'Belum ada pertanyaan.' : 'Tidak ada pertanyaan yang terbuka.',
  }
}
export const halamanDaftar = halaman<ReturnType<typeof susunHalamanDaftar>>('percakapan/daftar')

/** The question on one line of a list. */
function singkat({ pesan }: Pertanyaan): string {
  const teks = pesan[0]?.ditarikPada ? '(ditarik)' : (pesan[0]?.teks ?? '').replace(/\s+/g, ' ')
  return ringkas(teks, 120)
}
