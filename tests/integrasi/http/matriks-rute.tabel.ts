/**
 * Who gets what at every route, written by hand from the roles of the office — not from the code. The office stands as
 * `jalankanKantor` leaves it: the collection of triwulan II at its recap (P8, Tim SAKIP's turn), unit Seksi Pemerintahan.
 *
 * Columns: nobody · staf and Kasi of Seksi Pemerintahan · Tim SAKIP · Sekcam · Camat · Pengamat (Inspektorat) · Admin.
 *   y  gets through (page, or the form's own answer: redirect, 404 of a lost thing, 409, 422)
 *   x  403
 *   m  sent to sign in
 *   o  404: does not exist for this person
 *   t  refused by whose step it is or by its state: 403, 404, 409 or 422, and changes nothing
 * `{a,b}` in a path stands for both.
 */
export const ORANG = [
  'tamu',
  'staf.pemerintahan',
  'kasi.pemerintahan',
  'sakip1',
  'sekcam',
  'camat',
  'pengamat',
  'admin',
] as const

const LANGKAH = '/siklus/:siklusId/langkah/:kode'

//                                                                      t s k S s c p a
//                                                                      a t a A e a e d
//                                                                      m a s K k m n m
export const TABEL: readonly (readonly [rute: string, hasil: string])[] = [
  ['GET /masuk', /*                                                  */ 'y y y y y y y y'],
  ['POST /masuk', /*                                                 */ 'y y y y y y y y'],
  ['POST /keluar', /*                                                */ 'y y y y y y y y'],
  ['{GET,POST} /akun/sandi', /*                                      */ 'm y y y y y y y'],
  // without a code nobody gets past it, whoever asks
  ['GET /kantor-baru', /*                                            */ 'o o o o o o o o'],
  ['POST /kantor-baru', /*                                           */ 'y y y y y y y y'],
  ['GET /', /*                                                       */ 'm y y y y y y y'],
  ['GET /dasbor', /*                                                 */ 'm x y y y y y x'],
  ['GET /berkas/:id', /*                                             */ 'm y y y y y y x'],

  ['GET /organisasi', /*                                             */ 'm x x x x x x y'],
  ['GET /organisasi/penyiapan', /*                                   */ 'm x x y y y x y'],
  ['GET /organisasi/struktur', /*                                    */ 'm y y y y y y y'],
  ['{GET,POST} /organisasi/{pegawai,tim-sakip}', /*                  */ 'm x x x x x x y'],
  ['GET /organisasi/{pegawai,tim-sakip}/baru', /*                    */ 'm x x x x x x y'],
  ['GET /organisasi/pegawai/:id', /*                                 */ 'm x x x x x x y'],
  ['{GET,POST} /organisasi/pegawai/:id/{data,penugasan}', /*         */ 'm x x x x x x y'],
  ['POST /organisasi/pegawai/:id/{penonaktifan,pengaktifan,akun}', /**/ 'm x x x x x x y'],
  ['POST /organisasi/pegawai/:id/akun/{penonaktifan,pengaktifan,pengakhiran-sesi,sandi-pertama}', 'm x x x x x x y'],
  ['{GET,POST} /organisasi/{penugasan,tim-sakip,anggota-tim}/:id/pengakhiran', 'm x x x x x x y'],
  ['{GET,POST} /organisasi/tim-sakip/:id/anggota', /*                */ 'm x x x x x x y'],

  ['POST /organisasi/{unit,jabatan}', /*                             */ 'm x x x x x x y'],
  ['GET /organisasi/{unit,jabatan}/{baru,:id}', /*                   */ 'm x x x x x x y'],
  ['POST /organisasi/{unit,jabatan}/:id/{data,penonaktifan,pengaktifan}', 'm x x x x x x y'],

  ['GET /kalender', /*                                               */ 'm y y y y y y y'],
  ['POST /kalender/hari-libur', /*                                   */ 'm x x x x x x y'],
  ['{GET,POST} /kalender/hari-libur/:id', /*                         */ 'm x x x x x x y'],
  ['POST /kalender/hari-libur/:id/penghapusan', /*                   */ 'm x x x x x x y'],

  // nothing to import yet
  ['GET /impor{,/:jenis,/:jenis/templat,/:jenis/ekspor,/:jenis/:id}', 'm x x x x x x x'],
  ['POST /impor/:jenis{,/:id/penerapan,/:id/pembuangan,/:id/pembatalan}', 'm x x x x x x x'],
  ['GET /perencanaan', /*                                            */ 'm y y y y y y x'],
  ['GET /perencanaan/{indikator,indikator/:id,program}', /*          */ 'm y y y y y y x'],
  ['GET /perjanjian-kinerja', /*                                     */ 'm y y y y y y x'],
  ['GET /perjanjian-kinerja/{:id,:id/pdf}', /*                       */ 'm y y y y y y x'],
  ['GET /jejak-audit', /*                                            */ 'm x x y y y y y'],
  ['GET /jejak-audit/{ekspor.csv,pemeriksaan}', /*                   */ 'm x x y y y y y'],
  ['GET /sop', /*                                                    */ 'm y y y y y y y'],
  ['GET /sop/:id/{lembar,lembar.pdf}', /*                            */ 'm y y y y y y y'],
  ['GET /sop/:id{,/langkah,/versi,/yaml,/excel}', 'm y y y y y y y'],
  // one version alone has nothing to be compared with
  ['GET /sop/:id/perbedaan', 'm o o o o o o o'],
  ['GET /sop/{baru,unggahan,formulir-excel}', 'm x x y y y x y'],
  ['POST /sop{,/unggahan}', 'm x x y y y x y'],
  ['GET /sop/:id/pemeriksaan', 'm x x y y y x y'],
  ['{GET,POST} /sop/:id/salinan', 'm x x y y y x y'],
  // the version is approved: nothing of it can be written any more
  ['{GET,POST} /sop/:id/draf/{identitas,catatan}', 'm x x t t t x t'],
  ['{GET,POST} /sop/:id/draf/{pelaksana,langkah}/:kode{,/penghapusan}', 'm x x t t t x t'],
  ['GET /sop/:id/draf/{pelaksana,langkah}/baru', 'm x x t t t x t'],
  ['POST /sop/:id/draf/{pelaksana,langkah,catatan-berkas}', 'm x x t t t x t'],
  ['POST /sop/:id/draf/{pelaksana,langkah}/:kode/pemindahan', 'm x x t t t x t'],
  ['POST /sop/:id/pembuangan', 'm x x t t t x t'],
  ['{GET,POST} /sop/:id/pengajuan', 'm x x t t x x t'],
  ['POST /sop/:id/penarikan', 'm x x t t x x t'],
  ['{GET,POST} /sop/:id/pengesahan', 'm x x x x t x x'],
  ['POST /sop/:id/pengembalian', 'm x x x x t x x'],
  ['{GET,POST} /sop/:id/pencabutan', 'm x x x x y x x'],

  ['GET /siklus', /*                                                 */ 'm y y y y y y x'],
  ['GET /siklus/baru', /*                                            */ 'm y y y y y x x'],
  ['POST /siklus', /*                                                */ 'm t t y y y x x'],
  ['GET /siklus/:siklusId', /*                                       */ 'm y y y y y y x'],
  ['GET /siklus/:siklusId/{dokumen,riwayat,dokumen/:id,dokumen/:id/pdf}', 'm y y y y y y x'],
  ['GET /siklus/:siklusId/{lembar,lembar.pdf}', /*                   */ 'm y y y y y y x'],
  ['GET /siklus/:siklusId/langkah/:kode', /*                         */ 'm y y y y y y x'],
  ['POST /siklus/:siklusId/pembatalan', /*                           */ 'm x x x y y x x'],
  ['{GET,POST} /siklus/:siklusId/plh', /*                            */ 'm x x x y y x x'],
  // the SOPs of Taman let nobody pass over a step
  ['POST /siklus/:siklusId/langkah/:kode/pelewatan', /*              */ 'm x x x x x x x'],

  ['GET /formulir/:id', /*                                           */ 'm y y y y y y x'],
  ['GET /formulir/:id/{pemeriksaan,blangko,cetak,baris/:barisId/bukti}', 'm y y y y y y x'],
  // handed in: nobody changes it; who never fills a form of this unit may not even try
  ['POST /formulir/{:id,:id/baris/:barisId,:id/anggaran/:barisId}', /**/ 'm t t t t x x x'],
  ['POST /formulir/:id/baris/:barisId/{bukti,bukti/:buktiId/penghapusan}', 'm t t t t x x x'],
  ['POST /formulir/:id/{penyerahan,penarikan}', /*                   */ 'm x t x t x x x'],
  ['POST /formulir/:id/penerimaan', /*                               */ 'm t t t t x x x'],

  ['GET /rekap/{:siklusId,:siklusId/excel}', /*                      */ 'm x y y y y y x'],
  ['GET /arsip', /*                                                  */ 'm y y y y y y x'],
  ['GET /arsip/:id', /*                                              */ 'm y y y y y y x'],
  ['GET /arsip/:id/{unduh,pemeriksaan}', /*                          */ 'm x x y y y y x'],
  ['GET /tindak-lanjut', /*                                          */ 'm y y y y y y x'],
  ['GET /tindak-lanjut/:id', /*                                      */ 'm y y y y y y x'],
  ['POST /tindak-lanjut/:id/{penutupan,pembatalan}', /*              */ 'm t t t t t x x'],

  [
    `GET ${LANGKAH}/{disposisi,rapat,program-kerja,ceklis-dokumen,siapkan-formulir,distribusi,pengisian,rekap,telaah,arsip}`,
    'm y y y y y y x',
  ],
  [`GET ${LANGKAH}/{lapor,lapor-camat}`, /*                          */ 'm y y y y y y x'],
  // drafts of a report: for those who are writing it, while they are
  [`GET ${LANGKAH}/{lapor,lapor-camat}/pratinjau`, /*                */ 'm t t t t t x x'],
  [`GET ${LANGKAH}/rapat/{undangan,daftar-hadir}`, /*                */ 'm y y y y y y x'],
  // the step of such a kind stands in the measuring siklus of Taman, or in none
  [`GET ${LANGKAH}/{metodologi,pengukuran}`, /*                      */ 'm y y y y y y x'],
  [
    `GET ${LANGKAH}/{tugas,instruksi,pemilahan-indikator,penerimaan,susun-dokumen,tanda-tangan,kirim,monev,tindak-lanjut}`,
    'm o o o o o o x',
  ],
  // rows of a step that has not opened yet, or of no step
  [`GET ${LANGKAH}/{metodologi,pengukuran}/indikator/:barisId`, /*    */ 'm o o o o o o x'],
  [`GET ${LANGKAH}/monev/temuan/:temuanId`, /*                       */ 'm o o o o o o x'],

  // finished steps: too late for everybody, and never for those who only look
  [`POST ${LANGKAH}/{disposisi,rapat,program-kerja,ceklis-dokumen}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/disposisi/{penerbitan,berkas/:id/penghapusan}`, /**/ 'm t t t t t x x'],
  [`POST ${LANGKAH}/rapat/{penyelesaian,nomor-undangan,berkas,berkas/:id/penghapusan}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/program-kerja/{usulan,penyelesaian}`, /*         */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/ceklis-dokumen/penyelesaian`, /*                 */ 'm t t t t t x x'],
  [
    `POST ${LANGKAH}/siapkan-formulir/{catatan,pengeluaran,pemasukan,penyusunan-ulang,penyalinan,penyelesaian}`,
    'm t t t t t x x',
  ],
  [`POST ${LANGKAH}/distribusi/{pembagian,tanda-terima,penyelesaian}`, 'm t t t t t x x'],
  // steps that are not open yet, or of no siklus
  [`POST ${LANGKAH}/telaah/{persetujuan,pengembalian}`, /*           */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/{lapor,lapor-camat}`, /*                         */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/{lapor/penyampaian,lapor-camat/penyampaian,lapor-camat/disposisi}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/pemilahan-indikator`, /*                         */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/pemilahan-indikator/{susun-ulang,penyelesaian}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/metodologi/{indikator/:barisId,susun-ulang,penyelesaian}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/pengukuran/{sumber,kalimat-bantu,penyelesaian,indikator/:barisId}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/pengukuran/indikator/:barisId/{bukti,bukti/:buktiId/penghapusan}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/monev`, /*                                       */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/monev/{usulan,penyelesaian,temuan/:temuanId,temuan/:temuanId/penghapusan}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/arsip/penyegelan`, /*                            */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/tindak-lanjut`, /*                               */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/tindak-lanjut/penyelesaian`, /*                  */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/tugas`, /*                               */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/tugas/{penyelesaian,berkas/:id/penghapusan}`, 'm t t t t t x x'],
  [`GET ${LANGKAH}/{susun-dokumen,kirim}/pratinjau`, /*             */ 'm o o o o o x x'],
  [`POST ${LANGKAH}/{instruksi,penerimaan,susun-dokumen,tanda-tangan,kirim}`, 'm t t t t t x x'],
  [`POST ${LANGKAH}/instruksi/{penerbitan,berkas/:id/penghapusan}`, /**/ 'm t t t t t x x'],
  [`POST ${LANGKAH}/penerimaan/{pengembalian,penyelesaian}`, /*      */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/susun-dokumen/penyelesaian`, /*                  */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/tanda-tangan/{penolakan,kertas}`, /*             */ 'm t t t t t x x'],
  [`POST ${LANGKAH}/kirim/{nomor,penyelesaian,berkas/:id/penghapusan}`, 'm t t t t t x x'],
  // the open step: Tim SAKIP's, and nobody else's
  [`POST ${LANGKAH}/rekap/pembekuan`, /*                             */ 'm x x y x x x x'],
  [`POST ${LANGKAH}/rekap/{pengembalian,pengembalian-indikator}`, /* */ 'm t t y t x x x'],
]

/** `{a,b}` unfolded: "POST /x/{a,b}" → both. */
export function uraikan(teks: string): string[] {
  const [seluruh, isi] = /\{([^{}]*)\}/.exec(teks) ?? []
  return seluruh === undefined || isi === undefined
    ? [teks]
    : isi.split(',').flatMap((satu) => uraikan(teks.replace(seluruh, satu)))
}
