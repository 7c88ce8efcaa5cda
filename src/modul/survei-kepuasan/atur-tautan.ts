import { randomBytes } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { pastikanMengelola, pastikanStatus } from './alur.ts'
import { catatSurvei, namaSurvei, ubahBarisSurvei } from './catat-survei.ts'
import { ambilSurveiTetap } from './kueri.ts'

/** Without letters and digits that look alike: the address may be typed from a poster. 14 of 31 signs are 69 bits. */
const HURUF = 'abcdefghjkmnpqrstuvwxyz23456789'
const PANJANG = 14
const buatKata = (): string => Array.from(randomBytes(PANJANG), (satu) => HURUF[satu % HURUF.length]).join('')

type Permintaan = { readonly versi: number; readonly cabut: boolean }
/** Makes the visitors' address of an open survey, renews it (the earlier one leads nowhere), or takes it away. Throws Galat 403, 404, 409. */
export const aturTautan = (db: BasisData, pelaku: Pelaku, id: string, { versi, cabut }: Permintaan): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTetap(tx, pelaku, id, versi)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DIBUKA')
    if (survei.cara !== 'KUESIONER')
      throw galat.bentrok('Hanya survei dengan kuesioner yang mempunyai halaman pengunjung.')
    if (cabut && !survei.tautan) throw galat.bentrok('Survei ini tidak mempunyai tautan.')
    await ubahBarisSurvei(tx, pelaku, { id, versi, data: { tautan: cabut ? null : buatKata() } })
    const peristiwa = cabut ? 'survei.tautan-dicabut' : 'survei.tautan-dibuat'
    await catatSurvei(tx, pelaku, {
      peristiwa,
      id,
      rincian: { nama: namaSurvei(survei), pengganti: survei.tautan !== null },
    })
  })
