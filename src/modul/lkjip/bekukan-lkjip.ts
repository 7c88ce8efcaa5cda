import { createHash } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type Pelaku, punyaPeran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { IsianPembekuan } from './isian.ts'
import { PENULIS_LKJIP } from './istilah.ts'
import { adaHasil, ambilLkjip } from './lkjip.ts'
import { susunDokumenLkjip } from './susun-dokumen.ts'

export type DokumenLkjip = Readonly<Record<'bahan' | 'evaluasi-renja', Dokumen>>

/**
 * Freezes the input of a year as the next version, with its documents as they are. What is missing is frozen with it and
 * stays named in it. Returns the number. Throws Galat 403, 409 (another version came meanwhile), 422 (nothing approved).
 */
export const bekukanLkjip = (
  db: BasisData,
  pelaku: Pelaku,
  tahun: number,
  { versi, catatan }: IsianPembekuan,
): Promise<number> =>
  transaksi(db, pelaku, async (tx) => {
    if (!punyaPeran(pelaku, PENULIS_LKJIP)) throw galat.tidakBerwenang('Bahan LKjIP dibekukan oleh Tim SAKIP.')
    const { isi, versi: ada } = await ambilLkjip(tx, pelaku, tahun)
    if (versi !== (ada[0]?.nomorVersi ?? 0)) throw galat.sudahBerubah(`Bahan LKjIP ${tahun}`)
    if (!adaHasil(isi))
      throw galat.tidakSesuai(
        `Belum ada satu pun hasil tahun ${tahun} yang disetujui, jadi belum ada yang dibekukan. Selesaikan dahulu pengumpulan dan pengukuran kinerjanya.`,
      )
    const nomor = versi + 1
    const dokumen: DokumenLkjip = await susunDokumenLkjip(tx, pelaku, isi, `versi ${nomor}`)
    const sha256 = createHash('sha256').update(jsonKanonik(isi)).digest('hex')
    const { count } = await tx.lkjip.createMany({
      data: [
        {
          kecamatanId: pelaku.kecamatanId,
          tahun,
          nomorVersi: nomor,
          isi: isi as object,
          dokumen: dokumen as object,
          sha256,
          kurang: isi.kurang.length,
          catatan,
          dibekukanPada: jam.sekarang(),
          dibekukanOleh: pelaku.nama,
          jabatanPembeku: sebutanJabatan(pelaku, PENULIS_LKJIP),
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) throw galat.sudahBerubah(`Bahan LKjIP ${tahun}`)
    await catatJejak(tx, pelaku, {
      peristiwa: 'lkjip.dibekukan',
      objekJenis: 'lkjip',
      objekId: `${tahun}`,
      rincian: { tahun, versi: nomor, sha256, kurang: isi.kurang.length, catatan },
      sebagai: PENULIS_LKJIP,
    })
    return nomor
  })
