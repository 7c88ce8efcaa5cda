import type { Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { Pembaca } from '../../siklus/index.ts'
import type { StatusBuku } from './alur-buku.ts'
import type { NilaiBuku } from './baca-buku-formulir.ts'

/** A value that an application wrote, with the way back. */
export type HasilNilai = {
  readonly barisId: string
  readonly bidang: string
  readonly nama: string
  readonly label: string
  readonly lama: string
  readonly baru: string
  /** as a person reads them */
  readonly teksLama: string
  readonly teksBaru: string
}
/** An uploaded workbook in the list of a form. */
export type BukuRingkas = {
  readonly id: string
  readonly formulirId: string
  readonly namaBerkas: string
  readonly status: StatusBuku
  readonly versi: number
  readonly diunduhPada: Date
  readonly diunggahPada: Date
  readonly diunggahOleh: string
  readonly diterapkanPada: Date | null
  readonly diterapkanOleh: string
  readonly dibatalkanPada: Date | null
  readonly dibatalkanOleh: string
  readonly alasanBatal: string
  readonly hasil: readonly HasilNilai[]
}
export type BukuUnggahan = BukuRingkas & { readonly sha256: string; readonly nilai: readonly NilaiBuku[] }

/** Workbooks uploaded to a form, newest first, at most 30; those put aside are left out. The caller has checked who may see the form. */
export const daftarBuku = (baca: Pembaca, pelaku: Pelaku, formulirId: string): Promise<BukuRingkas[]> =>
  baca.bukuFormulir.findMany({
    where: { formulirId, kecamatanId: pelaku.kecamatanId, status: { not: 'DIBUANG' } },
    orderBy: [{ diunggahPada: 'desc' }, { id: 'asc' }],
    take: 30,
    omit: { nilai: true, sidikIsi: true, sha256: true },
  }) as Promise<unknown> as Promise<BukuRingkas[]>

type Alamat = { readonly formulirId: string; readonly id: string }
/** One of them; 404 when it is not of this form. */
export async function ambilBuku(baca: Pembaca, pelaku: Pelaku, { formulirId, id }: Alamat): Promise<BukuUnggahan> {
  const buku = await baca.bukuFormulir.findFirst({ where: { id, formulirId, kecamatanId: pelaku.kecamatanId } })
  if (!buku) throw galat.tidakDitemukan('Buku isian')
  return buku as unknown as BukuUnggahan
}

/** The same, locked until the transaction ends; 409 when it has another version by now. */
export async function kunciBuku(
  tx: Tx,
  pelaku: Pelaku,
  { versi, ...alamat }: Alamat & { versi: number },
): Promise<BukuUnggahan> {
  await tx.$queryRaw`select 1 from buku_formulir where id = ${alamat.id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  const buku = await ambilBuku(tx, pelaku, alamat)
  if (buku.versi !== versi) throw galat.sudahBerubah('Buku ini')
  return buku
}
