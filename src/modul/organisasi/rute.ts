import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { hariIni } from './hari-ini.ts'
import { ambilStruktur } from './kueri-struktur.ts'
import { pasangRutePegawai } from './rute-pegawai.ts'
import { pasangRuteTim } from './rute-tim.ts'
import { halamanStruktur, susunStruktur } from './tampilan.ts'

/** Everybody of the office; a desa operator is a guest. */
const KANTOR: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'PENGAMAT', 'ADMIN']

/** People, posts, decrees. The admin writes; the office reads who holds which post. */
export function ruteOrganisasi(db: BasisData) {
  const rute = buatRute()
    .get('/', ['ADMIN'], async (_req, res) => {
      const pelaku = pelakuDari(res)
      const tanggal = hariIni(pelaku)
      halamanStruktur(
        res,
        susunStruktur({ baris: await ambilStruktur(db.baca, pelaku, tanggal), tanggal, kelola: true }),
      )
    })
    .get('/struktur', KANTOR, async (_req, res) => {
      const pelaku = pelakuDari(res)
      const tanggal = hariIni(pelaku)
      halamanStruktur(
        res,
        susunStruktur({ baris: await ambilStruktur(db.baca, pelaku, tanggal), tanggal, kelola: false }),
      )
    })
  pasangRutePegawai(rute, db)
  pasangRuteTim(rute, db)
  return rute
}
