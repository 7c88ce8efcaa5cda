import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import { TEKS_CATATAN } from './alur.ts'
import type { Catatan } from './kueri.ts'

type Bahan = {
  readonly daftar: readonly Catatan[]
  readonly siklus: string
  readonly bahan: Pick<BahanDokumen, 'kop' | 'hari'>
  readonly pelaku: Pelaku
}

/** The Camat's notes about a siklus with their answers, as they stood when it was sealed; what was withdrawn stands there without its text. */
export function dokumenCatatan({ daftar, siklus, bahan, pelaku }: Bahan): Dokumen {
  return {
    judul: `Catatan Camat ${siklus}`,
    jenis: 'Catatan Camat',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'CATATAN CAMAT', subjudul: siklus },
      {
        jenis: 'tabel',
        kolom: [{ bobot: 26 }, { bobot: 26 }, { bobot: 38 }],
        kepala: [[{ teks: 'Kepada, tentang' }, { teks: 'Catatan' }, { teks: 'Tanggapan' }]],
        isi: [...daftar].reverse().map((c) => ({
          sel: [sebutTentang(c), sebutCatatan(c, pelaku.zonaWaktu), sebutTanggapan(c, pelaku.zonaWaktu)],
        })),
        huruf: 'kecil',
      },
    ],
  }
}

const sebutTentang = (c: Catatan): string => [c.kepada, c.perihal, c.keadaan].filter(Boolean).join('\n')

function sebutCatatan(c: Catatan, zona: string): string {
  const teks = c.status === 'DITARIK' ? '(ditarik sebelum dibaca)' : c.teks
  const tenggat = c.tenggat ? `\nJawaban diminta paling lambat ${tanggalPanjang(c.tenggat)}.` : ''
  return `${teks}${tenggat}\n${c.penulis}, ${c.jabatan}, ${tanggalJam(c.ditulisPada, zona)}`
}

const sebutTanggapan = (c: Catatan, zona: string): string =>
  c.ditanggapiPada
    ? `${c.jawaban || TEKS_CATATAN.DIBACA}\n${c.penanggap}, ${c.jabatanPenanggap}, ${tanggalJam(c.ditanggapiPada, zona)}`
    : TEKS_CATATAN[c.status]
