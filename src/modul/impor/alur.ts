import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import type { DefinisiImpor } from './definisi.ts'

/** States of an uploaded workbook: what may be done with it in each, and the words of the list. */
export const ALUR_IMPOR = {
  PRATINJAU: { teks: 'Menunggu diterapkan', kode: 'MENUNGGU', boleh: ['TERAPKAN', 'BUANG'] },
  DITERAPKAN: { teks: 'Diterapkan', kode: 'SELESAI', boleh: ['BATALKAN'] },
  DIBATALKAN: { teks: 'Dibatalkan', kode: 'DIBATALKAN', boleh: [] },
  DIBUANG: { teks: 'Tidak diterapkan', kode: 'DIBATALKAN', boleh: [] },
} as const satisfies Record<string, { teks: string; kode: string; boleh: readonly TindakanImpor[] }>
export type StatusImpor = keyof typeof ALUR_IMPOR
export type TindakanImpor = 'TERAPKAN' | 'BUANG' | 'BATALKAN'

export const bolehDiimpor = (status: StatusImpor, tindakan: TindakanImpor): boolean =>
  (ALUR_IMPOR[status].boleh as readonly TindakanImpor[]).includes(tindakan)

export const adalahPenulis = ({ penulis }: DefinisiImpor, pelaku: Pelaku): boolean => punyaPeran(pelaku, penulis)

/** Throws 403 for those who may only read. */
export function pastikanPenulis(definisi: DefinisiImpor, pelaku: Pelaku): void {
  if (!adalahPenulis(definisi, pelaku)) throw galat.tidakBerwenang(`${definisi.nama} tidak dapat Anda ubah.`)
}

/** Throws 409 when the state does not allow the act. */
export function pastikanBoleh(status: StatusImpor, tindakan: TindakanImpor): void {
  if (!bolehDiimpor(status, tindakan))
    throw galat.bentrok(`Impor ini sudah berkeadaan “${ALUR_IMPOR[status].teks}”. Muat ulang halamannya.`)
}
