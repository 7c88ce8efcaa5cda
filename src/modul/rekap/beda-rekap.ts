import { formatAngka, formatRupiah } from '../../inti/angka/index.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap } from './isi-rekap.ts'

export type BedaNilai = {
  readonly barisId: string
  readonly unit: string
  readonly indikator: string
  readonly dari: string
  readonly menjadi: string
}

/** What a reader compares of one row: the value in words, its evidence, and the remarks beside it. */
type Wajah = { readonly nilai: string; readonly bukti: string; readonly penjelasan: string }
type Butir = { readonly id: string; readonly unit: string; readonly nama: string; readonly wajah: Wajah }

/**
 * What changed between two recaps, row by row: state and value, evidence, remarks; rows that came or went. A value that was
 * sent back for its evidence only must not look untouched.
 */
export function bedaRekap(lama: IsiRekap, baru: IsiRekap): BedaNilai[] {
  const dulu = new Map(daftarButir(lama).map((b) => [b.id, b]))
  const kini = daftarButir(baru)
  const hilang = [...dulu.values()].filter((b) => !kini.some((k) => k.id === b.id))
  return [
    ...kini.flatMap(({ id, unit, nama, wajah }) => {
      const beda = bandingkan(dulu.get(id)?.wajah, wajah)
      return beda ? [{ barisId: id, unit, indikator: nama, ...beda }] : []
    }),
    ...hilang.map(({ id, unit, nama, wajah }) => ({
      barisId: id,
      unit,
      indikator: nama,
      dari: wajah.nilai,
      menjadi: 'tidak ada lagi',
    })),
  ]
}

const daftarButir = (isi: IsiRekap): Butir[] =>
  isi.unit.flatMap((u) => [
    ...u.baris.map((b) => ({ id: b.barisId, unit: u.nama, nama: b.nama, wajah: wajahBaris(b) })),
    ...u.anggaran.map((a) => ({ id: a.barisId, unit: u.nama, nama: `Anggaran ${a.nama}`, wajah: wajahAnggaran(a) })),
  ])

function bandingkan(dulu: Wajah | undefined, kini: Wajah): { dari: string; menjadi: string } | null {
  if (!dulu) return { dari: 'belum ada', menjadi: kini.nilai }
  const bukti = dulu.bukti !== kini.bukti
  const penjelasan = dulu.penjelasan !== kini.penjelasan
  if (dulu.nilai === kini.nilai && !bukti && !penjelasan) return null
  return {
    dari: [dulu.nilai, bukti ? dulu.bukti : ''].filter(Boolean).join('; '),
    menjadi: [kini.nilai, bukti ? kini.bukti : '', penjelasan ? 'penjelasan diubah' : ''].filter(Boolean).join('; '),
  }
}

const TEKS_STATUS = {
  KOSONG: 'belum diisi',
  TIDAK_BERLAKU: 'tidak diukur',
  BELUM_JATUH_TEMPO: 'belum jatuh tempo',
} as const

function wajahBaris(b: BarisRekap): Wajah {
  return {
    nilai: b.status === 'TERISI' ? teksNilai(b) : TEKS_STATUS[b.status],
    bukti: b.jumlahBukti === 0 ? 'tanpa bukti' : `${b.jumlahBukti} bukti`,
    penjelasan: JSON.stringify([
      b.alasanTidakBerlaku,
      b.kendala,
      b.faktorPendorong,
      b.tindakLanjut,
      b.keterangan,
      b.ukur ? [b.ukur.programPenunjang, b.ukur.sumberAngka, b.ukur.rumus] : null,
    ]),
  }
}

function teksNilai(b: BarisRekap): string {
  const variabel = b.variabel.length > 1 ? ` (${b.variabel.map((v) => formatAngka(v.nilai)).join(' / ')})` : ''
  return `${b.kategori ?? (b.nilai === null ? 'tidak dapat dihitung' : formatAngka(b.nilai))}${variabel}`
}

const wajahAnggaran = (a: AnggaranRekap): Wajah => ({
  nilai: a.status === 'TERISI' ? formatRupiah(a.realisasi) : TEKS_STATUS[a.status],
  bukti: '',
  penjelasan: a.keterangan,
})
