import { type BasisData, Prisma, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan, unitDipimpin } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { jalankan } from '../siklus/index.ts'
import { pastikanFormulir } from './alur.ts'
import { hitungIsian, kekuranganFormulir } from './hitungan.ts'
import type { SerahKertas } from './kertas/serah-kertas.ts'
import { ambilFormulir, type FormulirLengkap } from './kueri.ts'
import { type KepalaFormulir, kunciFormulir, kunciSiklusFormulir } from './kunci-formulir.ts'
import { pastikanTerjawab } from './tanya-baris.ts'
import { type BagianFormulir, bagianFormulir } from './urut-pengisian.ts'

/**
 * The unit head hands the form in (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 7). Throws Galat 403, 404, 409, 422.
 */
export const serahkanFormulir = (
  db: BasisData,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<void> =>
  transaksi(db, pelaku, (tx) =>
    serahkan(tx, pelaku, { id, versi, tindakan: 'SERAHKAN' }, ({ unitId }) => ({
      pegawaiId: pelaku.pegawaiId,
      nama: pelaku.nama,
      jabatan: sebutanKepala(pelaku, unitId),
      kertas: null,
    })),
  )

/** Who hands in; `kertas`: signed there, and recorded by whoever acts. */
export type Penyerah = {
  readonly pegawaiId: string
  readonly nama: string
  readonly jabatan: string
  readonly kertas: SerahKertas | null
}
type Permintaan = {
  readonly id: string
  readonly versi: number
  readonly tindakan: 'SERAHKAN' | 'SERAHKAN_KERTAS'
}

/**
 * Handing in, whichever way: due rows must be answered and carry the evidence their card asks for, nothing that the SOP waits
 * for may be open; the unit's part of the step is finished, and with the last unit the step. Everybody who filled a row counts
 * as having submitted. `siapa` is asked once all is in order. Throws Galat 403, 404, 409, 422.
 */
export async function serahkan(
  tx: Tx,
  pelaku: Pelaku,
  { id, versi, tindakan }: Permintaan,
  siapa: (formulir: FormulirLengkap) => Penyerah | Promise<Penyerah>,
): Promise<void> {
  await kunciSiklusFormulir(tx, pelaku, id)
  const kepala = await kunciFormulir(tx, pelaku, id)
  pastikanFormulir(pelaku, kepala, tindakan)
  if (kepala.versi !== versi) throw galat.sudahBerubah('Formulir ini')
  const bagian = await bagianFormulir(tx, kepala, 'BERJALAN')
  if (bagian.length === 0) throw galat.bentrok('Langkah pengisian formulir belum dibuka.')
  const formulir = await ambilFormulir(tx, pelaku, id)
  const kurang = kekuranganFormulir(formulir)
  if (kurang.length > 0) throw galat.tidakSesuai(`Formulir belum dapat diserahkan. ${kurang.join(' ')}`)
  await pastikanTerjawab(tx, kepala, bagian)
  const penyerah = await siapa(formulir)
  await tutup(tx, pelaku, { kepala, penyerah })
  await catatPenyerahan(tx, pelaku, { formulir, penyerah })
  await selesaikanBagian(tx, pelaku, { formulir, kepala, penyerah, bagian })
}

type Diserahkan = { readonly formulir: FormulirLengkap; readonly penyerah: Penyerah }
function catatPenyerahan(tx: Tx, pelaku: Pelaku, { formulir, penyerah }: Diserahkan): Promise<void> {
  const { nama, jabatan, kertas } = penyerah
  return catatJejak(tx, pelaku, {
    peristiwa: kertas ? 'formulir.diserahkan-kertas' : 'formulir.diserahkan',
    objekJenis: 'formulir',
    objekId: formulir.id,
    siklusId: formulir.siklusId,
    rincian: {
      unit: formulir.unitNama,
      putaran: formulir.putaran,
      ...hitungIsian(formulir),
      ...(kertas && { penyerah: nama, jabatan, tanggal: kertas.tanggal, berkasId: kertas.berkasId }),
    },
    sebagai: kertas ? ['TIM_SAKIP'] : KEPALA_UNIT,
  })
}

type Bagian = Diserahkan & { readonly kepala: KepalaFormulir; readonly bagian: readonly BagianFormulir[] }
/** The unit's parts of the step are done: by the head, or in the head's name by who recorded the paper. */
async function selesaikanBagian(tx: Tx, pelaku: Pelaku, { formulir, kepala, penyerah, bagian }: Bagian): Promise<void> {
  const { pegawaiId, nama, kertas } = penyerah
  // who typed, in whose name it was taken over from paper, and who recorded that it was handed in there
  const turutMengisi = [...formulir.baris, ...formulir.anggaran].flatMap((b) => [
    ...(b.diubahOlehId ? [b.diubahOlehId] : []),
    ...(b.kertas ? [b.kertas.pengisiId] : []),
  ])
  if (kertas) turutMengisi.push(kertas.pencatatId)
  const jabatan = `${penyerah.jabatan} (di atas kertas, dicatat ${pelaku.nama})`
  for (const satu of bagian) {
    const perintah = { jenis: 'SELESAIKAN_BAGIAN', siklusId: kepala.siklusId, ...satu } as const
    const isi = { ...perintah, turutMengisi: [...new Set(turutMengisi)] }
    const pilihan = kertas
      ? {
          bolehBagian: [satu.bagian],
          atasNama: { pegawaiId, nama, jabatan, kode: [], dicatatSebagai: ['TIM_SAKIP'] as const },
        }
      : { bolehBagian: bolehBagian(pelaku, kepala, satu) }
    await jalankan(tx, pelaku, isi, pilihan)
  }
}

/** The form is closed; reasons of the last return leave the rows (they stay in the review and in the audit trail). */
async function tutup(
  tx: Tx,
  pelaku: Pelaku,
  { kepala, penyerah }: { kepala: KepalaFormulir; penyerah: Penyerah },
): Promise<void> {
  const where = { formulirId: kepala.id, kecamatanId: pelaku.kecamatanId, alasanKembali: { not: null } }
  await tx.barisFormulir.updateMany({ where, data: { alasanKembali: null } })
  await tx.barisAnggaran.updateMany({ where, data: { alasanKembali: null } })
  const { count } = await tx.formulir.updateMany({
    where: { id: kepala.id, kecamatanId: pelaku.kecamatanId, versi: kepala.versi },
    data: {
      status: 'DISERAHKAN',
      diserahkanPada: jam.sekarang(),
      penyerahId: penyerah.pegawaiId,
      penyerah: penyerah.nama,
      jabatanPenyerah: penyerah.jabatan,
      serahKertas: penyerah.kertas ?? Prisma.DbNull,
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Formulir ini')
}

/** Posts by which a unit is headed: a section, a village or kelurahan, the secretariat. */
export const KEPALA_UNIT = ['KASI', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]

/** The part the engine may let this person act on: that of a unit the person heads. */
export const bolehBagian = (pelaku: Pelaku, kepala: KepalaFormulir, { bagian }: BagianFormulir): string[] =>
  unitDipimpin(pelaku).includes(kepala.unitId) ? [bagian] : []

/** "Plt. Kasi Pemerintahan": the post by which the person heads this unit. */
export const sebutanKepala = (pelaku: Pelaku, unitId: string): string =>
  sebutanJabatan({ ...pelaku, penugasan: pelaku.penugasan.filter((p) => p.kepalaUnit && p.unitId === unitId) })
