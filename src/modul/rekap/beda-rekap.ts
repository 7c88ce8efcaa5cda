import type { BarisRekap, IsiRekap } from './isi-rekap.ts'

export type BedaNilai = { readonly barisId: string; readonly unit: string; readonly indikator: string; readonly dari: string; readonly menjadi: string }

/** What changed between two recaps, value by value: state, value and capaian of each indicator and budget row. */
export function bedaRekap(lama: IsiRekap, baru: IsiRekap): BedaNilai[] {
  const dulu = new Map(lama.unit.flatMap((u) => [...u.baris.map((b) => [b.barisId, tulis(b)] as const), ...u.anggaran.map((a) => [a.barisId, uang(a)] as const)]))
  return baru.unit.flatMap((u) => {
    const semua = [...u.baris.map((b) => ({ id: b.barisId, nama: b.nama, kini: tulis(b) })), ...u.anggaran.map((a) => ({ id: a.barisId, nama: `Anggaran ${a.nama}`, kini: uang(a) }))]
    return semua
      .filter(({ id, kini }) => dulu.get(id) !== kini)
      .map(({ id, nama, kini }) => ({ barisId: id, unit: u.nama, indikator: nama, dari: dulu.get(id) ?? 'belum ada', menjadi: kini }))
  })
}

const TEKS_STATUS = { TERISI: '', KOSONG: 'kosong', TIDAK_BERLAKU: 'tidak berlaku', BELUM_JATUH_TEMPO: 'belum jatuh tempo' } as const
const angka = (nilai: string): string => nilai.replace('.', ',')

function tulis(b: BarisRekap): string {
  if (b.status !== 'TERISI') return TEKS_STATUS[b.status]
  const variabel = b.variabel.length > 1 ? ` (${b.variabel.map((v) => angka(v.nilai)).join(' / ')})` : ''
  return `${b.kategori ?? angka(b.nilai ?? '')}${variabel}`
}
const uang = (a: { status: keyof typeof TEKS_STATUS; realisasi: string | null }): string =>
  a.status === 'TERISI' ? `Rp${angka(a.realisasi ?? '')}` : TEKS_STATUS[a.status]
