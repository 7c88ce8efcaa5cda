import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarSiklus } from '../siklus/index.ts'
import { ambilTugasSaya } from '../tugas-saya/index.ts'
import { ambilDeretIku, ambilRekapTerbaru, ambilWaktuLangkah } from './kueri.ts'
import { halamanDasbor, susunDasbor } from './tampilan.ts'

/** What the leaders of the office want to know, computed live. */
export const ruteDasbor = (db: BasisData) =>
  buatRute().get('/', ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT'], async (_req, res) => {
    const pelaku = pelakuDari(res)
    const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const tahun = Number(hariIni.slice(0, 4))
    const [tugas, siklus, [rekap], deret, waktu] = await Promise.all([
      ambilTugasSaya(db, pelaku),
      daftarSiklus(db, pelaku, { hanyaBerjalan: true }),
      db.ingat(pelaku, 'rekap-terbaru', () => ambilRekapTerbaru(db, pelaku)),
      db.ingat(pelaku, `deret:${tahun}`, () => ambilDeretIku(db, pelaku, tahun)),
      db.ingat(pelaku, 'waktu-langkah', () => ambilWaktuLangkah(db, pelaku)),
    ])
    halamanDasbor(res, susunDasbor({ hariIni, pelaku, tugas, siklus, rekap, deret, waktu }))
  })
