import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarPejabat } from '../organisasi/index.ts'
import { buatTindakLanjut } from '../tindak-lanjut/index.ts'
import { pastikanMengelola, pastikanStatus } from './alur.ts'
import { namaSurvei } from './catat-survei.ts'
import type { IsianTindakLanjut } from './isian.ts'
import { ambilSurvei } from './kueri.ts'

export const alamatSurvei = (id: string): string => `/survei-kepuasan/${id}`

/** An unsur of a closed survey becomes a follow-up of the office: what, who, by when. Throws Galat 403, 404, 409, 422. */
export const tindakLanjutiUnsur = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  { unsur: kode, uraian, pegawaiId, tenggat }: IsianTindakLanjut,
): Promise<string> =>
  transaksi(db, pelaku, async (tx) => {
    const survei = await ambilSurvei(tx, pelaku, id)
    pastikanMengelola(pelaku, survei)
    pastikanStatus(survei, 'DITUTUP')
    const unsur = survei.unsur.find((u) => u.kode === kode)
    if (!unsur) throw galat.tidakSesuai('Unsur itu tidak ada pada survei ini.')
    const pejabat = await daftarPejabat(tx, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
    const orang = pejabat.find((p) => p.pegawaiId === pegawaiId)
    if (!orang) throw galat.tidakSesuai('Penanggung jawab tidak ada di daftar pegawai hari ini. Pilih orang lain.')
    return buatTindakLanjut(tx, pelaku, {
      siklusId: null,
      langkahId: null,
      asal: { alamat: alamatSurvei(id), nama: `SKM ${namaSurvei(survei)}`, rujukan: `${kode} ${unsur.nama}` },
      sumber: 'SKM',
      uraian,
      penanggungJawab: `${orang.nama}, ${orang.jabatanNama}`,
      pegawaiId,
      tenggat,
    })
  })
