import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  ambilSebagaiPelaksana,
  jalankan,
  type KonteksLangkah,
  lanjutanOpsional,
  peranPelaksana,
} from '../siklus/index.ts'
import { dalamCakupan, unitMasuk } from './cakupan-unit.ts'
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
  isian: IsianPenerimaan & { readonly gudang: Gudang; readonly berkas: BerkasDiterima | undefined },
): Promise<boolean> =>
  transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilSebagaiPelaksana(tx, pelaku, alamat)
    const formulir = dalamCakupan(await ambilIsianSiklus(tx, pelaku, alamat.siklusId), unitMasuk(konteks))
    const { menunggu } = belumDiterima(formulir, await daftarPenerimaan(tx, konteks))
    const berkasId = await simpanPindaian(tx, pelaku, { ...isian, siklusId: alamat.siklusId })
    for (const { id, versi } of isian.formulir) {
      const satu = menunggu.find((f) => f.id === id)
      if (!satu || satu.versi !== versi) throw galat.sudahBerubah('Formulir yang Anda centang')
      await catatPenerimaan(tx, pelaku, { konteks, formulir: satu, catatan: isian.catatan, berkasId })
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

type Pindaian = { readonly siklusId: string; readonly gudang: Gudang; readonly berkas: BerkasDiterima | undefined }
/** The sheet on which the forms were signed for, where there is one; it may carry those of several units. */
async function simpanPindaian(tx: Tx, pelaku: Pelaku, { siklusId, gudang, berkas }: Pindaian): Promise<string | null> {
  if (!berkas) return null
  return (await simpanBerkas(tx, pelaku, { gudang, berkas, milik: { siklusId, unitId: null } })).id
}

type Satu = {
  readonly konteks: KonteksLangkah
  readonly formulir: FormulirUnit
  readonly catatan: string
  readonly berkasId: string | null
}

async function catatPenerimaan(tx: Tx, pelaku: Pelaku, { konteks, formulir, catatan, berkasId }: Satu): Promise<void> {
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
      berkasId,
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
    rincian: {
      unit: formulir.unitNama,
      putaran: formulir.putaran,
      ...hitungan,
      catatan,
      ...(berkasId && { berkasId }),
    },
    sebagai,
  })
}
