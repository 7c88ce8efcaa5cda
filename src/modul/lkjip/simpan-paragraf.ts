import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, punyaPeran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { bagianTeks } from './bagian-teks.ts'
import type { IsianParagraf } from './isian.ts'
import { PENULIS_LKJIP } from './istilah.ts'

export type AlamatTeks = { readonly tahun: number; readonly objek: string; readonly tentang: string }

/**
 * Saves what was changed of an object's paragraphs, each as a new version; unchanged ones stay. Returns how many changed.
 * Throws Galat 403, 409 (somebody wrote one of them meanwhile).
 */
export const simpanParagraf = (
  db: BasisData,
  pelaku: Pelaku,
  { tahun, objek, tentang }: AlamatTeks,
  isian: readonly IsianParagraf[],
): Promise<number> =>
  transaksi(db, pelaku, async (tx) => {
    if (!punyaPeran(pelaku, PENULIS_LKJIP)) throw galat.tidakBerwenang('Paragraf LKjIP ditulis oleh Tim SAKIP.')
    const milik = { kecamatanId: pelaku.kecamatanId, tahun, objek }
    const lama = await tx.paragrafLkjip.findMany({ where: milik, orderBy: { versi: 'desc' } })
    const jabatan = sebutanJabatan(pelaku, PENULIS_LKJIP)
    const berubah = isian.filter((p) => p.isi !== (lama.find((l) => l.bagian === p.bagian)?.isi ?? ''))
    for (const { bagian, isi, versi } of berubah) {
      const label = bagianTeks(objek).find((b) => b.kode === bagian)?.label ?? bagian
      const kini = lama.find((l) => l.bagian === bagian)
      if (versi !== (kini?.versi ?? 0)) throw galat.sudahBerubah(`Paragraf "${label}"`)
      const tulisan = { ditulisPada: jam.sekarang(), ditulisOleh: pelaku.nama, jabatanPenulis: jabatan }
      // two at the same moment: the unique index lets one in
      const { count } = await tx.paragrafLkjip.createMany({
        data: [{ ...milik, bagian, isi, versi: versi + 1, ...tulisan }],
        skipDuplicates: true,
      })
      if (count === 0) throw galat.sudahBerubah(`Paragraf "${label}"`)
      await catatJejak(tx, pelaku, {
        peristiwa: 'lkjip.paragraf-ditulis',
        objekJenis: 'lkjip',
        objekId: `${tahun}:${objek}`,
        rincian: { tahun, tentang, bagian: label, versi: versi + 1, lama: { isi: kini?.isi ?? '' }, baru: { isi } },
        sebagai: PENULIS_LKJIP,
      })
    }
    return berubah.length
  })
