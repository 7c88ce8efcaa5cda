import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarPejabat } from '../organisasi/index.ts'
import { type AlamatLangkah, ubahLangkah } from '../siklus/index.ts'
import { buatTindakLanjut } from './buat-tindak-lanjut.ts'
import type { IsianTambah } from './isian.ts'

/** Adds a recommendation on the page of the step. Throws Galat 403, 404, 409, 422. */
export const tambahTindakLanjut = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { uraian, pegawaiId, tenggat }: IsianTambah,
): Promise<string> =>
  ubahLangkah(db, pelaku, alamat, async (tx, { siklus, langkah }) => {
    const pejabat = await daftarPejabat(tx, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
    const orang = pejabat.find((p) => p.pegawaiId === pegawaiId)
    if (!orang) throw galat.tidakSesuai('Penanggung jawab tidak ada di daftar pegawai hari ini. Pilih orang lain.')
    return buatTindakLanjut(tx, pelaku, {
      siklusId: siklus.id,
      langkahId: langkah.id,
      sumber: 'REKOMENDASI',
      uraian,
      penanggungJawab: `${orang.nama}, ${orang.jabatanNama}`,
      pegawaiId,
      tenggat,
    })
  })
