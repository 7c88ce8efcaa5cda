import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, ambilLangkah, jalankan, type KonteksLangkah, pastikanPelaksana } from '../siklus/index.ts'
import { bagianMasuk } from './cakupan-unit.ts'

/**
 * Who gathers the forms (recap, receipt) sends one unit's form back: that form reopens with the reason and the gathering
 * waits until it is handed in again. While units still fill theirs, a form that came in early can be sent back too; the
 * engine says when. Throws Galat 403, 404, 409, 422.
 */
export function kembalikanPenyerahan(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { unitId, alasan }: { unitId: string; alasan: string },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    pastikanPelaksana(konteks, pelaku)
    const tujuan = langkahPengisian(konteks, unitId)
    if (!tujuan) throw galat.bentrok('Belum ada formulir yang masuk, jadi belum ada yang dapat dikembalikan.')
    await jalankan(tx, pelaku, {
      jenis: 'KEMBALIKAN_BAGIAN',
      siklusId: alamat.siklusId,
      langkah: alamat.kode,
      tujuan,
      cakupan: { jenis: 'BAGIAN', kunci: [unitId] },
      alasan,
    })
  })
}

/** The last step before this one in which the unit fills, or filled, its form in; null when it has not been open yet. */
export function langkahPengisian(konteks: KonteksLangkah, unitId: string): string | null {
  const milik = bagianMasuk(konteks).filter((b) => b.unitId === unitId)
  const langkah = konteks.semuaLangkah.findLast(
    (l) => (l.status === 'SELESAI' || l.status === 'BERJALAN') && milik.some((b) => b.langkahId === l.id),
  )
  return langkah?.kode ?? null
}
