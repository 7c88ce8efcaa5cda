import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import {
  type AlamatLangkah,
  type KonteksLangkah,
  nomorSurat,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { langkahSesudah } from './penerima.ts'
import { type Kiriman, tulisInstruksi } from './simpan-instruksi.ts'

const JENIS_SURAT = 'INS'

/**
 * Issues the order: the SOP's pelaksana only. It gets its number, its deadline becomes the deadline of what comes next,
 * the step is finished. Where several must act, the last one issues it; a decision that sends the work back issues none. Throws Galat 403, 404, 409, 422.
 */
export const terbitkanInstruksi = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { penyelesaian, ...kiriman }: Kiriman & { readonly penyelesaian: Penyelesaian },
) =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks, { menutup, kembali }) => {
      const { id } = await tulisInstruksi(tx, pelaku, { konteks, ...kiriman })
      if (menutup && !kembali) await tandaiTerbit(tx, pelaku, { konteks, id, isian: kiriman.isian })
    },
  })

type Terbit = { readonly konteks: KonteksLangkah; readonly id: string; readonly isian: Kiriman['isian'] }

async function tandaiTerbit(tx: Tx, pelaku: Pelaku, { konteks, id, isian }: Terbit): Promise<void> {
  const { siklus, def } = konteks
  const tanggal = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const nomor = isian.nomor || (await nomorSurat(tx, pelaku, { jenis: JENIS_SURAT, tanggal }))
  const sebagai = peranPelaksana(konteks)
  await tx.instruksi.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId },
    data: {
      nomor,
      tanggal: new Date(tanggal),
      diterbitkanPada: jam.sekarang(),
      pemberi: `${pelaku.nama}, ${sebutanJabatan(pelaku, sebagai)}`,
    },
  })
  if (isian.tenggat)
    await tx.langkahSiklus.updateMany({
      where: { siklusId: siklus.id, kecamatanId: pelaku.kecamatanId, kode: { in: [...langkahSesudah(def)] } },
      data: { tenggat: new Date(isian.tenggat) },
    })
  await catatJejak(tx, pelaku, {
    peristiwa: 'instruksi.diterbitkan',
    objekJenis: 'instruksi',
    objekId: id,
    siklusId: siklus.id,
    rincian: { nomor, kepada: isian.kepada, isi: isian.isi, tenggat: isian.tenggat },
    sebagai,
  })
}
