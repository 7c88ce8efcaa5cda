import { type Blok, type Dokumen, type InstansiKop, kopKecamatan, type Teks } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { cariMenurutKode } from './cari-bantuan.ts'
import type { BantuanHalaman, Naskah, PanduanPeran } from './naskah/bentuk.ts'
import type { Ditanya } from './siapa-ditanya.ts'
import { uraiNaskah } from './urai-naskah.ts'

/** The guide of a role to print and lay beside the keyboard: A4, contents, numbered steps, the same texts as on screen. `hari`: YYYY-MM-DD */
export function dokumenPanduan(
  panduan: PanduanPeran,
  { kantor, tanya, hari }: { kantor: InstansiKop; tanya: readonly Ditanya[]; hari: string },
): Dokumen {
  const halaman = panduan.halaman.flatMap((kode) => cariMenurutKode(kode) ?? [])
  return {
    judul: `Panduan Takar untuk ${panduan.nama}`,
    jenis: 'Panduan',
    ukuran: 'A4',
    arah: 'tegak',
    kop: kopKecamatan(kantor),
    tanggal: hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'PANDUAN TAKAR',
        subjudul: `untuk ${panduan.nama}, keadaan ${tanggalPanjang(hari)}`,
      },
      { jenis: 'paragraf', teks: cetak(panduan.ringkas) },
      { jenis: 'daftarIsi' },
      { jenis: 'judul', tingkat: 2, teks: 'Hari pertama Anda' },
      {
        jenis: 'daftar',
        gaya: 'angka',
        butir: panduan.hariPertama.map((l) => [{ teks: `${l.judul}. `, tebal: true }, ...cetak(l.uraian)]),
      },
      ...panduan.bagian.flatMap(({ judul, langkah }): Blok[] => [
        { jenis: 'judul', tingkat: 2, teks: judul },
        bernomor(langkah),
      ]),
      { jenis: 'judul', tingkat: 2, teks: 'Cara mengisi halaman' },
      ...halaman.flatMap(blokHalaman),
      { jenis: 'judul', tingkat: 2, teks: 'Kepada siapa bertanya' },
      {
        jenis: 'daftar',
        gaya: 'butir',
        butir: tanya.map((d) => `${d.sebutan}, tentang ${d.untuk}: ${d.nama.join('; ') || d.kosong}`),
      },
    ],
  }
}

/** The names of buttons and pages stand out on paper as well. */
const cetak = (naskah: Naskah): Exclude<Teks, string> =>
  uraiNaskah(naskah).map(({ teks, jenis }) => (jenis === 'biasa' ? { teks } : { teks, tebal: true }))

const bernomor = (langkah: readonly Naskah[]): Blok => ({ jenis: 'daftar', gaya: 'angka', butir: langkah.map(cetak) })

function blokHalaman(b: BantuanHalaman): Blok[] {
  return [
    { jenis: 'judul', tingkat: 3, teks: b.judul },
    { jenis: 'paragraf', teks: cetak(b.guna) },
    bernomor(b.langkah),
    ...(b.bidang ?? []).map(
      ({ nama, arti, rumus, contoh }): Blok => ({
        jenis: 'paragraf',
        huruf: 'kecil',
        indenMm: 6,
        teks: [
          { teks: `${nama}. `, tebal: true },
          ...cetak(arti),
          ...(rumus ? [{ teks: ' Rumus: ' }, ...cetak(rumus)] : []),
          ...(contoh ? [{ teks: ' Contoh: ', miring: true }, ...cetak(contoh)] : []),
        ],
      }),
    ),
  ]
}
