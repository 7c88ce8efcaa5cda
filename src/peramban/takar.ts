import { pasangBelumDisimpan } from './bagian/belum-disimpan.ts'
import { pasangCetak } from './bagian/cetak.ts'
import { pasangKirimSekali } from './bagian/kirim-sekali.ts'
import { pasangKonfirmasi } from './bagian/konfirmasi.ts'
import { pasangRingkasanKesalahan } from './bagian/ringkasan-kesalahan.ts'
import { pasangSimpanOtomatis } from './bagian/simpan-otomatis.ts'

// Every page works without this file; it only makes the work quicker. The order matters once: the question before
// sending (konfirmasi) must be asked before the form counts as sent (kirim-sekali).
pasangRingkasanKesalahan()
pasangKonfirmasi()
pasangKirimSekali()
pasangSimpanOtomatis()
pasangBelumDisimpan()
pasangCetak()
