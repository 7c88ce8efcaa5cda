/**
 * Each step of the collecting SOP of Taman while it is open: who may save, who may finish. Written by hand from the SOP
 * sheet. Columns: staf and Kasi of Seksi Pemerintahan · Kasi of another unit · Tim SAKIP · Sekcam · Camat · Pengamat · Admin.
 *   y  reaches the work (done, or told what is missing)   x  403   o  404   t  403, or 422 on the way there
 */
export const ORANG_LANGKAH = [
  'staf.pemerintahan',
  'kasi.pemerintahan',
  'kasi.trantib',
  'sakip1',
  'sekcam',
  'camat',
  'pengamat',
  'admin',
] as const

/** `FORMULIR` stands for the form of Seksi Pemerintahan; everything else lies below the step. */
export const TABEL_LANGKAH: readonly (readonly [kode: string, jalur: string, hasil: string])[] = [
  //                                                          s k k s s c p a
  ['P1', 'disposisi', /*                                   */ 'x x x y y y x x'],
  ['P1', 'disposisi/penerbitan', /*                        */ 'x x x x x y x x'],
  ['P2', 'rapat', /*                                       */ 'x x x y y x x x'],
  ['P2', 'rapat/nomor-undangan', /*                        */ 'x x x y y x x x'],
  ['P2', 'rapat/penyelesaian', /*                          */ 'x x x x y x x x'],
  ['P3', 'program-kerja', /*                               */ 'x x x y x x x x'],
  ['P3', 'program-kerja/penyelesaian', /*                  */ 'x x x y x x x x'],
  ['P4', 'ceklis-dokumen', /*                              */ 'x x x y x x x x'],
  ['P4', 'ceklis-dokumen/penyelesaian', /*                 */ 'x x x y x x x x'],
  ['P5', 'siapkan-formulir/penyusunan-ulang', /*           */ 'x x x y x x x x'],
  ['P5', 'siapkan-formulir/penyelesaian', /*               */ 'x x x y x x x x'],
  ['P6', 'distribusi/pembagian', /*                        */ 'x x x y x x x x'],
  ['P6', 'distribusi/penyelesaian', /*                     */ 'x x x y x x x x'],
  // the unit's own people; only its head hands in; another unit's form does not exist
  ['P7', 'FORMULIR', /*                                    */ 'y y o x x x x x'],
  ['P7', 'FORMULIR/penyerahan', /*                         */ 'x y o x x x x x'],
  ['P7', 'FORMULIR/penarikan', /*                          */ 'x y o x x x x x'],
  ['P8', 'rekap/pengembalian', /*                          */ 't t t y t x x x'],
  ['P8', 'rekap/pembekuan', /*                             */ 'x x x y x x x x'],
  ['P9', 'lapor', /*                                       */ 'x x x y x x x x'],
  ['P9', 'lapor/penyampaian', /*                           */ 'x x x y x x x x'],
  ['P10', 'telaah/pengembalian', /*                        */ 'x x x x y x x x'],
  ['P10', 'telaah/persetujuan', /*                         */ 'x x x x y x x x'],
  // the Sekcam reports; the Camat's answer waits until it has been handed over
  ['P11', 'lapor-camat', /*                                */ 'x x x x y x x x'],
  ['P11', 'lapor-camat/disposisi', /*                      */ 'x x x x y x x x'],
  ['P11', 'lapor-camat/penyampaian', /*                    */ 'x x x x y x x x'],
  ['P12', 'arsip/penyegelan', /*                           */ 'x x x y x x x x'],
]
