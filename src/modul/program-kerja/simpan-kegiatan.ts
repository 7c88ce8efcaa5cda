import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
  ubahLangkah,
} from '../siklus/index.ts'
import type { IsianKegiatan, IsianProgramKerja } from './isian.ts'
import { daftarKegiatan, type Kegiatan } from './kueri.ts'

/** Saves the rows of the form. Throws Galat 403, 404, 409. */
export const simpanKegiatan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianProgramKerja,
): Promise<void> => ubahLangkah(db, pelaku, alamat, (tx, konteks) => tulisKegiatan(tx, pelaku, { konteks, isian }))

/** Saves the rows and finishes the step: the SOP's pelaksana only, at least one activity. Throws Galat 403, 404, 409, 422. */
export const selesaikanProgramKerja = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianProgramKerja; readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: (tx, konteks) => tulisKegiatan(tx, pelaku, { konteks, isian }),
  })

/** Each row by its own compare-and-set: two people may plan different activities; one who changes a changed row is told. */
export async function tulisKegiatan(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian }: { konteks: KonteksLangkah; isian: IsianProgramKerja },
): Promise<void> {
  const lama = new Map((await daftarKegiatan(tx, konteks)).map((k) => [k.id, k]))
  const baru = isian.kegiatan.filter((k) => k.id === null && !k.dihapus)
  const ubah = isian.kegiatan.flatMap((k) => {
    if (k.id === null) return []
    const ada = lama.get(k.id)
    if (!ada) throw galat.sudahBerubah('Program kerja')
    return k.dihapus || berbeda(ada, k) ? [{ ada, k }] : []
  })
  for (const { ada, k } of ubah) await ubahSatu(tx, pelaku, { ada, k, konteks })
  if (baru.length === 0) return
  await tx.kegiatanProgramKerja.createMany({
    data: baru.map((k, i) => ({
      ...kolom(k),
      kecamatanId: pelaku.kecamatanId,
      siklusId: konteks.siklus.id,
      langkahId: konteks.langkah.id,
      urut: lama.size + i + 1,
    })),
  })
  await catat(tx, pelaku, { konteks, peristiwa: 'program-kerja.ditambah', rincian: { kegiatan: baru.map(isi) } })
}

async function ubahSatu(
  tx: Tx,
  pelaku: Pelaku,
  { ada, k, konteks }: { ada: Kegiatan; k: IsianKegiatan; konteks: KonteksLangkah },
): Promise<void> {
  const where = { id: ada.id, kecamatanId: pelaku.kecamatanId, versi: k.versi }
  const { count } = k.dihapus
    ? await tx.kegiatanProgramKerja.deleteMany({ where })
    : await tx.kegiatanProgramKerja.updateMany({ where, data: { ...kolom(k), versi: { increment: 1 } } })
  if (count === 0) throw galat.sudahBerubah(`Kegiatan "${ada.uraian.slice(0, 60)}"`)
  const rincian = k.dihapus ? { kegiatan: [isi(ada)] } : { uraian: ada.uraian, ...perubahanIsian(isi(ada), isi(k)) }
  await catat(tx, pelaku, { konteks, peristiwa: k.dihapus ? 'program-kerja.dihapus' : 'program-kerja.diubah', rincian })
}

type Kejadian = { konteks: KonteksLangkah; peristiwa: string; rincian: Record<string, unknown> }
const catat = (tx: Tx, pelaku: Pelaku, { konteks, peristiwa, rincian }: Kejadian) =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'program-kerja',
    objekId: konteks.langkah.id,
    siklusId: konteks.siklus.id,
    rincian,
    sebagai: peranPelaksana(konteks),
  })

const isi = ({ uraian, penanggungJawab, mulai, selesai, keluaran }: Kegiatan | IsianKegiatan) => ({
  uraian,
  penanggungJawab,
  mulai,
  selesai,
  keluaran,
})
const kolom = (k: IsianKegiatan) => ({ ...isi(k), mulai: new Date(k.mulai), selesai: new Date(k.selesai) })
const berbeda = (lama: Kegiatan, baru: IsianKegiatan): boolean =>
  JSON.stringify(isi(lama)) !== JSON.stringify(isi(baru))
