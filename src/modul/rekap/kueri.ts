import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilIsianLangkah, ambilIsianSiklus, SQL_REKAP } from '../formulir/index.ts'
import { cariKertasKerja } from '../kertas-kerja/index.ts'
import { ambilAturanNilai } from '../perencanaan/index.ts'
import type { BarisSiklus, KonteksLangkah } from '../siklus/index.ts'
import { sumberRekap } from '../sop/index.ts'
import type { IsiRekap } from './isi-rekap.ts'
import { susunRekap } from './susun-rekap.ts'
import { susunRekapUkur } from './susun-rekap-ukur.ts'

type Pembaca = Tx | BasisData['baca']

/**
 * The recap as forms or Kertas Kerja stand now, whichever the SOP gathers, with the office's scale and cap of that year.
 * With the recap step `konteks` only what was collected before it. Two queries.
 */
export async function ambilRekapKini(
  baca: Pembaca,
  pelaku: Pelaku,
  siklus: BarisSiklus,
  konteks?: KonteksLangkah,
): Promise<IsiRekap> {
  if (sumberRekap(siklus.definisi, konteks?.langkah.kode) === 'KERTAS_KERJA')
    return susunRekapUkur(
      await cariKertasKerja(baca, siklus),
      siklus,
      await ambilAturanNilai(baca, pelaku, siklus.tahun),
    )
  const [formulir, { batasRataRata, ...aturan }] = await Promise.all([
    konteks ? ambilIsianLangkah(baca, pelaku, konteks) : ambilIsianSiklus(baca, pelaku, siklus.id),
    ambilAturanNilai(baca, pelaku, siklus.tahun),
  ])
  const { id: siklusId, namaSop, namaPeriode, periode } = siklus
  const skala = { nama: aturan.nama, sumber: aturan.sumber, kelas: aturan.kelas }
  return susunRekap(formulir, { siklusId, namaSop, namaPeriode, periode, skala, batasRataRata })
}

export type VersiRekap = {
  readonly id: string
  readonly nomorVersi: number
  readonly isi: IsiRekap
  readonly sha256: string
  readonly catatan: string
  readonly dibekukanPada: Date
  readonly dibekukanOleh: string
  readonly jabatanPembeku: string
}

/** Frozen versions of a siklus' recap, newest first (at most `batas`). */
export const ambilVersiRekap = (
  baca: Pembaca,
  pelaku: Pelaku,
  { siklusId, batas = 2 }: { siklusId: string; batas?: number },
): Promise<VersiRekap[]> =>
  baca.$queryRaw<VersiRekap[]>`
    select id, nomor_versi as "nomorVersi", isi, sha256, catatan, dibekukan_pada as "dibekukanPada", dibekukan_oleh as "dibekukanOleh",
      jabatan_pembeku as "jabatanPembeku"
    from ${SQL_REKAP} r where siklus_id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid order by nomor_versi desc limit ${batas}`

export type VersiTab = Pick<VersiRekap, 'nomorVersi' | 'dibekukanPada' | 'dibekukanOleh'> & {
  readonly isi: IsiRekap | null
}

/** The last 20 frozen versions without their content, except that of version `denganIsi`; newest first. */
export const daftarVersiRekap = (
  baca: Pembaca,
  pelaku: Pelaku,
  { siklusId, denganIsi }: { siklusId: string; denganIsi: number | null },
): Promise<VersiTab[]> =>
  baca.$queryRaw<VersiTab[]>`
    select nomor_versi as "nomorVersi", dibekukan_pada as "dibekukanPada", dibekukan_oleh as "dibekukanOleh",
      case when nomor_versi = ${denganIsi}::int then isi end as isi
    from ${SQL_REKAP} r where siklus_id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid order by nomor_versi desc limit 20`

/** The newest frozen recap; 404 when none was frozen yet. */
export async function ambilRekapTerakhir(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<VersiRekap> {
  const [rekap] = await ambilVersiRekap(baca, pelaku, { siklusId, batas: 1 })
  if (!rekap) throw galat.tidakDitemukan('Rekapitulasi')
  return rekap
}

/**
 * Frozen versions for a report, newest first; where the SOP measures without a recap step, the results as they stand, as
 * version 0.
 */
export async function ambilVersiLapor(
  baca: Pembaca,
  pelaku: Pelaku,
  siklus: BarisSiklus,
  { batas = 2 }: { batas?: number } = {},
): Promise<VersiRekap[]> {
  const beku = await ambilVersiRekap(baca, pelaku, { siklusId: siklus.id, batas })
  const adaRekap = siklus.definisi.langkah.some((l) => l.jenis === 'rekap')
  if (beku.length > 0 || adaRekap || sumberRekap(siklus.definisi) !== 'KERTAS_KERJA') return beku
  const isi = await ambilRekapKini(baca, pelaku, siklus)
  const tanpaPembeku = {
    sha256: '',
    catatan: '',
    dibekukanOleh: '',
    jabatanPembeku: '',
    dibekukanPada: siklus.dimulaiPada,
  }
  return isi.unit.length === 0 ? [] : [{ id: '', nomorVersi: 0, isi, ...tanpaPembeku }]
}
