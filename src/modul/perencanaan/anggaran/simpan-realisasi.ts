import { bacaUang } from '../../../inti/angka/index.ts'
import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { bolehRealisasi, PENULIS_REALISASI } from './alur-realisasi.ts'
import { type BarisRealisasi, daftarRealisasi } from './kueri-realisasi.ts'
import { dasarResmi, tanyaWajar } from './realisasi.ts'
import { turunkanRealisasi } from './turunkan-realisasi.ts'

export type IsianRealisasi = {
  readonly tahun: number
  readonly bulan: number
  /** rows of the form: id of the sub kegiatan, what was typed, the version that was seen (0: none) */
  readonly baris: readonly { readonly sub?: string; readonly nilai?: string; readonly versi?: string }[]
  /** the questions were answered: yes */
  readonly yakin: boolean
  readonly keterangan: string
}
/** One month of one sub kegiatan to write; `nilai` null: it becomes blank again. */
export type UbahBulan = {
  readonly sub: BarisRealisasi
  readonly bulan: number
  readonly nilai: string | null
  readonly versi: number
}

/** Saves a month of several sub kegiatan at once. Field errors (`baris.2.nilai`, `yakin`), or null when done. Throws Galat 403, 409. */
export const simpanRealisasi = (db: BasisData, pelaku: Pelaku, isian: IsianRealisasi): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const { kecamatanId } = pelaku
    const sub = isian.baris.flatMap((b) => (/^[0-9a-f-]{36}$/i.test(b.sub ?? '') ? [b.sub ?? ''] : []))
    const ada = await daftarRealisasi(tx, { kecamatanId, tahun: isian.tahun, sub, kunci: true })
    const { ubah, salah, tanya } = bacaBulan(isian, ada, pelaku)
    if (Object.keys(salah).length > 0) return salah
    if (ubah.length === 0) return { keterangan: 'Tidak ada angka yang berubah.' }
    if (Object.keys(tanya).length > 0 && !isian.yakin)
      return { ...tanya, yakin: 'Periksa angka yang ditanyakan. Bila benar, centang di sini dan tulis keterangannya.' }
    if (Object.keys(tanya).length > 0 && isian.keterangan.length < 10)
      return { ...tanya, keterangan: 'Tuliskan keterangan angka yang ditanyakan, minimal 10 huruf.' }
    await tulisBulan(tx, pelaku, { tahun: isian.tahun, ubah, keterangan: isian.keterangan })
    return null
  })

/** Is a month over or running in the office's time? */
export function sudahTiba({ zonaWaktu }: Pelaku, { tahun, bulan }: { tahun: number; bulan: number }): boolean {
  return `${tahun}-${String(bulan).padStart(2, '0')}` <= tanggalLokal(jam.sekarang(), zonaWaktu).slice(0, 7)
}

/** Rows that changed, refusals, and questions, by field. Throws Galat 403 for a sub kegiatan of another unit. */
export function bacaBulan(
  { tahun, bulan, baris }: Pick<IsianRealisasi, 'tahun' | 'bulan' | 'baris'>,
  ada: readonly BarisRealisasi[],
  pelaku: Pelaku,
) {
  const ubah: UbahBulan[] = []
  const salah: Record<string, string> = {}
  const tanya: Record<string, string> = {}
  for (const [ke, isi] of baris.entries()) {
    const sub = ada.find((s) => s.id === isi.sub)
    if (!sub || isi.nilai === undefined) continue
    const bidang = `baris.${ke}.nilai`
    const terbaca = bacaUang(isi.nilai)
    const lama = sub.bulanan.find((b) => b.bulan === bulan)?.nilai ?? null
    const nilai = terbaca.jenis === 'angka' ? terbaca.nilai : null
    if (terbaca.jenis === 'salah') salah[bidang] = `${sub.kode}: ${terbaca.pesan}`
    else if (nilai !== lama) {
      const tolak = tolakBulan(sub, { tahun, bulan }, pelaku)
      if (tolak) salah[bidang] = `${sub.kode}: ${tolak}`
      const pertanyaan = nilai === null ? null : tanyaWajar(sub, bulan, nilai)
      if (pertanyaan) tanya[bidang] = `${sub.kode}: ${pertanyaan}`
      ubah.push({ sub, bulan, nilai, versi: Number(isi.versi ?? 0) })
    }
  }
  return { ubah, salah, tanya }
}

/** Why a month of a sub kegiatan may not be written; null when it may. Throws Galat 403 for another unit's. */
export function tolakBulan(
  sub: BarisRealisasi,
  { tahun, bulan }: { tahun: number; bulan: number },
  pelaku: Pelaku,
): string | null {
  if (!bolehRealisasi(pelaku, sub.unitId))
    throw galat.tidakBerwenang(
      'Realisasi ditulis oleh unit yang melaksanakan sub kegiatannya, Tim SAKIP, atau Sekretaris Kecamatan.',
    )
  if (!sudahTiba(pelaku, { tahun, bulan })) return 'Bulan ini belum tiba.'
  const dasar = dasarResmi(sub)
  if (dasar && bulan <= dasar.bulan) return `Sudah tercatat (${dasar.sumber}), jadi bulan ini tidak diubah lagi.`
  return null
}

type Tulis = { readonly tahun: number; readonly ubah: readonly UbahBulan[]; readonly keterangan: string }
/** Writes months inside a transaction, by compare-and-set, and renews what follows from them. Throws Galat 409. */
export async function tulisBulan(tx: Tx, pelaku: Pelaku, { tahun, ubah, keterangan }: Tulis): Promise<void> {
  const { kecamatanId } = pelaku
  for (const { sub, bulan, nilai, versi } of ubah) {
    const kunci = { kecamatanId, subKegiatanId: sub.id, tahun, bulan }
    const isi = { keterangan, diubahPada: jam.sekarang(), diubahOleh: pelaku.nama }
    const lama = sub.bulanan.find((b) => b.bulan === bulan)
    if ((lama?.versi ?? 0) !== versi) throw galat.sudahBerubah(`Realisasi ${sub.kode}`)
    if (!lama && nilai !== null) await tx.realisasiBulanan.create({ data: { ...kunci, ...isi, nilai } })
    if (!lama) continue
    const where = { ...kunci, versi }
    const { count } =
      nilai === null
        ? await tx.realisasiBulanan.deleteMany({ where })
        : await tx.realisasiBulanan.updateMany({ where, data: { ...isi, nilai, versi: { increment: 1 } } })
    if (count === 0) throw galat.sudahBerubah(`Realisasi ${sub.kode}`)
  }
  await turunkanRealisasi(tx, { kecamatanId, tahun, sub: [...new Set(ubah.map((u) => u.sub.id))] })
  const sel = ubah.map((u) => [
    u.sub.kode,
    u.sub.kelurahan,
    u.bulan,
    u.sub.bulanan.find((b) => b.bulan === u.bulan)?.nilai ?? null,
    u.nilai,
  ])
  await catatJejak(tx, pelaku, {
    peristiwa: 'realisasi-anggaran.dicatat',
    objekJenis: 'realisasi-anggaran',
    objekId: String(tahun),
    rincian: { tahun, jumlah: ubah.length, keterangan, sel },
    sebagai: PENULIS_REALISASI,
  })
}
