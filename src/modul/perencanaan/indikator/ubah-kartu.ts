import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam, tahunIni } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU, pastikanKartu } from './alur.ts'
import { perubahanIsi } from './beda-isi.ts'
import type { IsianKartu } from './isi-kartu.ts'
import type { IsianVersiKartu } from './isian.ts'
import { type KartuLengkap, kartuLengkap } from './kartu.ts'
import { cap, ditolak, type HasilTulis, kolomKartu, periksaRujukan } from './tulis-kartu.ts'

/** A card under lock, with what decides whether its change makes a new version. */
export type KartuTerkunci = {
  readonly kartu: KartuLengkap
  readonly aktif: boolean
  readonly perubahan: number
  readonly alasanVersi: string
  readonly diubahPada: Date | null
  readonly diubahOleh: string
  readonly jabatanPengubah: string
  readonly dipakai: boolean
}

/** SQL: has the card of the row `i` been used: in a PK beyond draft, on a form, or with realised values? */
export const DIPAKAI = Prisma.sql`exists (select 1 from target_pk t join perjanjian_kinerja p on p.id = t.pk_id where t.indikator_id = i.id and p.status <> 'DRAF')
  or exists (select 1 from baris_formulir b join siklus s on s.id = b.siklus_id where b.indikator_id = i.id and s.status <> 'DIBATALKAN')
  or exists (select 1 from realisasi_indikator r where r.indikator_id = i.id)`

/** The card of this office, locked until the transaction ends; 404 when it is not there. */
export async function kunciKartu(tx: Tx, pelaku: Pelaku, id: string): Promise<KartuTerkunci> {
  const [baris] = await tx.$queryRaw<KartuTerkunci[]>`
    select ${kartuLengkap} as kartu, i.aktif, i.perubahan, i.alasan_versi as "alasanVersi", i.diubah_pada as "diubahPada",
      i.diubah_oleh as "diubahOleh", i.jabatan_pengubah as "jabatanPengubah"
    from indikator i where i.id = ${id}::uuid and i.kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (!baris) throw galat.tidakDitemukan('Indikator')
  return { ...baris, dipakai: await sudahDipakai(tx, pelaku, id) }
}

/** Used cards are changed by a new version only. */
export async function sudahDipakai(baca: Tx | BasisData['baca'], pelaku: Pelaku, id: string): Promise<boolean> {
  const [baris] = await baca.$queryRaw<{ dipakai: boolean }[]>`
    select (${DIPAKAI}) as dipakai from indikator i where i.id = ${id}::uuid and i.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  return baris?.dipakai ?? false
}

type Perubahan = {
  readonly id: string
  readonly isi: IsianKartu
  readonly versi: IsianVersiKartu
  readonly pengusul?: string
}

/**
 * Changes a card inside a transaction. Not yet used: in its place. Used: the present version is kept as it is for its years,
 * and a new one with a reason holds from the year that is said. Field errors, or the id. Throws Galat 403, 404, 409.
 */
export async function tulisPerubahanKartu(
  tx: Tx,
  pelaku: Pelaku,
  { id, isi, versi, pengusul }: Perubahan,
): Promise<HasilTulis> {
  const lama = await kunciKartu(tx, pelaku, id)
  pastikanKartu(pelaku, lama.aktif ? 'AKTIF' : 'NONAKTIF', 'TULIS')
  if (lama.perubahan !== versi.versi) throw galat.sudahBerubah('Kartu indikator ini')
  const { letak, kesalahan } = await periksaRujukan(tx, pelaku, { isi, id, lama: lama.kartu })
  if (!letak) return ditolak(kesalahan)
  const beda = perubahanIsi(lama.kartu, isi)
  if (Object.keys(beda.baru).length === 0) return ditolak({ nama: 'Tidak ada isian yang berubah.' })
  const salahVersi = lama.dipakai ? periksaVersi(lama.kartu, { pelaku, versi }) : {}
  if (Object.keys(salahVersi).length > 0) return ditolak(salahVersi)
  if (lama.dipakai) await simpanVersiLama(tx, pelaku, lama)
  const berikut = lama.dipakai
    ? { versi: lama.kartu.versi + 1, berlakuTahun: versi.berlakuTahun, alasanVersi: versi.alasan }
    : {}
  const { count } = await tx.indikator.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId, perubahan: versi.versi },
    data: { ...kolomKartu(isi, letak), ...cap(pelaku), ...berikut, perubahan: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Kartu indikator ini')
  await catat(tx, pelaku, {
    id,
    isi,
    versi: lama.dipakai ? { ...versi, nomor: lama.kartu.versi + 1 } : null,
    pengusul,
    beda,
  })
  return { id, kesalahan: null }
}

/** From which year a new version may hold: not before the version it replaces, nor before last year. */
export function periksaVersi(
  kartu: Pick<KartuLengkap, 'berlakuTahun'>,
  { pelaku, versi }: { pelaku: Pelaku; versi: Pick<IsianVersiKartu, 'berlakuTahun' | 'alasan'> },
): Kesalahan {
  const kini = tahunIni(pelaku)
  const paling = Math.max(kartu.berlakuTahun, kini - 1)
  return {
    ...(versi.berlakuTahun < paling || versi.berlakuTahun > kini + 5
      ? { berlakuTahun: `Tulis tahun mulai berlakunya, antara ${paling} dan ${kini + 5}.` }
      : {}),
    ...(versi.alasan.length < 10
      ? { alasan: 'Kartu ini sudah dipakai. Tuliskan alasan perubahannya, minimal 10 huruf.' }
      : {}),
  }
}

/** Keeps the present version of a card as it is, before it is replaced. */
export async function simpanVersiLama(tx: Tx, pelaku: Pelaku, lama: KartuTerkunci): Promise<void> {
  const { kartu } = lama
  await tx.versiIndikator.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      indikatorId: kartu.id,
      versi: kartu.versi,
      berlakuTahun: kartu.berlakuTahun,
      kartu: kartu as unknown as Prisma.InputJsonValue,
      unitId: kartu.unitId,
      alasan: lama.alasanVersi,
      dibuatPada: lama.diubahPada,
      dibuatOleh: lama.diubahOleh,
      jabatanPembuat: lama.jabatanPengubah,
      digantiPada: jam.sekarang(),
    },
  })
}

type Catatan = {
  id: string
  isi: IsianKartu
  versi: (IsianVersiKartu & { nomor: number }) | null
  pengusul: string | undefined
  beda: { lama: Record<string, unknown>; baru: Record<string, unknown> }
}
function catat(tx: Tx, pelaku: Pelaku, { id, isi, versi, pengusul, beda }: Catatan): Promise<void> {
  const umum = { objekJenis: 'indikator', objekId: id, sebagai: PENULIS_KARTU } as const
  const rincian = { kode: isi.kode, nama: isi.nama, ...(pengusul ? { pengusul } : {}), ...beda }
  if (!versi) return catatJejak(tx, pelaku, { peristiwa: 'indikator.diubah', ...umum, rincian })
  const { nomor, berlakuTahun, alasan } = versi
  return catatJejak(tx, pelaku, {
    peristiwa: 'indikator.versi-baru',
    ...umum,
    rincian: { ...rincian, versi: nomor, berlakuTahun, alasan },
  })
}
