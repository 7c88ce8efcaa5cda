import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { type IsiRekap, matriksRekap } from '../rekap/index.ts'
import type { BahanDokumen, KonteksLangkah } from '../siklus/index.ts'
import type { Laporan, Persetujuan } from './kueri.ts'
import { indikatorMerah } from './usul-laporan.ts'

export type BahanLaporan = {
  readonly konteks: KonteksLangkah
  readonly laporan: Laporan
  readonly isi: IsiRekap | null
  readonly versiRekap: number
  readonly bahan: BahanDokumen
  readonly pihak: readonly Pihak[]
  readonly judul: string
  readonly zona: string
}

/** Report of Tim SAKIP to the Sekcam in the order of an official report: introduction, activities, results, obstacles, suggestions, closing; the recap as annex. */
export function dokumenLapor(b: BahanLaporan): Dokumen {
  const { konteks, laporan, judul } = b
  const { siklus, def } = konteks
  const isi: Blok[] = [
    {
      jenis: 'judul',
      tingkat: 1,
      teks: judul.toUpperCase(),
      subjudul: siklus.namaPeriode,
      nomor: laporan.nomor || '......................',
    },
    bagian('A. Pendahuluan'),
    paragraf(
      `Laporan ini disusun sebagai pelaksanaan ${siklus.namaSop} langkah ${def.nomor} untuk ${siklus.namaPeriode} (${tanggalPanjang(siklus.mulaiPeriode)} sampai dengan ${tanggalPanjang(siklus.akhirPeriode)}). Maksudnya menyampaikan ${b.isi?.pengukuran ? 'hasil pengukuran kinerja beserta analisisnya' : 'data kinerja yang terkumpul beserta kelengkapannya'}.`,
    ),
    bagian('B. Kegiatan yang dilaksanakan'),
    tabelKegiatan(b),
    bagian('C. Hasil yang dicapai'),
    ...butir(laporan.ringkasan),
    bagian('D. Hambatan'),
    ...butir(laporan.hambatan),
    bagian('E. Saran'),
    ...butir(laporan.saran),
    bagian('F. Penutup'),
    paragraf(`Demikian laporan ini disampaikan${kepada(konteks)}. Rincian data ada pada lampiran.`),
    { jenis: 'tandaTangan', pihak: [...b.pihak] },
    ...lampiran(b),
  ]
  return dokumen(b, { jenis: judul, isi })
}

/** Official note of the Sekcam that carries the approved report to the Camat. */
export function dokumenLaporCamat(
  b: BahanLaporan & { readonly persetujuan: Persetujuan | null; readonly dari: string; readonly kepada: string },
): Dokumen {
  const { konteks, laporan, judul, persetujuan } = b
  const disetujui = persetujuan
    ? `, yang telah ditelaah dan disetujui ${persetujuan.jabatan} pada ${tanggalPanjang(tanggalLokal(persetujuan.waktu, b.zona))}`
    : ''
  const isi: Blok[] = [
    { jenis: 'judul', tingkat: 1, teks: 'NOTA DINAS' },
    {
      jenis: 'isianData',
      lebarLabelMm: 24,
      baris: [
        { label: 'Yth.', nilai: b.kepada },
        { label: 'Dari', nilai: b.dari },
        { label: 'Tanggal', nilai: laporan.tanggal ? tanggalPanjang(laporan.tanggal) : '' },
        { label: 'Nomor', nilai: laporan.nomor || '......................' },
        { label: 'Lampiran', nilai: b.isi ? '1 berkas' : '–' },
        { label: 'Hal', nilai: [{ teks: `${judul} ${konteks.siklus.namaPeriode}`, tebal: true }] },
      ],
    },
    { jenis: 'garis', gaya: 'tipis' },
    paragraf(
      `Bersama ini kami laporkan hasil ${namaKegiatan(konteks)} ${konteks.siklus.namaPeriode}${disetujui}, sebagai berikut.`,
    ),
    bagian('Hasil'),
    ...butir(laporan.ringkasan),
    ...tabelMerah(b.isi),
    bagian('Hambatan'),
    ...butir(laporan.hambatan),
    bagian('Saran'),
    ...butir(laporan.saran),
    paragraf('Demikian kami laporkan. Mohon arahan lebih lanjut.'),
    { jenis: 'tandaTangan', pihak: [...b.pihak] },
    ...lampiran(b),
  ]
  return dokumen(b, { jenis: 'Laporan', isi })
}

