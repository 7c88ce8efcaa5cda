import type { Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku, Peran } from '../../../inti/pelaku.ts'
import { bolehFormulir, pastikanFormulir } from '../alur.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import { kunciFormulir } from '../kunci-formulir.ts'
import { namaBaris } from './pembagian.ts'

const PEMBAGI = ['KASI', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]
const PENGISI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]

const OLEH_PENGISI = ['formulir.tugas-selesai', 'formulir.tugas-dibuka']

const terbuka = ({ langkah, bagian }: FormulirLengkap): boolean =>
  langkah?.status === 'BERJALAN' && bagian?.status === 'BERJALAN'

/** May this person divide the work on the form now: the head, or who stands in, while the unit fills it in. */
export const bolehMembagi = (pelaku: Pelaku, formulir: FormulirLengkap): boolean =>
  terbuka(formulir) && bolehFormulir(pelaku, formulir, 'BAGI_TUGAS')

/** May rows be said to be done now? */
export const bolehSelesai = (pelaku: Pelaku, formulir: FormulirLengkap): boolean =>
  terbuka(formulir) && bolehFormulir(pelaku, formulir, 'ISI')

/** The form locked for a change of its division: handing in waits, or was first. Throws Galat 403, 404, 409. */
export async function kunciPembagian(
  tx: Tx,
  pelaku: Pelaku,
  id: string,
  tindakan: 'BAGI_TUGAS' | 'ISI' = 'BAGI_TUGAS',
): Promise<FormulirLengkap> {
  const kepala = await kunciFormulir(tx, pelaku, id)
  pastikanFormulir(pelaku, kepala, tindakan)
  const formulir = await ambilFormulir(tx, pelaku, id)
  if (!terbuka(formulir))
    throw galat.bentrok(
      'Pengisian formulir belum dibuka, atau sudah ditutup, jadi tugasnya tidak dapat dibagi sekarang.',
    )
  return formulir
}

/** Throws 404 when one of the rows is not of this form. */
export function pastikanBaris(formulir: FormulirLengkap, barisId: readonly string[]): void {
  const ada = new Set([...formulir.baris, ...formulir.anggaran].map((b) => b.id))
  if (!barisId.every((id) => ada.has(id))) throw galat.tidakDitemukan('Baris formulir')
}

type Catatan = {
  readonly peristiwa: string
  readonly formulir: FormulirLengkap
  readonly baris?: readonly string[]
  readonly rincian?: object
}
/** Audit event of a change of the division, naming the rows. */
export function catatTugas(tx: Tx, pelaku: Pelaku, { peristiwa, formulir, baris, rincian }: Catatan): Promise<void> {
  const sebut = baris && { jumlah: baris.length, baris: baris.map((id) => namaBaris(formulir, id)) }
  return catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'formulir',
    objekId: formulir.id,
    siklusId: formulir.siklusId,
    rincian: { unit: formulir.unitNama, ...sebut, ...rincian },
    sebagai: OLEH_PENGISI.includes(peristiwa) ? PENGISI : PEMBAGI,
  })
}
