import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, isianKembali, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { batalkanSiklus } from './batalkan-siklus.ts'
import { isianAlasan, isianPelewatan } from './isian.ts'
import { ambilSiklus, konteksDari } from './kueri.ts'
import { lewatiLangkah, pastikanPelewat } from './lewati-langkah.ts'
import { PEMBATAL } from './pelaku-perintah.ts'
import { halamanSiklus } from './tampilan.ts'
import { susunSiklus } from './tampilan-siklus.ts'

/** Grave acts on a running siklus: passing over a step, calling the whole off. A missing reason brings the page back. */
export const pasangRutePenghentian = (rute: RuteBerizin, db: BasisData, penulis: readonly Peran[]): RuteBerizin =>
  rute
    .post('/:siklusId/langkah/:kode/pelewatan', penulis, async (req, res) => {
      const pelaku = pelakuDari(res)
      const alamat = { siklusId: String(req.params.siklusId), kode: String(req.params.kode) }
      const muatan = await ambilSiklus(db.baca, pelaku, alamat.siklusId)
      pastikanPelewat(konteksDari(muatan, alamat.kode), pelaku)
      const { data, kesalahan } = bacaIsian(isianPelewatan(alamat.kode), req.body)
      const kembali = { isian: isianKembali(req.body), kesalahan }
      if (!data) return halamanSiklus(res, await susunSiklus(db, pelaku, muatan, kembali), 422)
      await lewatiLangkah(db, pelaku, { ...alamat, ...data })
      berhasil(res, `/siklus/${alamat.siklusId}`, 'langkah-dilewati')
    })
    .post('/:siklusId/pembatalan', PEMBATAL, async (req, res) => {
      const pelaku = pelakuDari(res)
      const siklusId = String(req.params.siklusId)
      const { data, kesalahan } = bacaIsian(isianAlasan, req.body)
      const muatan = await ambilSiklus(db.baca, pelaku, siklusId)
      const kembali = { isian: isianKembali(req.body), kesalahan }
      if (!data) return halamanSiklus(res, await susunSiklus(db, pelaku, muatan, kembali), 422)
      await batalkanSiklus(db, pelaku, { siklusId, alasan: data.alasan })
      berhasil(res, `/siklus/${siklusId}`, 'siklus-dibatalkan')
    })
