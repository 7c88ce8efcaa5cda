import type { Penghubung, PotonganHalaman } from './bagi-halaman.ts'
import type { BarisTabel } from './baris-tabel.ts'

const HURUF = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A, B … Z, AA, AB … */
export const hurufKe = (urut: number): string =>
  (urut >= HURUF.length ? hurufKe(Math.floor(urut / HURUF.length) - 1) : '') + (HURUF[urut % HURUF.length] ?? '')

/**
 * What connectors say. All that lead to one step bear one letter, in the order in which the letters are met; below it the page
 * where the partner stands. `sebut(penghubung, halaman)`: letter and page; pages count from 0 among those of the table.
 */
export function susunNamaPenghubung(
  baris: readonly BarisTabel[],
  potongan: readonly PotonganHalaman[],
  halamanSebelum: number,
): (penghubung: Penghubung, halaman: number) => readonly string[] {
  const huruf = new Map<string, string>()
  for (const p of potongan)
    for (const { tujuan } of [...p.bawah, ...p.atas]) if (!huruf.has(tujuan)) huruf.set(tujuan, hurufKe(huruf.size))
  const halamanDari = (kode: string) => {
    const letak = baris.findIndex((b) => b.simpul && b.langkah.kode === kode)
    return potongan.findIndex((p) => letak >= p.dari && letak <= p.sampai)
  }
  const asal = (tujuan: string, halaman: number) =>
    potongan.flatMap((p, ke) =>
      ke !== halaman && [...p.atas, ...p.bawah].some((x) => x.arah === 'keluar' && x.tujuan === tujuan) ? [ke] : [],
    )
  return ({ arah, tujuan }, halaman) => {
    const lawan = arah === 'keluar' ? [halamanDari(tujuan)] : asal(tujuan, halaman)
    return [huruf.get(tujuan) ?? '', `hal. ${lawan.map((ke) => ke + halamanSebelum + 1).join(',')}`]
  }
}
