import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { type BedaNilai, kalimatRingkasan, matriksRekap, type VersiRekap } from '../rekap/index.ts'
import type { BahanDokumen, BarisSiklus } from '../siklus/index.ts'
import type { BarisTelaah, TeksLaporan } from './kueri.ts'

type Bahan = {
  readonly siklus: BarisSiklus
  readonly telaah: BarisTelaah
  readonly rekap: VersiRekap
  /** what changed since the version before */
  readonly beda: readonly BedaNilai[]
  readonly bahan: BahanDokumen
  /** who decided: one who returns it, or all who had to agree */
  readonly pihak: readonly Pihak[]
  /** names of all who agreed, where the SOP wants several */
  readonly penelaah: readonly string[]
  readonly zona: string
  /** to whom a return went */
  readonly kepada: string
}

const bertanda = (pihak: readonly Pihak[], teks: string): Pihak[] => pihak.map((p) => ({ ...p, tanda: { teks } }))

const CAKUPAN = { '': '', SEMUA: 'Seluruh rekap', UNIT: 'Formulir unit', NILAI: 'Nilai tertentu' } as const

/** Lembar Telaah: what was judged, the decision, what goes back to whom and why, in which round. */
export function dokumenLembarTelaah(b: Bahan): Dokumen {
  const { siklus, telaah, rekap, bahan, pihak } = b
  const setuju = telaah.keputusan === 'DISETUJUI'
  return {
    judul: `Lembar Telaah ${siklus.namaPeriode} (putaran ${telaah.putaran})`,
    jenis: 'Lembar Telaah',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'LEMBAR TELAAH',
        subjudul: `${namaKegiatan(siklus)} · ${siklus.namaPeriode}`,
      },
      identitas(b),
      { jenis: 'judul', tingkat: 2, teks: 'Keadaan rekap' },
      { jenis: 'daftar', gaya: 'butir', butir: kalimatRingkasan(rekap.isi) },
      ...perubahan(b),
      { jenis: 'judul', tingkat: 2, teks: 'Keputusan' },
      {
        jenis: 'kotakCentang',
        butir: [
          { teks: 'Disetujui, menjadi bahan penyusunan Laporan Kinerja', dicentang: setuju },
          {
            teks: setuju
              ? 'Dikembalikan untuk diperbaiki'
              : `Dikembalikan kepada ${b.kepada}: ${CAKUPAN[telaah.cakupan].toLowerCase()}`,
            dicentang: !setuju,
          },
        ],
      },
      ...(setuju ? catatan(telaah) : alasan(telaah)),
      { jenis: 'tandaTangan', pihak: bertanda(pihak, 'diputuskan dalam aplikasi') },
    ],
  }
}

const identitas = ({ telaah, rekap, penelaah, zona }: Bahan): Blok => ({
  jenis: 'isianData',
  lebarLabelMm: 38,
  baris: [
    {
      label: 'Yang ditelaah',
      nilai: `Rekapitulasi versi ${rekap.nomorVersi}, dibekukan ${tanggalJam(rekap.dibekukanPada, zona)} oleh ${rekap.dibekukanOleh} (${rekap.jabatanPembeku})`,
    },
    { label: 'Putaran', nilai: String(telaah.putaran) },
    { label: 'Penelaah', nilai: penelaah.length > 1 ? penelaah.join('; ') : `${telaah.nama}, ${telaah.jabatan}` },
    { label: 'Waktu', nilai: tanggalJam(new Date(telaah.waktu), zona) },
  ],
})

function perubahan({ beda, rekap }: Bahan): Blok[] {
  if (beda.length === 0) return []
  return [
    { jenis: 'judul', tingkat: 2, teks: `Yang berubah sejak versi ${rekap.nomorVersi - 1}` },
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [
        { bobot: 5, rata: 'tengah' },
        { bobot: 24 },
        { bobot: 42 },
        { bobot: 15, rata: 'kanan' },
        { bobot: 15, rata: 'kanan' },
      ],
      kepala: [['No', 'Unit', 'Indikator', 'Semula', 'Menjadi'].map((teks) => ({ teks }))],
      isi: beda.map((d, i) => ({ sel: [String(i + 1), d.unit, d.indikator, d.dari, d.menjadi] })),
    },
  ]
}

const catatan = ({ catatan: teks }: BarisTelaah): Blok[] =>
  teks ? [{ jenis: 'paragraf', teks: [{ teks: 'Catatan: ', tebal: true }, { teks }] }] : []

function alasan({ rincian, catatan: umum }: BarisTelaah): Blok[] {
  if (rincian.length === 0) return [{ jenis: 'paragraf', teks: [{ teks: 'Alasan: ', tebal: true }, { teks: umum }] }]
  return [
    { jenis: 'jarak', mm: 3 },
    { jenis: 'paragraf', teks: 'Yang dikembalikan dan alasannya:', rapat: true },
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 24 }, { bobot: 34 }, { bobot: 14, rata: 'kanan' }, { bobot: 34 }],
      kepala: [['No', 'Unit', 'Indikator', 'Nilai pada rekap', 'Alasan'].map((teks) => ({ teks }))],
      isi: rincian.map((r, i) => ({ sel: [String(i + 1), r.unit, r.nama, r.nilai || '–', r.alasan] })),
    },
  ]
}

type BahanHasil = Omit<Bahan, 'beda' | 'kepada'> & { readonly teks: TeksLaporan | null; readonly judul: string }

/** The approved report of the collected data (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 10: output of Ya). */
export function dokumenLaporanHasil({ siklus, telaah, rekap, bahan, pihak, zona, teks, judul }: BahanHasil): Dokumen {
  const bagian = (nama: string, isi: string | undefined): Blok[] =>
    isi ? [{ jenis: 'judul', tingkat: 2, teks: nama }, butir(isi)] : []
  return {
    judul: `${judul} ${siklus.namaPeriode}`,
    jenis: judul,
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toUpperCase(), subjudul: siklus.namaPeriode },
      {
        jenis: 'paragraf',
        rata: 'rata',
        teks: `Data di bawah ini telah ditelaah dan disetujui ${telaah.jabatan} pada ${tanggalJam(new Date(telaah.waktu), zona)} sebagai bahan penyusunan Laporan Kinerja. Dasarnya rekapitulasi versi ${rekap.nomorVersi}.`,
      },
      ...bagian('Ringkasan', teks?.ringkasan || kalimatRingkasan(rekap.isi).join('\n')),
      ...bagian('Hambatan', teks?.hambatan),
      ...bagian('Saran', teks?.saran),
      ...bagian('Catatan penelaah', telaah.catatan),
      { jenis: 'judul', tingkat: 2, teks: 'Data kinerja' },
      ...matriksRekap(rekap.isi),
      { jenis: 'tandaTangan', pihak: bertanda(pihak, 'disetujui dalam aplikasi') },
    ],
  }
}

/** Lines as a numbered list; a single one as a paragraph. */
function butir(teks: string): Blok {
  const baris = teks
    .split('\n')
    .map((b) => b.trim())
    .filter(Boolean)
  return baris.length > 1
    ? { jenis: 'daftar', gaya: 'angka', butir: baris }
    : { jenis: 'paragraf', teks: baris[0] ?? '', rata: 'rata' }
}

export const namaKegiatan = (siklus: BarisSiklus): string => siklus.namaSop.replace(/^SOP /, '')
