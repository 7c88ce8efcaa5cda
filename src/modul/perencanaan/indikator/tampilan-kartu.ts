import { TANPA_NILAI } from '../../../inti/angka/index.ts'
import { halaman } from '../../../inti/http/index.ts'
import { type Pelaku, unitDipimpin } from '../../../inti/pelaku.ts'
import { tanggalLokal, tanggalPendek } from '../../../inti/waktu/index.ts'
import { namaTriwulan, nilaiIndikator } from '../istilah.ts'
import { ALUR_KARTU, bolehKartu } from './alur.ts'
import type { KartuIndikator } from './kartu.ts'
import type { KartuVersi, PkIndikator, RincianIndikator, VersiKartu } from './kueri.ts'
import { type Sebutan, sebutJenis } from './kueri-sebutan.ts'
import {
  barisCapaian,
  barisData,
  barisLetak,
  barisNilai,
  barisSmartKartu,
  barisVariabelKartu,
  keraguanKartu,
} from './rincian-kartu.ts'

type Bahan = {
  readonly sebutan: Sebutan
  readonly kesalahan?: Readonly<Record<string, string>>
  readonly alasan?: string
}

/** The indicator card: what is measured, how, by whom, and what it has been so far. */
export function susunIndikator(
  rincian: RincianIndikator,
  pelaku: Pelaku,
  { sebutan, kesalahan = {}, alasan = '' }: Bahan,
) {
  const { kartu, realisasi, renstra, pk, aktif, perubahan } = rincian
  const alamat = `/perencanaan/indikator/${kartu.id}`
  return {
    ...susunIsiHalaman(rincian, sebutan),
    aktif,
    alasanNonaktif: rincian.alasanNonaktif,
    alamat,
    perubahan,
    tindakan: tindakanKartu(rincian, pelaku, alamat),
    bolehNonaktifkan: bolehKartu(pelaku, aktif ? 'AKTIF' : 'NONAKTIF', 'NONAKTIFKAN'),
    bolehAktifkan: bolehKartu(pelaku, aktif ? 'AKTIF' : 'NONAKTIF', 'AKTIFKAN'),
    isian: { alasan },
    kesalahan,
    label: { alasan: 'Alasan' },
    keraguan: keraguanKartu(kartu),
    usulan: rincian.usulan.map((u) => ({
      alamat: `/perencanaan/usulan-indikator/${u.id}`,
      teks: `Usulan ${u.pengusul}, ${tanggalPendek(tanggalLokal(new Date(u.diajukanPada), pelaku.zonaWaktu))}`,
    })),
    versi: susunVersi(rincian, pelaku.zonaWaktu),
    target: renstra.map((t) => ({ tahun: t.tahun, nilai: nilaiIndikator(t) })),
    tahunan: realisasi.filter((r) => r.triwulan === 0).map((r) => barisRealisasi(r, kartu, String(r.tahun))),
    triwulanan: realisasi.filter((r) => r.triwulan > 0).map((r) => barisRealisasi(r, kartu, namaTriwulan(r))),
    pk: pk.map(barisPk),
  }
}

/** What a card and a replaced version of it show alike. */
function susunIsiHalaman(isi: RincianIndikator | KartuVersi, sebutan: Sebutan) {
  const { kartu, unit } = isi
  const { pendek, panjang } = sebutJenis(kartu.jenis, sebutan)
  return {
    judulHalaman: kartu.nama,
    atas: `${panjang} (${pendek}) · ${kartu.kode}`,
    keterangan: `Satuan ${kartu.satuan} · penanggung jawab ${unit} · kartu versi ${kartu.versi}`,
    letak: barisLetak(isi, kartu),
    barisNilai: barisNilai(kartu),
    barisCapaian: barisCapaian(kartu),
    barisData: barisData(kartu, unit),
    variabel: barisVariabelKartu(kartu).map((sel) => ({ sel })),
    kategori: kartu.kategori.map((k) => ({ sel: [k.nama, String(k.skor).replace('.', ',')] })),
    smart: barisSmartKartu(kartu).map(({ nama, tanya, jawaban, catatan }) => ({
      sel: [{ teks: nama, kecil: tanya }, jawaban, catatan],
    })),
  }
}

