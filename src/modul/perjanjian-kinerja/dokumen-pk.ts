import { type Blok, type Dokumen, kopKecamatan, type Pihak, pihakOrang } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kecamatan } from '../organisasi/index.ts'
import {
  istilahLampiran,
  jabatanKedua,
  jumlahAnggaran,
  kelompokSasaran,
  sebutan,
  teksTarget,
  uangKolom,
} from './istilah.ts'
import type { PihakPk, Pk } from './kueri.ts'

const TITIK = '…………………………………………'

/** The agreement in its two official sheets, Pernyataan and Lampiran (PermenPANRB 53/2014), F4 upright. */
export function susunDokumenPk(pk: Pk, kecamatan: Kecamatan): Dokumen {
  const judul = `PERJANJIAN KINERJA ${pk.jenis === 'PERUBAHAN' ? 'PERUBAHAN ' : ''}TAHUN ${pk.tahun}`
  return {
    judul: `Perjanjian Kinerja ${pk.tahun} ${sebutan(pk.kesatu)}`,
    jenis: 'Perjanjian Kinerja',
    ukuran: 'F4',
    arah: 'tegak',
    kop: kopKecamatan(kecamatan),
    ...(pk.nomor ? { nomor: pk.nomor } : {}),
    tanggal: pk.tanggal ?? pk.berlakuSejak,
    isi: [...pernyataan(pk, { kecamatan, judul }), { jenis: 'pemisahHalaman' }, ...lampiran(pk, { kecamatan, judul })],
  }
}

type Bahan = { kecamatan: Kecamatan; judul: string }

/** Sheet 1. Its sentences are those of the regulation's form. */
function pernyataan(pk: Pk, { kecamatan, judul }: Bahan): Blok[] {
  const kedua = { nama: pk.kedua?.nama ?? (pk.namaKedua || TITIK), jabatan: jabatanKedua(pk, kecamatan.kabupaten) }
  const pihak = (nama: string, jabatan: string): Blok => ({
    jenis: 'isianData',
    indenMm: 10,
    lebarLabelMm: 25,
    baris: [
      { label: 'Nama', nilai: nama },
      { label: 'Jabatan', nilai: jabatan },
    ],
  })
  const paragraf = (teks: string): Blok => ({ jenis: 'paragraf', teks, rata: 'rata', menjorok: true })
  return [
    { jenis: 'judul', tingkat: 1, teks: judul, ...(pk.nomor ? { nomor: pk.nomor } : {}) },
    { jenis: 'jarak', mm: 4 },
    paragraf(
      'Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:',
    ),
    pihak(pk.kesatu.nama, sebutan(pk.kesatu)),
    { jenis: 'paragraf', teks: [{ teks: 'Selanjutnya disebut ' }, { teks: 'PIHAK KESATU', tebal: true }] },
    pihak(kedua.nama, kedua.jabatan),
    {
      jenis: 'paragraf',
      teks: [{ teks: 'Selaku atasan PIHAK KESATU, selanjutnya disebut ' }, { teks: 'PIHAK KEDUA', tebal: true }],
    },
    paragraf(
      `PIHAK KESATU pada tahun ${pk.tahun} ini berjanji akan mewujudkan target kinerja tahunan sesuai lampiran perjanjian ini dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan.`,
    ),
    paragraf('Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab PIHAK KESATU.'),
    paragraf(
      'PIHAK KEDUA akan memberikan supervisi yang diperlukan serta akan melakukan evaluasi akuntabilitas kinerja terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.',
    ),
    tandaTangan(pk, kecamatan),
  ]
}

/** Sheet 2: what is promised, and with which money. */
function lampiran(pk: Pk, { kecamatan, judul }: Bahan): Blok[] {
  const istilah = istilahLampiran(pk.peran)
  const isi: Blok[] = [
    { jenis: 'judul', tingkat: 1, teks: `LAMPIRAN ${judul}`, subjudul: sebutan(pk.kesatu).toLocaleUpperCase('id-ID') },
    {
      jenis: 'tabel',
      kolom: [
        { bobot: 5, rata: 'tengah' },
        { bobot: 32 },
        { bobot: 38 },
        { bobot: 12, rata: 'tengah' },
        { bobot: 13, rata: 'tengah' },
      ],
      kepala: [
        [
          { teks: 'No' },
          { teks: istilah.sasaran },
          { teks: 'Indikator Kinerja' },
          { teks: 'Satuan' },
          { teks: 'Target' },
        ],
      ],
      nomorKolom: true,
      isi: barisSasaran(pk),
    },
  ]
  if (pk.anggaran.length > 0) isi.push({ jenis: 'jarak', mm: 4 }, tabelAnggaran(pk, istilah.anggaran))
  return [...isi, tandaTangan(pk, kecamatan)]
}

/** One numbered cell per sasaran over all its indicators. */
function barisSasaran(pk: Pk) {
  return kelompokSasaran(pk.target).flatMap(([sasaran, target], ke) =>
    target.map((t, urut) => {
      const ekor = [t.nama, t.satuan, teksTarget(t)]
      if (urut > 0) return { sel: ekor }
      return {
        sel: [{ teks: `${ke + 1}`, baris: target.length }, { teks: sasaran || '–', baris: target.length }, ...ekor],
      }
    }),
  )
}

const tabelAnggaran = (pk: Pk, nama: string): Blok => ({
  jenis: 'tabel',
  kolom: [
    { bobot: 5, rata: 'tengah' },
    { bobot: lebarKode(pk) },
    { bobot: 60 - lebarKode(pk) },
    { bobot: 17, rata: 'angka' },
    { bobot: 18 },
  ],
  kepala: [[{ teks: 'No' }, { teks: 'Kode' }, { teks: nama }, { teks: 'Anggaran (Rp)' }, { teks: 'Keterangan' }]],
  isi: [
    ...pk.anggaran.map((a, i) => ({ sel: [`${i + 1}`, a.kode, a.nama, uangKolom(a.jumlah), a.keterangan] })),
    { gaya: 'jumlah' as const, sel: [{ teks: 'JUMLAH', kolom: 3 }, uangKolom(jumlahAnggaran(pk.anggaran)), ''] },
  ],
})

/** 7.01.01 is short, 7.01.02.2.01.0001 is not. */
const lebarKode = (pk: Pk): number => (pk.anggaran.some((a) => a.kode.length > 12) ? 21 : 13)

/** Left the superior, right the official, with place and date. */
function tandaTangan(pk: Pk, kecamatan: Kecamatan): Blok {
  const tanggal = pk.tanggal ? tanggalPanjang(pk.tanggal) : '………………'
  const kedua: Pihak = pk.kedua
    ? pihakPk(pk.kedua, ['', 'PIHAK KEDUA,'])
    : {
        pengantar: ['', 'PIHAK KEDUA,'],
        jabatan: [`${jabatanKedua(pk, kecamatan.kabupaten).toLocaleUpperCase('id-ID')},`],
        nama: pk.namaKedua,
      }
  return {
    jenis: 'tandaTangan',
    perBaris: 2,
    pihak: [kedua, pihakPk(pk.kesatu, [`${kecamatan.tempat}, ${tanggal}`, 'PIHAK KESATU,'])],
  }
}

/** A party with the line above its post: "PIHAK KESATU,". */
export function pihakPk(p: PihakPk, pengantar: string[]): Pihak {
  const { pengantar: _, ...pihak } = pihakOrang(p, {
    jabatan: p.jabatan,
    jenisPenugasan: p.jenisPenugasan ?? 'DEFINITIF',
  })
  return { ...pihak, pengantar }
}
