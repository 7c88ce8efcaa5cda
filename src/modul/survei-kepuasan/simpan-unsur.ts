import { Desimal, formatAngka } from '../../inti/angka/index.ts'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { pastikanMengelola, pastikanStatus } from './alur.ts'
import { catatSurvei, namaSurvei, ubahBarisSurvei } from './catat-survei.ts'
import type { IsianUnsur } from './isian.ts'
import { ambilSurveiTetap } from './kueri.ts'
import { KODE_BAKU } from './unsur.ts'

/**
 * Wording, weights, and further unsur of a survey that is not opened yet. The nine of the regulation stay (their wording may
 * change: unsur 4 becomes another question where the service is free of charge); an added one whose row was emptied goes.
 * Returns the field errors, or null. Throws Galat 403, 404, 409.
 */
export const simpanUnsur = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, u: daftar }: IsianUnsur,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurveiTetap(tx, pelaku, id, versi)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DISIAPKAN')
    const salah = periksaDaftar(daftar)
    if (salah) return salah
    const { kecamatanId } = pelaku
    await tx.unsurSurvei.deleteMany({ where: { surveiId: id, kecamatanId } })
    await tx.unsurSurvei.createMany({
      data: daftar.map(({ nama, pertanyaan, j1, j2, j3, j4, bobot }, ke) => ({
        kecamatanId,
        surveiId: id,
        kode: `U${ke + 1}`,
        urut: ke + 1,
        nama,
        pertanyaan,
        jawaban: [j1, j2, j3, j4],
        bobot,
      })),
    })
    await ubahBarisSurvei(tx, pelaku, { id, versi, data: {} })
    const lama = survei.unsur.map((u) => `${u.kode} ${u.nama}`)
    const baru = daftar.map((u, ke) => `U${ke + 1} ${u.nama}`)
    await catatSurvei(tx, pelaku, {
      peristiwa: 'survei.unsur-diubah',
      id,
      rincian: { nama: namaSurvei(survei), lama, baru },
    })
    return null
  })

/** The nine in their order, then the added ones; weights for all or for none, together exactly 1. */
function periksaDaftar(daftar: IsianUnsur['u']): Kesalahan | null {
  if (KODE_BAKU.some((kode, ke) => daftar[ke]?.kode !== kode))
    return { formulir: 'Kesembilan unsur PermenPANRB 14/2017 harus ada, menurut urutannya.' }
  const berbobot = daftar.filter((u) => u.bobot !== null)
  if (berbobot.length === 0) return null
  const jumlah = berbobot.reduce((j, u) => j.plus(u.bobot ?? 0), new Desimal(0))
  const ke = daftar.findIndex((u) => u.bobot === null)
  if (ke >= 0) return { [`u.${ke}.bobot`]: 'Isi bobot semua unsur, atau kosongkan semua.' }
  return jumlah.eq(1) ? null : { 'u.0.bobot': `Bobot semua unsur harus berjumlah 1, sekarang ${formatAngka(jumlah)}.` }
}
