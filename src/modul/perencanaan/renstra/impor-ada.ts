import type { BasisData, Tx } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { NilaiBaris } from '../../impor/index.ts'
import { daftarUnit, type Unit } from '../../organisasi/index.ts'
import { INDUK_UNSUR, type TingkatUnsur } from './istilah.ts'
import { type BarisPaguIndikatif, daftarPaguIndikatif } from './kueri-pagu.ts'
import { daftarPeriode, type PeriodeRenstra, periodePada } from './kueri-periode.ts'
import { type BarisTarget, daftarTarget } from './kueri-target.ts'
import { daftarUnsur, type Unsur } from './kueri-unsur.ts'
import { daftarDipakai } from './pemakaian.ts'
import type { IsiUnsur } from './periksa-unsur.ts'
import { kolomTarget, selPada, tulisSel } from './target.ts'

/** Sheets in the order of writing, and the level of the parts on them. */
export const LEMBAR_UNSUR = {
  tujuan: 'tujuan',
  sasaran: 'sasaran',
  program: 'program',
  kegiatan: 'kegiatan',
  sub: 'sub-kegiatan',
} as const
export type LembarUnsur = keyof typeof LEMBAR_UNSUR
export const cariLembar = (kode: string): LembarUnsur | null => (kode in LEMBAR_UNSUR ? (kode as LembarUnsur) : null)

/** What is there before an import. */
export type RenstraAda = {
  readonly renstra: PeriodeRenstra
  readonly unit: readonly Unit[]
  /** parts by the key of their sheet: number, or code (and kelurahan) */
  readonly unsur: Readonly<Record<LembarUnsur, ReadonlyMap<string, Unsur>>>
  readonly dipakai: ReadonlySet<string>
  readonly target: readonly BarisTarget[]
  readonly pagu: readonly BarisPaguIndikatif[]
}

/** The year asked for where the Renstra covers it, else its first one. */
export const tahunDalam = ({ tahunAwal, tahunAkhir }: PeriodeRenstra, tahun: number): number =>
  tahun >= tahunAwal && tahun <= tahunAkhir ? tahun : tahunAwal

/** Key of a row on its sheet, as parts are found by. */
export const kunciUnsur = (lembar: LembarUnsur, nilai: NilaiBaris): string =>
  lembar === 'tujuan' || lembar === 'sasaran'
    ? (nilai.nomor ?? '')
    : [nilai.kode, lembar === 'sub' ? (nilai.kelurahan ?? '').toLowerCase() : ''].filter(Boolean).join(' ')

/** Everything of the Renstra of a year; null without any. */
export async function ambilRenstraAda(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci }: { tahun: number; kunci: boolean },
): Promise<RenstraAda | null> {
  const renstra = periodePada(await daftarPeriode(baca, pelaku), tahun)
  if (!renstra) return null
  const semua = async (tingkat: TingkatUnsur) =>
    daftarUnsur(baca, pelaku, { tingkat, kunci, tahun: tahunDalam(renstra, tahun) })
  const urut = (daftar: readonly Unsur[]) => [...daftar].sort((a, b) => a.urut - b.urut)
  const tujuan = urut((await semua('tujuan')).filter((t) => t.indukId === renstra.id)).map(
    (t, ke) => [String(ke + 1), t] as const,
  )
  const sasaran = await semua('sasaran')
  const bernomor = tujuan.flatMap(([nomor, t]) =>
    urut(sasaran.filter((s) => s.indukId === t.id)).map((s, ke) => [`${nomor}.${ke + 1}`, s] as const),
  )
  const berkode = (daftar: readonly Unsur[], lembar: LembarUnsur) =>
    new Map(daftar.map((u) => [kunciUnsur(lembar, { kode: u.kode, kelurahan: u.kelurahan }), u]))
  return {
    renstra,
    unit: await daftarUnit(baca, pelaku, { semua: true }),
    unsur: {
      tujuan: new Map(tujuan),
      sasaran: new Map(bernomor),
      program: berkode(await semua('program'), 'program'),
      kegiatan: berkode(await semua('kegiatan'), 'kegiatan'),
      sub: berkode(await semua('sub-kegiatan'), 'sub'),
    },
    dipakai: new Set(await daftarDipakai(baca, pelaku)),
    target: await daftarTarget(baca, pelaku, { ...renstra, kunci }),
    pagu: await daftarPaguIndikatif(baca, pelaku, { ...renstra, kunci }),
  }
}

/** What stands above a row, by its key: of a sasaran "1.2" the tujuan "1", of a code the code one level up. */
export function kunciInduk(lembar: LembarUnsur, nilai: NilaiBaris): string {
  if (lembar === 'sasaran') return (nilai.nomor ?? '').split('.')[0] ?? ''
  if (lembar === 'program') return nilai.sasaran ?? ''
  const bagian = (nilai.kode ?? '').split('.')
  return lembar === 'kegiatan' ? bagian.slice(0, 3).join('.') : bagian.slice(0, 5).join('.')
}
const LEMBAR_DARI = {
  tujuan: 'tujuan',
  sasaran: 'sasaran',
  program: 'program',
  kegiatan: 'kegiatan',
  'sub-kegiatan': 'sub',
} as const
export const lembarInduk = (lembar: LembarUnsur): LembarUnsur | null => {
  const induk = INDUK_UNSUR[LEMBAR_UNSUR[lembar]]
  return induk ? LEMBAR_DARI[induk] : null
}

/** A part as its row of the workbook. */
export function barisUnsur(lembar: LembarUnsur, [kunci, u]: readonly [string, Unsur], ada: RenstraAda): NilaiBaris {
  const alasan = u.alasanUbah || null
  if (lembar === 'tujuan' || lembar === 'sasaran') return { nomor: kunci, nama: u.nama, alasan }
  const nomorSasaran = () => [...ada.unsur.sasaran].find(([, s]) => s.id === u.indukId)?.[0] ?? null
  if (lembar === 'program') return { kode: u.kode, nama: u.nama, sasaran: nomorSasaran(), alasan }
  if (lembar === 'kegiatan') return { kode: u.kode, nama: u.nama, alasan }
  return {
    kode: u.kode,
    kelurahan: u.kelurahan || null,
    nama: u.nama,
    unit: ada.unit.find((x) => x.id === u.unitId)?.kode ?? null,
    keluaran: u.keluaran || null,
    satuan: u.satuan || null,
    alasan,
  }
}

/** The targets of an indicator as its row of the workbook. */
export const barisTarget = (i: BarisTarget, { renstra }: RenstraAda): NilaiBaris => ({
  indikator: i.kode,
  nama: i.nama,
  satuan: i.satuan,
  ...Object.fromEntries(kolomTarget(renstra).map((k) => [k.kode, tulisSel(selPada(i.target, k), i) || null])),
})

/** The content that a row describes; `induk` is the id of what stands above. */
export const isiDariBaris = (
  lembar: LembarUnsur,
  nilai: NilaiBaris,
  { induk, unit }: { induk: string; unit: readonly Unit[] },
): IsiUnsur => ({
  induk,
  kode: lembar === 'tujuan' || lembar === 'sasaran' ? '' : (nilai.kode ?? ''),
  nama: nilai.nama ?? '',
  kelurahan: lembar === 'sub' ? (nilai.kelurahan ?? '') : '',
  unitId: lembar === 'sub' ? (unit.find((u) => u.kode === nilai.unit)?.id ?? '') : '',
  keluaran: lembar === 'sub' ? (nilai.keluaran ?? '') : '',
  satuan: lembar === 'sub' ? (nilai.satuan ?? '') : '',
})
