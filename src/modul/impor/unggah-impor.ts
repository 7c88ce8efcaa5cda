import { randomUUID } from 'node:crypto'
import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { BerkasDiterima } from '../berkas/index.ts'
import { pastikanPenulis } from './alur.ts'
import { bacaIsi } from './baca-isi.ts'
import { bedakan } from './bedakan.ts'
import { bacaBukuExcel } from './buku-excel.ts'
import type { DefinisiImpor, KonteksImpor } from './definisi.ts'
import { simpanBaris } from './simpan-baris.ts'

/**
 * Reads an uploaded workbook and keeps its preview; nothing of the office's data changes. My earlier previews of the same
 * kind that were not applied are discarded. Returns the id of the import, or the sentence why the file cannot be taken.
 */
export async function unggahImpor(
  db: BasisData,
  pelaku: Pelaku,
  { definisi, konteks, berkas }: { definisi: DefinisiImpor; konteks: KonteksImpor; berkas: BerkasDiterima },
): Promise<{ id: string } | { ditolak: string }> {
  pastikanPenulis(definisi, pelaku)
  const buku = await bacaBukuExcel(berkas.jalur)
  if ('ditolak' in buku) return buku
  const persiapan = await definisi.siapkan(db.baca, pelaku, { ...konteks, kunci: false })
  const terbaca = bacaIsi(buku, persiapan.lembar, definisi.nama)
  if ('ditolak' in terbaca) return terbaca
  const salah = [...terbaca.salah, ...(persiapan.periksa?.(terbaca.isi) ?? [])]
  const beda = bedakan(persiapan, terbaca.isi, salah)
  const id = randomUUID()
  await transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`
      update impor set status = 'DIBUANG', versi = versi + 1
      where kecamatan_id = ${pelaku.kecamatanId}::uuid and jenis = ${definisi.kode} and status = 'PRATINJAU'
        and pengunggah_id = ${pelaku.pegawaiId}::uuid`
    await tx.impor.create({
      data: {
        id,
        kecamatanId: pelaku.kecamatanId,
        jenis: definisi.kode,
        tahun: konteks.tahun,
        namaBerkas: berkas.nama,
        sha256: berkas.sha256,
        susunan: persiapan.lembar.map(({ kode, nama, kolom }) => ({
          kode,
          nama,
          kolom,
          ada: terbaca.ada[kode] ?? [],
        })) as object[],
        catatan: [...terbaca.catatan],
        diunggahPada: jam.sekarang(),
        diunggahOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, definisi.penulis)}`,
        pengunggahId: pelaku.pegawaiId,
      },
    })
    await simpanBaris(tx, pelaku, { imporId: id, beda })
    await catatJejak(tx, pelaku, {
      peristiwa: 'impor.diunggah',
      objekJenis: 'impor',
      objekId: id,
      rincian: { nama: definisi.nama, berkas: berkas.nama, sha256: berkas.sha256, tahun: konteks.tahun },
      sebagai: definisi.penulis,
    })
  })
  return { id }
}
