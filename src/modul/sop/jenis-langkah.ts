/**
 * The kinds of step. A kind says what the screen of a step does; the facts beside the name are all that the engine
 * and the check of an SOP need to know about it, so neither branches on the code of a kind.
 */
const FAKTA_BIASA = {
  /** the step is carried out in parts, one per unit, and cannot be finished without them */
  bagianUnit: false,
  /** carried out as a whole, but single values of it can be sent back by themselves */
  nilaiSatuan: false,
  /** finishing it (or handing in a part of it) submits something that a later decision judges */
  mengajukan: false,
  /** the pelaksana hands it over, the penerima answers and so finishes it */
  dijawabPenerima: false,
  /** while it is open, parts of an earlier step can be sent back with a reason */
  mengembalikanBagian: false,
  /** it may be the decision (Ya/Tidak) of an SOP */
  dapatMemutuskan: true,
  /** its screen does nothing but decide: without a decision it cannot be finished */
  harusMemutuskan: false,
  /** its pelaksana works with what all units report, and so may see all of it */
  seluruhUnit: false,
  /** where several pelaksana must all act, one follows the other in the order in which the SOP names them */
  berurutan: false,
  /** nothing may follow it: what it leaves behind is sealed */
  penutup: false,
}

export type FaktaJenis = typeof FAKTA_BIASA

const jenis = <K extends string>(kode: K, nama: string, keterangan: string, fakta: Partial<FaktaJenis> = {}) =>
  ({ kode, nama, keterangan, ...FAKTA_BIASA, ...fakta }) as const

export const JENIS_LANGKAH = [
  jenis('disposisi', 'Disposisi', 'Camat mencatat surat pemicu atau prakarsa sendiri, lalu menerbitkan disposisi.'),
  jenis('instruksi', 'Instruksi', 'Pejabat memerintahkan pejabat atau staf lain di kantor.'),
  jenis('rapat', 'Rapat', 'Undangan, daftar hadir, pembahasan, dan keputusan rapat.'),
  jenis('program-kerja', 'Program Kerja', 'Rencana kegiatan dengan penanggung jawab dan tanggal.'),
  jenis('ceklis-dokumen', 'Ceklis Dokumen', 'Dokumen yang diperlukan: ada, belum ada, berkasnya, atau letak aslinya.'),
  jenis('pemilahan-indikator', 'Pemilahan Indikator', 'Indikator dibagi kepada seksi yang menjawabnya.'),
  jenis('siapkan-formulir', 'Penyiapan Formulir', 'Satu formulir per unit dari indikator yang dijawab unit itu.', {
    seluruhUnit: true,
  }),
  jenis('distribusi', 'Distribusi Formulir', 'Formulir dibagikan; setiap penerima menyatakan telah menerima.', {
    dapatMemutuskan: false,
    seluruhUnit: true,
  }),
  jenis('pengisian', 'Pengisian Formulir', 'Unit mengisi dan menyerahkan formulir, masing-masing pada waktunya.', {
    bagianUnit: true,
    mengajukan: true,
    dapatMemutuskan: false,
  }),
  jenis(
    'penerimaan',
    'Penerimaan Formulir',
    'Formulir yang masuk diperiksa kelengkapannya, diterima atau dikembalikan.',
    {
      mengembalikanBagian: true,
      seluruhUnit: true,
    },
  ),
  jenis('rekap', 'Rekapitulasi', 'Semua formulir dalam satu matriks, dibekukan sebagai versi bernomor.', {
    mengajukan: true,
    mengembalikanBagian: true,
    seluruhUnit: true,
  }),
  jenis('lapor', 'Laporan Rekap', 'Rekap menjadi draft laporan dan disampaikan ke atas.', {
    mengajukan: true,
    seluruhUnit: true,
  }),
  jenis('telaah', 'Telaah', 'Menyetujui, atau mengembalikan dengan alasan: seluruh rekap, unit, atau nilai tertentu.', {
    harusMemutuskan: true,
    seluruhUnit: true,
  }),
  jenis('lapor-camat', 'Laporan kepada Camat', 'Laporan disampaikan kepada Camat, yang menjawab dengan disposisi.', {
    dijawabPenerima: true,
    seluruhUnit: true,
  }),
  jenis('metodologi', 'Metodologi Pengukuran', 'Rumus, polaritas, agregasi, dan sumber data per indikator.'),
  jenis('pengukuran', 'Pengukuran', 'Capaian dan predikat dihitung dari data yang disetujui.', {
    nilaiSatuan: true,
    mengajukan: true,
  }),
  jenis('susun-dokumen', 'Penyusunan Dokumen', 'Rekap disusun menjadi dokumen yang akan ditandatangani.', {
    mengajukan: true,
    seluruhUnit: true,
  }),
  jenis('tanda-tangan', 'Penandatanganan', 'Pejabat yang disebut menandatangani, atau menolak dengan alasan.', {
    berurutan: true,
  }),
  jenis('kirim', 'Pengiriman', 'Surat pengantar bernomor, penerima, dan bukti pengiriman.'),
  jenis('monev', 'Monitoring dan Evaluasi', 'Temuan monitoring dan evaluasi per indikator dan unit.'),
  jenis('tindak-lanjut', 'Tindak Lanjut', 'Rekomendasi dengan penanggung jawab, tanggal, dan keadaannya.'),
  jenis('arsip', 'Pengarsipan', 'Seluruh isi siklus disegel: dokumen, data, bukti, riwayat, manifes.', {
    dapatMemutuskan: false,
    seluruhUnit: true,
    penutup: true,
  }),
  jenis('tugas', 'Tugas', 'Langkah lain: petunjuk, catatan, berkas.'),
] as const

export type JenisLangkah = (typeof JENIS_LANGKAH)[number]['kode']

export const KODE_JENIS_LANGKAH: readonly JenisLangkah[] = JENIS_LANGKAH.map((j) => j.kode)

/** The facts and the printed name of a kind; every kind of the schema is in the table. */
export function ambilJenisLangkah(
  kode: JenisLangkah,
): FaktaJenis & { kode: JenisLangkah; nama: string; keterangan: string } {
  const ada = JENIS_LANGKAH.find((j) => j.kode === kode)
  if (!ada) throw new Error(`Jenis langkah "${kode}" tidak dikenal`)
  return ada
}
