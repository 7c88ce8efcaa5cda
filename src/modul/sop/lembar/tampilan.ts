import type { Lukisan } from '../../../inti/dokumen/lukisan.ts'
import { halaman } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { susunKepalaSop } from '../kepala-sop.ts'
import type { VersiSop } from '../kueri.ts'
import { type BahanLembar, KERTAS_LEMBAR, type KertasLembar, susunBahanLembar } from './bahan.ts'
import { susunGambarLayar } from './gambar-layar.ts'
import { susunTabelLembar } from './tabel-lembar.ts'

/** Paper asked for in the address; A4 when it is none of ours. */
export const kertasDari = (nilai: unknown): KertasLembar => KERTAS_LEMBAR.find((k) => k === nilai) ?? 'A4'

/** The same page on the other paper, and the file of this one. */
export const pilihanKertas = (alamat: string, kertas: KertasLembar) => ({
  kertas,
  pdf: `${alamat}.pdf${kertas === 'A4' ? '' : `?kertas=${kertas}`}`,
  pilihan: KERTAS_LEMBAR.map((k) => ({
    teks: `Kertas ${k}`,
    alamat: k === 'A4' ? alamat : `${alamat}?kertas=${k}`,
    aktif: k === kertas,
  })),
})

const BELUM_SAH = ['DRAF', 'DIAJUKAN']

/** What is printed of a version: its sheet, marked when nobody has signed it yet. */
export function bahanVersi(versi: VersiSop, kertas: KertasLembar): BahanLembar {
  const tanda = BELUM_SAH.includes(versi.status)
    ? ' · DRAF, belum disahkan'
    : versi.status === 'DICABUT'
      ? ' · DICABUT'
      : ''
  return susunBahanLembar(versi.definisi, {
    kertas,
    kaki: `${versi.nama} · versi ${versi.nomorVersi}${tanda}`,
    tanggal: versi.berlakuSejak,
  })
}

/** The page with the official sheet of an SOP version. */
type BahanHalaman = { readonly lukisan: Lukisan; readonly kertas: KertasLembar; readonly pelaku: Pelaku }
export function susunLembarSop(versi: VersiSop, { lukisan, kertas, pelaku }: BahanHalaman) {
  const alamat = `/sop/${versi.id}/lembar`
  return {
    judulHalaman: `Lembar SOP · ${versi.nama}`,
    kepala: susunKepalaSop(versi, pelaku, 'lembar'),
    ...pilihanKertas(alamat, kertas),
    gambar: susunGambarLayar(lukisan),
    baris: susunTabelLembar(versi.definisi).map((b) => ({ ...b, langsung: null })),
  }
}
export const halamanLembarSop = halaman<ReturnType<typeof susunLembarSop>>('sop/lembar')
