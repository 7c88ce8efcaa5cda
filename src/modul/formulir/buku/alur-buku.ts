import { galat } from '../../../inti/galat/index.ts'

export type TindakanBuku = 'TERAPKAN' | 'BUANG' | 'BATALKAN'
/** States of an uploaded workbook of a form: what may be done with it, and the words of the list. */
export const ALUR_BUKU = {
  PRATINJAU: { teks: 'Menunggu diterapkan', kode: 'MENUNGGU', boleh: ['TERAPKAN', 'BUANG'] },
  DITERAPKAN: { teks: 'Diterapkan', kode: 'SELESAI', boleh: ['BATALKAN'] },
  DIBATALKAN: { teks: 'Dibatalkan', kode: 'DIBATALKAN', boleh: [] },
  DIBUANG: { teks: 'Tidak diterapkan', kode: 'DIBATALKAN', boleh: [] },
} as const satisfies Record<string, { teks: string; kode: string; boleh: readonly TindakanBuku[] }>
export type StatusBuku = keyof typeof ALUR_BUKU

export const bolehBuku = (status: StatusBuku, tindakan: TindakanBuku): boolean =>
  (ALUR_BUKU[status].boleh as readonly TindakanBuku[]).includes(tindakan)

/** Throws 409 when the state does not allow the act. */
export function pastikanBuku(status: StatusBuku, tindakan: TindakanBuku): void {
  if (!bolehBuku(status, tindakan))
    throw galat.bentrok(
      `Buku ini sudah berkeadaan “${ALUR_BUKU[status].teks}”. Tidak ada yang berubah; muat ulang halamannya.`,
    )
}
