import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan, unitIsian } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import { PENGISI } from '../rute-umum.ts'
import { pastikanBuku } from './alur-buku.ts'
import { barisBidang } from './baris-isian.ts'
import type { BarisTulis } from './bedakan-buku.ts'
import { type HasilNilai, kunciBuku } from './kueri-buku.ts'
import { type AlamatBuku, kunciUntukTulis, tandai, tulisBaris } from './terapkan-buku.ts'

/**
 * Gives all values that an applied workbook wrote their old ones back, in one transaction. Only while every one of them is
 * as the workbook left it; otherwise 409 naming them, and nothing changes. Throws Galat 403, 404, 409, 422.
 */
export const batalkanBuku = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatBuku,
  { alasan }: { readonly alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciUntukTulis(tx, pelaku, alamat.formulirId)
    const buku = await kunciBuku(tx, pelaku, alamat)
    pastikanBuku(buku.status, 'BATALKAN')
    await tulisBaris(tx, pelaku, { formulir, tulis: susunBalik(formulir, buku.hasil) })
    const data = {
      status: 'DIBATALKAN',
      dibatalkanPada: jam.sekarang(),
      dibatalkanOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENGISI)}`,
      alasanBatal: alasan,
    } as const
    const rincian = { jumlah: buku.hasil.length, alasan }
    await tandai(tx, pelaku, { formulir, buku, data, peristiwa: 'formulir.buku-dibatalkan', rincian })
  })

/** Rows with their old values; throws when one of the values is no longer what was written, or its row is closed. */
function susunBalik(formulir: FormulirLengkap, hasil: readonly HasilNilai[]): BarisTulis[] {
  const semua = new Map(barisBidang(formulir).map((b) => [b.id, b]))
  const lain = hasil.filter(({ barisId, bidang, baru }) => {
    const baris = semua.get(barisId)
    return !baris?.terbuka || (baris.nilai[bidang] ?? '') !== baru
  })
  if (lain.length > 0) throw galat.bentrok(kalimatLain(lain))
  return [...new Set(hasil.map((h) => h.barisId))].flatMap((id) => {
    const baris = semua.get(id)
    if (!baris) return []
    const lama = hasil.filter((h) => h.barisId === id).map((h) => [h.bidang, h.lama])
    const { data, kesalahan, nilai } = baris.baca({ ...baris.nilai, ...Object.fromEntries(lama) })
    if (!data) throw galat.tidakSesuai(`${baris.nama}: ${Object.values(kesalahan).join(' ')}`)
    return [{ baris, data, nilai }]
  })
}

function kalimatLain(lain: readonly HasilNilai[]): string {
  const nama = lain.slice(0, 5).map((h) => `${h.nama} (${h.label})`)
  const sisa = lain.length > 5 ? ` dan ${lain.length - 5} nilai lain` : ''
  return `Penerapan ini tidak dapat dibatalkan: sesudahnya ${nama.join('; ')}${sisa} sudah diubah atau ditutup. Tidak ada yang berubah; perbaiki nilainya langsung di formulir.`
}

/** Puts a preview aside; nothing was written by it. Throws Galat 403, 404, 409. */
export const buangBuku = (db: BasisData, pelaku: Pelaku, alamat: AlamatBuku): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await ambilFormulir(tx, pelaku, alamat.formulirId)
    if (!unitIsian(pelaku).includes(formulir.unitId))
      throw galat.tidakBerwenang(`Formulir ini diisi oleh pegawai ${formulir.unitNama}.`)
    const buku = await kunciBuku(tx, pelaku, alamat)
    pastikanBuku(buku.status, 'BUANG')
    await tandai(tx, pelaku, { formulir, buku, data: { status: 'DIBUANG' }, peristiwa: 'formulir.buku-dibuang' })
  })
