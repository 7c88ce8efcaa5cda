import type { Pelaku } from '../../inti/pelaku.ts'
import type { OrangKantor } from '../siklus/index.ts'
import type { Tujuan } from './alur.ts'

/** Somebody who can be written to today; `nilai` is what the form sends. */
export type Penerima = {
  readonly nilai: string
  readonly tujuan: Tujuan
  readonly unitId: string | null
  readonly nama: string
  /** who it is today */
  readonly orang: string
}
type Pilihan = { readonly unitId: string | null; readonly pelaku: Pelaku }

/**
 * Who can be written to today: heads of units (of the one it is about, if it is about one), the Sekcam, Tim SAKIP. Whoever
 * writes is not among them, and no post without somebody in it. Pure.
 */
export function daftarPenerima(semua: readonly OrangKantor[], { unitId, pelaku }: Pilihan): Penerima[] {
  const orang = semua.filter((o) => o.pegawaiId !== pelaku.pegawaiId)
  const jabatan = orang.flatMap((o) => o.penugasan.map((p) => ({ ...p, orang: o.nama })))
  const unit = jabatan.flatMap((p): Penerima[] =>
    p.kepalaUnit && p.unitId && p.peran !== 'SEKCAM' && p.peran !== 'CAMAT' && (unitId ?? p.unitId) === p.unitId
      ? [{ nilai: p.unitId, tujuan: 'UNIT', unitId: p.unitId, nama: p.unitNama ?? p.jabatanNama, orang: p.orang }]
      : [],
  )
  const sekcam = jabatan.filter((p) => p.peran === 'SEKCAM').map((p) => p.orang)
  const tim = orang.filter((o) => o.anggotaTimSakip).length
  return [
    ...satuPerUnit(unit).sort((a, b) => a.nama.localeCompare(b.nama, 'id')),
    ...(sekcam.length > 0 ? [umum('SEKCAM', 'Sekretaris Kecamatan', sekcam.join(', '))] : []),
    ...(tim > 0 ? [umum('TIM', 'Tim SAKIP', `${tim} anggota`)] : []),
  ]
}

const umum = (tujuan: 'SEKCAM' | 'TIM', nama: string, orang: string): Penerima => ({
  nilai: tujuan,
  tujuan,
  unitId: null,
  nama,
  orang,
})

/** A unit whose head is away has two behind its post: both read the note. */
const satuPerUnit = (daftar: readonly Penerima[]): Penerima[] => {
  const unit = new Map<string, Penerima>()
  for (const p of daftar) {
    const ada = unit.get(p.nilai)
    unit.set(p.nilai, ada ? { ...ada, orang: `${ada.orang}, ${p.orang}` } : p)
  }
  return [...unit.values()]
}
