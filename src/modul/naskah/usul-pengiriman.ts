import type { Pelaku } from '../../inti/pelaku.ts'
import type { ButirKirim } from './isian-pengiriman.ts'
import { JENIS_BERTANDA, JENIS_NASKAH } from './jenis-dokumen.ts'
import type { DokumenKirim } from './kueri-pengiriman.ts'

const BANYAKNYA = '1 (satu) berkas'
const KETERANGAN = 'Disampaikan dengan hormat untuk diketahui dan dipergunakan sebagaimana mestinya'

/** What a letter most likely carries: what was signed, else what was written to be signed, else the last document. Pure. */
export function usulButir(dokumen: readonly DokumenKirim[]): ButirKirim[] {
  const jenis = [JENIS_BERTANDA, JENIS_NASKAH].find((j) => dokumen.some((d) => d.jenis === j))
  const terakhir = Math.max(...dokumen.map((d) => d.urut))
  return dokumen
    .filter((d) => (jenis ? d.jenis === jenis : d.urut === terakhir))
    .map((d) => ({ naskah: namaNaskah(d), banyaknya: BANYAKNYA, keterangan: KETERANGAN }))
}

/** The letter names the document, not how it was signed. */
export const namaNaskah = ({ judul }: Pick<DokumenKirim, 'judul'>): string => judul.replace(/ \(ditandatangani\)$/, '')

/** "Bupati Pemalang", "Wali Kota Metro": the usual receiver above a kecamatan. */
export function usulKepada({ kabupaten }: Pick<Pelaku, 'kabupaten'>): string {
  const kota = /^kota\s+/i.exec(kabupaten)
  return `${kota ? 'Wali Kota' : 'Bupati'} ${kabupaten.replace(/^(kabupaten|kota)\s+/i, '')}`
}
