import { type BasisData, Prisma, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { ambilNomenklatur } from '../nomenklatur/kueri.ts'
import type { IsianUnsur } from './isian.ts'
import { ALASAN_PAKAI, TEKS_UNSUR, TINGKAT_BERKODE, type TingkatUnsur } from './istilah.ts'
import { ambilUnsur } from './kueri-unsur.ts'
import { ambilPemakaian } from './pemakaian.ts'
import { type IsiUnsur, susunIsiUnsur } from './periksa-unsur.ts'
import {
  bedaUnsur,
  catatDukungan,
  ditolak,
  type HasilUnsur,
  objekUnsur,
  periksaTempat,
  rincianUnsur,
  tulisUnsurBaru,
} from './tulis-unsur.ts'

/** Adds a tujuan, sasaran, program, kegiatan or sub kegiatan. Field errors, or its id. */
export const tambahUnsur = (
  db: BasisData,
  pelaku: Pelaku,
  tingkat: TingkatUnsur,
  isian: IsianUnsur,
): Promise<HasilUnsur> =>
  transaksi(db, pelaku, async (tx) => {
    const isi = await isiDariIsian(tx, pelaku, { tingkat, isian })
    return tulisUnsurBaru(tx, pelaku, { tingkat, isi })
  })

type Isian = { readonly tingkat: TingkatUnsur; readonly isian: IsianUnsur }
async function isiDariIsian(tx: Tx, pelaku: Pelaku, { tingkat, isian }: Isian): Promise<IsiUnsur> {
  const pilih = isian.nomenklatur !== '' && TINGKAT_BERKODE[tingkat] !== undefined
  const pilihan = pilih ? await ambilNomenklatur(tx, pelaku, isian.nomenklatur) : null
  return susunIsiUnsur(isian, { tingkat, pilihan })
}

/** Changes a part; once it was used, with a reason. Field errors, or its id. Throws Galat 404, 409. */
export const ubahUnsur = (
  db: BasisData,
  pelaku: Pelaku,
  { tingkat, id }: { tingkat: TingkatUnsur; id: string },
  isian: IsianUnsur,
): Promise<HasilUnsur> =>
  transaksi(db, pelaku, async (tx) => {
    const isi = await isiDariIsian(tx, pelaku, { tingkat, isian })
    return tulisUbahUnsur(tx, pelaku, { tingkat, id, isi, versi: isian.versi, alasan: isian.alasan })
  })

type Ubah = {
  readonly tingkat: TingkatUnsur
  readonly id: string
  readonly isi: IsiUnsur
  readonly versi: number
  readonly alasan: string
  /** the year in whose Renstra it is changed; this one unless told */
  readonly tahun?: number
  /** the way back of an import needs no new reason */
  readonly tanpaAlasan?: boolean
}

/** The same inside a transaction that is there already. */
export async function tulisUbahUnsur(tx: Tx, pelaku: Pelaku, ubah: Ubah): Promise<HasilUnsur> {
  const { tingkat, id, isi, versi, alasan } = ubah
  const lama = await ambilUnsur(tx, pelaku, { tingkat, id, kunci: true, tahun: ubah.tahun })
  if (lama.versi !== versi) throw galat.sudahBerubah(`${TEKS_UNSUR[tingkat]} ini`)
  const salah = await periksaTempat(tx, pelaku, { tingkat, isi, id })
  if (Object.keys(salah).length > 0) return ditolak(salah)
  const beda = bedaUnsur(lama, isi)
  if (Object.keys(beda.baru).length === 0) return ditolak({ nama: 'Tidak ada isian yang berubah.' })
  const { dipakai } = await ambilPemakaian(tx, pelaku, id)
  if (dipakai && !ubah.tanpaAlasan && alasan.length < 10) return ditolak({ alasan: ALASAN_PAKAI })
  if (dipakai && tingkat !== 'sub-kegiatan' && 'induk' in beda.baru && !ubah.tanpaAlasan)
    return ditolak({ induk: 'Ini sudah dipakai, jadi tidak dapat dipindah. Akhiri, lalu tulis yang baru.' })
  await tulisKolom(tx, pelaku, ubah)
  if (tingkat === 'program' && 'induk' in beda.baru) await ikutkanSasaran(tx, pelaku, { id, isi })
  if (lama.kode !== isi.kode) await ikutkanKode(tx, pelaku, { tingkat, id, lama: lama.kode, baru: isi.kode })
  await catatJejak(tx, pelaku, {
    peristiwa: 'unsur-renstra.diubah',
    ...objekUnsur(id),
    rincian: { ...rincianUnsur(tingkat, isi), alasan, ...beda },
  })
  return { id, kesalahan: null }
}

async function tulisKolom(tx: Tx, { kecamatanId }: Pelaku, { tingkat, id, isi, versi, alasan }: Ubah): Promise<void> {
  const where = { id, kecamatanId, versi }
  const umum = { alasanUbah: alasan, versi: { increment: 1 } } as const
  const { induk, kode, nama, kelurahan, keluaran, satuan } = isi
  const unitId = isi.unitId || null
  const { count } =
    tingkat === 'tujuan'
      ? await tx.tujuan.updateMany({ where, data: { ...umum, renstraId: induk, uraian: nama } })
      : tingkat === 'sasaran'
        ? await tx.sasaran.updateMany({ where, data: { ...umum, tujuanId: induk, uraian: nama } })
        : tingkat === 'program'
          ? await tx.program.updateMany({ where, data: { ...umum, sasaranId: induk, kode, nama } })
          : tingkat === 'kegiatan'
            ? await tx.kegiatan.updateMany({ where, data: { ...umum, programId: induk, kode, nama } })
            : await tx.subKegiatan.updateMany({
                where,
                data: { ...umum, kegiatanId: induk, kode, nama, kelurahan, keluaran, satuan, unitId },
              })
  if (count === 0) throw galat.sudahBerubah(`${TEKS_UNSUR[tingkat]} ini`)
}

/**
 * A program supports one sasaran of a Renstra. Its indicators are grouped under it; cards that stand in another Renstra stay
 * there.
 */
async function ikutkanSasaran(tx: Tx, pelaku: Pelaku, { id, isi }: { id: string; isi: IsiUnsur }): Promise<void> {
  const seperiode = Prisma.sql`select s.id from sasaran s join tujuan t on t.id = s.tujuan_id where t.renstra_id =
    (select t2.renstra_id from sasaran s2 join tujuan t2 on t2.id = s2.tujuan_id where s2.id = ${isi.induk}::uuid)`
  await tx.$executeRaw`delete from dukungan_program where kecamatan_id = ${pelaku.kecamatanId}::uuid and program_id = ${id}::uuid
    and sasaran_id <> ${isi.induk}::uuid and sasaran_id in (${seperiode})`
  await catatDukungan(tx, pelaku, { programId: id, sasaranId: isi.induk })
  await tx.$executeRaw`update indikator set sasaran_id = ${isi.induk}::uuid, perubahan = perubahan + 1
    where kecamatan_id = ${pelaku.kecamatanId}::uuid and program_id = ${id}::uuid and sasaran_id is distinct from ${isi.induk}::uuid
      and (sasaran_id is null or sasaran_id in (${seperiode}))`
}

type Kode = { tingkat: TingkatUnsur; id: string; lama: string; baru: string }
/** What stands below a code begins with it: a new code goes down. */
async function ikutkanKode(tx: Tx, { kecamatanId }: Pelaku, { tingkat, id, lama, baru }: Kode): Promise<void> {
  const sisa = lama.length + 1
  if (tingkat === 'program') {
    await tx.$executeRaw`update kegiatan set kode = ${baru} || substr(kode, ${sisa}::int), versi = versi + 1
      where kecamatan_id = ${kecamatanId}::uuid and program_id = ${id}::uuid and starts_with(kode, ${lama} || '.')`
    await tx.$executeRaw`update sub_kegiatan b set kode = ${baru} || substr(b.kode, ${sisa}::int), versi = b.versi + 1 from kegiatan k
      where b.kecamatan_id = ${kecamatanId}::uuid and k.id = b.kegiatan_id and k.program_id = ${id}::uuid and starts_with(b.kode, ${lama} || '.')`
  }
  if (tingkat === 'kegiatan')
    await tx.$executeRaw`update sub_kegiatan set kode = ${baru} || substr(kode, ${sisa}::int), versi = versi + 1
      where kecamatan_id = ${kecamatanId}::uuid and kegiatan_id = ${id}::uuid and starts_with(kode, ${lama} || '.')`
}
