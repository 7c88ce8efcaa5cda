import { formatIsian } from '../../inti/angka/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { IsianBaris, KartuBaris, PerubahanBaris, Taksa } from '../formulir/index.ts'

/** A figure that was typed and came back: with the readings of what was ambiguous. */
export type AngkaDiketik = { readonly isian: IsianBaris; readonly taksa: Readonly<Record<string, Taksa>> }
type Tersimpan = Pick<PerubahanBaris, 'status' | 'variabel' | 'kategori' | 'alasanTidakBerlaku'>
type Kembali = { readonly angka?: AngkaDiketik | null | undefined; readonly kesalahan: Kesalahan }

/** Inputs of a figure by its card (`views/kertas-kerja/_angka`), with what was typed or is stored. */
export function susunIsianAngka(kartu: KartuBaris, lama: Tersimpan, { angka, kesalahan }: Kembali) {
  const diketik = angka?.isian
  const berkategori = kartu.metode === 'KATEGORI'
  return {
    variabel: berkategori
      ? []
      : kartu.variabel.map((v) => ({
          nama: `v.${v.kode}`,
          label: v.nama,
          satuan: v.satuan ?? '',
          nilai: diketik ? (diketik.variabel[v.kode] ?? '') : formatIsianAda(lama.variabel[v.kode]),
          kesalahan: kesalahan[`v.${v.kode}`] ?? null,
          namaPilihan: `pilih.${v.kode}`,
          kemungkinan: (angka?.taksa[v.kode] ?? []).map((k) => ({ nilai: k, teks: formatIsian(k) })),
        })),
    kategori: berkategori
      ? {
          nilai: diketik?.kategori ?? lama.kategori ?? '',
          opsi: [
            { nilai: '', teks: 'Pilih…' },
            ...kartu.kategori.map((k) => ({ nilai: k.kode, teks: k.nama ?? k.kode })),
          ],
        }
      : null,
    tidakBerlaku: diketik ? diketik.tidakBerlaku : lama.status === 'TIDAK_BERLAKU',
    alasan: diketik ? diketik.alasan : lama.alasanTidakBerlaku,
  }
}

const formatIsianAda = (nilai: string | undefined): string => (nilai === undefined ? '' : formatIsian(nilai))
