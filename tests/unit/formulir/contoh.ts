import type { BarisIsian } from '../../../src/modul/formulir/index.ts'
import { isianBaris } from '../../../src/modul/formulir/isian.ts'
import type { KartuBaris, TargetBaris } from '../../../src/modul/formulir/kartu.ts'

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
