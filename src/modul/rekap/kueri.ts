import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilIsianSiklus } from '../formulir/index.ts'
import { SKALA_PERMENDAGRI_86, type Skala } from '../pengukuran/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import type { IsiRekap } from './isi-rekap.ts'
import { susunRekap } from './susun-rekap.ts'

type Pembaca = Tx | BasisData['baca']

/** The recap as the forms stand now, with the office's scale of that year. Two queries. */
export async function ambilRekapKini(baca: Pembaca, pelaku: Pelaku, siklus: BarisSiklus): Promise<IsiRekap> {
  const [formulir, skala] = await Promise.all([
    ambilIsianSiklus(baca, pelaku, siklus.id),
    ambilSkala(baca, pelaku, siklus.tahun),
  ])
  const { id: siklusId, namaSop, namaPeriode, periode } = siklus
  return susunRekap(formulir, { siklusId, namaSop, namaPeriode, periode, skala })
}

/** The scale of predicates of a year; the last earlier one, else that of Permendagri 86/2017. */
export async function ambilSkala(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<Skala> {
  const [baris] = await baca.$queryRaw<Skala[]>`
    select nama, sumber, kelas from skala_predikat where kecamatan_id = ${pelaku.kecamatanId}::uuid and tahun <= ${tahun}
    order by tahun desc limit 1`
  return baris ?? SKALA_PERMENDAGRI_86
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
    from rekap where siklus_id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid order by nomor_versi desc limit ${batas}`

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
    from rekap where siklus_id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid order by nomor_versi desc limit 20`

/** The newest frozen recap; 404 when none was frozen yet. */
export async function ambilRekapTerakhir(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<VersiRekap> {
  const [rekap] = await ambilVersiRekap(baca, pelaku, { siklusId, batas: 1 })
  if (!rekap) throw galat.tidakDitemukan('Rekapitulasi')
  return rekap
}
