import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { PENGELOLA_SURVEI, pastikanMengelola, pastikanStatus } from './alur.ts'
import { catatSurvei, namaSurvei, ubahBarisSurvei } from './catat-survei.ts'
import { hitungSurvei } from './hitung-survei.ts'
import { ambilSurveiTetap } from './kueri.ts'

type Versi = { readonly versi: number }

/** Opens a prepared survey: answers may come in, unsur and wording stand. Throws Galat 403, 404, 409. */
export const bukaSurvei = (db: BasisData, pelaku: Pelaku, id: string, { versi }: Versi): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTetap(tx, pelaku, id, versi)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DISIAPKAN')
    await ubahBarisSurvei(tx, pelaku, { id, versi, data: { status: 'DIBUKA', dibukaPada: jam.sekarang() } })
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.dibuka', id, rincian: { nama: namaSurvei(survei) } })
  })

/**
 * Closes an open survey that has a result: from now on it is what indicators are fed with. Visitors' answers are audited
 * here, as a sum. Throws Galat 403, 404, 409.
 */
export const tutupSurvei = (db: BasisData, pelaku: Pelaku, id: string, { versi }: Versi): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTetap(tx, pelaku, id, versi)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DIBUKA')
    const { ikm, mutu, responden, alasan } = hitungSurvei(survei)
    if (ikm === null) throw galat.bentrok(`Survei belum dapat ditutup: ${alasan}.`)
    const ditutupOleh = `${pelaku.nama}, ${sebutanJabatan(pelaku, PENGELOLA_SURVEI)}`
    const data = { status: 'DITUTUP', ditutupPada: jam.sekarang(), ditutupOleh } as const
    await ubahBarisSurvei(tx, pelaku, { id, versi, data })
    const { petugas, pengunjung, batal } = survei.kuesioner
    const rincian = { nama: namaSurvei(survei), ikm, mutu: mutu?.mutu, responden, petugas, pengunjung, batal }
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.ditutup', id, rincian })
  })

/** Opens a closed survey again, with the reason; forms that took its figure keep it and show that it differs. */
export const bukaKembaliSurvei = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, alasan }: Versi & { readonly alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTetap(tx, pelaku, id, versi)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DITUTUP')
    await ubahBarisSurvei(tx, pelaku, { id, versi, data: { status: 'DIBUKA', ditutupPada: null, ditutupOleh: '' } })
    const rincian = { nama: namaSurvei(survei), alasan, ikm: hitungSurvei(survei).ikm }
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.dibuka-kembali', id, rincian })
  })
