import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { Gudang } from '../berkas/index.ts'
import { sidikPercakapan } from '../percakapan/index.ts'
import {
  type AlamatLangkah,
  ambilLangkah,
  jalankan,
  menutupLangkah,
  pastikanPelaksana,
  pastikanTerbuka,
  peranPelaksana,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { kemasArsip } from './kemas-arsip.ts'

type Penyegelan = { readonly gudang: Gudang; readonly versi: number; readonly tempatKertas: string }

/**
 * Seals a siklus: the package is made first, outside any lock; then, in one transaction, the siklus must still be as it
 * was packed, the archive row is written and the engine ends the siklus. From then on the database refuses every change.
 * Where the SOP wants several to act, the others only agree: null until the last one, whose act seals.
 */
export async function segelArsip(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { gudang, versi, tempatKertas }: Penyegelan,
): Promise<string | null> {
  const awal = await ambilLangkah(db.baca, pelaku, alamat)
  pastikanPelaksana(awal, pelaku)
  pastikanTerbuka(awal)
  if (awal.siklus.versi !== versi) throw galat.sudahBerubah('Siklus')
  if (!menutupLangkah(awal, null)) {
    await selesaikanLangkah(db, pelaku, alamat)
    return null
  }
  const percakapan = await sidikPercakapan(db.baca, pelaku, alamat.siklusId)
  const kemasan = await kemasArsip(db, pelaku, { siklus: awal.siklus, gudang })
  try {
    return await transaksi(db, pelaku, async (tx) => {
      await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
      const konteks = await ambilLangkah(tx, pelaku, alamat)
      pastikanTerbuka(konteks)
      if (konteks.siklus.versi !== versi) throw galat.sudahBerubah('Siklus')
      if ((await sidikPercakapan(tx, pelaku, alamat.siklusId)) !== percakapan)
        throw galat.sudahBerubah('Percakapan siklus ini')
      const lokasi = await gudang.tetapkan(kemasan.sementara, pelaku.kecamatanId)
      const { id } = await tx.arsip.create({
        data: {
          kecamatanId: pelaku.kecamatanId,
          siklusId: alamat.siklusId,
          langkahId: konteks.langkah.id,
          nama: `Arsip ${konteks.siklus.namaSop.replace(/^SOP /, '')} ${konteks.siklus.namaPeriode}`,
          lokasi,
          ukuran: kemasan.ukuran,
          sha256: kemasan.sha256,
          manifest: kemasan.manifest as object[],
          tempatKertas,
          disegelPada: jam.sekarang(),
          disegelOleh: pelaku.nama,
          jabatanPenyegel: sebutanJabatan(pelaku, peranPelaksana(konteks)),
        },
        select: { id: true },
      })
      await jalankan(tx, pelaku, { jenis: 'SELESAIKAN', siklusId: alamat.siklusId, langkah: alamat.kode })
      return id
    })
  } finally {
    await gudang.buang(kemasan.sementara)
  }
}
