import type { Prisma, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ATURAN_PK, PENULIS_PK, pastikanHakPk, type TindakanPk } from './alur.ts'
import { sebutPk } from './istilah.ts'
import { ambilPk, type Pk, type RiwayatPk } from './kueri.ts'

/** The agreement under lock, after the check of right, state and version. Throws Galat 403, 404, 409. */
export async function kunciPk(
  tx: Tx,
  pelaku: Pelaku,
  { id, versi, tindakan }: { id: string; versi: number; tindakan: TindakanPk },
): Promise<Pk> {
  const pk = await ambilPk(tx, pelaku, { id, kunci: true })
  pastikanHakPk(pelaku, pk, tindakan)
  if (pk.versi !== versi) throw galat.sudahBerubah('Perjanjian Kinerja ini')
  return pk
}

type Perubahan = {
  readonly tindakan: TindakanPk
  readonly data?: Prisma.PerjanjianKinerjaUpdateManyMutationInput
  /** reason or remark, shown in the history */
  readonly catatan?: string
  readonly rincian?: Readonly<Record<string, unknown>>
}

/** Carries out an act on a locked agreement: new state and version, its line in the history, its audit event. */
export async function catatTindakan(tx: Tx, pelaku: Pelaku, pk: Pk, isi: Perubahan): Promise<void> {
  const { tindakan, data = {}, catatan = '', rincian = {} } = isi
  const aturan = ATURAN_PK[tindakan]
  const riwayat = aturan.ke === null ? pk.riwayat : [...pk.riwayat, barisRiwayat(pelaku, tindakan, catatan)]
  const { count } = await tx.perjanjianKinerja.updateMany({
    where: { id: pk.id, kecamatanId: pelaku.kecamatanId, versi: pk.versi },
    data: {
      ...data,
      ...(aturan.ke === null ? {} : { status: aturan.ke }),
      riwayat: riwayat as unknown as Prisma.InputJsonValue,
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Perjanjian Kinerja ini')
  await catatPeristiwa(tx, pelaku, {
    tindakan,
    id: pk.id,
    pk: sebutPk(pk),
    rincian: { ...rincian, ...(catatan && { alasan: catatan }) },
  })
}

export const barisRiwayat = (pelaku: Pelaku, tindakan: RiwayatPk['tindakan'], catatan = ''): RiwayatPk => ({
  tindakan,
  waktu: jam.sekarang().toISOString(),
  oleh: pelaku.nama,
  jabatan: sebutanJabatan(pelaku, PENULIS_PK),
  catatan,
})

type Peristiwa = { tindakan: TindakanPk; id: string; pk: string; rincian: Readonly<Record<string, unknown>> }
export const catatPeristiwa = (tx: Tx, pelaku: Pelaku, { tindakan, id, pk, rincian }: Peristiwa): Promise<void> =>
  catatJejak(tx, pelaku, {
    peristiwa: `perjanjian-kinerja.${ATURAN_PK[tindakan].peristiwa}`,
    objekJenis: 'perjanjian-kinerja',
    objekId: id,
    rincian: { pk, ...rincian },
    sebagai: PENULIS_PK,
  })
