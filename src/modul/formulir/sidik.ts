import { createHash } from 'node:crypto'
import { formatIsian } from '../../inti/angka/index.ts'
import type { IsianAnggaran, IsianBaris } from './isian.ts'
import type { BarisAnggaranIsian, BarisIsian } from './kueri.ts'

/** The fields of a stored row as a page shows them in its inputs. */
export const isianDari = (b: BarisIsian): IsianBaris => ({
  versi: b.versi,
  asal: '',
  variabel: Object.fromEntries(b.kartu.variabel.map((v) => [v.kode, formatIsian(b.variabel[v.kode] ?? null)])),
  pilihan: {},
  kategori: b.kategori ?? '',
  tidakBerlaku: b.status === 'TIDAK_BERLAKU',
  alasan: b.alasanTidakBerlaku,
  kendala: b.kendala,
  faktorPendorong: b.faktorPendorong,
  tindakLanjut: b.tindakLanjut,
  keterangan: b.keterangan,
})
export const isianAnggaranDari = (a: BarisAnggaranIsian): IsianAnggaran => ({
  versi: a.versi,
  asal: '',
  realisasi: formatIsian(a.realisasi),
  tidakBerlaku: a.status === 'TIDAK_BERLAKU',
  keterangan: a.keterangan,
})

/**
 * Fingerprint of what stands in the inputs of a row. The form without scripts sends it back: a row whose inputs still
 * have it was not touched by the person, so a newer value of somebody else is left alone and no conflict is claimed.
 */
export function sidikBaris(isian: IsianBaris): string {
  const { variabel, kategori, tidakBerlaku, alasan, kendala, faktorPendorong, tindakLanjut, keterangan } = isian
  const urut = Object.entries(variabel)
    .filter(([, v]) => v !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return sidik([urut, kategori, tidakBerlaku, alasan, kendala, faktorPendorong, tindakLanjut, keterangan])
}
export const sidikAnggaran = ({ realisasi, tidakBerlaku, keterangan }: IsianAnggaran): string =>
  sidik([realisasi, tidakBerlaku, keterangan])

const sidik = (isi: unknown): string =>
  createHash('sha256').update(JSON.stringify(isi)).digest('base64url').slice(0, 16)
