import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitPelaku } from '../../inti/pelaku.ts'

/** Roles that see everything of a siklus; all others see their own unit's files. */
export const PENGAWAS_SIKLUS = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'PENGAMAT'] as const

/** Does this person see what all units report in a siklus? Answered by the module that knows its SOP. */
export type MelihatSiklus = (db: BasisData, pelaku: Pelaku, siklusId: string) => Promise<boolean>

/** A file's row if this person may open it; otherwise it does not exist (404). */
export async function ambilBerkas(
  db: BasisData,
  pelaku: Pelaku,
  { id, melihatSiklus }: { id: string; melihatSiklus: MelihatSiklus },
) {
  const berkas = await db.baca.berkas.findFirst({ where: { id, kecamatanId: pelaku.kecamatanId } })
  const boleh =
    berkas &&
    (punyaPeran(pelaku, PENGAWAS_SIKLUS) ||
      berkas.diunggahOleh === pelaku.pegawaiId ||
      berkas.unitId === null ||
      unitPelaku(pelaku).includes(berkas.unitId) ||
      (await buktiUnit(db, pelaku, id)) ||
      (berkas.siklusId !== null && (await melihatSiklus(db, pelaku, berkas.siklusId))))
  if (!berkas || !boleh) throw galat.tidakDitemukan('Berkas')
  return berkas
}

/** Does the file stand behind a value that the person's unit answers for? One file may prove values of several units. */
async function buktiUnit(db: BasisData, pelaku: Pelaku, id: string): Promise<boolean> {
  const ada = await db.baca.$queryRaw<unknown[]>`
    select 1 from bukti k join baris_formulir b on b.id = k.baris_id join formulir f on f.id = b.formulir_id
    where k.berkas_id = ${id}::uuid and k.kecamatan_id = ${pelaku.kecamatanId}::uuid and f.unit_id = any(${unitPelaku(pelaku)}::uuid[]) limit 1`
  return ada.length > 0
}

/** Files attached to a step, oldest first. */
export const daftarLampiran = (db: BasisData | { baca: Tx }, pelaku: Pelaku, langkahId: string) =>
  db.baca.$queryRaw<
    { id: string; berkasId: string; nama: string; ukuran: number; keterangan: string; namaPengunggah: string }[]
  >`
    select l.id, b.id as "berkasId", b.nama, b.ukuran, l.keterangan, b.nama_pengunggah as "namaPengunggah"
    from lampiran_langkah l join berkas b on b.id = l.berkas_id
    where l.langkah_id = ${langkahId}::uuid and l.kecamatan_id = ${pelaku.kecamatanId}::uuid order by b.dibuat_pada, b.id`
