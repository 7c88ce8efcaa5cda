import fc from 'fast-check'
import type { DefinisiSop, LangkahSop } from '../../src/modul/sop/index.ts'
import { sopAcak } from './sop-acak.ts'

const KATA = [
  'Camat',
  'menyusun',
  'rekapitulasi',
  'data',
  'pertanggungjawaban',
  'dan',
  'kinerja',
  'Sekretaris',
  'kepada',
  'triwulan',
  'SKPD/Perangkat',
  'mengoordinasikan',
  'a',
  'Ketidaksesuaiannya-ketidaksesuaiannya',
]
const kalimat = (maks: number) =>
  fc.array(fc.constantFrom(...KATA), { minLength: 1, maxLength: maks }).map((kata) => kata.join(' '))

type TeksLangkah = Pick<LangkahSop, 'uraian' | 'kelengkapan' | 'keluaran' | 'ket'> & { waktu: string; nomor: string }
const teksLangkah: fc.Arbitrary<TeksLangkah> = fc.record({
  uraian: fc.oneof({ weight: 20, arbitrary: kalimat(30) }, { weight: 1, arbitrary: kalimat(200) }),
  kelengkapan: fc.array(kalimat(8), { maxLength: 5 }),
  keluaran: fc.option(kalimat(6), { nil: null }),
  ket: fc.option(kalimat(6), { nil: null }),
  waktu: kalimat(3),
  nomor: fc.constantFrom('1', '12', '7.a', 'XIV', '103'),
})

/** Generated SOPs that passed the check, with texts of every length in names, steps and identity. */
export const sopBerteksAcak: fc.Arbitrary<DefinisiSop> = fc
  .record({
    sop: sopAcak,
    teks: fc.array(teksLangkah, { minLength: 1, maxLength: 12 }),
    kolom: fc.array(kalimat(4), { minLength: 1, maxLength: 8 }),
    dasar: fc.array(kalimat(40), { maxLength: 25 }),
    lain: fc.array(kalimat(12), { maxLength: 12 }),
    nama: kalimat(12),
  })
  .map(({ sop, teks, kolom, dasar, lain, nama }) => ({
    ...sop,
    nama: `SOP ${nama}`,
    identitas: {
      ...sop.identitas,
      instansi: ['PEMERINTAH KABUPATEN PEMALANG', 'KECAMATAN TAMAN'],
      dasarHukum: dasar.map((isi) => ({ teks: isi, asli: null, catatan: null })),
      kualifikasi: lain,
      peringatan: lain.slice(0, 3),
    },
    pelaksana: sop.pelaksana.map((p, i) => ({ ...p, nama: kolom[i % kolom.length] ?? p.nama })),
    langkah: sop.langkah.map((l, i) => {
      const { waktu, ...isi } = teks[i % teks.length] ?? { waktu: '' }
      return {
        ...l,
        ...isi,
        dibantu: i % 5 === 0 ? sop.pelaksana.slice(0, 2).map((p) => p.kode) : [],
        waktuBaku: { jenis: 'TIDAK_ADA' as const, teks: waktu },
      }
    }),
  }))
