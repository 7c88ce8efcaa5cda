import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import {
  type AlamatLangkah,
  ambilSebagaiPelaksana,
  type HasilPenyelesaian,
  jalankan,
  type KonteksLangkah,
  nomorSurat,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
} from '../siklus/index.ts'
import type { IsianLaporan } from './isian.ts'
import { pastikanBelumDisampaikan, tulisLaporan } from './tulis-laporan.ts'

/** Kinds of letter in the number register: report of Tim SAKIP, official note of the Sekcam. */
const JENIS_SURAT = { lapor: 'LAP', 'lapor-camat': 'ND' } as const

/**
 * Tim SAKIP reports the recap (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 9): last text, number, date; the step
 * is finished. Throws Galat 403, 404, 409, 422.
 */
export const sampaikanLaporan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianLaporan; readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      // numbered once, by the act that lets it go up
      if (menutup && !kembali) await tandaiDisampaikan(tx, pelaku, { konteks, isian, jenis: JENIS_SURAT.lapor })
      else await tulisLaporan(tx, pelaku, { konteks, isian })
    },
  })

/**
 * The Sekcam hands the approved report to the Camat (langkah 11), who answers it. Where an SOP names nobody to answer, the
 * step is finished with it. Throws Galat 403, 404, 409.
 */
export const teruskanLaporan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianLaporan,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { siklusId, kode } = alamat
    await tx.$executeRaw`select 1 from siklus where id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilSebagaiPelaksana(tx, pelaku, alamat)
    pastikanBelumDisampaikan(konteks)
    await tandaiDisampaikan(tx, pelaku, { konteks, isian, jenis: JENIS_SURAT['lapor-camat'] })
    await jalankan(tx, pelaku, {
      jenis: konteks.def.penerima.length > 0 ? 'TERUSKAN' : 'SELESAIKAN',
      siklusId,
      langkah: kode,
    })
  })

async function tandaiDisampaikan(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian, jenis }: { konteks: KonteksLangkah; isian: IsianLaporan; jenis: string },
): Promise<void> {
  const { id } = await tulisLaporan(tx, pelaku, { konteks, isian })
  const nomor = isian.nomor || (await nomorSurat(tx, pelaku, { jenis, tanggal: isian.tanggal }))
  const sebagai = peranPelaksana(konteks)
  const penyampai = `${pelaku.nama}, ${sebutanJabatan(pelaku, sebagai)}`
  await tx.laporan.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId },
    data: { nomor, disampaikanPada: jam.sekarang(), penyampai },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'laporan.disampaikan',
    objekJenis: 'laporan',
    objekId: id,
    siklusId: konteks.siklus.id,
    rincian: { nomor, tanggal: isian.tanggal },
    sebagai,
  })
}
