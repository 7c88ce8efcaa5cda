import { createHash } from 'node:crypto'
import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import { jsonKanonik } from '../../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { PENGESAH_SOP } from '../alur.ts'
import type { DefinisiSop } from '../definisi.ts'
import { kolomDefinisi } from '../draf/ubah-draf.ts'
import type { Pengesahan } from '../kueri.ts'
import { pastikanLolos } from './ajukan-sop.ts'
import type { IsianPengesahan } from './isian.ts'
import { ubahKeadaan } from './ubah-keadaan.ts'

/**
 * The Camat approves: number, dates and signatory are written into the identity block as they are on this day (PermenPANRB
 * 35/2012), and from then on the version never changes. It is in force from its effective date; the version before ends
 * then. Throws Galat 403, 404, 409, 422.
 */
export const sahkanSop = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianPengesahan): Promise<void> =>
  ubahKeadaan(db, pelaku, id, {
    tindakan: 'SAHKAN',
    versi: isian.versi,
    peristiwa: 'sop.disahkan',
    catatan: '',
    isi: async (tx, versi) => {
      await pastikanLolos(tx, pelaku, versi)
      const definisi = bubuhkan(versi.definisi, isian, pelaku)
      await tulisBaris(tx, pelaku, { id, definisi })
      const pengesahan: Pengesahan = {
        ...penanda(pelaku),
        nomor: isian.nomor,
        tanggal: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu),
        sidik: createHash('sha256').update(jsonKanonik(definisi)).digest('hex'),
      }
      return {
        data: { ...kolomDefinisi(definisi), berlakuSejak: new Date(isian.tanggalEfektif), pengesahan },
        rincian: { nomor: isian.nomor, berlakuSejak: isian.tanggalEfektif, sidik: pengesahan.sidik },
      }
    },
  })

const penanda = (pelaku: Pelaku) => ({
  jabatan: sebutanJabatan(pelaku, PENGESAH_SOP),
  nama: pelaku.nama,
  pangkat: pelaku.pangkat,
  nip: pelaku.nip,
})

function bubuhkan(definisi: DefinisiSop, isian: IsianPengesahan, pelaku: Pelaku): DefinisiSop {
  const { nomor, tanggalPembuatan, tanggalRevisi, tanggalEfektif } = isian
  const identitas = { ...definisi.identitas, nomor, tanggalPembuatan, tanggalRevisi, tanggalEfektif }
  return { ...definisi, identitas: { ...identitas, disahkanOleh: penanda(pelaku) } }
}

/** Columns and steps as rows of their own, for the lists of running siklus. */
async function tulisBaris(
  tx: Tx,
  { kecamatanId }: Pelaku,
  { id, definisi }: { id: string; definisi: DefinisiSop },
): Promise<void> {
  const milik = { kecamatanId, versiSopId: id }
  await tx.pelaksanaSop.createMany({
    data: definisi.pelaksana.map(({ kode, nama, peran, jabatan, unit }, i) => ({
      ...milik,
      kode,
      nama,
      urut: i + 1,
      peran,
      jabatanKode: jabatan,
      unitKode: unit,
    })),
  })
  await tx.langkahSop.createMany({
    data: definisi.langkah.map(({ kode, nomor, uraian, jenis, pelaksana, kelengkapan, waktuBaku, keluaran }, i) => ({
      ...milik,
      urut: i + 1,
      kode,
      nomor,
      uraian,
      jenis,
      pelaksana,
      kelengkapan,
      waktuBaku,
      keluaran,
    })),
  })
}
