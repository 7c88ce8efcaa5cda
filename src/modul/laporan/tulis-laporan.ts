import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import type { IsianLaporan } from './isian.ts'
import { ambilLaporan, type Laporan } from './kueri.ts'

/** Saves the draft of the report. Throws Galat 403, 404, 409. */
export const simpanLaporan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianLaporan,
): Promise<void> =>
  ubahLangkah(
    db,
    pelaku,
    alamat,
    async (tx, konteks) => {
      pastikanBelumDisampaikan(konteks)
      await tulisLaporan(tx, pelaku, { konteks, isian })
    },
    { pelaksanaSaja: true },
  )

/** What was handed over is no longer changed: the receiver answers that very text. */
export function pastikanBelumDisampaikan({ langkah, def }: KonteksLangkah): void {
  if (langkah.diteruskanPada)
    throw galat.bentrok(
      `Laporan langkah ${def.nomor} sudah disampaikan dan menunggu jawaban, jadi tidak dapat diubah lagi.`,
    )
}

/** Writes the text by compare-and-set and records old and new, inside the caller's transaction. Returns the row before. */
export async function tulisLaporan(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian }: { konteks: KonteksLangkah; isian: IsianLaporan },
): Promise<Laporan> {
  const lama = await ambilLaporan(tx, konteks)
  const { versi, tanggal, ...isi } = isian
  const { count } = await tx.laporan.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi },
    data: { ...isi, tanggal: new Date(tanggal), versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah('Laporan ini')
  const semula = {
    nomor: lama.nomor,
    tanggal: lama.tanggal,
    ringkasan: lama.ringkasan,
    hambatan: lama.hambatan,
    saran: lama.saran,
  }
  const rincian = perubahanIsian<Record<string, string | null>>(semula, { ...isi, tanggal })
  const sebagai = peranPelaksana(konteks)
  await catatJejak(tx, pelaku, {
    peristiwa: 'laporan.disimpan',
    objekJenis: 'laporan',
    objekId: lama.id,
    siklusId: konteks.siklus.id,
    rincian,
    sebagai,
  })
  return lama
}
