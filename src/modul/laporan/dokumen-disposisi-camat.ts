import type { Blok, BlokBingkai, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen, KonteksLangkah } from '../siklus/index.ts'
import type { TindakLanjut } from '../tindak-lanjut/index.ts'
import { namaKolom } from './dokumen-laporan.ts'
import { INSTRUKSI_LAZIM } from './isian.ts'
import type { Laporan } from './kueri.ts'

type Bahan = {
  readonly konteks: KonteksLangkah
  readonly laporan: Laporan
  readonly rekomendasi: readonly TindakLanjut[]
  readonly bahan: BahanDokumen
  readonly pihak: Pihak
  readonly judulLaporan: string
  readonly zona: string
}

/** The Camat's disposition on the report, in the box form of a Lembar Disposisi. */
export function dokumenDisposisiCamat(b: Bahan): Dokumen {
  const { konteks, bahan } = b
  const { keluaran } = konteks.def
  return {
    judul: `${keluaran ?? 'Disposisi Camat'} ${konteks.siklus.namaPeriode}`,
    jenis: 'Disposisi Camat',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'LEMBAR DISPOSISI' },
      {
        jenis: 'bingkai',
        baris: kotak(b),
      },
    ],
  }
}

/** Rows of the box form, top down. */
const kotak = (b: Bahan): BlokBingkai['baris'] => [
  {
    sel: [
      { bobot: 1, isi: [asal(b)] },
      { bobot: 1, isi: [penerimaan(b)] },
    ],
  },
  {
    sel: [
      {
        bobot: 1,
        isi: [
          {
            jenis: 'isianData',
            lebarLabelMm: 24,
            baris: [{ label: 'Hal', nilai: `${b.judulLaporan} ${b.konteks.siklus.namaPeriode}` }],
          },
        ],
      },
    ],
  },
  {
    sel: [
      { bobot: 1, isi: diteruskan(b) },
      { bobot: 1, isi: harapan(b.laporan) },
    ],
  },
  ...(b.rekomendasi.length > 0 ? [{ sel: [{ bobot: 1, isi: rekomendasi(b.rekomendasi) }] }] : []),
  { tinggiMm: 25, sel: [{ bobot: 1, isi: catatan(b.laporan) }] },
  {
    sel: [
      {
        bobot: 1,
        isi: [{ jenis: 'tandaTangan', pihak: [{ ...b.pihak, tanda: { teks: 'diterbitkan dalam aplikasi' } }] }],
      },
    ],
  },
]

const asal = ({ konteks, laporan }: Bahan): Blok => ({
  jenis: 'isianData',
  lebarLabelMm: 24,
  baris: [
    { label: 'Surat dari', nilai: namaKolom(konteks, konteks.def.pelaksana) },
    { label: 'No. surat', nilai: laporan.nomor || '–' },
    { label: 'Tgl. surat', nilai: laporan.tanggal ? tanggalPanjang(laporan.tanggal) : '–' },
  ],
})
const penerimaan = ({ laporan, zona }: Bahan): Blok => ({
  jenis: 'isianData',
  lebarLabelMm: 27,
  baris: [
    {
      label: 'Diterima tgl.',
      nilai: laporan.disampaikanPada ? tanggalPanjang(tanggalLokal(laporan.disampaikanPada, zona)) : '–',
    },
    { label: 'No. agenda', nilai: '–' },
    { label: 'Sifat', nilai: 'Biasa' },
  ],
})

/** Back to who reported and on to who goes on with it. */
function diteruskan({ konteks, rekomendasi: daftar }: Bahan): Blok[] {
  const lanjut = konteks.siklus.definisi.langkah
    .filter((l) => konteks.def.berikutnya.includes(l.kode))
    .flatMap((l) => l.pelaksana)
  const kolom = [...new Set([...konteks.def.pelaksana, ...lanjut])].map((k) => namaKolom(konteks, [k]))
  const orang = [...new Set(daftar.map((r) => r.penanggungJawab))]
  return [
    kepala('Diteruskan kepada Sdr.'),
    { jenis: 'kotakCentang', butir: [...kolom, ...orang].map((teks) => ({ teks, dicentang: true })) },
  ]
}

function harapan({ instruksi }: Laporan): Blok[] {
  const lain = instruksi.filter((i) => !(INSTRUKSI_LAZIM as readonly string[]).includes(i))
  const butir = [
    ...INSTRUKSI_LAZIM.map((teks) => ({ teks, dicentang: instruksi.includes(teks) })),
    ...lain.map((teks) => ({ teks, dicentang: true })),
  ]
  return [kepala('Dengan hormat harap'), { jenis: 'kotakCentang', butir }]
}

const rekomendasi = (daftar: readonly TindakLanjut[]): Blok[] => [
  kepala('Rekomendasi dan tindak lanjut'),
  {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 48 }, { bobot: 32 }, { bobot: 20 }],
    kepala: [['No', 'Apa', 'Siapa', 'Paling lambat'].map((teks) => ({ teks }))],
    isi: daftar.map((r, i) => ({
      sel: [String(i + 1), r.uraian, r.penanggungJawab, r.tenggat ? tanggalPanjang(r.tenggat) : '–'],
    })),
  },
]
const catatan = ({ catatanCamat }: Laporan): Blok[] => [
  kepala('Catatan'),
  { jenis: 'paragraf', teks: catatanCamat || '–' },
]
const kepala = (teks: string): Blok => ({ jenis: 'paragraf', teks: [{ teks, tebal: true }], rapat: true })
