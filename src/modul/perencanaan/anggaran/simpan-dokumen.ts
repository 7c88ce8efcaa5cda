import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak, perubahanIsian } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { bacaPagu, type IsianDokumen, type PaguTerbaca } from './isian.ts'
import { ambilDokumen, type DokumenAnggaran, daftarDokumen, daftarPagu } from './kueri.ts'

export type HasilDokumen = { id: string; kesalahan: null } | { id: null; kesalahan: Kesalahan }
const ditolak = (kesalahan: Kesalahan): HasilDokumen => ({ id: null, kesalahan })
const hari = (tanggal: string): Date => new Date(`${tanggal}T00:00:00Z`)
const cap = ({ nama }: Pelaku) => ({ diubahPada: jam.sekarang(), diubahOleh: nama })
const umum = (id: string) => ({ objekJenis: 'dokumen-anggaran', objekId: id, sebagai: PENULIS_KARTU }) as const

/** Records a DPA or DPPA with its amounts, each rupiah at its sub kegiatan. Field errors, or its id. */
export const buatDokumen = (
  db: BasisData,
  pelaku: Pelaku,
  { isian, badan }: { isian: IsianDokumen; badan: unknown },
): Promise<HasilDokumen> =>
  transaksi(db, pelaku, async (tx): Promise<HasilDokumen> => {
    const sub = await daftarPagu(tx, pelaku, { tahun: isian.tahun })
    const { pagu, salah } = bacaPagu(badan, sub)
    if (Object.keys(salah).length > 0) return ditolak(salah)
    return tulisDokumenBaru(tx, pelaku, { isian, pagu })
  })

type Isi = { readonly isian: IsianDokumen; readonly pagu: readonly PaguTerbaca[] }
/** The same inside a transaction that is there already. */
export async function tulisDokumenBaru(tx: Tx, pelaku: Pelaku, { isian, pagu }: Isi): Promise<HasilDokumen> {
  const { kecamatanId } = pelaku
  const salah = periksaUrutan(await daftarDokumen(tx, pelaku, { tahun: isian.tahun }), { ...isian, id: null })
  if (salah) return ditolak(salah)
  const { tahun, jenis, nomor, tanggal, berlakuSejak } = isian
  const { id } = await tx.dokumenAnggaran.create({
    data: {
      kecamatanId,
      tahun,
      jenis,
      nomor,
      tanggal: tanggal ? hari(tanggal) : null,
      berlakuSejak: hari(berlakuSejak),
      ...cap(pelaku),
    },
    select: { id: true },
  })
  const terisi = pagu.filter((p) => p.pagu !== null)
  await tulisPagu(tx, pelaku, { dokumen: { id, tahun, jenis, berlakuSejak }, pagu: terisi })
  await catatJejak(tx, pelaku, {
    peristiwa: 'anggaran.dicatat',
    ...umum(id),
    rincian: { jenis, tahun, nomor, berlakuSejak, jumlah: terisi.length, pagu: terisi.map((p) => [p.subId, p.pagu]) },
  })
  return { id, kesalahan: null }
}

/** One DPA a year, from the day before any DPPA; no two on one day. Pure. */
export function periksaUrutan(
  ada: readonly Pick<DokumenAnggaran, 'id' | 'jenis' | 'berlakuSejak'>[],
  { id, jenis, berlakuSejak }: Pick<IsianDokumen, 'jenis' | 'berlakuSejak'> & { id: string | null },
): Kesalahan | null {
  const lain = ada.filter((d) => d.id !== id)
  const dpa = lain.find((d) => d.jenis === 'DPA')
  if (jenis === 'DPA' && dpa) return { jenis: 'DPA tahun ini sudah dicatat. Perubahannya dicatat sebagai DPPA.' }
  if (jenis === 'DPA' && lain.some((d) => d.berlakuSejak <= berlakuSejak))
    return { berlakuSejak: 'DPA berlaku sebelum DPPA-nya. Periksa tanggalnya.' }
  if (jenis === 'DPPA' && !dpa) return { jenis: 'Catat DPA-nya lebih dahulu.' }
  if (jenis === 'DPPA' && dpa && berlakuSejak <= dpa.berlakuSejak)
    return { berlakuSejak: 'DPPA berlaku sesudah DPA-nya. Periksa tanggalnya.' }
  if (lain.some((d) => d.berlakuSejak === berlakuSejak))
    return { berlakuSejak: 'Sudah ada DPPA yang berlaku sejak tanggal ini.' }
  return null
}

