import { type Dokumen, type Grafik, kopKecamatan } from '../../inti/dokumen/index.ts'
import type { Kecamatan } from '../organisasi/index.ts'
import { namaSurvei } from './catat-survei.ts'
import { ruasQr } from './gambar-qr.ts'
import { periodeSurvei } from './hitung-survei.ts'
import type { Survei } from './kueri.ts'

/** Points: the room of an upright A4 sheet below the letterhead. */
const LEBAR = 467
const SISI_QR = 340
/** Mean width of a letter as a part of the type size, with some air. */
const LEBAR_HURUF = 0.52

type Teks = Grafik['teks'][number]

/** The visitors' address to put up: one A4 sheet with the question, the service, the QR code, and the address to type. */
export const susunPoster = (survei: Survei, kecamatan: Kecamatan, alamat: string): Dokumen => ({
  judul: `Poster SKM ${namaSurvei(survei)}`,
  jenis: 'Poster Survei Kepuasan Masyarakat',
  ukuran: 'A4',
  arah: 'tegak',
  kop: kopKecamatan(kecamatan),
  kaki: `SKM ${namaSurvei(survei)}`,
  isi: [{ jenis: 'grafik', grafik: lukisPoster(survei, alamat) }],
})

function lukisPoster(survei: Survei, alamat: string): Grafik {
  const atas = [
    ...baris('Bagaimana layanan kami?', { y: 46, ukuran: 36, tebal: true }),
    ...baris(survei.layanan, { y: 84, ukuran: 20 }),
  ]
  const bawahAtas = Math.max(...atas.map((t) => t.y))
  const atasQr = bawahAtas + 24
  const bawahQr = atasQr + SISI_QR
  const bawah = [
    ...baris('Pindai dengan kamera ponsel Anda', { y: bawahQr + 28, ukuran: 18, tebal: true }),
    ...baris('atau ketik alamat ini:', { y: bawahQr + 52, ukuran: 14 }),
    ...baris(alamat, { y: bawahQr + 78, ukuran: 16, tebal: true }),
  ]
  const akhir = Math.max(...bawah.map((t) => t.y))
  const kaki = baris(`Tanpa nama, tanpa akun, kira-kira dua menit · ${periodeSurvei(survei)}`, {
    y: akhir + 34,
    ukuran: 12,
  })
  return {
    lebar: LEBAR,
    tinggi: akhir + 60,
    uraian: `Bagaimana layanan kami? ${survei.layanan}. Kode QR dan alamat halaman pengunjung: ${alamat}`,
    bentuk: lukisQr(alamat, { x: (LEBAR - SISI_QR) / 2, y: atasQr }),
    teks: [...atas, ...bawah, ...kaki],
  }
}

function lukisQr(alamat: string, pojok: { x: number; y: number }): Grafik['bentuk'] {
  const { sisi, ruas } = ruasQr(alamat)
  const modul = SISI_QR / sisi
  return ruas.map(({ x, y, panjang }) => ({
    t: 'kotak',
    x: pojok.x + x * modul,
    y: pojok.y + y * modul,
    lebar: panjang * modul,
    // lines of the code touch: a hair more keeps viewers from showing a seam
    tinggi: modul * 1.02,
    gaya: 'hitam',
  }))
}

/** Centred lines; what is too long for one goes on below, between words or, in an address, anywhere. */
function baris(teks: string, { y, ukuran, tebal = false }: Pick<Teks, 'y' | 'ukuran'> & { tebal?: boolean }): Teks[] {
  const muat = Math.floor(LEBAR / (ukuran * LEBAR_HURUF))
  const hasil: string[] = []
  for (const kata of teks.split(' ').flatMap((k) => k.match(new RegExp(`.{1,${muat}}`, 'gu')) ?? [])) {
    const akhir = hasil.at(-1)
    if (akhir !== undefined && akhir.length + 1 + kata.length <= muat) hasil[hasil.length - 1] = `${akhir} ${kata}`
    else hasil.push(kata)
  }
  return hasil.map((satu, ke) => ({
    x: LEBAR / 2,
    y: y + ke * ukuran * 1.25,
    teks: satu,
    ukuran,
    rata: 'tengah',
    tebal,
  }))
}
