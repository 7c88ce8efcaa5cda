import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { PENYUSUN_SOP } from './alur.ts'
import { pasangBawa } from './bawa/rute-bawa.ts'
import { pasangDraf } from './draf/rute-draf.ts'
import { pasangLangkah } from './draf/rute-langkah.ts'
import { daftarVersiSop } from './kueri.ts'
import { ambilVersi, hariIni, muatKantor } from './rute-umum.ts'
import { halamanLangkahSop, halamanSop, susunLangkahSop, susunSop } from './tampilan.ts'
import { halamanDaftarSop, susunDaftarSop } from './tampilan-daftar.ts'
import { halamanPeriksa, susunPeriksa } from './tampilan-periksa.ts'
import { pasangVersi } from './versi/rute-versi.ts'

/** The office's SOPs: approved ones for everybody signed in, they are the office's own rules; drafts for those who write them. */
export const ruteSop = (db: BasisData) => {
  const rute = buatRute().get('/', 'masuk', async (_req, res) => {
    const pelaku = pelakuDari(res)
    halamanDaftarSop(res, susunDaftarSop(await daftarVersiSop(db.baca, pelaku, { hari: hariIni(res) }), pelaku))
  })
  // names of their own come before /:id
  pasangBawa(rute, db)
    .get('/:id', 'masuk', async (req, res) =>
      halamanSop(res, susunSop(await ambilVersi(db, req, res), pelakuDari(res))),
    )
    .get('/:id/langkah', 'masuk', async (req, res) =>
      halamanLangkahSop(res, susunLangkahSop(await ambilVersi(db, req, res), pelakuDari(res))),
    )
    .get('/:id/pemeriksaan', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilVersi(db, req, res)
      const bahan = { pelaku: pelakuDari(res), kantor: await muatKantor(db, res), hari: hariIni(res) }
      halamanPeriksa(res, susunPeriksa(versi, bahan))
    })
  pasangDraf(rute, db)
  pasangLangkah(rute, db)
  return pasangVersi(rute, db)
}
