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
  ['{GET,POST} /akun/kontak', /*                                      */ 'm y y y y y y y'],
  // without a code nobody gets past it, whoever asks
  ['GET /kantor-baru', /*                                            */ 'o o o o o o o o'],
  ['POST /kantor-baru', /*                                           */ 'y y y y y y y y'],
  ['GET /', /*                                                       */ 'm y y y y y y y'],
  ['GET /bantuan', /*                                                */ 'm y y y y y y y'],
  ['GET /bantuan/{peran/:peran,peran/:peran/pdf,halaman/:halaman}', /**/ 'm y y y y y y y'],
  ['GET /bantuan/indikator/:id', /*                                  */ 'm y y y y y y x'],
  ['POST /bantuan/hari-pertama/langkah', /*                          */ 'm y y y y y y y'],
  ['POST /bantuan/hari-pertama/{penyembunyian,penampilan}', /*        */ 'm y y y y y y y'],
  ['GET /dasbor', /*                                                 */ 'm x y y y y y x'],
  ['GET /dasbor/{capaian,capaian/pdf,capaian/word}', /*               */ 'm x y y y y y x'],
  ['GET /berkas/:id', /*                                             */ 'm y y y y y y x'],
  ['GET /berkas/:id/pratinjau', /*                                   */ 'm y y y y y y x'],
  ['{GET,POST} /berkas/unggahan/:id', /*                             */ 'm y y y y y x x'],

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

  ['{GET,POST} /cadangan', /*                                        */ 'm x x x x x x y'],
  ['GET /kalender', /*                                               */ 'm y y y y y y y'],
  ['POST /kalender/hari-libur', /*                                   */ 'm x x x x x x y'],
  ['{GET,POST} /kalender/hari-libur/:id', /*                         */ 'm x x x x x x y'],
  ['POST /kalender/hari-libur/:id/penghapusan', /*                   */ 'm x x x x x x y'],

  ['GET /pengingat', /*                                              */ 'm y y y y y y y'],
  ['POST /pengingat/dibaca', /*                                      */ 'm y y y y y y y'],
  // a Kasi reminds the people of the own unit only; who else is named is not there
  ['{GET,POST} /pengingat/ingatkan', /*                              */ 'm x y y y y x x'],
  ['POST /pengingat/ingatkan/:id', /*                                */ 'm x y y y y x x'],
  ['{GET,POST} /pengingat/setelan', /*                               */ 'm x x y y x x y'],
  ['POST /pengingat/surel/:id/pengulangan', /*                       */ 'm x x x x x x y'],

  // cards of indicators; the kind that the example stands for belongs to another module
  ['GET /impor', /*                                                  */ 'm y y y y y y x'],
  ['GET /impor{/:jenis,/:jenis/templat,/:jenis/ekspor,/:jenis/:id}', /**/ 'm o o o o o o x'],
  // units bring in their spending, officials targets of their own agreement: who writes which kind is asked inside; a kind
  // that nobody defined is not there for anybody
  ['POST /impor/:jenis{,/:id/penerapan,/:id/pembuangan,/:id/pembatalan}', 'm t t t t t x x'],
  ['GET /perencanaan', /*                                            */ 'm y y y y y y x'],
  ['GET /perencanaan/{indikator,indikator/:id,program}', /*          */ 'm y y y y y y x'],
  ['GET /perencanaan/indikator/{pdf,:id/pdf,:id/versi/:versi}', /*   */ 'm y y y y y y x'],
  // Tim SAKIP and Sekcam write cards and rules of judging; a Kasi proposes
  ['GET /perencanaan/indikator/{baru,:id/kartu}', /*                 */ 'm x x y y x x x'],
  ['POST /perencanaan/{indikator,indikator/:id/kartu}', /*           */ 'm x x y y x x x'],
  ['POST /perencanaan/indikator/:id/{penonaktifan,pengaktifan}', /*  */ 'm x x y y x x x'],
  ['GET /perencanaan/usulan-indikator', /*                           */ 'm y y y y y y x'],
  ['GET /perencanaan/usulan-indikator/:id', /*                       */ 'm y y y y y y x'],
  ['GET /perencanaan/usulan-indikator/baru', /*                      */ 'm x y x x x x x'],
  ['POST /perencanaan/{usulan-indikator,usulan-indikator/:id/penarikan}', 'm x y x x x x x'],
  ['POST /perencanaan/usulan-indikator/:id/{penerimaan,penolakan}', /**/ 'm x x y y x x x'],
  ['GET /perencanaan/{program/pdf,program/word,realisasi,kaitan}', /*  */ 'm y y y y y y x'],
  ['GET /perencanaan/renstra/:id/{pdf,word}', /*                      */ 'm y y y y y y x'],
  ['GET /perencanaan/{nomenklatur,nomenklatur/:id,unsur/:tingkat/:id}', 'm y y y y y y x'],
  ['GET /perencanaan/renstra/{baru,:id,:id/target,:id/pagu,:id/salinan}', /**/ 'm x x y y x x x'],
  ['GET /perencanaan/{unsur/:tingkat/baru,nomenklatur/:id/ubah}', /*  */ 'm x x y y x x x'],
  ['GET /perencanaan/{kode-nomenklatur/:id,program/salinan}', /*      */ 'm x x y y x x x'],
  ['GET /perencanaan/{anggaran/baru,anggaran/:id,kaitan/:id}', /*     */ 'm x x y y x x x'],
  ['POST /perencanaan/renstra{,/:id,/:id/target,/:id/pagu,/:id/salinan}', /**/ 'm x x y y x x x'],
  ['POST /perencanaan/unsur/:tingkat{,/:id,/:id/urutan}', /*          */ 'm x x y y x x x'],
  ['POST /perencanaan/unsur/:tingkat/:id/{pengakhiran,pembukaan}', /* */ 'm x x y y x x x'],
  ['POST /perencanaan/unsur/:tingkat/:id/penghapusan', /*             */ 'm x x y y x x x'],
  ['POST /perencanaan/nomenklatur{,/:id,/:id/ubah}', /*               */ 'm x x y y x x x'],
  ['POST /perencanaan/kode-nomenklatur/:id{,/penonaktifan,/pengaktifan}', 'm x x y y x x x'],
  ['POST /perencanaan/{program/salinan,anggaran,anggaran/:id}', /*    */ 'm x x y y x x x'],
  ['POST /perencanaan/kaitan/:id', /*                                 */ 'm x x y y x x x'],
  ['POST /perencanaan/realisasi', /*                                  */ 'm y y y y x x x'],
  ['GET /perencanaan/{skala,skala/:id}', /*                          */ 'm y y y y y y x'],
  ['GET /perencanaan/skala/baru', /*                                 */ 'm x x y y x x x'],
  ['POST /perencanaan/{skala,skala/:id,sebutan-indikator}', /*       */ 'm x x y y x x x'],
  ['GET /perjanjian-kinerja', /*                                     */ 'm y y y y y y x'],
  ['GET /perjanjian-kinerja/{:id,:id/pdf,:id/word}', /*              */ 'm y y y y y y x'],
  // the agreement is that of the Kasi Trantib, in force: nothing of it is written, a PK Perubahan is begun by its writers
  ['GET /perjanjian-kinerja/baru', /*                                */ 'm y y y y y x x'],
  ['POST /perjanjian-kinerja', /*                                    */ 'm y y y y y x x'],
  ['{GET,POST} /perjanjian-kinerja/:id/perubahan', /*                */ 'm x x y y x x x'],
  ['{GET,POST} /perjanjian-kinerja/:id/{indikator,target,lampiran}', 'm t t t t t x x'],
  [
    'POST /perjanjian-kinerja/:id/{pengajuan,penarikan,persetujuan,pengembalian,tanda-tangan,pembatalan}',
    'm t t t t t x x',
  ],
  ['POST /perjanjian-kinerja/:id/{persetujuan-luar,pemberlakuan}', /**/ 'm x x t t x x x'],
  ['GET /rencana-aksi', /*                                           */ 'm y y y y y y x'],
  ['GET /rencana-aksi/:id{,/pdf,/word,/triwulan/:triwulan}', /*      */ 'm y y y y y y x'],
  ['GET /rencana-aksi/:id/aksi/{baru,:aksiId}', /*                   */ 'm x x y y x x x'],
  ['POST /rencana-aksi/:id/aksi{,/:aksiId}', /*                      */ 'm t t y y t x x'],
  ['POST /rencana-aksi/:id/aksi/:aksiId/penghapusan', /*             */ 'm t t t t t x x'],
  ['POST /rencana-aksi/:id/triwulan/:triwulan', /*                   */ 'm t t y y t x x'],
  ['POST /rencana-aksi/:id/triwulan/:triwulan/{pelaporan,pembukaan}', 'm t t t t t x x'],
  // paragraphs and frozen versions are written by Tim SAKIP, or the Sekcam where there is no team
  ['GET /lkjip{,/:tahun/dokumen/:dokumen/:bentuk,/:tahun/teks/:objek}', /**/ 'm x y y y y y x'],
  ['GET /lkjip/:tahun/versi/:nomor/:dokumen/:bentuk', /*              */ 'm x o o o o o x'],
  ['POST /lkjip/:tahun/{versi,teks/:objek}', /*                       */ 'm x x y y x x x'],
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
  ['GET /formulir/:id/{buku,buku/unduhan,buku/:bukuId,kertas,kertas/:kertasId}', 'm y y y y y y x'],
  ['GET /formulir/:id/penyerahan-kertas', /*                         */ 'm x x y x x x x'],
  ['GET /formulir/:id/tugas', /*                                     */ 'm y y y y y y x'],
  // handed in: nobody changes it; who never fills a form of this unit may not even try
  ['POST /formulir/{:id,:id/baris/:barisId,:id/anggaran/:barisId}', /**/ 'm t t t t x x x'],
  ['POST /formulir/:id/baris/:barisId/{bukti,bukti/:buktiId/penghapusan}', 'm t t t t x x x'],
  ['POST /formulir/:id/buku', /*                                     */ 'm t t t t x x x'],
  ['POST /formulir/:id/buku/:bukuId/{penerapan,pembuangan,pembatalan}', 'm t t t t x x x'],
  ['POST /formulir/:id/{kertas,kertas/:kertasId}', /*                */ 'm t t t t x x x'],
  ['POST /formulir/:id/penyerahan-kertas', /*                        */ 'm t t t t x x x'],
  ['POST /formulir/:id/{penyerahan,penarikan}', /*                   */ 'm x t x t x x x'],
  ['POST /formulir/:id/{tugas,tugas/penarikan,tugas/usulan,tugas/pembatasan}', 'm x t x t x x x'],
  ['POST /formulir/:id/tugas/{selesai,belum-selesai}', /*            */ 'm t t t t x x x'],
  ['POST /formulir/:id/penerimaan', /*                               */ 'm t t t t x x x'],

  ['GET /sumber-angka', /*                                           */ 'm y y y y y y x'],
  ['POST /sumber-angka', /*                                          */ 'm x x y y x x x'],
  // the open survey belongs to another unit, the Seksi Pelayanan
  ['GET /survei-kepuasan{,/:id,/:id/laporan,/:id/laporan/word,/:id/excel,/:id/blangko}', 'm y y y y y y x'],
  ['GET /survei-kepuasan/:id/tautan/{qr,poster}', /*                 */ 'm o o o o o o x'],
  ['GET /survei-kepuasan/baru', /*                                   */ 'm x y y y x x x'],
  ['POST /survei-kepuasan', /*                                       */ 'm x y y y x x x'],
  ['GET /survei-kepuasan/:id/{data,unsur}', /*                       */ 'm x x y y x x x'],
  ['POST /survei-kepuasan/:id/{data,unsur}', /*                      */ 'm x x y y x x x'],
  ['GET /survei-kepuasan/:id/{hasil,kuesioner}', /*                  */ 'm x x y y x x x'],
  ['POST /survei-kepuasan/:id/hasil', /*                             */ 'm t t t t x x x'],
  ['POST /survei-kepuasan/:id/kuesioner', /*                         */ 'm x x y y x x x'],
  ['POST /survei-kepuasan/:id/kuesioner/:jawabanId/pembatalan', /*   */ 'm x x y y x x x'],
  ['GET /survei-kepuasan/:id/tautan', /*                             */ 'm y y y y x x x'],
  ['POST /survei-kepuasan/:id/{tautan,tautan/pencabutan,pembukaan,penutupan}', 'm x t t t x x x'],
  ['POST /survei-kepuasan/:id/{pembukaan-kembali,tindak-lanjut}', /* */ 'm x x y y x x x'],
  // visitors: without the word of the address nobody gets past it, whoever asks
  ['GET /survei/:tautan{,/terima-kasih}', /*                         */ 'o o o o o o o o'],
  ['POST /survei/:tautan', /*                                        */ 'y y y y y y y y'],
  ['GET /status-desa{,/riwayat,/desa,/batas,/tahun/:tahun/cetak}', /* */ 'm y y y y y y x'],
  ['GET /status-desa/batas/:tahun', /*                               */ 'm x y y y x x x'],
  ['POST /status-desa/batas/:tahun{,/pencabutan}', /*                */ 'm x y y y x x x'],
  ['POST /status-desa/{tahun/:tahun,desa,desa/:id,desa/:id/pengeluaran,desa/:id/pemasukan}', 'm y y y y x x x'],
  ['GET /status-desa/desa/:id', /*                                   */ 'm y y y y x x x'],

  ['GET /rekap/{:siklusId,:siklusId/excel}', /*                      */ 'm x y y y y y x'],
  ['GET /catatan-camat', /*                                          */ 'm x y y y y x x'],
  ['GET /catatan-camat/baru', /*                                     */ 'm x x x x y x x'],
  ['POST /catatan-camat', /*                                         */ 'm x x x x y x x'],
  // written to the head of Seksi Pemerintahan: nobody else knows of it but the Camat
  ['GET /catatan-camat/:id', /*                                      */ 'm x y o o y x x'],
  ['POST /catatan-camat/:id/{jawaban,pembacaan}', /*                 */ 'm x y y y x x x'],
  ['POST /catatan-camat/:id/{pembacaan-jawaban,penarikan}', /*       */ 'm x x x x y x x'],
  ['GET /percakapan', /*                                             */ 'm y y y y y y x'],
  ['GET /percakapan/{:id,baris/:barisId}', /*                        */ 'm y y y y y y x'],
  ['POST /percakapan/baris/:barisId', /*                             */ 'm y y y y x x x'],
  ['POST /percakapan/:id/jawaban', /*                                */ 'm y y y y x x x'],
  ['POST /percakapan/:id/penyelesaian', /*                           */ 'm x y y y x x x'],
  ['POST /percakapan/:id/pesan/:pesanId/penarikan', /*               */ 'm x y x x x x x'],
  ['GET /koreksi', /*                                                */ 'm x y y y y y x'],
  ['{GET,POST} /koreksi/baru', /*                                    */ 'm x y y x x x x'],
  ['GET /koreksi/:id', /*                                            */ 'm x y y y y y x'],
  // nobody approved it yet: there is no Berita Acara
  ['GET /koreksi/:id/berita-acara', /*                               */ 'm x o o o o o x'],
  ['POST /koreksi/:id/{persetujuan,penolakan}', /*                   */ 'm x x x y y x x'],
  ['POST /koreksi/:id/penarikan', /*                                 */ 'm x y y x x x x'],
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
