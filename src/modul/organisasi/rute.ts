import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { hariIni } from './hari-ini.ts'
import { ambilPenyiapan } from './kueri-penyiapan.ts'
import { ambilStruktur } from './kueri-struktur.ts'
import { ambilNonaktif } from './kueri-unit.ts'
import { pasangRutePegawai } from './rute-pegawai.ts'
import { pasangRuteTim } from './rute-tim.ts'
import { pasangRuteUnit } from './rute-unit.ts'
import { halamanStruktur, susunStruktur } from './tampilan.ts'
import { halamanPenyiapan, susunPenyiapan } from './tampilan-penyiapan.ts'

/** Everybody of the office; a desa operator is a guest. */
const KANTOR: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'PENGAMAT', 'ADMIN']

/** People, posts, decrees. The admin writes; the office reads who holds which post. */
export function ruteOrganisasi(db: BasisData) {
  const rute = buatRute()
    .get('/', ['ADMIN'], async (_req, res) => {
      const pelaku = pelakuDari(res)
      const tanggal = hariIni(pelaku)
      const [baris, nonaktif] = await Promise.all([
        ambilStruktur(db.baca, pelaku, tanggal),
        ambilNonaktif(db.baca, pelaku),
      ])
      halamanStruktur(res, susunStruktur({ baris, tanggal, nonaktif }))
    })
    .get('/struktur', KANTOR, async (_req, res) => {
      const pelaku = pelakuDari(res)
      const tanggal = hariIni(pelaku)
      halamanStruktur(res, susunStruktur({ baris: await ambilStruktur(db.baca, pelaku, tanggal), tanggal }))
    })
    .get('/penyiapan', ['ADMIN', 'CAMAT', 'SEKCAM', 'TIM_SAKIP'], async (_req, res) => {
      const pelaku = pelakuDari(res)
      const tanggal = hariIni(pelaku)
      const keadaan = await ambilPenyiapan(db.baca, pelaku, tanggal)
      halamanPenyiapan(res, susunPenyiapan(keadaan, pelaku, Number(tanggal.slice(0, 4))))
    })
  pasangRutePegawai(rute, db)
  pasangRuteTim(rute, db)
  pasangRuteUnit(rute, db)
  return rute
}
