import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { ambilPeriode, type PeriodeRenstra } from './kueri-periode.ts'
import { type BarisTarget, daftarTarget } from './kueri-target.ts'
import { bacaSelTarget, type KolomTarget, kolomTarget, type NilaiTarget, selPada, tulisSel } from './target.ts'

/** Rows of the form: id of the indicator and one text per column. */
export type IsianTarget = {
  readonly baris: readonly Readonly<Record<string, string>>[]
  readonly alasan: string
  readonly versi: number
}
/** One cell to write; `isi` null: it becomes blank. */
export type UbahTarget = {
  readonly indikator: BarisTarget
  readonly kolom: KolomTarget
  readonly lama: string
  readonly isi: NilaiTarget | null
}

/** Writes the cells that changed. Field errors (`baris.3.t2026`), or null when done. Throws Galat 404, 409. */
export const simpanTarget = (
  db: BasisData,
  pelaku: Pelaku,
  renstraId: string,
  isian: IsianTarget,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const renstra = await ambilPeriode(tx, pelaku, { id: renstraId, kunci: true })
    if (renstra.versi !== isian.versi) throw galat.sudahBerubah('Target Renstra ini')
    const indikator = await daftarTarget(tx, pelaku, { ...renstra, kunci: true })
    const { ubah, salah } = bacaMatriks(isian.baris, { renstra, indikator })
    if (Object.keys(salah).length > 0) return salah
    if (ubah.length === 0) return { alasan: 'Tidak ada target yang berubah.' }
    if (isian.alasan.length < 10 && ubah.some(sudahDipakai))
      return {
        alasan: `Target ${sebut(ubah.filter(sudahDipakai))} sudah dipakai Perjanjian Kinerja. Tuliskan alasan perubahannya, minimal 10 huruf.`,
      }
    await tulisTarget(tx, pelaku, { renstra, ubah, alasan: isian.alasan })
    return null
  })

/** Is the year of a cell agreed on in a PK? */
export const sudahDipakai = ({ indikator, kolom }: Pick<UbahTarget, 'indikator' | 'kolom'>): boolean =>
  kolom.jenis === 'TARGET' && indikator.tahunPk.includes(kolom.tahun)

const sebut = (ubah: readonly UbahTarget[]): string =>
  ubah
    .slice(0, 3)
    .map(({ indikator, kolom }) => `${indikator.kode} tahun ${kolom.tahun}`)
    .join(', ')

type Matriks = { renstra: PeriodeRenstra; indikator: readonly BarisTarget[] }
/** Cells that differ from what is stored, and those that cannot be read. Pure. */
export function bacaMatriks(baris: IsianTarget['baris'], { renstra, indikator }: Matriks) {
  const ubah: UbahTarget[] = []
  const salah: Record<string, string> = {}
  for (const [ke, isi] of baris.entries()) {
    const punya = indikator.find((i) => i.id === isi.indikator)
    if (!punya) continue
    for (const kolom of kolomTarget(renstra)) {
      const teks = isi[kolom.kode]
      if (teks === undefined) continue
      const terbaca = bacaSelTarget(teks, punya)
      if ('pesan' in terbaca) salah[`baris.${ke}.${kolom.kode}`] = `${punya.kode}, ${kolom.judul}: ${terbaca.pesan}`
      else {
        const lama = tulisSel(selPada(punya.target, kolom), punya)
        if (tulisSel(terbaca.isi, punya) !== lama) ubah.push({ indikator: punya, kolom, lama, isi: terbaca.isi })
      }
    }
  }
  return { ubah, salah }
}

type Tulis = { renstra: PeriodeRenstra; ubah: readonly UbahTarget[]; alasan: string }
/** Writes cells inside a transaction: blank deletes, anything else replaces. */
export async function tulisTarget(tx: Tx, pelaku: Pelaku, { renstra, ubah, alasan }: Tulis): Promise<void> {
  const { kecamatanId } = pelaku
  for (const { indikator, kolom, isi } of ubah) {
    const kunci = { kecamatanId, indikatorId: indikator.id, tahun: kolom.tahun, jenis: kolom.jenis }
    if (isi)
      await tx.targetRenstra.upsert({
        where: { kecamatanId_indikatorId_tahun_jenis: kunci },
        create: { ...kunci, ...isi },
        update: isi,
      })
    else await tx.targetRenstra.deleteMany({ where: kunci })
  }
  await tx.renstra.updateMany({ where: { id: renstra.id, kecamatanId }, data: { versi: { increment: 1 } } })
  await catatJejak(tx, pelaku, {
    peristiwa: 'renstra.target-diubah',
    objekJenis: 'renstra',
    objekId: renstra.id,
    rincian: {
      nama: renstra.nama,
      jumlah: ubah.length,
      alasan,
      sel: ubah.map(({ indikator, kolom, lama, isi }) => [indikator.kode, kolom.judul, lama, tulisSel(isi, indikator)]),
    },
    sebagai: PENULIS_KARTU,
  })
}
