import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { hitungJatuhTempo } from './kartu.ts'
import { ambilSumber, type SumberAnggaran, type SumberBaris, type SumberFormulir } from './sumber-formulir.ts'

type Siklus = Pick<BarisSiklus, 'id' | 'kecamatanId' | 'periode' | 'akhirPeriode'>

/**
 * One form per unit from the PK valid on the period's last day and the budget valid then (arsitektur: "Measurement uses the
 * PK version valid on the period's last day"). Forms still being prepared get new rows; notes to the units stay. Rows
 * are never rewritten, so what was copied from a card cannot change under anybody.
 */
export async function siapkanFormulir(tx: Tx, pelaku: Pelaku, siklus: Siklus): Promise<void> {
  const sumber = await ambilSumber(tx, pelaku, siklus)
  const lama = await tx.formulir.findMany({ where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId } })
  const unit = unitDari(sumber)
  const usang = lama.filter((f) => f.status === 'DISIAPKAN' && !unit.some((u) => u.unitId === f.unitId))
  await tx.formulir.deleteMany({ where: { id: { in: usang.map((f) => f.id) }, kecamatanId: siklus.kecamatanId } })
  await hapusBaris(
    tx,
    siklus,
    lama.filter((f) => f.status === 'DISIAPKAN').map((f) => f.id),
  )
  for (const [i, { unitId }] of unit.entries()) {
    const ada = lama.find((f) => f.unitId === unitId)
    if (ada && ada.status !== 'DISIAPKAN') continue
    const milik = { kecamatanId: siklus.kecamatanId, siklusId: siklus.id }
    const { id } = ada ?? (await tx.formulir.create({ data: { ...milik, unitId, urut: i + 1 } }))
    await isiBaris(tx, { siklus, formulirId: id, sumber, unitId })
  }
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.disiapkan',
    objekJenis: 'siklus',
    objekId: siklus.id,
    siklusId: siklus.id,
    rincian: {
      unit: unit.length,
      indikator: sumber.baris.length,
      anggaran: sumber.anggaran.length,
      tanggal: siklus.akhirPeriode,
    },
    sebagai: ['TIM_SAKIP'],
  })
}

/** Units that answer for an indicator or for money, in the order of the office. */
function unitDari(sumber: SumberFormulir): { unitId: string; urut: number }[] {
  const peta = new Map(
    [...sumber.baris, ...sumber.anggaran].map((b) => [b.unitId, { unitId: b.unitId, urut: b.unitUrut }]),
  )
  return [...peta.values()].sort((a, b) => a.urut - b.urut)
}

async function hapusBaris(tx: Tx, siklus: Siklus, formulirIds: readonly string[]): Promise<void> {
  const where = { formulirId: { in: [...formulirIds] }, kecamatanId: siklus.kecamatanId }
  await tx.bukti.deleteMany({
    where: {
      kecamatanId: siklus.kecamatanId,
      barisId: { in: (await tx.barisFormulir.findMany({ where, select: { id: true } })).map((b) => b.id) },
    },
  })
  await tx.delegasiBaris.deleteMany({ where })
  await tx.barisFormulir.deleteMany({ where })
  await tx.barisAnggaran.deleteMany({ where })
}

type Isi = { siklus: Siklus; formulirId: string; sumber: SumberFormulir; unitId: string }
async function isiBaris(tx: Tx, { siklus, formulirId, sumber, unitId }: Isi): Promise<void> {
  const baris = sumber.baris.filter((b) => b.unitId === unitId)
  const anggaran = sumber.anggaran.filter((a) => a.unitId === unitId)
  await tx.barisFormulir.createMany({ data: baris.map((b, i) => dataBaris(b, { siklus, formulirId, urut: i + 1 })) })
  await tx.barisAnggaran.createMany({
    data: anggaran.map((a, i) => dataAnggaran(a, { siklus, formulirId, urut: i + 1 })),
  })
}

type Letak = { siklus: Siklus; formulirId: string; urut: number }

/** A row as it is stored: card and target copied, due or not in this period. */
export const dataBaris = (b: SumberBaris, { siklus, formulirId, urut }: Letak) => ({
  kecamatanId: siklus.kecamatanId,
  siklusId: siklus.id,
  formulirId,
  indikatorId: b.indikatorId,
  targetPkId: b.targetPkId,
  urut,
  kartu: b.kartu as object,
  target: b.target as object,
  jatuhTempo: hitungJatuhTempo(b.kartu.frekuensi, b.target, siklus.periode),
})

const dataAnggaran = (a: SumberAnggaran, { siklus, formulirId, urut }: Letak) => ({
  kecamatanId: siklus.kecamatanId,
  siklusId: siklus.id,
  formulirId,
  subKegiatanId: a.subKegiatanId,
  urut,
  kode: a.kode,
  nama: a.nama,
  pagu: a.pagu,
})
