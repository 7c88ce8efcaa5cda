import { type CaraTarget, type HasilAgregasi, hitungAgregasi, type TipeAgregasi } from './agregasi.ts'
import { cariAngka, type Hasil, hasilAngka, type Nilai } from './hasil.ts'
import { hitungCapaian, type PilihanCapaian, type Polaritas, type VarianMin } from './hitung-capaian.ts'
import type { Kategori } from './hitung-nilai.ts'

/** Card, targets (PK valid on the period's last day) and realised values of one indicator. */
export type MasukanKinerja = Omit<PilihanCapaian, 'desimal'> & {
  readonly polaritas: Polaritas
  readonly varian?: VarianMin
  readonly arah?: 'MAKS' | 'MIN'
  readonly agregasi: TipeAgregasi
  readonly cara: CaraTarget
  readonly kategori?: readonly Kategori[]
  readonly sampai: number
  readonly targetTriwulan: readonly (string | null)[]
  /** Target of the year; for RENTANG its lower bound. */
  readonly targetTahunan: string | null
  /** RENTANG: upper bound. */
  readonly targetAtas?: string | null
  /** KATEGORI: code of the target category. */
  readonly targetTeks?: string | null
  /** TRIWULAN (default): against the quarterly targets; TAHUNAN: against the target of the year (PK). */
  readonly dasar?: 'TRIWULAN' | 'TAHUNAN'
  readonly realisasi: readonly Nilai[]
  readonly desimal?: number
}
export type HasilKinerja = {
  readonly agregat: HasilAgregasi
  readonly capaian: Hasil
}

/**
 * Aggregation and capaian of one indicator up to a quarter; the predikat is read from the scale of the year. The annual capaian is the year's R against the
 * year's T, not the mean of quarterly percentages. RENTANG and KATEGORI always use the target of the year.
 */
export function hitungKinerja(masukan: MasukanKinerja): HasilKinerja {
  const agregat = agregasikan(masukan)
  return { agregat, capaian: hitungDariAgregat(masukan, agregat) }
}

function agregasikan(masukan: MasukanKinerja): HasilAgregasi {
  const { polaritas, targetTriwulan: target, targetTahunan, desimal = 6 } = masukan
  const tahunan = polaritas === 'RENTANG' || polaritas === 'KATEGORI' || masukan.dasar === 'TAHUNAN'
  const agregat = hitungAgregasi({
    tipe: masukan.agregasi,
    cara: masukan.cara,
    sampai: masukan.sampai,
    target,
    realisasi:
      polaritas === 'KATEGORI'
        ? masukan.realisasi.map((nilai) => skorkan(nilai, masukan.kategori ?? []))
        : masukan.realisasi,
    arah: masukan.arah ?? (polaritas === 'MIN' ? 'MIN' : 'MAKS'),
    desimal,
    selaluJatuhTempo: tahunan && target.every((satu) => satu === null),
  })
  const angka = tahunan ? cariAngka(targetTahunan) : null
  return angka ? { ...agregat, target: hasilAngka(angka, 'target tahunan', { desimal: 6 }) } : agregat
}

function hitungDariAgregat(masukan: MasukanKinerja, { realisasi, target }: HasilAgregasi): Hasil {
  if (realisasi.jenis !== 'NILAI') return realisasi
  const nilai: Nilai = { status: 'TERISI', nilai: realisasi.nilai }
  const { polaritas, arah, varian, pembulatan, aturanNol } = masukan
  const pilihan = { pembulatan, aturanNol }
  if (polaritas === 'RENTANG') {
    return hitungCapaian({
      ...pilihan,
      polaritas,
      bawah: masukan.targetTahunan,
      atas: masukan.targetAtas ?? null,
      arah,
      realisasi: nilai,
    })
  }
  if (polaritas === 'KATEGORI') {
    return hitungCapaian({
      ...pilihan,
      polaritas,
      target: masukan.targetTeks ?? null,
      kategori: masukan.kategori ?? [],
      realisasi: nilai,
    })
  }
  if (masukan.dasar !== 'TAHUNAN' && target.jenis !== 'NILAI') return target
  const pembanding =
    masukan.dasar === 'TAHUNAN' ? masukan.targetTahunan : target.jenis === 'NILAI' ? target.nilai : null
  return hitungCapaian({ ...pilihan, polaritas, target: pembanding, varian, realisasi: nilai })
}

/** A category's code becomes its score, so that categories aggregate like numbers. */
function skorkan(nilai: Nilai, kategori: readonly Kategori[]): Nilai {
  if (nilai.status !== 'TERISI') return nilai
  const skor = kategori.find(({ kode }) => kode === nilai.nilai)?.skor
  return skor === undefined ? nilai : { status: 'TERISI', nilai: String(skor) }
}
