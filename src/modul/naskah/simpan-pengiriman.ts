import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, lampirkan } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  type KonteksLangkah,
  nomorSurat,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
  ubahLangkah,
} from '../siklus/index.ts'
import type { IsianPengiriman } from './isian-pengiriman.ts'
import { ambilKantor } from './kueri-kantor.ts'
import { ambilPengiriman, type Pengiriman } from './kueri-pengiriman.ts'
import { susunCalonSurat } from './penandatangan-surat.ts'

/** Kind of letter in the number register. */
const JENIS_SURAT = 'SP'

export type KirimanSurat = {
  readonly isian: IsianPengiriman
  readonly berkas: readonly BerkasDiterima[]
  readonly gudang: Gudang
}

/** Saves letter and proof as far as they go. Throws Galat 403, 404, 409, 422. */
export const simpanPengiriman = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  kiriman: KirimanSurat,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await tulisPengiriman(tx, pelaku, { konteks, ...kiriman })
  })

/** Gives the letter its number, so that it can be printed and signed. The SOP's pelaksana only. Throws Galat 403, 404, 409, 422. */
export const nomoriPengiriman = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  kiriman: KirimanSurat,
): Promise<void> =>
  ubahLangkah(
    db,
    pelaku,
    alamat,
    async (tx, konteks) => {
      const lama = await tulisPengiriman(tx, pelaku, { konteks, ...kiriman })
      await beriNomor(tx, pelaku, { konteks, id: lama.id, isian: kiriman.isian })
    },
    { pelaksanaSaja: true },
  )

/**
 * The letter is sent and its delivery recorded; the step is finished (SOP Kecamatan Candipuro, langkah 10; SOP Kecamatan
 * Muara Papalik, langkah 14). Throws Galat 403, 404, 409, 422.
 */
export const selesaikanPengiriman = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { penyelesaian, ...kiriman }: KirimanSurat & { readonly penyelesaian: Penyelesaian },
) =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      const { id } = await tulisPengiriman(tx, pelaku, { konteks, ...kiriman })
      if (!menutup || kembali) return
      const nomor = await beriNomor(tx, pelaku, { konteks, id, isian: kiriman.isian })
      const sebagai = peranPelaksana(konteks)
      await tx.pengiriman.updateMany({
        where: { id, kecamatanId: pelaku.kecamatanId },
        data: { terkirimPada: jam.sekarang(), pengirim: `${pelaku.nama}, ${sebutanJabatan(pelaku, sebagai)}` },
      })
      const { kepada, cara, dikirimTanggal, penerima, rujukan } = kiriman.isian
      await catatJejak(tx, pelaku, {
        peristiwa: 'pengiriman.dikirim',
        objekJenis: 'pengiriman',
        objekId: id,
        siklusId: konteks.siklus.id,
        rincian: { nomor, kepada, cara, dikirimTanggal, penerima, rujukan },
        sebagai,
      })
    },
  })

type Nomor = { readonly konteks: KonteksLangkah; readonly id: string; readonly isian: IsianPengiriman }

/** A number typed from the register wins; else the next one, once. */
async function beriNomor(tx: Tx, pelaku: Pelaku, { konteks, id, isian }: Nomor): Promise<string> {
  if (isian.nomor) return isian.nomor
  const nomor = await nomorSurat(tx, pelaku, { jenis: JENIS_SURAT, tanggal: isian.tanggal ?? '' })
  await tx.pengiriman.updateMany({ where: { id, kecamatanId: pelaku.kecamatanId }, data: { nomor } })
  await catatJejak(tx, pelaku, {
    peristiwa: 'pengiriman.dinomori',
    objekJenis: 'pengiriman',
    objekId: id,
    siklusId: konteks.siklus.id,
    rincian: { nomor },
    sebagai: peranPelaksana(konteks),
  })
  return nomor
}

const tanggal = (teks: string | null): Date | null => (teks === null ? null : new Date(teks))

/** Writes the sheet by compare-and-set, attaches the proof, records old and new. Inside the caller's transaction. */
async function tulisPengiriman(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian, berkas, gudang }: KirimanSurat & { konteks: KonteksLangkah },
): Promise<Pengiriman> {
  const lama = await ambilPengiriman(tx, konteks)
  const { versi, ...isi } = isian
  const calon = susunCalonSurat(konteks, await ambilKantor(tx, pelaku))
  if (isi.penandatanganId && !calon.some((c) => c.pegawaiId === isi.penandatanganId))
    throw galat.tidakSesuai('Penandatangan itu tidak ada di daftar hari ini. Muat ulang halaman, lalu pilih lagi.')
  const { count } = await tx.pengiriman.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi },
    data: {
      ...isi,
      butir: isi.butir as object[],
      tanggal: tanggal(isi.tanggal),
      dikirimTanggal: tanggal(isi.dikirimTanggal),
      diterimaTanggal: tanggal(isi.diterimaTanggal),
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Surat pengantar ini')
  const tempat = { siklusId: konteks.siklus.id, langkahId: konteks.langkah.id }
  await lampirkan(tx, pelaku, { gudang, berkas, tempat, keterangan: 'Bukti pengiriman' })
  const { id, versi: _, terkirimPada: __, pengirim: ___, ...semula } = lama
  await catatJejak(tx, pelaku, {
    peristiwa: 'pengiriman.disimpan',
    objekJenis: 'pengiriman',
    objekId: id,
    siklusId: konteks.siklus.id,
    rincian: perubahanIsian<Record<string, unknown>>(semula, isi),
    sebagai: peranPelaksana(konteks),
  })
  return lama
}
