import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsianPengakhiran } from './isian.ts'
import { TEKS_UNSUR, type TingkatUnsur } from './istilah.ts'
import { ambilUnsur, TABEL } from './kueri-unsur.ts'
import { ambilPemakaian } from './pemakaian.ts'
import { objekUnsur, rincianUnsur } from './tulis-unsur.ts'

type Alamat = { readonly tingkat: TingkatUnsur; readonly id: string }

/** Ends a part after a year, with a reason: what was used is never deleted. Throws Galat 404, 409. */
export const akhiriUnsur = (db: BasisData, pelaku: Pelaku, alamat: Alamat, isian: IsianPengakhiran): Promise<void> =>
  transaksi(db, pelaku, (tx) => aturAkhir(tx, pelaku, alamat, isian))

/** Takes an end back. Throws Galat 404, 409. */
export const bukaUnsur = (db: BasisData, pelaku: Pelaku, alamat: Alamat, versi: number): Promise<void> =>
  transaksi(db, pelaku, (tx) => aturAkhir(tx, pelaku, alamat, { versi, sampaiTahun: null, alasan: '' }))

type Akhir = { readonly sampaiTahun: number | null; readonly alasan: string; readonly versi: number }
/** The same inside a transaction that is there already. */
export async function aturAkhir(
  tx: Tx,
  pelaku: Pelaku,
  { tingkat, id }: Alamat,
  { sampaiTahun, alasan, versi }: Akhir,
): Promise<void> {
  const unsur = await ambilUnsur(tx, pelaku, { tingkat, id, kunci: true })
  if (sampaiTahun === null && unsur.sampaiTahun === null)
    throw galat.bentrok(`${TEKS_UNSUR[tingkat]} ini masih berlaku. Muat ulang halaman.`)
  const jumlah = await tx.$executeRaw`
    update ${TABEL[tingkat]} set sampai_tahun = ${sampaiTahun}::int, alasan_akhir = ${alasan}, versi = versi + 1
    where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and versi = ${versi}`
  if (jumlah === 0) throw galat.sudahBerubah(`${TEKS_UNSUR[tingkat]} ini`)
  const rincian = { ...rincianUnsur(tingkat, unsur), alasan, sampaiTahun }
  if (sampaiTahun === null)
    await catatJejak(tx, pelaku, { peristiwa: 'unsur-renstra.dibuka', ...objekUnsur(id), rincian })
  else await catatJejak(tx, pelaku, { peristiwa: 'unsur-renstra.diakhiri', ...objekUnsur(id), rincian })
}

/** Deletes a part that nothing uses and nothing stands below (a slip of typing). Throws Galat 404, 409. */
export const hapusUnsur = (db: BasisData, pelaku: Pelaku, alamat: Alamat, versi: number): Promise<void> =>
  transaksi(db, pelaku, (tx) => hapusUnsurDalam(tx, pelaku, { ...alamat, versi }))

/** The same inside a transaction that is there already. */
export async function hapusUnsurDalam(
  tx: Tx,
  pelaku: Pelaku,
  { tingkat, id, versi }: Alamat & { readonly versi: number },
): Promise<void> {
  const { kecamatanId } = pelaku
  const unsur = await ambilUnsur(tx, pelaku, { tingkat, id, kunci: true })
  const { dipakai, berisi } = await ambilPemakaian(tx, pelaku, id)
  if (dipakai || berisi)
    throw galat.bentrok(
      `${TEKS_UNSUR[tingkat]} ${unsur.kode || unsur.nama} sudah dipakai atau ada isinya. Akhiri, jangan dihapus.`,
    )
  if (tingkat === 'sub-kegiatan') await tx.kaitanAnggaran.deleteMany({ where: { kecamatanId, subKegiatanId: id } })
  if (tingkat === 'program') await tx.dukunganProgram.deleteMany({ where: { kecamatanId, programId: id } })
  const jumlah = await tx.$executeRaw`
    delete from ${TABEL[tingkat]} where id = ${id}::uuid and kecamatan_id = ${kecamatanId}::uuid and versi = ${versi}`
  if (jumlah === 0) throw galat.sudahBerubah(`${TEKS_UNSUR[tingkat]} ini`)
  await catatJejak(tx, pelaku, {
    peristiwa: 'unsur-renstra.dihapus',
    ...objekUnsur(id),
    rincian: { ...rincianUnsur(tingkat, unsur), lama: unsur },
  })
}

/** Moves a tujuan or sasaran one place up or down among its sisters. Throws Galat 404, 409. */
export const geserUnsur = (
  db: BasisData,
  pelaku: Pelaku,
  { tingkat, id }: Alamat,
  { arah, versi }: { arah: 'naik' | 'turun'; versi: number },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    if (tingkat !== 'tujuan' && tingkat !== 'sasaran')
      throw galat.bentrok('Urutan program, kegiatan, dan sub kegiatan menurut kodenya.')
    const unsur = await ambilUnsur(tx, pelaku, { tingkat, id, kunci: true })
    if (unsur.versi !== versi) throw galat.sudahBerubah(`${TEKS_UNSUR[tingkat]} ini`)
    const saudara = await daftarSaudara(tx, pelaku, { tingkat, indukId: unsur.indukId ?? '' })
    const ke = saudara.indexOf(id)
    const tukar = ke + (arah === 'naik' ? -1 : 1)
    if (tukar < 0 || tukar >= saudara.length) throw galat.bentrok('Sudah di ujung daftar.')
    const baru = saudara.map((s, urut) => (urut === ke ? (saudara[tukar] ?? s) : urut === tukar ? id : s))
    await tx.$executeRaw`
      update ${TABEL[tingkat]} x set urut = n.urut, versi = x.versi + (case when x.urut = n.urut then 0 else 1 end)
      from unnest(${baru}::uuid[]) with ordinality as n(id, urut) where x.id = n.id and x.kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catatJejak(tx, pelaku, {
      peristiwa: 'unsur-renstra.diurutkan',
      ...objekUnsur(id),
      rincian: { ...rincianUnsur(tingkat, unsur), dari: ke + 1, ke: tukar + 1 },
    })
  })

async function daftarSaudara(
  tx: Tx,
  { kecamatanId }: Pelaku,
  { tingkat, indukId }: { tingkat: 'tujuan' | 'sasaran'; indukId: string },
): Promise<string[]> {
  const orderBy = [{ urut: 'asc' as const }, { id: 'asc' as const }]
  const baris =
    tingkat === 'tujuan'
      ? await tx.tujuan.findMany({ where: { kecamatanId, renstraId: indukId }, orderBy, select: { id: true } })
      : await tx.sasaran.findMany({ where: { kecamatanId, tujuanId: indukId }, orderBy, select: { id: true } })
  return baris.map(({ id }) => id)
}
