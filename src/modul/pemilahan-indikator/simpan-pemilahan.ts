import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { daftarUnit } from '../organisasi/index.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
  ubahLangkah,
} from '../siklus/index.ts'
import { type IsianPemilahan, kurangAlasan, PESAN_ALASAN } from './isian.ts'
import { daftarPemilahan, type Pemilahan } from './kueri.ts'
import { susunPemilahan } from './susun-pemilahan.ts'

/** Saves which unit answers for which indicator. Throws Galat 403, 404, 409, 422. */
export const simpanPemilahan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isian: IsianPemilahan,
): Promise<void> => ubahLangkah(db, pelaku, alamat, (tx, konteks) => tulisPemilahan(tx, pelaku, { konteks, isian }))

/** Saves and finishes: the SOP's pelaksana only. Throws Galat 403, 404, 409, 422. */
export const selesaikanPemilahan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianPemilahan; readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: (tx, konteks) => tulisPemilahan(tx, pelaku, { konteks, isian }),
  })

/** Anew from the PK valid now; decisions already made stay. Throws Galat 403, 404, 409. */
export const susunUlangPemilahan = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, (tx, konteks) => susunPemilahan(tx, pelaku, konteks))

type Tulis = { readonly konteks: KonteksLangkah; readonly isian: IsianPemilahan }

/** Each row by its own compare-and-set; untouched rows are left alone. */
async function tulisPemilahan(tx: Tx, pelaku: Pelaku, { konteks, isian }: Tulis): Promise<void> {
  const lama = new Map((await daftarPemilahan(tx, konteks)).map((p) => [p.id, p]))
  const unit = new Map((await daftarUnit(tx, pelaku)).map((u) => [u.id, u.nama]))
  for (const b of isian.baris) {
    const ada = lama.get(b.id)
    if (!ada) throw galat.sudahBerubah('Pemilahan indikator')
    const baru = { unitId: b.unitId, alasan: b.unitId === ada.unitAsalId ? '' : b.alasan }
    if (baru.unitId === ada.unitId && baru.alasan === ada.alasan) continue
    if (!unit.has(baru.unitId)) throw galat.tidakSesuai('Unit itu tidak ada atau sudah tidak aktif. Pilih unit lain.')
    if (kurangAlasan(baru, ada.unitAsalId)) throw galat.tidakSesuai(`${ada.nama}: ${PESAN_ALASAN}`)
    await ubahSatu(tx, pelaku, { konteks, ada, baru: { ...baru, versi: b.versi }, unit })
  }
}

type Ubah = {
  readonly konteks: KonteksLangkah
  readonly ada: Pemilahan
  readonly baru: { unitId: string; alasan: string; versi: number }
  readonly unit: ReadonlyMap<string, string>
}
async function ubahSatu(tx: Tx, pelaku: Pelaku, { konteks, ada, baru, unit }: Ubah): Promise<void> {
  const { unitId, alasan, versi } = baru
  const { count } = await tx.pemilahanIndikator.updateMany({
    where: { id: ada.id, kecamatanId: pelaku.kecamatanId, versi },
    data: { unitId, alasan, versi: { increment: 1 } },
  })
  if (count === 0) throw galat.sudahBerubah(`Pemilahan "${ada.nama}"`)
  const dulu = { unit: ada.unit, alasan: ada.alasan }
  await catatJejak(tx, pelaku, {
    peristiwa: 'pemilahan-indikator.diubah',
    objekJenis: 'pemilahan-indikator',
    objekId: ada.id,
    siklusId: konteks.siklus.id,
    rincian: { nama: ada.nama, ...perubahanIsian(dulu, { unit: unit.get(unitId) ?? '', alasan }) },
    sebagai: peranPelaksana(konteks),
  })
}
