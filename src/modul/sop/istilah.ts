import type { Peran } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import type { CARA_PELAKSANA, DefinisiSop } from './definisi.ts'

/** Words of the office for the codes of a definition: pages, workbook and differences say the same. */
export const NAMA_TUJUAN: Readonly<Record<DefinisiSop['tujuan'], string>> = {
  PENGUMPULAN: 'Pengumpulan data kinerja',
  PENGUKURAN: 'Pengukuran kinerja',
}
export const NAMA_PERIODE: Readonly<Record<JenisPeriode, string>> = {
  BULAN: 'Bulan',
  TRIWULAN: 'Triwulan',
  SEMESTER: 'Semester',
  TAHUN: 'Tahun',
}
export const NAMA_CARA: Readonly<Record<(typeof CARA_PELAKSANA)[number], string>> = {
  SALAH_SATU: 'Satu saja',
  SEMUA: 'Semua',
}
export const NAMA_PERAN: Readonly<Record<Peran, string>> = {
  CAMAT: 'Camat',
  SEKCAM: 'Sekretaris Kecamatan',
  TIM_SAKIP: 'Tim SAKIP',
  KASI: 'Kasi dan Kasubbag',
  STAF: 'Staf',
  DESA: 'Desa/Kelurahan',
  PENGAMAT: 'Pengamat',
  ADMIN: 'Operator',
}
export const NAMA_ASAL: Readonly<Record<string, string>> = {
  LAYAR: 'ditulis di layar',
  YAML: 'dari berkas YAML',
  EXCEL: 'dari berkas Excel',
  SALINAN: 'salinan',
}

/** Fields of a step by the word of the SOP sheet. */
export const NAMA_ISIAN_LANGKAH: Readonly<Record<string, string>> = {
  kode: 'Kode',
  nomor: 'Nomor',
  uraian: 'Uraian',
  uraianAsli: 'Bunyi asli',
  catatanKoreksi: 'Alasan koreksi',
  jenis: 'Jenis langkah',
  pelaksana: 'Pelaksana',
  cara: 'Yang bertindak',
  penerima: 'Penerima',
  dibantu: 'Dibantu',
  kelengkapan: 'Kelengkapan',
  dokumen: 'Dokumen yang dikumpulkan',
  waktuBaku: 'Waktu baku',
  keluaran: 'Keluaran',
  berikutnya: 'Sesudahnya',
  keputusan: 'Keputusan',
  opsional: 'Bila diperlukan',
  tahanPertanyaan: 'Pertanyaan menahan penyerahan',
  hanyaPeriode: 'Hanya pada periode',
  ket: 'Keterangan',
}
export const NAMA_ISIAN_IDENTITAS: Readonly<Record<string, string>> = {
  nama: 'Nama SOP',
  kode: 'Kode SOP',
  tujuan: 'Tujuan',
  periode: 'Dijalankan per',
  nomor: 'Nomor SOP',
  tanggalPembuatan: 'Tanggal pembuatan',
  tanggalRevisi: 'Tanggal revisi',
  tanggalEfektif: 'Tanggal efektif',
  disahkanOleh: 'Disahkan oleh',
  instansi: 'Instansi',
  dasarHukum: 'Dasar hukum',
  kualifikasi: 'Kualifikasi pelaksana',
  keterkaitan: 'Keterkaitan',
  peralatan: 'Peralatan dan perlengkapan',
  peringatan: 'Peringatan',
  pencatatan: 'Pencatatan dan pendataan',
  bolehMelewati: 'Boleh melewati langkah',
}

/** "langkah 7": the printed number of a step; the code where the number says too little. */
export function sebutLangkah({ langkah }: Pick<DefinisiSop, 'langkah'>, kode: string): string {
  const ini = langkah.find((l) => l.kode === kode)
  if (!ini) return `langkah ${kode} (tidak ada)`
  return langkah.filter((l) => l.nomor === ini.nomor).length > 1
    ? `langkah ${ini.nomor} (${ini.kode})`
    : `langkah ${ini.nomor}`
}

/** Printed names of columns. */
export const sebutKolom = ({ pelaksana }: Pick<DefinisiSop, 'pelaksana'>, kode: readonly string[]): string =>
  kode.map((k) => pelaksana.find((p) => p.kode === k)?.nama ?? `${k} (tidak ada)`).join(', ')
