import { createHash } from 'node:crypto'
import { formatIsian } from '../../inti/angka/index.ts'
import type { IsianAnggaran, IsianBaris } from './isian.ts'
import type { BarisAnggaranIsian, BarisIsian } from './kueri.ts'

type IsiBaris = Pick<
  BarisIsian,
  | 'versi'
  | 'kartu'
  | 'variabel'
  | 'kategori'
  | 'status'
  | 'alasanTidakBerlaku'
  | 'kendala'
  | 'faktorPendorong'
  | 'tindakLanjut'
  | 'keterangan'
>
type IsiAnggaran = Pick<BarisAnggaranIsian, 'versi' | 'realisasi' | 'status' | 'keterangan'>

/** The fields of a stored row as a page shows them in its inputs. */
export const isianDari = (b: IsiBaris): IsianBaris => ({
  versi: b.versi,
  asal: '',
  pakaiTersimpan: false,
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
/** The same fields under the names of the wire, blank ones left out: what an autosave compares its own typing with. */
export function bidangBaris(b: IsiBaris): Record<string, string> {
  const { variabel, kategori, tidakBerlaku, alasan, kendala, faktorPendorong, tindakLanjut, keterangan } = isianDari(b)
  const angka = Object.fromEntries(Object.entries(variabel).map(([kode, nilai]) => [`v.${kode}`, nilai]))
  const tb = tidakBerlaku ? '1' : ''
  return tanpaKosong({ ...angka, kategori, tb, alasan, kendala, faktorPendorong, tindakLanjut, keterangan })
}
export function bidangAnggaran(a: IsiAnggaran): Record<string, string> {
  const { realisasi, tidakBerlaku, keterangan } = isianAnggaranDari(a)
  return tanpaKosong({ realisasi, tb: tidakBerlaku ? '1' : '', keterangan })
}
const tanpaKosong = (bidang: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(bidang).filter(([, nilai]) => nilai !== ''))

export const isianAnggaranDari = (a: IsiAnggaran): IsianAnggaran => ({
  versi: a.versi,
  asal: '',
  pakaiTersimpan: false,
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
