import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, type KonteksLangkah, ubahLangkah } from '../siklus/index.ts'
import { pastikanFormulir } from './alur.ts'
import { lepasTugas } from './delegasi/lepas-tugas.ts'
import { type KepalaFormulir, kunciFormulir } from './kunci-formulir.ts'
import { dataBaris, siapkanFormulir } from './siapkan-formulir.ts'
import { ambilSumber } from './sumber-formulir.ts'

const TIM = { sebagai: ['TIM_SAKIP'] } as const

/** A note of Tim SAKIP to one unit, shown on top of its form. Throws Galat 403, 404, 409. */
export function simpanCatatanUnit(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isi: { formulirId: string; versi: number; catatan: string },
): Promise<void> {
  return padaFormulir(db, pelaku, { alamat, formulirId: isi.formulirId }, async (tx, { kepala, siklus }) => {
    const { count } = await tx.formulir.updateMany({
      where: { id: kepala.id, kecamatanId: pelaku.kecamatanId, versi: isi.versi },
      data: { catatan: isi.catatan, versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Catatan ini')
    const rincian = { unit: kepala.unitNama, catatan: isi.catatan }
    await catatJejak(tx, pelaku, {
      peristiwa: 'formulir.catatan-disimpan',
      objekJenis: 'formulir',
      objekId: kepala.id,
      siklusId: siklus.id,
      rincian,
      ...TIM,
    })
  })
}

type Pilihan = { readonly formulirId: string; readonly indikatorId: string }

/** Leaves an indicator out of a form while it is being prepared. Throws Galat 403, 404, 409. */
export function keluarkanBaris(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { formulirId, indikatorId }: Pilihan,
): Promise<void> {
  return padaFormulir(db, pelaku, { alamat, formulirId }, async (tx, { kepala, siklus }) => {
    const where = { formulirId, indikatorId, kecamatanId: pelaku.kecamatanId }
    const baris = await tx.barisFormulir.findFirst({ where })
    const { count } = await tx.barisFormulir.deleteMany({ where })
    if (!baris || count === 0) throw galat.tidakDitemukan('Baris formulir')
    await lepasTugas(tx, pelaku.kecamatanId, [baris.id])
    const rincian = { unit: kepala.unitNama, nama: (baris.kartu as { nama?: string }).nama ?? '' }
    await catatJejak(tx, pelaku, {
      peristiwa: 'formulir.baris-dikeluarkan',
      objekJenis: 'formulir',
      objekId: formulirId,
      siklusId: siklus.id,
      rincian,
      ...TIM,
    })
  })
}

/** Puts an indicator that was left out back on the form. Throws Galat 403, 404, 409. */
export function masukkanBaris(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { formulirId, indikatorId }: Pilihan,
): Promise<void> {
  return padaFormulir(db, pelaku, { alamat, formulirId }, async (tx, { kepala, siklus }) => {
    const { baris } = await ambilSumber(tx, pelaku, siklus)
    const sumber = baris.find((b) => b.indikatorId === indikatorId && b.unitId === kepala.unitId)
    if (!sumber) throw galat.tidakDitemukan('Indikator')
    const terakhir = await tx.barisFormulir.aggregate({
      where: { formulirId, kecamatanId: pelaku.kecamatanId },
      _max: { urut: true },
    })
    await tx.barisFormulir.create({
      data: dataBaris(sumber, { siklus, formulirId, urut: (terakhir._max.urut ?? 0) + 1 }),
    })
    const rincian = { unit: kepala.unitNama, nama: sumber.kartu.nama }
    await catatJejak(tx, pelaku, {
      peristiwa: 'formulir.baris-dimasukkan',
      objekJenis: 'formulir',
      objekId: formulirId,
      siklusId: siklus.id,
      rincian,
      ...TIM,
    })
  })
}

/** All forms anew from what is valid now (a PK or budget was corrected meanwhile). Throws Galat 403, 404, 409. */
export const susunUlangFormulir = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, (tx, { siklus, langkah }) => {
    if (langkah.jenis !== 'siapkan-formulir') throw galat.tidakDitemukan('Langkah penyiapan formulir')
    return siapkanFormulir(tx, pelaku, siklus)
  })

/**
 * Copies the notes to the units from the last earlier siklus of the same SOP where the unit has none yet. Values are never
 * copied: they are of another period. Returns how many notes were copied. Throws Galat 403, 404, 409.
 */
export function salinCatatanLalu(db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<number> {
  return ubahLangkah(db, pelaku, alamat, async (tx, { siklus, langkah }) => {
    if (langkah.jenis !== 'siapkan-formulir') throw galat.tidakDitemukan('Langkah penyiapan formulir')
    const disalin = await tx.$executeRaw`
      update formulir f set catatan = l.catatan, versi = f.versi + 1
      from formulir l where f.siklus_id = ${siklus.id}::uuid and f.kecamatan_id = ${pelaku.kecamatanId}::uuid and f.status = 'DISIAPKAN'
        and f.catatan = '' and l.catatan <> '' and l.kecamatan_id = f.kecamatan_id and l.unit_id = f.unit_id
        and l.siklus_id = (select s.id from siklus s where s.sop_id = ${siklus.sopId}::uuid and s.kecamatan_id = f.kecamatan_id
          and s.status <> 'DIBATALKAN' and s.akhir_periode < ${siklus.mulaiPeriode}::date order by s.akhir_periode desc limit 1)`
    if (disalin > 0)
      await catatJejak(tx, pelaku, {
        peristiwa: 'formulir.catatan-disalin',
        objekJenis: 'siklus',
        objekId: siklus.id,
        siklusId: siklus.id,
        rincian: { jumlah: disalin },
        ...TIM,
      })
    return disalin
  })
}

type Letak = { readonly alamat: AlamatLangkah; readonly formulirId: string }
type Kerja = (tx: Tx, isi: { kepala: KepalaFormulir; siklus: KonteksLangkah['siklus'] }) => Promise<void>

/** A change of one form while its step of preparation is open. */
function padaFormulir(db: BasisData, pelaku: Pelaku, { alamat, formulirId }: Letak, kerja: Kerja): Promise<void> {
  return ubahLangkah(db, pelaku, alamat, async (tx, { siklus, langkah }) => {
    const kepala = await kunciFormulir(tx, pelaku, formulirId, { pelaksanaLangkah: true })
    if (kepala.siklusId !== siklus.id || langkah.jenis !== 'siapkan-formulir') throw galat.tidakDitemukan('Formulir')
    pastikanFormulir(pelaku, kepala, 'SESUAIKAN', { pelaksanaLangkah: true })
    await kerja(tx, { kepala, siklus })
  })
}
