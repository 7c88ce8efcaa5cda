import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import { bolehCatatan, KODE_CATATAN, PENCATAT, TEKS_CATATAN } from './alur.ts'
import { kalimatUntuk, LABEL, MAKS_CATATAN, MAKS_JAWABAN } from './isian.ts'
import type { Catatan } from './kueri.ts'
import type { Penerima } from './penerima.ts'
import type { Pokok } from './pokok.ts'

daftarkanPesan({
  'catatan-terkirim': 'Catatan terkirim. Penerima melihatnya di Tugas Saya.',
  'catatan-dibaca': 'Tercatat sudah dibaca.',
  'catatan-dijawab': 'Jawaban terkirim. Camat melihatnya di Tugas Saya.',
  'catatan-ditarik': 'Catatan ditarik. Penerima tidak lagi melihat isinya.',
})

type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }
type BahanBaru = { readonly pokok: Pokok; readonly penerima: readonly Penerima[] }

/** The short page on which the Camat writes: whom it is for is chosen already where it is about a unit. */
export function susunBaru({ pokok, penerima }: BahanBaru, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const usul = penerima.find((p) => p.unitId !== null && p.unitId === pokok.unitId)
  return {
    judulHalaman: 'Tulis catatan Camat',
    tentang: pokok.jenis === 'UMUM' && pokok.unitId === null ? null : barisTentang(pokok),
    pokok: { siklus: pokok.siklusId ?? '', unit: pokok.unitId ?? '', indikator: pokok.indikatorId ?? '' },
    opsiKepada: penerima.map((p) => ({ nilai: p.nilai, teks: p.nama, petunjuk: p.orang })),
    opsiKalimat: kalimatUntuk(pokok.jenis).map((k) => ({ nilai: k, teks: k })),
    diarsipkan: pokok.siklusId !== null,
    isian: {
      kepada: isian.kepada ?? usul?.nilai ?? '',
      kalimat: (isian.kalimat ?? '').split('\n').filter(Boolean),
      teks: isian.teks ?? '',
      tenggat: isian.tenggat ?? '',
    },
    maks: MAKS_CATATAN,
    kesalahan,
    label: LABEL,
  }
}
export const halamanBaru = halaman<ReturnType<typeof susunBaru>>('catatan-camat/baru')

const barisTentang = ({ perihal, keadaan }: Pick<Pokok, 'perihal' | 'keadaan'>) => ({
  perihal: kapital(perihal),
  keadaan,
})
const kapital = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1)
const statusCatatan = ({ status }: Catatan) => ({ kode: KODE_CATATAN[status], teks: TEKS_CATATAN[status] })

/** One note: what it says, what it is about, the answer, and what this person may do. */
export function susunSatu(c: Catatan, pelaku: Pelaku, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const boleh = (t: Parameters<typeof bolehCatatan>[2]) => bolehCatatan(pelaku, c, t)
  return {
    judulHalaman: `Catatan Camat: ${c.perihal}`,
    judul: kapital(c.perihal),
    alamat: `/catatan-camat/${c.id}`,
    status: statusCatatan(c),
    dari: `${c.penulis}, ${c.jabatan}, ${tanggalJam(c.ditulisPada, pelaku.zonaWaktu)}`,
    teks: c.status === 'DITARIK' ? '' : c.teks,
    data: [
      { label: 'Kepada', nilai: c.kepada },
      { label: 'Keadaan waktu ditulis', nilai: c.keadaan },
      { label: 'Jawaban diminta paling lambat', nilai: c.tenggat ? tanggalPanjang(c.tenggat) : '' },
    ].filter((d) => d.nilai !== ''),
    tautan: susunTautan(c, pelaku),
    tanggapan: c.ditanggapiPada
      ? {
          teks: c.jawaban,
          siapa: `${c.jawaban ? 'Dijawab' : 'Dibaca'} ${c.penanggap}, ${c.jabatanPenanggap}, ${tanggalJam(c.ditanggapiPada, pelaku.zonaWaktu)}`,
        }
      : null,
    versi: c.versi,
    boleh: { jawab: boleh('JAWAB'), baca: boleh('BACA'), bacaJawaban: boleh('BACA_JAWABAN'), tarik: boleh('TARIK') },
    alamatLagi: punyaPeran(pelaku, PENCATAT) ? alamatBaru(c) : null,
    isian: { jawaban: isian.jawaban ?? '' },
    maks: MAKS_JAWABAN,
    kesalahan,
    label: LABEL,
  }
}
export const halamanSatu = halaman<ReturnType<typeof susunSatu>>('catatan-camat/catatan')

const susunTautan = (c: Catatan, pelaku: Pelaku) => [
  ...(c.formulirId && bolehFormulir(c, pelaku)
    ? [{ teks: 'Buka formulirnya', alamat: `/formulir/${c.formulirId}` }]
    : []),
  ...(c.indikatorId ? [{ teks: 'Kartu indikatornya', alamat: `/perencanaan/indikator/${c.indikatorId}` }] : []),
  ...(c.siklusId ? [{ teks: 'Siklusnya', alamat: `/siklus/${c.siklusId}` }] : []),
]
/** The form of a unit is open to its own people and to those who see all units. */
const bolehFormulir = (c: Catatan, pelaku: Pelaku): boolean =>
  punyaPeran(pelaku, ['CAMAT', 'SEKCAM', 'TIM_SAKIP']) || pelaku.penugasan.some((p) => p.unitId === c.unitId)

function alamatBaru(c: Pick<Catatan, 'siklusId' | 'unitId' | 'indikatorId'>): string {
  const ada = Object.entries({ siklus: c.siklusId, unit: c.unitId, indikator: c.indikatorId })
  const cari = ada.flatMap(([nama, id]) => (id ? [`${nama}=${id}`] : [])).join('&')
  return cari ? `/catatan-camat/baru?${cari}` : '/catatan-camat/baru'
}

/** The notes this person may read. */
export function susunDaftar(daftar: readonly Catatan[], pelaku: Pelaku, { semua }: { semua: boolean }) {
  return {
    judulHalaman: 'Catatan Camat',
    bolehTulis: punyaPeran(pelaku, PENCATAT),
    tab: [
      { teks: 'Menunggu', alamat: '/catatan-camat', aktif: !semua },
      { teks: 'Semua', alamat: '/catatan-camat?tampil=semua', aktif: semua },
    ],
    baris: daftar.map((c) => ({
      sel: [
        { teks: kapital(c.perihal), alamat: `/catatan-camat/${c.id}`, kecil: c.keadaan },
        { teks: c.status === 'DITARIK' ? '(ditarik)' : singkat(c.teks) },
        { teks: c.kepada, kecil: tanggalJam(c.ditulisPada, pelaku.zonaWaktu) },
        { status: statusCatatan(c) },
      ],
    })),
    kosong: semua ? 'Belum ada catatan.' : 'Tidak ada catatan yang menunggu.',
  }
}
export const halamanDaftar = halaman<ReturnType<typeof susunDaftar>>('catatan-camat/daftar')

const singkat = (teks: string): string => {
  const datar = teks.replace(/\s+/g, ' ')
  return datar.length > 120 ? `${datar.slice(0, 119).trimEnd()}…` : datar
}
