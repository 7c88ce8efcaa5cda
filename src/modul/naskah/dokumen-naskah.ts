import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { type IsiRekap, kalimatRingkasan, matriksRekap } from '../rekap/index.ts'
import type { BahanDokumen, KonteksLangkah } from '../siklus/index.ts'
import type { Naskah } from './kueri.ts'

export type BahanNaskah = {
  readonly konteks: KonteksLangkah
  readonly naskah: Naskah
  readonly isi: IsiRekap | null
  readonly bahan: BahanDokumen
  /** those who are to sign, left to right; the room above their names stays empty until they do */
  readonly pihak: readonly Pihak[]
}

/**
 * The document to be signed: introduction, what the frozen recap says, its tables, obstacles with follow-up, closing,
 * signature blocks (SOP Kecamatan Muara Papalik, langkah 12: Dokumen Data Capaian Kinerja). The signature blocks are its
 * last part: signing fills them and changes nothing else.
 */
export function susunDokumenNaskah({ konteks, naskah, isi, bahan, pihak }: BahanNaskah): Dokumen {
  const { siklus } = konteks
  const bagian = susunBagian(naskah, isi)
  return {
    judul: `${naskah.judul} ${siklus.namaPeriode}`.slice(0, 300),
    jenis: naskah.judul || 'Naskah',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    nomor: naskah.nomor,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: naskah.judul.toLocaleUpperCase('id-ID'),
        subjudul: siklus.namaPeriode,
        ...(naskah.nomor ? { nomor: naskah.nomor } : {}),
      },
      ...bagian.flatMap(({ nama, blok }, ke): Blok[] => [
        { jenis: 'judul', tingkat: 2, teks: `${'ABCDEFG'[ke] ?? ''}. ${nama}` },
        ...blok,
      ]),
      { jenis: 'tandaTangan', pihak: [...pihak] },
    ],
  }
}

type Bagian = { readonly nama: string; readonly blok: readonly Blok[] }

/** Parts that have something to say, in order. */
function susunBagian({ pendahuluan, penutup }: Naskah, isi: IsiRekap | null): Bagian[] {
  const ada = isi !== null && isi.unit.length > 0
  const kendala = isi ? barisKendala(isi) : []
  return [
    { nama: 'Pendahuluan', blok: paragraf(pendahuluan) },
    ...(ada
      ? [
          { nama: 'Ringkasan', blok: [{ jenis: 'daftar', gaya: 'butir', butir: kalimatRingkasan(isi) } as const] },
          { nama: 'Data capaian kinerja', blok: matriksRekap(isi) },
        ]
      : []),
    ...(kendala.length > 0 ? [{ nama: 'Kendala dan tindak lanjut', blok: [tabelKendala(kendala)] }] : []),
    ...(penutup ? [{ nama: 'Penutup', blok: paragraf(penutup) }] : []),
  ]
}

const paragraf = (teks: string): Blok[] =>
  teks
    .split('\n')
    .map((b) => b.trim())
    .filter(Boolean)
    .map((b) => ({ jenis: 'paragraf', teks: b, rata: 'rata', menjorok: true }))

const barisKendala = (isi: IsiRekap): string[][] =>
  isi.unit
    .flatMap((u) => u.baris.filter((b) => b.kendala || b.tindakLanjut).map((b) => ({ unit: u.nama, b })))
    .map(({ unit, b }, ke) => [String(ke + 1), b.nama, unit, b.kendala || '–', b.tindakLanjut || '–'])

const tabelKendala = (baris: readonly string[][]): Blok => ({
  jenis: 'tabel',
  huruf: 'kecil',
  kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 30 }, { bobot: 22 }, { bobot: 26 }, { bobot: 26 }],
  kepala: [['No', 'Indikator', 'Unit', 'Kendala', 'Tindak lanjut'].map((teks) => ({ teks }))],
  isi: baris.map((sel) => ({ sel })),
})