function tindakanKartu({ kartu, aktif }: RincianIndikator, pelaku: Pelaku, alamat: string) {
  const cetak = { teks: 'Kartu (PDF)', alamat: `${alamat}/pdf`, ikon: 'unduh' }
  if (!aktif) return [cetak]
  if (bolehKartu(pelaku, 'AKTIF', 'TULIS'))
    return [cetak, { teks: ALUR_KARTU.AKTIF.TULIS?.label ?? '', alamat: `${alamat}/kartu`, utama: true, ikon: 'pena' }]
  if (!bolehKartu(pelaku, 'AKTIF', 'USULKAN') || !unitDipimpin(pelaku).includes(kartu.unitId)) return [cetak]
  const usul = `/perencanaan/usulan-indikator/baru?indikator=${kartu.id}`
  return [cetak, { teks: ALUR_KARTU.AKTIF.USULKAN?.label ?? '', alamat: usul, utama: true, ikon: 'pena' }]
}

/** "mulai 2027", or from the beginning. */
export const teksBerlaku = (tahun: number): string => (tahun === 0 ? 'sejak awal' : `mulai ${tahun}`)

function susunVersi(rincian: RincianIndikator, zona: string) {
  const { kartu, versiLama, alasanVersi: alasan, diubahPada: dibuatPada, diubahOleh: dibuatOleh } = rincian
  if (versiLama.length === 0) return []
  const kini = { berlakuTahun: kartu.berlakuTahun, alasan, dibuatPada, dibuatOleh }
  const baris = (
    sebut: string | { teks: string; alamat: string },
    v: Omit<VersiKartu, 'versi' | 'jabatanPembuat'>,
  ) => ({
    sel: [sebut, teksBerlaku(v.berlakuTahun), v.alasan || TANPA_NILAI, teksPembuat(v, zona)],
  })
  const alamat = (versi: number) => `/perencanaan/indikator/${kartu.id}/versi/${versi}`
  return [
    baris(`Versi ${kartu.versi} (sekarang)`, kini),
    ...versiLama.map((v) => baris({ teks: `Versi ${v.versi}`, alamat: alamat(v.versi) }, v)),
  ]
}

const teksPembuat = (v: Pick<VersiKartu, 'dibuatOleh' | 'dibuatPada'>, zona: string): string =>
  v.dibuatOleh && v.dibuatPada
    ? `${v.dibuatOleh}, ${tanggalPendek(tanggalLokal(new Date(v.dibuatPada), zona))}`
    : TANPA_NILAI

type Realisasi = RincianIndikator['realisasi'][number]
const barisRealisasi = (r: Realisasi, kartu: KartuIndikator, masa: string) => ({
  sel: [masa, nilaiTarget(r, kartu), nilaiIndikator({ nilai: r.nilai, teks: r.kategori }), r.sumber || TANPA_NILAI],
})

/** A category's target is stored as its score and shown by its name. */
const nilaiTarget = ({ target }: { target: string | null }, { kategori }: KartuIndikator) =>
  nilaiIndikator({
    nilai: target,
    teks: target === null ? null : kategori.find((k) => String(k.skor) === target)?.nama,
  })

const barisPk = (p: PkIndikator) => ({
  sel: [
    String(p.tahun),
    { teks: p.jabatan, alamat: `/perjanjian-kinerja/${p.pkId}`, kecil: p.jenis === 'PERUBAHAN' ? 'PK Perubahan' : '' },
    p.targetAtas
      ? `${nilaiIndikator({ nilai: p.target })} sampai ${nilaiIndikator({ nilai: p.targetAtas })}`
      : nilaiIndikator({ nilai: p.target, teks: p.targetTeks }),
  ],
})

/** A replaced version, readable as it was. */
export const susunVersiKartu = (isi: KartuVersi, { sebutan }: { sebutan: Sebutan }) => ({
  ...susunIsiHalaman(isi, sebutan),
  alamat: `/perencanaan/indikator/${isi.kartu.id}`,
  berlaku: teksBerlaku(isi.berlakuTahun),
  alasan: isi.alasan,
})

export const halamanIndikator = halaman<ReturnType<typeof susunIndikator>>('perencanaan/indikator')
export const halamanVersiKartu = halaman<ReturnType<typeof susunVersiKartu>>('perencanaan/versi-kartu')
