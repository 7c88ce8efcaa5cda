import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { LENCANA_PREDIKAT } from '../pengukuran/index.ts'
import type { CapaianIndikator, CapaianSasaran } from './capaian.ts'
import { teksCapaian } from './hasil-tahun.ts'
import { PENULIS_LKJIP, tabCapaian, tabTahun } from './istilah.ts'
import type { Kekurangan } from './kelengkapan.ts'
import { BENTUK, NAMA_DOKUMEN } from './kirim-dokumen.ts'
import type { VersiLkjip } from './kueri-anggaran.ts'
import { adaHasil, type BahanLkjip, type IsiLkjip } from './lkjip.ts'
import { teksKertas, teksLkjip } from './teks-lkjip.ts'

daftarkanPesan({
  'lkjip-dibekukan': 'Bahan LKjIP sudah dibekukan. Dokumennya tersimpan sebagaimana adanya.',
  'lkjip-teks-disimpan': 'Paragraf sudah disimpan.',
  'lkjip-teks-sama': { jenis: 'info', teks: 'Tidak ada paragraf yang berubah.' },
})

export const LABEL = { catatan: 'Catatan' } as const
type Kembali = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** What the input of a year holds, what it lacks, its documents, and its frozen versions. */
export function susunHalamanLkjip(
  { isi, versi }: BahanLkjip,
  pelaku: Pelaku,
  { isian = {}, kesalahan = {} }: Kembali = {},
) {
  const { tahun, capaian, kurang } = isi
  const iku = capaian.sasaran.flatMap((s) => s.indikator)
  const boleh = punyaPeran(pelaku, PENULIS_LKJIP)
  return {
    judulHalaman: `Bahan LKjIP ${tahun}`,
    tab: tabCapaian('lkjip'),
    tahun,
    tabTahun: tabTahun('/lkjip', capaian.tahunTersedia, tahun),
    hitung: [
      {
        jumlah: iku.filter((i) => i.kini?.capaian.jenis === 'NILAI').length,
        teks: `dari ${iku.length} IKU sudah ada capaiannya`,
        nada: 'hijau',
      },
      {
        jumlah: kurang.length,
        teks: 'yang masih kurang',
        nada: kurang.length > 0 ? 'kuning' : 'hijau',
        alamat: '#kurang',
      },
      { jumlah: versi.length, teks: 'versi dibekukan', alamat: '#versi' },
    ],
    dokumen: Object.entries(NAMA_DOKUMEN).map(([kode, nama]) => ({
      nama,
      bentuk: tautanBentuk(`/lkjip/${tahun}/dokumen/${kode}`),
    })),
    kurang: kurang.map((k) => barisKurang(k, boleh)),
    sasaran: capaian.sasaran.map((s) => susunSasaran(s, isi)),
    teksUmum: [
      { teks: 'Ikhtisar, anggaran, dan simpulan', alamat: `/lkjip/${tahun}/teks/umum` },
      { teks: 'Faktor dan tindak lanjut evaluasi Renja (E.81)', alamat: `/lkjip/${tahun}/teks/renja` },
    ],
    versi: versi.map((v) => susunVersi(v, tahun, pelaku)),
    bolehBekukan: boleh && adaHasil(isi),
    belumAda: boleh && !adaHasil(isi),
    bekukan: `/lkjip/${tahun}/versi`,
    versiTerakhir: String(versi[0]?.nomorVersi ?? 0),
    isian,
    kesalahan,
    label: LABEL,
  }
}

/** Who may only read is not asked to write. */
const barisKurang = ({ kelompok, benda, kurang, tindakan, alamat }: Kekurangan, boleh: boolean) => ({
  sel: [kelompok, benda, kurang, { teks: tindakan === 'Tulis' && !boleh ? 'Lihat' : tindakan, alamat }],
})

const tautanBentuk = (alamat: string) =>
  Object.entries(BENTUK).map(([kode, { teks }]) => ({ teks, alamat: `${alamat}/${kode}` }))

function susunSasaran({ uraian, capaian, indikator }: CapaianSasaran, isi: IsiLkjip) {
  const { predikat } = capaian
  return {
    uraian,
    capaian: teksCapaian(capaian.capaian),
    predikat: predikat ? { kode: LENCANA_PREDIKAT[predikat.warna] ?? 'BELUM', teks: predikat.nama } : null,
    baris: indikator.map((i) => ({ sel: selIndikator(i, isi) })),
  }
}

function selIndikator(i: CapaianIndikator, { tahun, paragraf }: IsiLkjip) {
  const { kini } = i
  const ditulis = ['penyebab', 'solusi'].filter(
    (bagian) => teksLkjip(paragraf, { objek: i.id, bagian, kertas: teksKertas(i, bagian) }).isi !== '',
  ).length
  return [
    { teks: i.nama, alamat: `/lkjip/${tahun}/teks/${i.id}`, kecil: i.satuan },
    kini?.targetTeks ?? i.targetTeks,
    { teks: kini?.realisasiTeks ?? 'belum ada', kecil: kini && !kini.setahun ? `sampai ${kini.sampai}` : '' },
    kini ? teksCapaian(kini.capaian) : '–',
    kini?.predikat
      ? { status: { kode: LENCANA_PREDIKAT[kini.predikat.warna] ?? 'BELUM', teks: kini.predikat.nama } }
      : '–',
    {
      status:
        ditulis === 2
          ? { kode: 'LENGKAP', teks: 'Lengkap' }
          : { kode: 'BELUM_LENGKAP', teks: ditulis === 1 ? 'Sebagian' : 'Belum ditulis' },
    },
  ]
}

function susunVersi(v: VersiLkjip, tahun: number, pelaku: Pelaku) {
  return {
    judul: `Versi ${v.nomorVersi}`,
    kapan: tanggalJam(new Date(v.dibekukanPada), pelaku.zonaWaktu),
    siapa: `${v.dibekukanOleh}, ${v.jabatanPembeku}`,
    kurang: v.kurang === 0 ? 'lengkap' : `${v.kurang} yang kurang`,
    catatan: v.catatan,
    sidik: v.sha256.slice(0, 12),
    dokumen: Object.entries(NAMA_DOKUMEN).map(([kode, nama]) => ({
      nama,
      bentuk: tautanBentuk(`/lkjip/${tahun}/versi/${v.nomorVersi}/${kode}`),
    })),
  }
}

export const halamanLkjip = halaman<ReturnType<typeof susunHalamanLkjip>>('lkjip/lkjip')
