import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type BerkasDiterima, type Gudang, lampirkan } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  ambilOrangKantor,
  type KonteksLangkah,
  peranPelaksana,
  ubahLangkah,
} from '../siklus/index.ts'
import type { IsianInstruksi } from './isian.ts'
import { ambilInstruksi, type Instruksi } from './kueri.ts'
import { sebutPenerima, susunPenerima } from './penerima.ts'

export type Kiriman = {
  readonly isian: IsianInstruksi
  readonly berkas: readonly BerkasDiterima[]
  readonly gudang: Gudang
}

/** Saves the draft. Throws Galat 403, 404, 409, 422. */
export const simpanInstruksi = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  kiriman: Kiriman,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await tulisInstruksi(tx, pelaku, { konteks, ...kiriman })
  })

/** Writes the fields by compare-and-set, attaches files, records old and new. Inside the caller's transaction. */
export async function tulisInstruksi(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian, berkas, gudang }: Kiriman & { konteks: KonteksLangkah },
): Promise<Instruksi> {
  const lama = await ambilInstruksi(tx, konteks)
  const { versi, ...isi } = isian
  const penerima = susunPenerima(konteks, await ambilOrangKantor(tx, pelaku)).orang
  const dipilih = penerima.filter((o) => isi.kepada.includes(o.pegawaiId))
  if (dipilih.length < new Set(isi.kepada).size)
    throw galat.tidakSesuai('Ada penerima yang tidak ada di daftar hari ini. Muat ulang halaman, lalu pilih lagi.')
  const { count } = await tx.instruksi.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi },
    data: {
      ...isi,
      tenggat: isi.tenggat === null ? null : new Date(isi.tenggat),
      sebutanKepada: dipilih.map(sebutPenerima),
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Instruksi ini')
  await lampirkan(tx, pelaku, { gudang, berkas, tempat: tempat(konteks) })
  const { nomor, hal, kepada, isi: teks, tenggat, catatan } = lama
  await catatJejak(tx, pelaku, {
    peristiwa: 'instruksi.disimpan',
    objekJenis: 'instruksi',
    objekId: lama.id,
    siklusId: konteks.siklus.id,
    rincian: {
      langkah: konteks.def.nomor,
      ...perubahanIsian<Record<string, unknown>>({ nomor, hal, kepada, isi: teks, tenggat, catatan }, isi),
    },
    sebagai: peranPelaksana(konteks),
  })
  return lama
}

export const tempat = ({ siklus, langkah }: KonteksLangkah) => ({ siklusId: siklus.id, langkahId: langkah.id })
