import { type PenugasanPelaku, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import type { KonteksLangkah } from '../siklus/index.ts'
import { berdiriDiKolom, type OrangKantor } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'

/** Somebody the order may go to, as called today. */
export type Penerima = {
  readonly pegawaiId: string
  readonly nama: string
  readonly jabatan: string
  /** offered ticked */
  readonly usul: boolean
}
export type DaftarPenerima = {
  readonly orang: readonly Penerima[]
  /** printed names of the columns nobody stands behind today; then everybody is offered */
  readonly kosong: string
}

const MAKS_USUL = 3

/**
 * People behind the penerima columns of the step; where the SOP names none, those who carry out what comes next. Ticked
 * are those of the giver's own unit, else all when they are few. Where nobody holds the posts today, everybody is
 * offered. Pure.
 */
export function susunPenerima({ siklus, def }: KonteksLangkah, orang: readonly OrangKantor[]): DaftarPenerima {
  const kolom = siklus.definisi.pelaksana.filter((k) => kodePenerima({ siklus, def }).includes(k.kode))
  const calon = orang.filter((o) => kolom.some((k) => berdiriDiKolom(k, o)))
  if (calon.length === 0)
    return {
      orang: orang.filter((o) => o.penugasan.length > 0).map((o) => susun(o, [], false)),
      kosong: kolom.map((k) => k.nama).join(', '),
    }
  const pemberi = siklus.definisi.pelaksana.filter((k) => def.pelaksana.includes(k.kode))
  const unit = new Set(
    orang.filter((o) => pemberi.some((k) => berdiriDiKolom(k, o))).flatMap((o) => o.penugasan.map((p) => p.unitId)),
  )
  const seunit = calon.filter((o) => o.penugasan.some((p) => p.unitId !== null && unit.has(p.unitId)))
  const usul = seunit.length > 0 && seunit.length <= MAKS_USUL ? seunit : calon.length <= MAKS_USUL ? calon : []
  return { orang: calon.map((o) => susun(o, kolom, usul.includes(o))), kosong: '' }
}

function kodePenerima({ siklus, def }: Pick<KonteksLangkah, 'siklus' | 'def'>): readonly string[] {
  if (def.penerima.length > 0) return def.penerima
  return siklus.definisi.langkah.filter((l) => langkahSesudah(def).includes(l.kode)).flatMap((l) => l.pelaksana)
}

/** Codes of the steps right after this one, when all goes well. */
export const langkahSesudah = (def: KonteksLangkah['def']): readonly string[] =>
  def.keputusan ? (def.keputusan.ya === null ? [] : [def.keputusan.ya]) : def.berikutnya

function susun(o: OrangKantor, kolom: readonly PelaksanaSop[], usul: boolean): Penerima {
  const cocok = (p: PenugasanPelaku) => kolom.some((k) => berdiriDiKolom(k, { penugasan: [p], anggotaTimSakip: false }))
  const sebagai = o.penugasan.find(cocok) ?? o.penugasan[0]
  const jabatan = sebagai ? SEBUTAN_JENIS[sebagai.jenis] + sebagai.jabatanNama : 'Tim SAKIP'
  return { pegawaiId: o.pegawaiId, nama: o.nama, jabatan, usul }
}

/** "Budi Santoso, Kepala Subbagian Program dan Keuangan". */
export const sebutPenerima = ({ nama, jabatan }: Pick<Penerima, 'nama' | 'jabatan'>): string => `${nama}, ${jabatan}`