const dokumen = (
  { konteks, laporan, bahan, judul }: BahanLaporan,
  { jenis, isi }: { jenis: string; isi: Blok[] },
): Dokumen => ({
  judul: `${judul} ${konteks.siklus.namaPeriode}`,
  jenis,
  ukuran: 'F4',
  arah: 'tegak',
  kop: bahan.kop,
  nomor: laporan.nomor,
  tanggal: bahan.hari,
  isi,
})

const bagian = (teks: string): Blok => ({ jenis: 'judul', tingkat: 2, teks })
const paragraf = (teks: string): Blok => ({ jenis: 'paragraf', teks, rata: 'rata' })
/** Lines as a list; a single one as a paragraph; none is said. */
function butir(teks: string): Blok[] {
  const baris = teks
    .split('\n')
    .map((b) => b.trim())
    .filter(Boolean)
  if (baris.length === 0) return [paragraf('Tidak ada.')]
  return baris.length === 1 ? [paragraf(baris[0] ?? '')] : [{ jenis: 'daftar', gaya: 'angka', butir: baris }]
}

export const namaKegiatan = ({ siklus }: KonteksLangkah): string => siklus.namaSop.replace(/^SOP /, '')
export const namaKolom = ({ siklus }: KonteksLangkah, kode: readonly string[]): string =>
  kode.map((k) => siklus.definisi.pelaksana.find((p) => p.kode === k)?.nama ?? k).join(', ')
const kepada = (konteks: KonteksLangkah): string =>
  konteks.def.penerima.length > 0 ? ` kepada ${namaKolom(konteks, konteks.def.penerima)}` : ''

/** The steps done so far with what each left behind. */
function tabelKegiatan({ konteks, zona }: BahanLaporan): Blok {
  const selesai = konteks.semuaLangkah.filter(
    (l) => l.status === 'SELESAI' && l.selesaiPada && l.urut < konteks.langkah.urut,
  )
  return {
    jenis: 'tabel',
    huruf: 'kecil',
    kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 58 }, { bobot: 26 }, { bobot: 18 }],
    kepala: [['No', 'Kegiatan', 'Hasil', 'Selesai'].map((teks) => ({ teks }))],
    isi: selesai.map((l) => {
      const def = konteks.siklus.definisi.langkah.find((d) => d.kode === l.kode)
      return {
        sel: [
          def?.nomor ?? '',
          def?.uraian ?? '',
          def?.keluaran ?? '–',
          l.selesaiPada ? tanggalPanjang(tanggalLokal(l.selesaiPada, zona)) : '',
        ],
      }
    }),
  }
}

function tabelMerah(isi: IsiRekap | null): Blok[] {
  const merah = isi ? indikatorMerah(isi) : []
  if (merah.length === 0) return []
  return [
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 36 }, { bobot: 22 }, { bobot: 12, rata: 'angka' }, { bobot: 30 }],
      kepala: [['No', 'Indikator yang belum tercapai', 'Unit', 'Capaian', 'Kendala'].map((teks) => ({ teks }))],
      isi: merah.map((m, i) => ({ sel: [String(i + 1), m.nama, m.unit, m.capaian, m.kendala || '–'] })),
    },
  ]
}

function lampiran({ isi, versiRekap, konteks }: BahanLaporan): Blok[] {
  if (!isi) return []
  return [
    { jenis: 'pemisahHalaman' },
    {
      jenis: 'judul',
      tingkat: 1,
      teks: 'LAMPIRAN',
      subjudul: `${versiRekap > 0 ? 'Rekapitulasi' : 'Hasil'} ${namaKegiatan(konteks)} ${konteks.siklus.namaPeriode}${versiRekap > 0 ? ` · versi ${versiRekap}` : ''}`,
    },
    ...matriksRekap(isi),
  ]
}
