import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { pasangRuteAnggaran } from './anggaran/rute.ts'
import { pasangRuteRealisasi } from './anggaran/rute-realisasi.ts'
import { pasangRuteIndikator } from './indikator/rute.ts'
import { pasangRuteUsulan } from './indikator/rute-usulan.ts'
import { PEMBACA_PERENCANAAN } from './istilah.ts'
import { ambilRenstra } from './kueri-renstra.ts'
import { pasangRuteNomenklatur } from './nomenklatur/rute.ts'
import { daftarPaguIndikatif } from './renstra/kueri-pagu.ts'
import { ambilPohon } from './renstra/kueri-pohon.ts'
import { susunPohon } from './renstra/pohon.ts'
import { pasangRuteRenstra } from './renstra/rute.ts'
import { pasangRuteUnsur } from './renstra/rute-unsur.ts'
import { pasangRuteSkala } from './skala/rute.ts'
import { tahunDiminta } from './tahun-diminta.ts'
import { halamanRenstra, pilihRenstra, susunRenstra } from './tampilan.ts'

/** Renstra, nomenclature, indicator cards, programs, budget and its use, rules of judging: read by the whole office. */
export function rutePerencanaan(db: BasisData) {
  const rute = buatRute().get('/', PEMBACA_PERENCANAAN, async (req, res) => {
    const pelaku = pelakuDari(res)
    const { tahun, kini } = tahunDiminta(req, pelaku)
    const renstra = await db.ingat(pelaku, 'renstra', () => ambilRenstra(db, pelaku))
    const pilih = String(req.query.renstra ?? '')
    const dipilih = pilihRenstra(renstra, { pilih, tahun })
    const semua = req.query.semua === 'ya'
    const minta = req.query.tampilan === 'pohon' && dipilih
    const pohon = minta
      ? susunPohon(await ambilPohon(db, pelaku, { renstraId: minta.id, tahun }), { tahun, semua })
      : null
    const pagu =
      dipilih && !pohon
        ? await db.ingat(pelaku, `pagu-indikatif:${dipilih.id}`, () => daftarPaguIndikatif(db.baca, pelaku, dipilih))
        : []
    halamanRenstra(res, susunRenstra(renstra, { pilih, tahun, tahunIni: kini, pohon, semua, pagu }, pelaku))
  })
  pasangRuteRenstra(rute, db)
  pasangRuteUnsur(rute, db)
  pasangRuteNomenklatur(rute, db)
  pasangRuteIndikator(rute, db)
  pasangRuteUsulan(rute, db)
  pasangRuteAnggaran(rute, db)
  pasangRuteRealisasi(rute, db)
  pasangRuteSkala(rute, db)
  return rute
}
