import { randomUUID } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, namaPeriode, rentangPeriode } from '../../inti/waktu/index.ts'
import { daftarUnit } from '../organisasi/index.ts'
import { PENGELOLA_SURVEI, pastikanMengelola } from './alur.ts'
import { catatSurvei, ubahBarisSurvei } from './catat-survei.ts'
import { type IsianSurvei, LABEL_SURVEI } from './isian.ts'
import { ambilSurveiTetap, type Survei } from './kueri.ts'
import { UNSUR_BAKU } from './unsur.ts'

export const SUDAH_ADA: Kesalahan = {
  layanan: 'Survei layanan ini pada periode itu sudah ada. Buka yang sudah ada, atau pilih periode lain.',
}

/** Makes a survey with the nine unsur of the regulation. Returns its id, or the field errors. Throws Galat 403. */
export const buatSurvei = (
  db: BasisData,
  pelaku: Pelaku,
  { versi: _, ...isi }: IsianSurvei,
): Promise<{ id: string } | { kesalahan: Kesalahan }> =>
  transaksi(db, pelaku, async (tx) => {
    const salah = await periksa(tx, pelaku, { isi, kecuali: null })
    if (salah) return { kesalahan: salah }
    const id = randomUUID()
    const { kecamatanId } = pelaku
    const dibuatOleh = `${pelaku.nama}, ${sebutanJabatan(pelaku, PENGELOLA_SURVEI)}`
    const dibuatPada = jam.sekarang()
    await tx.surveiKepuasan.createMany({
      data: [{ id, kecamatanId, ...isi, akhirPeriode: akhir(isi), dibuatPada, dibuatOleh }],
    })
    await tx.unsurSurvei.createMany({
      data: UNSUR_BAKU.map(({ jawaban, ...u }, ke) => ({
        kecamatanId,
        surveiId: id,
        urut: ke + 1,
        ...u,
        jawaban: [...jawaban],
      })),
    })
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.dibuat', id, rincian: { nama: sebut(isi), baru: isi } })
    return { id }
  })

/** Changes what is said of a survey; service, period and way of entry only before it is opened. Returns field errors or null. */
export const ubahSurvei = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { versi, ...isi }: IsianSurvei,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = await ambilSurveiTetap(tx, pelaku, id, versi)
    pastikanMengelola(pelaku, lama)
    if (lama.status === 'DITUTUP')
      throw galat.bentrok('Survei ini sudah ditutup. Buka kembali dengan alasan untuk mengubahnya.')
    const tetap = lama.status === 'DIBUKA' ? periksaTetap(lama, isi) : null
    if (tetap) return tetap
    const salah = await periksa(tx, pelaku, { isi, kecuali: id })
    if (salah) return salah
    await ubahBarisSurvei(tx, pelaku, { id, versi, data: { ...isi, akhirPeriode: akhir(isi) } })
    const { layanan, jenisPeriode, tahun, nomorPeriode, cara, populasi, keterangan, unitId } = lama
    const rincian = {
      nama: sebut(isi),
      lama: { layanan, jenisPeriode, tahun, nomorPeriode, cara, populasi, keterangan, unitId },
      baru: isi,
    }
    await catatSurvei(tx, pelaku, { peristiwa: 'survei.diubah', id, rincian })
    return null
  })

type Isi = Omit<IsianSurvei, 'versi'>

/** What an open survey asks about stays what it was: those who answered, and posters on the wall, know it by these words. */
function periksaTetap(lama: Survei, isi: Isi): Kesalahan | null {
  const salah = (['layanan', 'jenisPeriode', 'tahun', 'nomorPeriode', 'cara'] as const)
    .filter((bidang) => lama[bidang] !== isi[bidang])
    .map((bidang) => [bidang, `${LABEL_SURVEI[bidang]} tidak dapat diganti setelah survei dibuka.`])
  return salah.length > 0 ? Object.fromEntries(salah) : null
}
const periode = ({ jenisPeriode, tahun, nomorPeriode }: Isi) => ({ jenis: jenisPeriode, tahun, nomor: nomorPeriode })
const akhir = (isi: Isi): Date => new Date(rentangPeriode(periode(isi)).akhir)
const sebut = (isi: Isi): string => `${isi.layanan}, ${namaPeriode(periode(isi))}`

async function periksa(
  tx: Tx,
  pelaku: Pelaku,
  { isi, kecuali }: { isi: Isi; kecuali: string | null },
): Promise<Kesalahan | null> {
  if (!(await daftarUnit(tx, pelaku)).some((u) => u.id === isi.unitId))
    return { unitId: 'Unit ini tidak ada di kantor Anda. Pilih dari daftar.' }
  pastikanMengelola(pelaku, isi)
  const { layanan, jenisPeriode, tahun, nomorPeriode } = isi
  const kembar = await tx.surveiKepuasan.findFirst({
    where: {
      kecamatanId: pelaku.kecamatanId,
      layanan,
      jenisPeriode,
      tahun,
      nomorPeriode,
      ...(kecuali ? { id: { not: kecuali } } : {}),
    },
    select: { id: true },
  })
  return kembar ? SUDAH_ADA : null
}
