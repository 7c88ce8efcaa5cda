import { type Blok, type Dokumen, kopKecamatan } from '../../inti/dokumen/index.ts'
import type { Kecamatan } from '../organisasi/index.ts'
import { namaSurvei } from './catat-survei.ts'
import { periodeSurvei } from './hitung-survei.ts'
import type { Survei, Unsur } from './kueri.ts'
import { BAGIAN_PROFIL, PROFIL, pilihanProfil } from './unsur.ts'

const ABJAD = ['a', 'b', 'c', 'd']

/** The blank questionnaire for paper: profile to tick, one question per unsur with its four answers, room for a suggestion. */
export function susunKuesioner(survei: Survei, kecamatan: Kecamatan): Dokumen {
  return {
    judul: `Kuesioner SKM ${namaSurvei(survei)}`,
    jenis: 'Kuesioner Survei Kepuasan Masyarakat',
    ukuran: 'F4',
    arah: 'tegak',
    kop: kopKecamatan(kecamatan),
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'KUESIONER SURVEI KEPUASAN MASYARAKAT',
        subjudul: `${survei.layanan}\n${periodeSurvei(survei)}`,
      },
      {
        jenis: 'paragraf',
        huruf: 'kecil',
        teks: 'Pendapat Anda membantu kami memperbaiki layanan. Nama tidak ditanyakan. Beri tanda centang pada satu kotak tiap pertanyaan.',
      },
      { jenis: 'paragraf', rapat: true, teks: [{ teks: 'Tentang Anda (boleh dikosongkan)', tebal: true }] },
      ...BAGIAN_PROFIL.flatMap((bagian): Blok[] => [
        { jenis: 'jarak', mm: 1 },
        { jenis: 'paragraf', rapat: true, huruf: 'kecil', teks: PROFIL[bagian].teks },
        {
          jenis: 'kotakCentang',
          kolom: 4,
          huruf: 'kecil',
          butir: pilihanProfil(bagian).map(([, teks]) => ({ teks, dicentang: false })),
        },
      ]),
      { jenis: 'jarak', mm: 2 },
      ...survei.unsur.flatMap(tanya),
      { jenis: 'jarak', mm: 2 },
      {
        jenis: 'tabel',
        kolom: [{ bobot: 1 }],
        kepala: [[{ teks: 'Saran dan masukan' }]],
        isi: [{ sel: [''] }],
        tinggiBarisMm: 18,
      },
    ],
  }
}

const tanya = (u: Unsur, ke: number): Blok[] => [
  { jenis: 'jarak', mm: 1 },
  { jenis: 'paragraf', rapat: true, teks: [{ teks: `${ke + 1}. `, tebal: true }, { teks: u.pertanyaan }] },
  {
    jenis: 'kotakCentang',
    kolom: 4,
    huruf: 'kecil',
    butir: u.jawaban.map((teks, urut) => ({ teks: `${ABJAD[urut] ?? ''}. ${teks}`, dicentang: false })),
  },
]
