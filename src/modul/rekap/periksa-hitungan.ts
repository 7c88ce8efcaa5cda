import { bulatkan, Desimal } from '../../inti/angka/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { hitungUlang, type Kelompok, samaHitungan, tingkatGulungan } from '../kertas-kerja/index.ts'
import { VERSI_RUMUS } from '../pengukuran/index.ts'
import type { BarisRekap, IsiRekap } from './isi-rekap.ts'
import { ringkasRekap } from './ringkas-rekap.ts'

/** A stored result that does not recompute to the same digits. */
export type BedaHitungan = { readonly nama: string; readonly hal: string }

/**
 * Recomputes everything a frozen recap says from the inputs that are frozen with it: value, target, realisation, capaian,
 * predikat of each row, the means above them, the sums. Names what differs; empty: the same digits. Rows of recaps frozen
 * before inputs were kept are left out. Throws RangeError for a formula version that this program does not know. Pure.
 */
export function periksaHitungan(isi: IsiRekap): BedaHitungan[] {
  const baris = isi.unit.flatMap((u) => u.baris)
  const ringkasan = ringkasRekap(isi.unit, isi.batasRataRata)
  const kelompok = isi.pengukuran ? tingkatGulungan(isi.pengukuran.gulungan).flatMap((t) => t.kelompok) : []
  return [
    ...baris.flatMap((b) => bedaBaris(b, isi).map((hal) => ({ nama: b.nama, hal }))),
    ...kelompok.filter((k) => !samaRataRata(k)).map((k) => ({ nama: k.nama, hal: 'rata-rata' })),
    ...(sama(ringkasan.rataRata, isi.ringkasan.rataRata) ? [] : [{ nama: 'Ringkasan', hal: 'rata-rata capaian' }]),
    ...(sama(ringkasan.serapan, isi.ringkasan.serapan) ? [] : [{ nama: 'Ringkasan', hal: 'serapan anggaran' }]),
  ]
}

const sama = (a: unknown, b: unknown): boolean => jsonKanonik(a ?? null) === jsonKanonik(b ?? null)

function bedaBaris(b: BarisRekap, { skala, versiRumus: versi = VERSI_RUMUS }: IsiRekap): string[] {
  if (b.ukur) {
    const { hasil } = b.ukur
    return [
      ...(samaHitungan(hasil) ? [] : ['hasil']),
      ...(sama(hasil.keluaran.sampai.capaian, b.capaian) ? [] : ['capaian']),
    ]
  }
  if (!b.masukan) return []
  const { nilai, sampai } = hitungUlang({ versi, skala, masukan: b.masukan })
  const predikat = sampai.predikat && { nama: sampai.predikat.nama, warna: sampai.predikat.warna }
  const cocok: Record<string, boolean> = {
    // a category or a figure without variables has no value of its own
    nilai: nilai?.jenis !== 'NILAI' || b.nilai === null || new Desimal(nilai.nilai).eq(b.nilai),
    target: sampai.target === null || sama(sampai.target, b.target),
    realisasi: b.status !== 'TERISI' || sampai.realisasi === null || sama(sampai.realisasi, b.realisasi),
    capaian: sama(sampai.capaian, b.capaian),
    predikat: sama(predikat, b.predikat),
  }
  return Object.keys(cocok).filter((hal) => !cocok[hal])
}

/** The mean of a place from what is stored as its parts; roll-ups without parts have nothing to recompute from. */
function samaRataRata({ rataRata, bagian = [] }: Kelompok): boolean {
  if (rataRata.jenis !== 'NILAI' || bagian.length === 0) return true
  const jumlah = bagian.reduce((n, { dipakai, bobot }) => n.plus(new Desimal(dipakai).times(bobot)), new Desimal(0))
  const bobot = bagian.reduce((n, b) => n.plus(b.bobot), new Desimal(0))
  return bulatkan(jumlah.div(bobot), 2) === rataRata.nilai
}
