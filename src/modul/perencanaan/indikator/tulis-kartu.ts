import type { Prisma, Tx } from '../../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU } from './alur.ts'
import type { IsianKartu } from './isi-kartu.ts'
import type { LetakIndikator } from './kartu.ts'
import { cariLetak } from './kueri-letak.ts'

export type HasilTulis =
  | { readonly id: string; readonly kesalahan: null }
  | { readonly id: null; readonly kesalahan: Kesalahan }
export const ditolak = (kesalahan: Kesalahan): HasilTulis => ({ id: null, kesalahan })

type Syarat =
  | { readonly letak: LetakIndikator; readonly kesalahan: null }
  | { readonly letak: null; readonly kesalahan: Kesalahan }

/** What only the database knows about a card: is the code free, is the place there, does the unit work. */
export async function periksaRujukan(
  tx: Tx,
  pelaku: Pelaku,
  { isi, id, lama }: { isi: IsianKartu; id: string | null; lama?: LetakIndikator },
): Promise<Syarat> {
  const { kecamatanId } = pelaku
  const kembar = await tx.indikator.findFirst({
    where: { kecamatanId, kode: isi.kode, ...(id ? { id: { not: id } } : {}) },
  })
  if (kembar)
    return { letak: null, kesalahan: { kode: `Kode ini sudah dipakai indikator ${kembar.nama}. Pilih kode lain.` } }
  const unit = await tx.unitKerja.count({ where: { kecamatanId, id: isi.unitId, aktif: true } })
  if (unit === 0)
    return { letak: null, kesalahan: { unitId: 'Unit ini tidak ada atau tidak aktif lagi. Pilih unit lain.' } }
  const letak = await cariLetak(tx, pelaku, { ...isi.tempat, lama })
  if (!letak) return { letak: null, kesalahan: { tempat: 'Yang diukur ini tidak ada lagi. Pilih dari daftar.' } }
  return { letak, kesalahan: null }
}

/** Columns of a card's content. */
export function kolomKartu({ tempat: _, ...isi }: IsianKartu, letak: LetakIndikator) {
  const { variabel, kategori, standar, smart, ...lain } = isi
  return {
    ...lain,
    ...letak,
    variabel: variabel as unknown as Prisma.InputJsonValue,
    kategori: kategori as unknown as Prisma.InputJsonValue,
    standar: standar as Prisma.InputJsonValue,
    smart: smart as unknown as Prisma.InputJsonValue,
  }
}

/** Who changed a card, and when. */
export const cap = (pelaku: Pelaku) => ({
  diubahPada: jam.sekarang(),
  diubahOleh: pelaku.nama,
  jabatanPengubah: sebutanJabatan(pelaku, PENULIS_KARTU),
})

/** Writes a new card inside a transaction. `sumber`: who proposed it, for the audit event. */
export async function tulisKartuBaru(
  tx: Tx,
  pelaku: Pelaku,
  { isi, pengusul }: { isi: IsianKartu; pengusul?: string },
): Promise<HasilTulis> {
  const { letak, kesalahan } = await periksaRujukan(tx, pelaku, { isi, id: null })
  if (!letak) return ditolak(kesalahan)
  const { kecamatanId } = pelaku
  const terakhir = await tx.indikator.aggregate({ where: { kecamatanId, jenis: isi.jenis }, _max: { urut: true } })
  const { id } = await tx.indikator.create({
    data: { kecamatanId, ...kolomKartu(isi, letak), ...cap(pelaku), urut: (terakhir._max.urut ?? 0) + 1 },
    select: { id: true },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'indikator.ditambah',
    objekJenis: 'indikator',
    objekId: id,
    rincian: { kode: isi.kode, nama: isi.nama, ...(pengusul ? { pengusul } : {}), baru: isi },
    sebagai: PENULIS_KARTU,
  })
  return { id, kesalahan: null }
}
