import type { BasisData } from '../../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { tahunIni } from '../../../inti/waktu/index.ts'
import { daftarUnit } from '../../organisasi/index.ts'
import { pilihanNomenklatur } from '../nomenklatur/kueri.ts'
import { INDUK_UNSUR, namaUnsur, TINGKAT_BERKODE, type TingkatUnsur } from './istilah.ts'
import { daftarPeriode } from './kueri-periode.ts'
import { ambilUnsur, daftarUnsur, type Unsur } from './kueri-unsur.ts'
import { ambilPemakaian } from './pemakaian.ts'
import { susunUnsur } from './tampilan-unsur.ts'

type Minta = {
  readonly tingkat: TingkatUnsur
  /** null: a new one, below `induk` when that is named */
  readonly id: string | null
  readonly induk?: string
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

/** A part of the Renstra with everything its form offers. Throws Galat 404. */
export async function siapkanUnsur(db: BasisData, pelaku: Pelaku, { tingkat, id, induk, isian, kesalahan }: Minta) {
  const unsur = id ? await ambilUnsur(db.baca, pelaku, { tingkat, id }) : null
  const [semuaInduk, unit] = await Promise.all([
    pilihanInduk(db, pelaku, tingkat),
    tingkat === 'sub-kegiatan' ? daftarUnit(db.baca, pelaku) : [],
  ])
  const pilihan = unsur ? semuaInduk : semuaInduk.filter((i) => (induk ? i.id === induk : i.berlaku))
  const [atas] = pilihan.length === 1 ? pilihan : [undefined]
  const butuh = TINGKAT_BERKODE[tingkat]
  const tahun = tahunIni(pelaku)
  const [nomenklatur, pemakaian] = await Promise.all([
    butuh
      ? pilihanNomenklatur(db.baca, pelaku, { tingkat: butuh, tahun, induk: kodeAtas(unsur, semuaInduk) ?? atas?.kode })
      : [],
    unsur ? ambilPemakaian(db.baca, pelaku, unsur.id) : { dipakai: false, berisi: false },
  ])
  return susunUnsur({ tingkat, unsur, pemakaian, induk: pilihan, nomenklatur, unit, tahun, isian, kesalahan }, pelaku)
}

type Pilihan = { id: string; nama: string; kode: string; berlaku: boolean }
const kodeAtas = (unsur: Unsur | null, induk: readonly Pilihan[]): string | undefined =>
  induk.find((i) => i.id === unsur?.indukId)?.kode

/** Where a part may stand. */
async function pilihanInduk(db: BasisData, pelaku: Pelaku, tingkat: TingkatUnsur): Promise<Pilihan[]> {
  const atas = INDUK_UNSUR[tingkat]
  if (!atas)
    return (await daftarPeriode(db.baca, pelaku)).map(({ id, nama }) => ({ id, nama, kode: '', berlaku: true }))
  const semua = await daftarUnsur(db.baca, pelaku, { tingkat: atas })
  return semua.map((u) => ({ id: u.id, nama: namaUnsur(u), kode: u.kode, berlaku: u.sampaiTahun === null }))
}
