import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { pastikanBoleh, pastikanPenulis } from './alur.ts'
import { kunciBaris } from './baca-isi.ts'
import { kebalikan, kolomBerubah, perubahanDari } from './bedakan.ts'
import type { DefinisiImpor, PersiapanImpor, Perubahan } from './definisi.ts'
import { daftarBarisImpor } from './kueri.ts'
import { nilaiTampil } from './nilai-tampil.ts'
import { kunciImpor, tandai } from './terapkan-impor.ts'

type Permintaan = { readonly definisi: DefinisiImpor; readonly id: string; readonly versi: number }

/**
 * Takes the last applied import of its kind back, in one transaction: changed rows get their old values, new rows go. Only
 * when every one of these rows still is as the import left it; otherwise 409 naming the rows, and nothing changes.
 */
export const batalkanImpor = (
  db: BasisData,
  pelaku: Pelaku,
  { definisi, id, versi, alasan }: Permintaan & { readonly alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    pastikanPenulis(definisi, pelaku)
    const impor = await kunciImpor(tx, pelaku, { definisi, id, versi })
    pastikanBoleh(impor.status, 'BATALKAN')
    if (!impor.terakhir)
      throw galat.bentrok('Hanya impor terakhir yang dapat dibatalkan. Batalkan dahulu impor yang sesudahnya.')
    const konteks = { tahun: impor.tahun }
    const perubahan = perubahanDari(await daftarBarisImpor(tx, pelaku, { imporId: id, status: ['BARU', 'BERUBAH'] }))
    pastikanBelumBerubah(await definisi.siapkan(tx, pelaku, { ...konteks, kunci: true }), perubahan)
    const balik = kebalikan(perubahan)
    await definisi.terapkan(tx, pelaku, balik, { ...konteks, mundur: true })
    const data = {
      status: 'DIBATALKAN',
      dibatalkanPada: jam.sekarang(),
      dibatalkanOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, definisi.penulis)}`,
      alasanBatal: alasan,
    } as const
    await tandai(tx, pelaku, { impor, definisi, peristiwa: 'impor.dibatalkan', data, perubahan: balik, alasan })
  })

/** Throws 409 naming up to five rows that are no longer as the import left them. */
function pastikanBelumBerubah({ lembar, kini }: PersiapanImpor, perubahan: readonly Perubahan[]): void {
  const lain = perubahan.flatMap((p) => {
    const satu = lembar.find((l) => l.kode === p.lembar)
    if (!satu || !p.baru) return []
    const kunci = kunciBaris(satu, p.baru)
    const ada = (kini[satu.kode] ?? []).find((nilai) => kunciBaris(satu, nilai) === kunci)
    if (ada && kolomBerubah(satu, p.baru, ada).length === 0) return []
    return [`${satu.nama}: ${namaBaris(satu, p.baru)}`]
  })
  if (lain.length === 0) return
  const sisa = lain.length > 5 ? ` dan ${lain.length - 5} baris lain` : ''
  throw galat.bentrok(
    `Impor ini tidak dapat dibatalkan: sesudahnya ${lain.slice(0, 5).join('; ')}${sisa} sudah diubah. Perbaiki barisnya langsung, atau unduh, perbaiki, dan unggah lagi.`,
  )
}

/** A row as a person calls it: its key columns. */
export const namaBaris = (
  { kolom }: Pick<PersiapanImpor['lembar'][number], 'kolom'>,
  nilai: Perubahan['baru'],
): string =>
  kolom
    .filter((k) => k.kunci && nilai?.[k.kode])
    .map((k) => nilaiTampil(k, nilai?.[k.kode]))
    .join(' ')
