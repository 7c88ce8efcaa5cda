import { pasangBelumDisimpan } from './bagian/belum-disimpan.ts'
import { pasangCetak } from './bagian/cetak.ts'
import { pasangKirimSekali } from './bagian/kirim-sekali.ts'
import { pasangKisiKetik } from './bagian/kisi-ketik.ts'
import { pasangKonfirmasi } from './bagian/konfirmasi.ts'
import { pasangMuatBantuan } from './bagian/muat-bantuan.ts'
import { pasangPapanTitipan } from './bagian/papan-titipan.ts'
import { pasangRingkasanKesalahan } from './bagian/ringkasan-kesalahan.ts'
import { pasangSalinDanCatat } from './bagian/salin-dan-catat.ts'
import { pasangSaringBaris } from './bagian/saring-baris.ts'
import { pasangSimpanOtomatis } from './bagian/simpan-otomatis.ts'
import { pasangUnggahBertahap } from './bagian/unggah-bertahap.ts'
import { pasangUrungkan } from './bagian/urungkan.ts'

// Every page works without this file; it only makes the work quicker. The order matters twice: what was typed is sent
// before a form is left (papan-titipan), and the question before sending (konfirmasi) is asked and files have gone up
// (unggah-bertahap) before the form counts as sent (kirim-sekali).
pasangRingkasanKesalahan()
pasangPapanTitipan()
pasangKonfirmasi()
pasangUnggahBertahap()
pasangKirimSekali()
pasangSimpanOtomatis()
pasangUrungkan()
pasangKisiKetik()
pasangSaringBaris()
pasangBelumDisimpan()
pasangCetak()
pasangSalinDanCatat()
pasangMuatBantuan()
