import type {
  BarisAnggaranIsian,
  BarisIsian,
  FormulirUnit,
  KartuBaris,
  TargetBaris,
} from '../../src/modul/formulir/index.ts'
import { SKALA_PERMENDAGRI_86 } from '../../src/modul/pengukuran/index.ts'
import { susunRekap } from '../../src/modul/rekap/susun-rekap.ts'

const KARTU: KartuBaris = {
  kode: 'IKU-01',
  versi: 1,
  jenis: 'IKU',
  nama: 'Indeks Kepuasan Masyarakat',
  satuan: 'Indeks',
  definisi: '',
  polaritas: 'MAKS',
  varianMin: '2T-R',
  agregasi: 'POSISI_AKHIR',
  metode: 'TUNGGAL',
  variabel: [{ kode: 'n', nama: 'Nilai' }],
  kategori: [],
  rumus: '',
  desimal: 2,
  sumberData: '',
  frekuensi: 'TRIWULANAN',
  buktiWajib: false,
  aturanBukti: '',
  sasaranId: null,
  programId: null,
  kegiatanId: null,
  subKegiatanId: null,
  pk: null,
} as unknown as KartuBaris
const TARGET: TargetBaris = {
  tahunan: '80',
  atas: null,
  teks: null,
  cara: 'PER_TRIWULAN',
  tw: ['80', '80', '80', '80'],
}

let urut = 0
type Lain = Partial<Omit<BarisIsian, 'kartu' | 'target'>> & {
  kartu?: Partial<KartuBaris>
  target?: Partial<TargetBaris>
}

/** A filled row of triwulan II; say only what matters. */
export function baris({ kartu, target, ...lain }: Lain = {}): BarisIsian {
  const id = `baris-${++urut}`
  return {
    variabel: lain.nilai == null ? {} : { n: lain.nilai },
    id,
    indikatorId: `indikator-${urut}`,
    targetPkId: null,
    urut,
    kartu: { ...KARTU, kode: `IKU-${urut}`, nama: `Indikator ${urut}`, ...kartu },
    target: { ...TARGET, ...target },
    jatuhTempo: true,
    status: 'TERISI',
    kategori: null,
    nilai: '80',
    alasanTidakBerlaku: '',
    kendala: '',
    faktorPendorong: '',
    tindakLanjut: '',
    keterangan: '',
    terbuka: false,
    alasanKembali: null,
    versi: 1,
    diubahOleh: 'Staf (contoh)',
    diubahOlehId: null,
    diubahPada: null,
    jumlahBukti: 0,
    lalu: [],
    ...lain,
  }
}
export const terisi = (nilai: string, lain: Lain = {}): BarisIsian => baris({ ...lain, status: 'TERISI', nilai })
export const kosong = (lain: Lain = {}): BarisIsian => baris({ ...lain, status: 'KOSONG', nilai: null })
export const tidakBerlaku = (alasan: string, lain: Lain = {}): BarisIsian =>
  baris({ ...lain, status: 'TIDAK_BERLAKU', nilai: null, alasanTidakBerlaku: alasan })
export const belumJatuhTempo = (lain: Lain = {}): BarisIsian =>
  baris({ ...lain, status: 'KOSONG', nilai: null, jatuhTempo: false })

export function anggaran(
  pagu: string,
  realisasi: string | null,
  lain: Partial<BarisAnggaranIsian> = {},
): BarisAnggaranIsian {
  const ke = ++urut
  return {
    id: `anggaran-${ke}`,
    subKegiatanId: `sub-${ke}`,
    urut: ke,
    kode: `7.01.01.2.01.${ke}`,
    nama: `Sub kegiatan ${ke}`,
    pagu,
    status: realisasi === null ? 'KOSONG' : 'TERISI',
    realisasi,
    keterangan: '',
    terbuka: false,
    alasanKembali: null,
    versi: 1,
    diubahOleh: '',
    diubahOlehId: null,
    diubahPada: null,
    sebelumnya: null,
    ...lain,
  }
}

export function formulir(
  nama: string,
  isi: { baris?: BarisIsian[]; anggaran?: BarisAnggaranIsian[]; status?: FormulirUnit['status'] } = {},
): FormulirUnit {
  const ke = ++urut
  return {
    id: `formulir-${ke}`,
    siklusId: 'siklus',
    unitId: `unit-${ke}`,
    unitKode: `unit-${ke}`,
    unitNama: nama,
    urut: ke,
    status: isi.status ?? 'DISERAHKAN',
    putaran: 1,
    catatan: '',
    dibagikanPada: null,
    dibagikanOleh: '',
    diterimaPada: null,
    penerima: '',
    jabatanPenerima: '',
    caraTerima: '',
    diserahkanPada: null,
    penyerahId: null,
    penyerah: '',
    jabatanPenyerah: '',
    versi: 1,
    baris: isi.baris ?? [],
    anggaran: isi.anggaran ?? [],
  }
}

/** The recap of triwulan II 2026 from these forms. */
export const rekapDari = (...unit: FormulirUnit[]) =>
  susunRekap(unit, {
    siklusId: 'siklus',
    namaSop: 'SOP Pengumpulan Data Kinerja',
    namaPeriode: 'Triwulan II 2026',
    periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: 2 },
    skala: SKALA_PERMENDAGRI_86,
  })
