import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { bukanBagian, pastikanBolehBaris } from '../delegasi/pembagian.ts'
import { pastikanBisaDiisi } from '../jelaskan-penolakan.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import { PENGISI } from '../rute-umum.ts'
import { tulisSemua } from '../simpan-formulir.ts'
import { pastikanBuku } from './alur-buku.ts'
import { teksBidang } from './baris-isian.ts'
import { type BarisTulis, type BedaBuku, bedakanBuku, sidikBeda } from './bedakan-buku.ts'
import { type BukuUnggahan, type HasilNilai, kunciBuku } from './kueri-buku.ts'

export type AlamatBuku = { readonly formulirId: string; readonly id: string; readonly versi: number }
type Pilihan = {
  /** fingerprint of the differences that the person saw */
  readonly sidik: string
  /** conflicts in which the workbook's value is wanted */
  readonly pakaiBuku: readonly string[]
}
export type HasilTerap =
  | { readonly jenis: 'DITERAPKAN'; readonly jumlah: number }
  /** somebody changed something since the preview: nothing was written */
  | { readonly jenis: 'DIPERBARUI' }
  /** with these choices the form's own rules refuse something: nothing was written */
  | { readonly jenis: 'DITOLAK'; readonly beda: BedaBuku }

/**
 * Writes the values of a workbook into its form, in one transaction with the audit events of every row. Compared once more
 * with the rows locked: when the differences are not those the person saw, nothing is written; rows of somebody else never
 * are. Throws Galat 403, 404, 409.
 */
export const terapkanBuku = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatBuku,
  { sidik, pakaiBuku }: Pilihan,
): Promise<HasilTerap> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciUntukTulis(tx, pelaku, alamat.formulirId)
    const buku = await kunciBuku(tx, pelaku, alamat)
    pastikanBuku(buku.status, 'TERAPKAN')
    const lain = bukanBagian(pelaku, formulir)
    if (sidikBeda(bedakanBuku(formulir, buku.nilai, { bukanBagian: lain })) !== sidik) return { jenis: 'DIPERBARUI' }
    const beda = bedakanBuku(formulir, buku.nilai, { pakaiBuku: new Set(pakaiBuku), bukanBagian: lain })
    if (beda.nilai.some((n) => n.status === 'DITOLAK')) return { jenis: 'DITOLAK', beda }
    if (beda.tulis.length === 0) throw galat.bentrok('Tidak ada nilai yang perlu diterapkan.')
    const hasil = beda.tulis.flatMap(hasilBaris)
    await tulisBaris(tx, pelaku, { formulir, tulis: beda.tulis })
    const data = {
      status: 'DITERAPKAN',
      diterapkanPada: jam.sekarang(),
      diterapkanOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENGISI)}`,
      hasil: hasil as unknown as object[],
    } as const
    await tandai(tx, pelaku, {
      formulir,
      buku,
      data,
      peristiwa: 'formulir.buku-diterapkan',
      rincian: { jumlah: hasil.length },
    })
    return { jenis: 'DITERAPKAN', jumlah: hasil.length }
  })

/** The form with its rows locked, if this person may fill it in now: 403, 404, 409. */
export async function kunciUntukTulis(tx: Tx, pelaku: Pelaku, formulirId: string): Promise<FormulirLengkap> {
  const { kecamatanId } = pelaku
  await tx.$executeRaw`select 1 from formulir where id = ${formulirId}::uuid and kecamatan_id = ${kecamatanId}::uuid for update`
  const formulir = await ambilFormulir(tx, pelaku, formulirId)
  pastikanBisaDiisi(pelaku, formulir)
  return formulir
}

export const tulisBaris = (
  tx: Tx,
  pelaku: Pelaku,
  { formulir, tulis }: { formulir: FormulirLengkap; tulis: readonly BarisTulis[] },
): Promise<void> => {
  pastikanBolehBaris(
    pelaku,
    formulir,
    tulis.map(({ baris }) => baris.id),
  )
  return tulisSemua(tx, pelaku, {
    formulirId: formulir.id,
    tulisan: tulis.map(({ baris: { id, versi, jenis, sebutan }, data }) => ({ id, versi, jenis, sebutan, isi: data })),
  })
}

const hasilBaris = ({ baris, nilai }: BarisTulis): HasilNilai[] =>
  baris.bidang.flatMap((bidang) => {
    const lama = baris.nilai[bidang.kode] ?? ''
    const baru = nilai[bidang.kode] ?? ''
    if (lama === baru) return []
    const teks = { teksLama: teksBidang(bidang, lama), teksBaru: teksBidang(bidang, baru) }
    return [{ barisId: baris.id, bidang: bidang.kode, nama: baris.nama, label: bidang.label, lama, baru, ...teks }]
  })

type Tanda = {
  readonly formulir: FormulirLengkap
  readonly buku: BukuUnggahan
  readonly data: object
  readonly peristiwa: string
  readonly rincian?: object
}
/** New state of an uploaded workbook with its audit event. */
export async function tandai(
  tx: Tx,
  pelaku: Pelaku,
  { formulir, buku, data, peristiwa, rincian }: Tanda,
): Promise<void> {
  await tx.bukuFormulir.updateMany({
    where: { id: buku.id, kecamatanId: pelaku.kecamatanId },
    data: { ...data, versi: { increment: 1 } },
  })
  await catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'formulir',
    objekId: formulir.id,
    siklusId: formulir.siklusId,
    rincian: { unit: formulir.unitNama, berkas: buku.namaBerkas, sha256: buku.sha256, ...rincian },
    sebagai: PENGISI,
  })
}
