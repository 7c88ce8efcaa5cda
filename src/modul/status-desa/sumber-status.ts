import { kopKecamatan } from '../../inti/dokumen/index.ts'
import { rentangPeriode } from '../../inti/waktu/index.ts'
import type { PenyediaAngka } from '../formulir/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { susunDaftarStatus } from './dokumen-status.ts'
import { hitungUkuran, UKURAN_ANGKA } from './hitung-status.ts'
import { daftarDesa } from './kueri.ts'

const NAMA = new Map<string, (typeof UKURAN_ANGKA)[number]>(UKURAN_ANGKA.map((u) => [u.kode, u]))

/** The status of the desa as a source of figures: shares and the mean of the year in which the period ends. */
export const sumberStatusDesa: PenyediaAngka = {
  kode: 'STATUS_DESA',
  nama: 'Status desa',
  ukuran: UKURAN_ANGKA,
  async cari(baca, pelaku, { ukuran, periode }) {
    const { tahun } = periode
    const desa = await daftarDesa(baca, pelaku)
    const alamat = `/status-desa?tahun=${tahun}`
    return new Map(
      ukuran.flatMap((kode) => {
        const dikenal = NAMA.get(kode)
        return dikenal ? [[kode, { ...hitungUkuran(dikenal.kode, { desa, tahun }), alamat }] as const] : []
      }),
    )
  },
  async susunBukti(db, pelaku, { periode }) {
    const [desa, kecamatan] = await Promise.all([daftarDesa(db.baca, pelaku), ambilKecamatan(db.baca, pelaku)])
    const hari = rentangPeriode(periode).akhir
    return susunDaftarStatus({ desa, tahun: periode.tahun, kop: kopKecamatan(kecamatan), hari })
  },
}
