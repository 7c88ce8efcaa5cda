import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { namaTujuan, pilihanTujuan } from './alur.ts'
import type { IsianTanya } from './isian.ts'
import { ambilBaris } from './kueri.ts'
import { batasiPesan, kunciSiklusBerjalan, tulisPesan } from './kunci-percakapan.ts'

type Tanya = { readonly barisId: string; readonly isian: IsianTanya }

/** Asks about a row of a form. Returns the id of the question. Throws Galat 403, 404, 409, 429. */
export function ajukanPertanyaan(db: BasisData, pelaku: Pelaku, { barisId, isian }: Tanya): Promise<string> {
  return transaksi(db, pelaku, async (tx) => {
    const { nama, formulir } = await ambilBaris(tx, pelaku, barisId)
    const { siklusId, unitId, unitNama: unit } = formulir
    if (!pilihanTujuan(pelaku, formulir).includes(isian.tujuan))
      throw galat.tidakBerwenang('Yang bertanya di sini: pegawai unit itu, Tim SAKIP, dan Sekretaris Kecamatan.')
    await kunciSiklusBerjalan(tx, pelaku, formulir)
    await batasiPesan(tx, pelaku)
    const { kecamatanId, pegawaiId } = pelaku
    const kini = jam.sekarang()
    const { tujuan } = isian
    const isi = {
      siklusId,
      barisId,
      unitId,
      nama,
      unit,
      tujuan,
      formulirId: formulir.id,
      dibuatPada: kini,
      berubahPada: kini,
    }
    const { id } = await tx.pertanyaan.create({
      data: { ...isi, kecamatanId, penanyaId: pegawaiId },
      select: { id: true },
    })
    await tulisPesan(tx, pelaku, { siklusId, unitId, pertanyaanId: id, urut: 1, teks: isian.pertanyaan })
    await catatJejak(tx, pelaku, {
      peristiwa: 'percakapan.ditanya',
      objekJenis: 'pertanyaan',
      objekId: id,
      siklusId,
      rincian: { nama, unit, tujuan: namaTujuan(tujuan, unit) },
    })
    return id
  })
}
