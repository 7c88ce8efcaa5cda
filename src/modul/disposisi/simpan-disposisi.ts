import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { type BerkasDiterima, type Gudang, lampirkan } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  bolehMelaksanakan,
  type KonteksLangkah,
  peranPelaksana,
  ubahLangkah,
} from '../siklus/index.ts'
import type { IsianDisposisi } from './isian.ts'
import { ambilDisposisi, type Disposisi, daftarTujuan } from './kueri.ts'

/** Roles that draft the sheet although only the Camat issues it. */
export const PENYIAP = ['TIM_SAKIP', 'SEKCAM'] as const

export type Kiriman = {
  readonly isian: IsianDisposisi
  readonly berkas: readonly BerkasDiterima[]
  readonly gudang: Gudang
  readonly hariIni: string
}

/** Saves the draft. Throws Galat 403, 404, 409. */
export const simpanDisposisi = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  kiriman: Kiriman,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await tulisDisposisi(tx, pelaku, { konteks, ...kiriman })
  })

/** Writes the fields by compare-and-set, attaches the letter, records old and new. Inside the caller's transaction. */
export async function tulisDisposisi(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian, berkas, gudang, hariIni }: Kiriman & { konteks: KonteksLangkah },
): Promise<Disposisi> {
  const lama = await ambilDisposisi(tx, konteks)
  const { versi, ...isi } = isian
  const tujuan = new Set((await daftarTujuan(tx, pelaku, hariIni)).map((j) => j.id))
  if (isi.diteruskanKepada.some((id) => !tujuan.has(id)))
    throw galat.tidakSesuai('Pejabat tujuan tidak ada di daftar. Muat ulang halaman, lalu pilih lagi.')
  const { count } = await tx.disposisi.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi },
    data: {
      ...isi,
      tanggalSurat: tanggal(isi.tanggalSurat),
      diterimaTanggal: tanggal(isi.diterimaTanggal),
      tenggat: tanggal(isi.tenggat),
      ...(bolehMelaksanakan(konteks, pelaku)
        ? {}
        : { disiapkanOleh: `${pelaku.nama} (${sebutanJabatan(pelaku, PENYIAP)})` }),
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Lembar disposisi')
  await lampirkan(tx, pelaku, { gudang, berkas, tempat: tempat(konteks), keterangan: 'Surat' })
  await catatJejak(tx, pelaku, {
    peristiwa: 'disposisi.disimpan',
    objekJenis: 'disposisi',
    objekId: lama.id,
    siklusId: konteks.siklus.id,
    rincian: perubahanIsian(isiDisposisi(lama), isi),
    sebagai: bolehMelaksanakan(konteks, pelaku) ? peranPelaksana(konteks) : PENYIAP,
  })
  return lama
}

export const tempat = ({ siklus, langkah }: KonteksLangkah) => ({ siklusId: siklus.id, langkahId: langkah.id })

const tanggal = (teks: string | null): Date | null => (teks === null ? null : new Date(teks))

const isiDisposisi = (d: Disposisi): Omit<IsianDisposisi, 'versi'> => {
  const { id: _, disiapkanOleh: __, diterbitkanPada: ___, versi: ____, ...isi } = d
  return isi
}
