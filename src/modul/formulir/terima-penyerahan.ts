import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import {
  type AlamatLangkah,
  ambilLangkah,
  jalankan,
  type KonteksLangkah,
  lanjutanOpsional,
  pastikanPelaksana,
  pastikanTerbuka,
  peranPelaksana,
} from '../siklus/index.ts'
import { hitungPenerimaan } from './hitungan.ts'
import type { IsianPenerimaan } from './isian-penerimaan.ts'
import { ambilIsianSiklus, type FormulirUnit } from './kueri.ts'
import { belumDiterima, daftarPenerimaan } from './kueri-penerimaan.ts'

/**
 * Accepts forms that came in, as they were checked on the page: who, as which post, when (SOP Kecamatan Muara Papalik,
 * langkah 6). With the last one the step is finished, unless something is still asked: a decision, another pelaksana, or
 * whether an optional step follows. Returns whether it is finished. Throws Galat 403, 404, 409.
 */
export const terimaPenyerahan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianPenerimaan,
): Promise<boolean> =>
  transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    pastikanPelaksana(konteks, pelaku)
    pastikanTerbuka(konteks)
    const formulir = await ambilIsianSiklus(tx, pelaku, alamat.siklusId)
    const { menunggu } = belumDiterima(formulir, await daftarPenerimaan(tx, konteks))
    for (const { id, versi } of isian.formulir) {
      const satu = menunggu.find((f) => f.id === id)
      if (!satu || satu.versi !== versi) throw galat.sudahBerubah('Formulir yang Anda centang')
      await catatPenerimaan(tx, pelaku, { konteks, formulir: satu, catatan: isian.catatan })
    }
    const { menunggu: sisa, belumMasuk } = belumDiterima(formulir, await daftarPenerimaan(tx, konteks))
    if (sisa.length + belumMasuk.length > 0 || masihDitanya(konteks)) return false
    await jalankan(tx, pelaku, { jenis: 'SELESAIKAN', siklusId: alamat.siklusId, langkah: alamat.kode })
    return true
  })

const masihDitanya = (konteks: KonteksLangkah): boolean =>
  konteks.def.keputusan !== null ||
  konteks.bagian.length > 0 ||
  lanjutanOpsional(konteks, konteks.def.berikutnya).length > 0

type Satu = { readonly konteks: KonteksLangkah; readonly formulir: FormulirUnit; readonly catatan: string }

async function catatPenerimaan(tx: Tx, pelaku: Pelaku, { konteks, formulir, catatan }: Satu): Promise<void> {
  const { siklus, langkah } = konteks
  const sebagai = peranPelaksana(konteks)
  const hitungan = hitungPenerimaan(formulir)
  await tx.penerimaanFormulir.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      siklusId: siklus.id,
      langkahId: langkah.id,
      formulirId: formulir.id,
      putaran: formulir.putaran,
      ...hitungan,
      catatan,
      diterimaPada: jam.sekarang(),
      penerimaId: pelaku.pegawaiId,
      penerima: pelaku.nama,
      jabatanPenerima: sebutanJabatan(pelaku, sebagai),
    },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.penyerahan-diterima',
    objekJenis: 'formulir',
    objekId: formulir.id,
    siklusId: siklus.id,
    rincian: { unit: formulir.unitNama, putaran: formulir.putaran, ...hitungan, catatan },
    sebagai,
  })
}
