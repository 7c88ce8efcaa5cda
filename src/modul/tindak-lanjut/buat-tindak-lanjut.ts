import { randomUUID } from 'node:crypto'
import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

/** Where a follow-up comes from, with the words of the list. */
export const SUMBER = {
  RAPAT: 'Keputusan rapat',
  CAMAT: 'Disposisi Camat',
  MONEV: 'Monitoring dan evaluasi',
  REKOMENDASI: 'Rekomendasi',
  SKM: 'Survei Kepuasan Masyarakat',
} as const
export type Sumber = keyof typeof SUMBER

/** Where a follow-up outside a siklus belongs: page, name, and what of it it answers. */
export type AsalTindakLanjut = { readonly alamat: string; readonly nama: string; readonly rujukan: string }

export type TindakLanjutBaru = {
  /** null: it came up outside a siklus; then `asal` says where */
  readonly siklusId: string | null
  readonly langkahId: string | null
  readonly asal?: AsalTindakLanjut
  readonly sumber: Sumber
  readonly uraian: string
  /** name as printed */
  readonly penanggungJawab: string
  readonly pegawaiId: string | null
  /** YYYY-MM-DD */
  readonly tenggat: string | null
}

/** Records one follow-up, with its audit event, inside the caller's transaction. Returns its id. */
export async function buatTindakLanjut(tx: Tx, pelaku: Pelaku, baru: TindakLanjutBaru): Promise<string> {
  const id = randomUUID()
  const { tenggat, asal, ...isi } = baru
  const letak = asal ? { asalAlamat: asal.alamat, asalNama: asal.nama, rujukan: asal.rujukan } : {}
  await tx.tindakLanjut.createMany({
    data: [{ id, kecamatanId: pelaku.kecamatanId, ...isi, ...letak, tenggat: tenggat ? new Date(tenggat) : null }],
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'tindak-lanjut.dibuat',
    objekJenis: 'tindak-lanjut',
    objekId: id,
    siklusId: baru.siklusId,
    rincian: { sumber: baru.sumber, uraian: baru.uraian, penanggungJawab: baru.penanggungJawab, tenggat },
  })
  return id
}
