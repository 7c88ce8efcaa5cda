import { Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak, perubahanIsian } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { INDUK_UNSUR, namaUnsur, TEKS_UNSUR, type TingkatUnsur } from './istilah.ts'
import { cariUnsur, TABEL, type Unsur } from './kueri-unsur.ts'
import { type IsiUnsur, periksaUnsur } from './periksa-unsur.ts'

export type HasilUnsur = { id: string; kesalahan: null } | { id: null; kesalahan: Kesalahan }
export const ditolak = (kesalahan: Kesalahan): HasilUnsur => ({ id: null, kesalahan })
export const rincianUnsur = (tingkat: TingkatUnsur, isi: Pick<Unsur, 'kode' | 'nama' | 'kelurahan'>) => ({
  tingkat: TEKS_UNSUR[tingkat].toLowerCase(),
  nama: namaUnsur(isi),
})
export const objekUnsur = (id: string) =>
  ({ objekJenis: 'unsur-renstra', objekId: id, sebagai: PENULIS_KARTU }) as const

type Minta = { readonly tingkat: TingkatUnsur; readonly isi: IsiUnsur; readonly id?: string }

/** Field errors that only the database knows, after those of the fields themselves; {} when all is well. */
export async function periksaTempat(tx: Tx, pelaku: Pelaku, { tingkat, isi, id }: Minta): Promise<Kesalahan> {
  const atas = INDUK_UNSUR[tingkat]
  const induk = isi.induk === '' ? null : atas ? await cariUnsur(tx, pelaku, { tingkat: atas, id: isi.induk }) : null
  const salah = periksaUnsur(isi, { tingkat, kodeAtas: induk?.kode ?? '' })
  if (Object.keys(salah).length > 0) return salah
  if (atas ? !induk : !(await adaRenstra(tx, pelaku, isi.induk)))
    return { induk: 'Ini tidak ada lagi. Pilih dari daftar.' }
  if (
    isi.unitId &&
    (await tx.unitKerja.count({ where: { kecamatanId: pelaku.kecamatanId, id: isi.unitId, aktif: true } })) === 0
  )
    return { unitId: 'Unit ini tidak ada atau tidak aktif lagi. Pilih unit lain.' }
  if (isi.kode === '') return {}
  const kembar = await tx.$queryRaw<{ nama: string }[]>`
    select x.nama from ${TABEL[tingkat]} x where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.kode = ${isi.kode}
      and x.id is distinct from ${id ?? null}::uuid
      ${tingkat === 'sub-kegiatan' ? Prisma.sql`and x.kelurahan = ${isi.kelurahan}` : Prisma.empty}`
  if (kembar.length === 0) return {}
  return {
    kode:
      tingkat === 'sub-kegiatan'
        ? 'Sub kegiatan ini sudah ada untuk kelurahan yang sama. Tulis kelurahannya, atau pilih kode lain.'
        : `Kode ini sudah dipakai ${kembar[0]?.nama}. Pilih kode lain.`,
  }
}

const adaRenstra = async (tx: Tx, { kecamatanId }: Pelaku, id: string): Promise<boolean> =>
  (await tx.renstra.count({ where: { kecamatanId, id } })) > 0

/** Writes a new part inside a transaction. Field errors, or its id. */
export async function tulisUnsurBaru(tx: Tx, pelaku: Pelaku, { tingkat, isi }: Minta): Promise<HasilUnsur> {
  const salah = await periksaTempat(tx, pelaku, { tingkat, isi })
  if (Object.keys(salah).length > 0) return ditolak(salah)
  const id = await sisipkan(tx, pelaku, { tingkat, isi })
  if (tingkat === 'program') await catatDukungan(tx, pelaku, { programId: id, sasaranId: isi.induk })
  await catatJejak(tx, pelaku, {
    peristiwa: 'unsur-renstra.ditambah',
    ...objekUnsur(id),
    rincian: { ...rincianUnsur(tingkat, isi), baru: isi },
  })
  return { id, kesalahan: null }
}

async function sisipkan(tx: Tx, { kecamatanId }: Pelaku, { tingkat, isi }: Minta): Promise<string> {
  const { kode, nama, kelurahan, keluaran, satuan, induk } = isi
  const select = { id: true } as const
  if (tingkat === 'tujuan') {
    const urut = (await tx.tujuan.aggregate({ where: { kecamatanId, renstraId: induk }, _max: { urut: true } }))._max
      .urut
    const data = { kecamatanId, renstraId: induk, uraian: nama, urut: (urut ?? 0) + 1 }
    return (await tx.tujuan.create({ data, select })).id
  }
  if (tingkat === 'sasaran') {
    const urut = (await tx.sasaran.aggregate({ where: { kecamatanId, tujuanId: induk }, _max: { urut: true } }))._max
      .urut
    const data = { kecamatanId, tujuanId: induk, uraian: nama, urut: (urut ?? 0) + 1 }
    return (await tx.sasaran.create({ data, select })).id
  }
  if (tingkat === 'program')
    return (await tx.program.create({ data: { kecamatanId, sasaranId: induk, kode, nama }, select })).id
  if (tingkat === 'kegiatan')
    return (await tx.kegiatan.create({ data: { kecamatanId, programId: induk, kode, nama }, select })).id
  const unitId = isi.unitId || null
  const data = { kecamatanId, kegiatanId: induk, kode, nama, kelurahan, keluaran, satuan, unitId }
  return (await tx.subKegiatan.create({ data, select })).id
}

/** A program supports a sasaran: kept for each Renstra period. */
export async function catatDukungan(
  tx: Tx,
  { kecamatanId }: Pelaku,
  data: { programId: string; sasaranId: string },
): Promise<void> {
  await tx.dukunganProgram.createMany({ data: [{ kecamatanId, ...data }], skipDuplicates: true })
}

/** The content of a stored part, to compare with what a form says. */
export const isiTersimpan = (unsur: Unsur): IsiUnsur => ({
  induk: unsur.indukId ?? '',
  kode: unsur.kode,
  nama: unsur.nama,
  kelurahan: unsur.kelurahan,
  unitId: unsur.unitId ?? '',
  keluaran: unsur.keluaran,
  satuan: unsur.satuan,
})
export const bedaUnsur = (lama: Unsur, baru: IsiUnsur) =>
  perubahanIsian<Record<string, unknown>>(isiTersimpan(lama), baru)
