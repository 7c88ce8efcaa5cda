import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KonteksLangkah } from '../siklus/index.ts'
import { lepasTugas } from './delegasi/lepas-tugas.ts'
import { dataBaris, siapkanFormulir } from './siapkan-formulir.ts'
import { ambilSumber, type SumberBaris } from './sumber-formulir.ts'

/**
 * Forms of a step that opens: made when there are none yet; where the SOP assigns indicators to units and the assignment
 * was changed since (a return to that step), rows move to the form of the unit that answers now, with what was entered.
 */
export async function pastikanAdaFormulir(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const ada = await tx.formulir.count({ where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId } })
  if (ada === 0) return siapkanFormulir(tx, pelaku, siklus)
  if (berjenis(konteks, 'pemilahan-indikator')) await sesuaikanPembagian(tx, pelaku, konteks)
}

const berjenis = ({ siklus }: KonteksLangkah, jenis: string): boolean =>
  siklus.definisi.langkah.some((l) => l.jenis === jenis)

async function sesuaikanPembagian(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const milik = { siklusId: siklus.id, kecamatanId: siklus.kecamatanId }
  const formulir = await tx.formulir.findMany({ where: milik, select: { id: true, unitId: true } })
  const baris = await tx.barisFormulir.findMany({
    where: milik,
    select: { id: true, indikatorId: true, formulirId: true },
  })
  const unitFormulir = new Map(formulir.map((f) => [f.unitId, f.id]))
  const lama = new Map(baris.map((b) => [b.indikatorId, b]))
  // where forms are prepared in a step of their own, rows may have been left out on purpose
  const tambah = !berjenis(konteks, 'siapkan-formulir')
  for (const sumber of (await ambilSumber(tx, pelaku, siklus)).baris) {
    const ada = lama.get(sumber.indikatorId)
    if (ada ? ada.formulirId === unitFormulir.get(sumber.unitId) : !tambah) continue
    const formulirId = unitFormulir.get(sumber.unitId) ?? (await buatFormulir(tx, konteks, sumber))
    unitFormulir.set(sumber.unitId, formulirId)
    const urut = await urutBerikut(tx, siklus.kecamatanId, formulirId)
    if (ada)
      await tx.barisFormulir.updateMany({
        where: { id: ada.id, kecamatanId: siklus.kecamatanId },
        data: { formulirId, urut },
      })
    else await tx.barisFormulir.createMany({ data: [dataBaris(sumber, { siklus, formulirId, urut })] })
    if (ada) await lepasTugas(tx, siklus.kecamatanId, [ada.id])
    if (ada) await pindahkanBukti(tx, siklus, { barisId: ada.id, unitId: sumber.unitId })
  }
  await hapusTanpaIsi(tx, siklus)
}

type Siklus = KonteksLangkah['siklus']

/** Files behind a value go with it, unless their unit still answers for another value that they prove. */
const pindahkanBukti = (tx: Tx, siklus: Siklus, { barisId, unitId }: { barisId: string; unitId: string }) =>
  tx.$executeRaw`
    update berkas set unit_id = ${unitId}::uuid where kecamatan_id = ${siklus.kecamatanId}::uuid
      and id in (select berkas_id from bukti where baris_id = ${barisId}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid)
      and not exists (select 1 from bukti k join baris_formulir b on b.id = k.baris_id join formulir f on f.id = b.formulir_id
        where k.berkas_id = berkas.id and k.kecamatan_id = berkas.kecamatan_id and f.unit_id = berkas.unit_id)`

/** A unit that answers for nothing any more has no form. */
const hapusTanpaIsi = (tx: Tx, siklus: Siklus) =>
  tx.$executeRaw`
    delete from formulir f where f.siklus_id = ${siklus.id}::uuid and f.kecamatan_id = ${siklus.kecamatanId}::uuid
      and not exists (select from baris_formulir b where b.formulir_id = f.id)
      and not exists (select from baris_anggaran a where a.formulir_id = f.id)`

async function buatFormulir(tx: Tx, { siklus }: KonteksLangkah, { unitId, unitUrut }: SumberBaris): Promise<string> {
  const { id } = await tx.formulir.create({
    data: { kecamatanId: siklus.kecamatanId, siklusId: siklus.id, unitId, urut: unitUrut },
    select: { id: true },
  })
  return id
}

async function urutBerikut(tx: Tx, kecamatanId: string, formulirId: string): Promise<number> {
  const { _max } = await tx.barisFormulir.aggregate({ where: { formulirId, kecamatanId }, _max: { urut: true } })
  return (_max.urut ?? 0) + 1
}
