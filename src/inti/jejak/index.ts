import type { Tx } from '../basis-data/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../pelaku.ts'

/** One event of the audit trail. `rincian` holds old value, new value and reason as the event needs them. */
export type KejadianJejak = {
  readonly peristiwa: string
  readonly objekJenis: string
  readonly objekId: string
  readonly siklusId?: string | null
  readonly rincian?: Readonly<Record<string, unknown>>
  /** roles by which the post to be recorded is chosen */
  readonly sebagai?: readonly Peran[]
}

/**
 * Appends to the audit chain of the actor's kecamatan, in the transaction of the change, so that neither exists without
 * the other. Number and hashes are set by the database (trigger jejak_rangkai).
 */
export async function catatJejak(tx: Tx, pelaku: Pelaku, kejadian: KejadianJejak): Promise<void> {
  const jabatan = sebutanJabatan(pelaku, kejadian.sebagai)
  await tx.$executeRaw`
    insert into jejak (kecamatan_id, akun_id, pegawai_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, siklus_id, rincian)
    values (${pelaku.kecamatanId}::uuid, ${pelaku.akunId}::uuid, ${pelaku.pegawaiId}::uuid, ${pelaku.nama}, ${jabatan},
      ${kejadian.peristiwa}, ${kejadian.objekJenis}, ${kejadian.objekId}, ${kejadian.siklusId ?? null}::uuid,
      ${JSON.stringify(kejadian.rincian ?? {})}::jsonb)`
}

/** Only the fields that changed, old and new, for the `rincian` of an event. Values are compared as JSON. */
export function perubahanIsian<T extends Readonly<Record<string, unknown>>>(lama: T, baru: T) {
  const berubah = Object.keys(baru).filter((k) => JSON.stringify(lama[k]) !== JSON.stringify(baru[k]))
  const pilih = (isi: T) => Object.fromEntries(berubah.map((k) => [k, isi[k] ?? null]))
  return { lama: pilih(lama), baru: pilih(baru) }
}
