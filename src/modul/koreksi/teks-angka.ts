import { denganSatuan, formatAngka, formatRupiah } from '../../inti/angka/index.ts'
import { namaKategori } from '../formulir/index.ts'
import type { AngkaIndikator, AngkaSiklus, AngkaUang } from './angka-siklus.ts'

/** What a koreksi is of, as lists, tasks and the audit trail name it. */
export const namaAngka = ({ jenis, kartu }: AngkaSiklus): string =>
  jenis === 'ANGGARAN' ? `Realisasi anggaran ${kartu.nama}` : kartu.nama

/** A figure in words as old and new value are printed: "94,74 % (18 / 19)", "Rp1.250.000", "tidak diukur", "belum diisi". */
export const teksAngka = (a: AngkaSiklus): string => (a.jenis === 'ANGGARAN' ? teksUang(a) : teksIndikator(a))

function teksUang({ angka: { status, realisasi } }: AngkaUang): string {
  if (status === 'TIDAK_BERLAKU') return 'tidak dilaporkan'
  return realisasi === null ? 'belum diisi' : formatRupiah(realisasi)
}

function teksIndikator({ kartu, angka: { status, variabel, kategori, nilai } }: AngkaIndikator): string {
  if (status === 'TIDAK_BERLAKU') return 'tidak diukur'
  if (status === 'KOSONG') return 'belum diisi'
  if (kategori !== null) return namaKategori(kartu, kategori)
  const data = kartu.variabel.flatMap((v) => (variabel[v.kode] === undefined ? [] : [formatAngka(variabel[v.kode])]))
  const rinci = data.length > 1 ? ` (${data.join(' / ')})` : ''
  return `${nilai === null ? 'tidak dapat dihitung' : denganSatuan(formatAngka(nilai), kartu.satuan)}${rinci}`
}
