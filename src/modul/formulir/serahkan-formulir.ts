import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan, unitDipimpin } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { jalankan } from '../siklus/index.ts'
import { pastikanFormulir } from './alur.ts'
import { hitungIsian, kekuranganFormulir } from './hitungan.ts'
import { ambilFormulir } from './kueri.ts'
import { type KepalaFormulir, kunciFormulir, kunciSiklusFormulir } from './kunci-formulir.ts'

/**
 * The unit head hands the form in (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 7): due rows must be answered and
 * carry the evidence their card asks for; the unit's part of the step is finished, and with the last unit the step.
 * Everybody who filled a row counts as having submitted. Throws Galat 403, 404, 409, 422.
 */
export function serahkanFormulir(
  db: BasisData,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    await kunciSiklusFormulir(tx, pelaku, id)
    const kepala = await kunciFormulir(tx, pelaku, id)
    pastikanFormulir(pelaku, kepala, 'SERAHKAN')
    if (kepala.versi !== versi) throw galat.sudahBerubah('Formulir ini')
    const formulir = await ambilFormulir(tx, pelaku, id)
    const kurang = kekuranganFormulir(formulir)
    if (kurang.length > 0) throw galat.tidakSesuai(`Formulir belum dapat diserahkan. ${kurang.join(' ')}`)
    const jabatan = sebutanKepala(pelaku, kepala.unitId)
    await tutup(tx, pelaku, { kepala, jabatan })
    await catatJejak(tx, pelaku, {
      peristiwa: 'formulir.diserahkan',
      objekJenis: 'formulir',
      objekId: id,
      siklusId: kepala.siklusId,
      rincian: { unit: kepala.unitNama, putaran: kepala.putaran, ...hitungIsian(formulir) },
      sebagai: KEPALA_UNIT,
    })
    const turutMengisi = [...formulir.baris, ...formulir.anggaran].flatMap((b) => b.diubahOlehId ?? [])
    await jalankan(
      tx,
      pelaku,
      {
        jenis: 'SELESAIKAN_BAGIAN',
        siklusId: kepala.siklusId,
        ...bagianDari(kepala),
        turutMengisi: [...new Set(turutMengisi)],
      },
      { bolehBagian: bolehBagian(pelaku, kepala) },
    )
  })
}

/** The form is closed; reasons of the last return leave the rows (they stay in the review and in the audit trail). */
async function tutup(
  tx: Tx,
  pelaku: Pelaku,
  { kepala, jabatan }: { kepala: KepalaFormulir; jabatan: string },
): Promise<void> {
  const where = { formulirId: kepala.id, kecamatanId: pelaku.kecamatanId, alasanKembali: { not: null } }
  await tx.barisFormulir.updateMany({ where, data: { alasanKembali: null } })
  await tx.barisAnggaran.updateMany({ where, data: { alasanKembali: null } })
  const { count } = await tx.formulir.updateMany({
    where: { id: kepala.id, kecamatanId: pelaku.kecamatanId, versi: kepala.versi },
    data: {
      status: 'DISERAHKAN',
      diserahkanPada: jam.sekarang(),
      penyerahId: pelaku.pegawaiId,
      penyerah: pelaku.nama,
      jabatanPenyerah: jabatan,
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Formulir ini')
}

/** Posts by which a unit is headed: a section, a village or kelurahan, the secretariat. */
export const KEPALA_UNIT = ['KASI', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]

/** Step and part of the engine that stand for this form. */
export function bagianDari({ kodePengisian, kunciBagian }: KepalaFormulir): { langkah: string; bagian: string } {
  if (!kodePengisian || !kunciBagian) throw galat.bentrok('Langkah pengisian formulir belum dibuka.')
  return { langkah: kodePengisian, bagian: kunciBagian }
}

/** The part the engine may let this person act on: that of a unit the person heads. */
export const bolehBagian = (pelaku: Pelaku, kepala: KepalaFormulir): string[] =>
  kepala.kunciBagian && unitDipimpin(pelaku).includes(kepala.unitId) ? [kepala.kunciBagian] : []

/** "Plt. Kasi Pemerintahan": the post by which the person heads this unit. */
export const sebutanKepala = (pelaku: Pelaku, unitId: string): string =>
  sebutanJabatan({ ...pelaku, penugasan: pelaku.penugasan.filter((p) => p.kepalaUnit && p.unitId === unitId) })
