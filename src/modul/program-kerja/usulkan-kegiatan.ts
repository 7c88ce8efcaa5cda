import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { hariKerjaBerikut, jam, type Kalender, tanggalLokal, tenggatWaktuBaku } from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { type AlamatLangkah, type KonteksLangkah, namaPelaksana, ubahLangkah } from '../siklus/index.ts'
import type { LangkahSop } from '../sop/index.ts'
import type { IsianKegiatan, IsianProgramKerja } from './isian.ts'
import { daftarKegiatan } from './kueri.ts'
import { tulisKegiatan } from './simpan-kegiatan.ts'

/**
 * Saves the rows of the form and adds one activity per step of the SOP that is still to come, dated by the waktu baku in
 * working time from now. Steps already in the list (same words) are not added again. Returns how many were added.
 */
export const usulkanKegiatan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianProgramKerja,
): Promise<number> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await tulisKegiatan(tx, pelaku, { konteks, isian })
    const sudah = new Set((await daftarKegiatan(tx, konteks)).map((k) => k.uraian))
    const kalender = await ambilKalenderKerja(tx, pelaku.kecamatanId)
    const usul = susunUsulan(langkahSesudah(konteks), { mulai: jam.sekarang(), kalender })
      .map((u) => ({ ...u, penanggungJawab: namaPelaksana(konteks, u.pelaksana) }))
      .filter((u) => !sudah.has(u.uraian))
    const kegiatan = usul.map(
      ({ uraian, penanggungJawab, mulai, selesai, keluaran }): IsianKegiatan => ({
        id: null,
        versi: 0,
        uraian,
        penanggungJawab,
        mulai,
        selesai,
        keluaran,
        dihapus: false,
      }),
    )
    await tulisKegiatan(tx, pelaku, { konteks, isian: { kegiatan } })
    return usul.length
  })

/** Steps after this one, in the order of the SOP. */
export const langkahSesudah = ({ siklus, def }: Pick<KonteksLangkah, 'siklus' | 'def'>): readonly LangkahSop[] =>
  siklus.definisi.langkah.slice(siklus.definisi.langkah.findIndex((l) => l.kode === def.kode) + 1)

/** Steps one after the other, each from where the one before ends; a step without waktu baku takes the day it begins on. Pure. */
export function susunUsulan(
  langkah: readonly Pick<LangkahSop, 'uraian' | 'pelaksana' | 'keluaran' | 'waktuBaku'>[],
  { mulai, kalender }: { mulai: Date; kalender: Kalender },
) {
  let kini = mulai
  return langkah.map(({ uraian, pelaksana, keluaran, waktuBaku }) => {
    const dari = hariKerjaBerikut(tanggalLokal(kini, kalender.zona), kalender)
    kini = tenggatWaktuBaku(kini, waktuBaku, kalender) ?? kini
    const sampai = tanggalLokal(kini, kalender.zona)
    return {
      uraian: uraian.slice(0, 500),
      pelaksana,
      keluaran: keluaran ?? '',
      mulai: dari,
      selesai: sampai < dari ? dari : sampai,
    }
  })
}
