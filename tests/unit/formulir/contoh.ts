import type { BarisAnggaranIsian, BarisIsian, FormulirLengkap } from '../../../src/modul/formulir/index.ts'
import { isianBaris } from '../../../src/modul/formulir/isian.ts'
import type { KartuBaris, TargetBaris } from '../../../src/modul/formulir/kartu.ts'
import { skalaAtauBaku } from '../../../src/modul/perencanaan/index.ts'

/** "Desa tepat waktu / jumlah desa": a percentage with quarterly targets. */
export const kartuContoh = (isi: Partial<KartuBaris> = {}): KartuBaris => ({
  kode: 'IKK-11',
  versi: 1,
  jenis: 'IKK',
  nama: 'Persentase desa tepat waktu',
  satuan: '%',
  definisi: '',
  polaritas: 'MAKS',
  varianMin: '2T-R',
  agregasi: 'POSISI_AKHIR',
  metode: 'PERSENTASE',
  variabel: [
    { kode: 'tepat', nama: 'Desa tepat waktu' },
    { kode: 'desa', nama: 'Jumlah desa' },
  ],
  kategori: [],
  rumus: '',
  desimal: 2,
  sumberData: '',
  frekuensi: 'TRIWULANAN',
  buktiWajib: true,
  aturanBukti: '',
  sasaranId: null,
  programId: null,
  kegiatanId: null,
  subKegiatanId: null,
  pk: null,
  ...isi,
})

export const targetContoh = (isi: Partial<TargetBaris> = {}): TargetBaris => ({
  tahunan: '95',
  atas: null,
  teks: null,
  cara: 'BERJALAN',
  tw: ['95', '95', '95', '95'],
  ...isi,
})

export const barisContoh = (isi: Partial<BarisIsian> = {}): BarisIsian => ({
  id: 'b1',
  indikatorId: 'i1',
  targetPkId: 't1',
  urut: 1,
  kartu: kartuContoh(),
  target: targetContoh(),
  jatuhTempo: true,
  status: 'KOSONG',
  variabel: {},
  kategori: null,
  nilai: null,
  alasanTidakBerlaku: '',
  kendala: '',
  faktorPendorong: '',
  tindakLanjut: '',
  keterangan: '',
  terbuka: true,
  alasanKembali: null,
  versi: 1,
  diubahOleh: '',
  diubahOlehId: null,
  diubahPada: null,
  jumlahBukti: 0,
  lalu: [],
  ...isi,
})

/** Fields as a form sends them. */
export const ketik = (bidang: Readonly<Record<string, string>>) => isianBaris({ versi: '1', ...bidang }).isian

const kembali = { terbuka: true, alasanKembali: null, versi: 1, diubahOleh: '', diubahOlehId: null, diubahPada: null }
export const anggaranContoh = (isi: Partial<BarisAnggaranIsian> = {}): BarisAnggaranIsian => ({
  id: 'a1',
  subKegiatanId: 's1',
  urut: 1,
  kode: '7.01.02.2.01.0001',
  nama: 'Koordinasi pemerintahan desa',
  pagu: '120000000',
  status: 'KOSONG',
  realisasi: null,
  keterangan: '',
  sebelumnya: null,
  ...kembali,
  ...isi,
})

/** The form of a unit with its siklus, being filled in. */
export const formulirContoh = (isi: Partial<FormulirLengkap> = {}): FormulirLengkap => ({
  id: 'f1',
  siklusId: 'k1',
  unitId: 'u1',
  unitKode: 'seksi-pemerintahan',
  unitNama: 'Seksi Pemerintahan',
  urut: 1,
  status: 'DITERIMA',
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
  baris: [barisContoh()],
  anggaran: [anggaranContoh()],
  siklus: {
    id: 'k1',
    namaSop: 'SOP Pengumpulan Data Kinerja',
    periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: 2 },
    namaPeriode: 'Triwulan II 2026',
    akhirPeriode: '2026-06-30',
    tenggat: null,
    skala: skalaAtauBaku(null),
  },
  langkah: { kode: 'P7', status: 'BERJALAN', tenggat: null },
  bagian: { status: 'BERJALAN', alasanKembali: null },
  pembagian: { hanyaDitugasi: false, baris: [] },
  pengelola: [],
  penerimaKertas: [],
  ...isi,
})