type Tempat = Pick<DokumenAnggaran, 'id' | 'tahun' | 'jenis' | 'berlakuSejak'>
async function tulisPagu(
  tx: Tx,
  { kecamatanId }: Pelaku,
  { dokumen, pagu }: { dokumen: Tempat; pagu: readonly PaguTerbaca[] },
): Promise<void> {
  const { id: dokumenId, tahun, jenis, berlakuSejak } = dokumen
  await tx.anggaran.deleteMany({ where: { kecamatanId, dokumenId, subKegiatanId: { in: pagu.map((p) => p.subId) } } })
  await tx.anggaran.createMany({
    data: pagu.flatMap(({ subId, pagu: nilai }) =>
      nilai === null
        ? []
        : [
            {
              kecamatanId,
              dokumenId,
              tahun,
              jenis,
              berlakuSejak: hari(berlakuSejak),
              subKegiatanId: subId,
              pagu: nilai,
            },
          ],
    ),
  })
}

/** Changes head and amounts of a document; once it was used on a form, with a reason. Field errors, or its id. Throws Galat 404, 409. */
export const ubahDokumen = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { isian, badan }: { isian: IsianDokumen; badan: unknown },
): Promise<HasilDokumen> =>
  transaksi(db, pelaku, async (tx): Promise<HasilDokumen> => {
    const { tahun } = await ambilDokumen(tx, pelaku, { id })
    const { pagu, salah } = bacaPagu(badan, await daftarPagu(tx, pelaku, { tahun, dokumenId: id }))
    if (Object.keys(salah).length > 0) return ditolak(salah)
    return tulisUbahDokumen(tx, pelaku, { id, isian, pagu })
  })

/** The same inside a transaction that is there already. `tanpaAlasan`: the way back of an import. */
export async function tulisUbahDokumen(
  tx: Tx,
  pelaku: Pelaku,
  { id, isian, pagu, tanpaAlasan = false }: Isi & { readonly id: string; readonly tanpaAlasan?: boolean },
): Promise<HasilDokumen> {
  const lama = await ambilDokumen(tx, pelaku, { id, kunci: true })
  if (lama.versi !== isian.versi) throw galat.sudahBerubah('Dokumen anggaran ini')
  const salah = periksaUrutan(await daftarDokumen(tx, pelaku, { tahun: lama.tahun }), {
    ...isian,
    jenis: lama.jenis,
    id,
  })
  if (salah) return ditolak(salah)
  const dulu = new Map((await daftarPagu(tx, pelaku, { tahun: lama.tahun, dokumenId: id })).map((p) => [p.id, p]))
  const berubah = pagu.filter((p) => dulu.has(p.subId) && dulu.get(p.subId)?.pagu !== p.pagu)
  const { nomor, tanggal, berlakuSejak } = isian
  const kepala = { nomor: lama.nomor, tanggal: lama.tanggal, berlakuSejak: lama.berlakuSejak }
  const beda = perubahanIsian<Record<string, unknown>>(kepala, { nomor, tanggal, berlakuSejak })
  if (berubah.length === 0 && Object.keys(beda.baru).length === 0)
    return ditolak({ nomor: 'Tidak ada isian yang berubah.' })
  if (lama.dipakai && !tanpaAlasan && isian.alasan.length < 10)
    return ditolak({
      alasan: 'Anggaran ini sudah dipakai pada formulir. Tuliskan alasan perubahannya, minimal 10 huruf.',
    })
  const { count } = await tx.dokumenAnggaran.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId, versi: isian.versi },
    data: {
      nomor,
      tanggal: tanggal ? hari(tanggal) : null,
      berlakuSejak: hari(berlakuSejak),
      alasanUbah: isian.alasan,
      versi: { increment: 1 },
      ...cap(pelaku),
    },
  })
  if (count === 0) throw galat.sudahBerubah('Dokumen anggaran ini')
  await tx.anggaran.updateMany({
    where: { kecamatanId: pelaku.kecamatanId, dokumenId: id },
    data: { berlakuSejak: hari(berlakuSejak) },
  })
  await tulisPagu(tx, pelaku, { dokumen: { ...lama, berlakuSejak }, pagu: berubah })
  const sel = berubah.map((p) => [dulu.get(p.subId)?.kode ?? '', dulu.get(p.subId)?.pagu ?? null, p.pagu])
  await catatJejak(tx, pelaku, {
    peristiwa: 'anggaran.diubah',
    ...umum(id),
    rincian: { jenis: lama.jenis, tahun: lama.tahun, alasan: isian.alasan, jumlah: berubah.length, pagu: sel, ...beda },
  })
  return { id, kesalahan: null }
}
