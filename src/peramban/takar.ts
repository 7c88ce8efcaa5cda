import { pasangBelumDisimpan } from './belum-disimpan.ts'
import { pasangCetak } from './cetak.ts'
import { pasangKirimSekali } from './kirim-sekali.ts'
import { pasangKonfirmasi } from './konfirmasi.ts'
import { pasangRingkasanKesalahan } from './ringkasan-kesalahan.ts'
import { pasangSimpanOtomatis } from './simpan-otomatis.ts'

// Every page works without this file; it only makes the work quicker. The order matters once: the question before
// sending (konfirmasi) must be asked before the form counts as sent (kirim-sekali).
pasangRingkasanKesalahan()
pasangKonfirmasi()
pasangKirimSekali()
pasangSimpanOtomatis()
pasangBelumDisimpan()
pasangCetak()
