import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { Gudang } from './gudang.ts'
import type { BerkasDiterima } from './terima-unggahan.ts'

type Milik = { readonly siklusId: string | null; readonly unitId: string | null }

/**
 * Takes an uploaded file into the office's store, in the transaction of the change that needs it. The content is in its
 * place and durable before the row exists; a rolled back transaction leaves at most an orphan file, never a row without one.
 */
export async function simpanBerkas(
  tx: Tx,
  pelaku: Pelaku,
  { gudang, berkas, milik }: { gudang: Gudang; berkas: BerkasDiterima; milik: Milik },
) {
  const lokasi = await gudang.tetapkan(berkas.jalur, pelaku.kecamatanId)
  if (berkas.asal) await gudang.buang(berkas.asal)
  const { nama, mime, ukuran, sha256 } = berkas
  const baris = await tx.berkas.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      ...milik,
      nama,
      mime,
      ukuran,
      sha256,
      lokasi,
      diunggahOleh: pelaku.pegawaiId,
      namaPengunggah: pelaku.nama,
      dibuatPada: jam.sekarang(),
    },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'berkas.diunggah',
    objekJenis: 'berkas',
    objekId: baris.id,
    siklusId: milik.siklusId,
    rincian: { nama, ukuran, sha256 },
  })
  return baris
}
