import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import type { LembarBuku, LembarTerlindung } from '../../impor/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import type { BarisBidang } from './baris-isian.ts'
import { LEMBAR_TANDA, type NilaiAwal, sidikAwal, TANDA_BUKU, VERSI_TEMPLAT } from './susunan-buku.ts'

/** What a workbook says of itself. Names are for sentences, ids decide. */
export type TandaBuku = {
  readonly templat: number
  readonly formulirId: string
  readonly unit: string
  readonly periode: string
  readonly sop: string
  readonly kantor: string
  readonly diunduhPada: Date
  readonly sidik: string
  readonly nilai: readonly NilaiAwal[]
}

/** The hidden sheet: what the workbook is, and all values it was made with, as text, so that nothing rounds them. */
export function lembarTanda(
  formulir: FormulirLengkap,
  pelaku: Pelaku,
  baris: readonly BarisBidang[],
): LembarTerlindung {
  const nilai = nilaiAwal(baris)
  const { siklus } = formulir
  const isi = [
    ['Takar', TANDA_BUKU],
    ['templat', String(VERSI_TEMPLAT)],
    ['formulir', formulir.id],
    ['unit', formulir.unitNama],
    ['periode', siklus.namaPeriode],
    ['sop', siklus.namaSop],
    ['kantor', pelaku.namaKecamatan],
    ['diunduh', jam.sekarang().toISOString()],
    ['sidik', sidikAwal(formulir.id, nilai)],
    ...nilai.map((n) => ['nilai', n.barisId, n.bidang, String(n.versi), n.awal]),
  ]
  return {
    nama: LEMBAR_TANDA,
    tersembunyi: true,
    lebar: [],
    baris: isi.map((satu) => satu.map((teks) => ({ isi: teks, gaya: 'teks' }))),
  }
}

const nilaiAwal = (baris: readonly BarisBidang[]): NilaiAwal[] =>
  baris.flatMap((b) =>
    b.bidang.map(({ kode }) => ({ barisId: b.id, bidang: kode, versi: b.versi, awal: b.nilai[kode] ?? '' })),
  )

/** Reads the hidden sheet; null when it is not the one of a form. */
export function bacaTanda({ baris }: LembarBuku): TandaBuku | null {
  const sel = baris.map((b) => {
    const teks = new Map(b.sel.map(([kolom, , isi]) => [kolom, isi]))
    return (kolom: number) => teks.get(kolom) ?? ''
  })
  const cari = (kunci: string) => sel.find((s) => s(1) === kunci)?.(2) ?? ''
  if (cari('Takar') !== TANDA_BUKU) return null
  const diunduhPada = new Date(cari('diunduh'))
  return {
    templat: Number(cari('templat')) || 0,
    formulirId: cari('formulir'),
    unit: cari('unit'),
    periode: cari('periode'),
    sop: cari('sop'),
    kantor: cari('kantor'),
    diunduhPada: Number.isNaN(diunduhPada.getTime()) ? new Date(0) : diunduhPada,
    sidik: cari('sidik'),
    nilai: sel
      .filter((s) => s(1) === 'nilai')
      .map((s) => ({ barisId: s(2), bidang: s(3), versi: Number(s(4)) || 0, awal: s(5) })),
  }
}
