import { Desimal } from '../../inti/angka/index.ts'
import { bukanAngka, cariAngka, type Hasil, hasilAngka, type Nilai, suku, tanpaNilai } from './hasil.ts'

export const TIPE_AGREGASI = ['KUMULATIF', 'POSISI_AKHIR', 'RATA_RATA', 'TERBAIK', 'TERBURUK'] as const
export type TipeAgregasi = (typeof TIPE_AGREGASI)[number]
/** How the quarterly targets of the Rencana Aksi were typed: 25, 25, 25, 25 or running 25, 50, 75, 100. Asked, never guessed. */
export type CaraTarget = 'PER_TRIWULAN' | 'BERJALAN'

export type MasukanAgregasi = {
  readonly tipe: TipeAgregasi
  readonly cara: CaraTarget
  /** Last quarter that counts, from 1. */
  readonly sampai: number
  /** Target per quarter; null: no target was set for that quarter, so nothing is due there ('0' is a target of zero). */
  readonly target: readonly (string | null)[]
  readonly realisasi: readonly Nilai[]
  /** TERBAIK and TERBURUK: is more better (default) or less? */
  readonly arah?: 'MAKS' | 'MIN'
  /** Decimals of the aggregate (default 6). */
  readonly desimal?: number
  /** A blank quarter is missing even without a target of its own (only a target of the year was set). */
  readonly selaluJatuhTempo?: boolean
}
export type HasilAgregasi = {
  readonly realisasi: Hasil
  readonly target: Hasil
  /** Quarters that were due and are blank: listed, counted neither as zero nor forgotten. */
  readonly hilang: readonly number[]
  /** Quarters left out with their target because they do not apply or are not due. */
  readonly dikecualikan: readonly number[]
  /** Quarters up to `sampai` without a target. */
  readonly tanpaTarget: readonly number[]
}

type Titik = {
  readonly ke: number
  readonly target: Desimal | null
  readonly nilai: Nilai
  readonly angka: Desimal | null
}
type TitikTerisi = Titik & { readonly angka: Desimal }
const ROMAWI = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * Realisation and target up to quarter n (house rule; PermenPANRB 53/2014 asks for measuring each quarter). KUMULATIF: ΣR of what is filled against
 * the targets of all due quarters (ΣT, or the running T); POSISI_AKHIR: last filled R against the target of that quarter;
 * RATA_RATA: mean of filled against mean of the same quarters' targets; TERBAIK/TERBURUK: best/worst R against the latest
 * target. Quarters after n are never looked at. `cara` matters for KUMULATIF only: the other types have levels as targets.
 */
export function hitungAgregasi(masukan: MasukanAgregasi): HasilAgregasi {
  const titik = susunTitik(masukan)
  const hilang = nomor(titik, (satu) => harusnyaTerisi(satu, masukan))
  const dikecualikan = nomor(
    titik,
    ({ nilai }) => nilai.status === 'TIDAK_BERLAKU' || nilai.status === 'BELUM_JATUH_TEMPO',
  )
  const rincian = { hilang, dikecualikan, tanpaTarget: nomor(titik, ({ target }) => target === null) }
  const rusak = cariRusak(masukan)
  if (rusak) return { ...rincian, realisasi: rusak, target: rusak }
  const opsi = { desimal: masukan.desimal ?? 6 }
  const terisi = titik.filter((satu): satu is TitikTerisi => satu.angka !== null)
  const tanpa = tanpaRealisasi(titik, hilang.length > 0)
  if (masukan.tipe === 'KUMULATIF') {
    const realisasi = terisi.length > 0 ? hasilAngka(jumlah(terisi), deret(terisi), opsi) : tanpa
    return { ...rincian, realisasi, target: targetKumulatif(titik, masukan, opsi) }
  }
  const [pertama] = terisi
  if (!pertama) return { ...rincian, realisasi: tanpa, target: targetTerakhir(titik, opsi) }
  return { ...rincian, ...hitungTingkat(masukan, [pertama, ...terisi.slice(1)], { titik, ...opsi }) }
}

/** The three kinds of aggregation whose values are levels (indices, percentages), not amounts. */
function hitungTingkat(
  { tipe, arah = 'MAKS' }: MasukanAgregasi,
  terisi: readonly [TitikTerisi, ...TitikTerisi[]],
  { titik, desimal }: { titik: readonly Titik[]; desimal: number },
): { realisasi: Hasil; target: Hasil } {
  if (tipe === 'POSISI_AKHIR') {
    const akhir = terisi.at(-1) ?? terisi[0]
    const realisasi = hasilAngka(akhir.angka, `nilai TW ${romawi(akhir.ke)}`, { desimal })
    return {
      realisasi,
      target: targetTerakhir(
        titik.filter(({ ke }) => ke === akhir.ke),
        { desimal },
      ),
    }
  }
  if (tipe === 'RATA_RATA') {
    const berpasangan = terisi.filter(({ target }) => target !== null)
    const dipakai = berpasangan.length > 0 ? berpasangan : terisi
    const realisasi = hasilAngka(jumlah(dipakai).div(dipakai.length), `(${deret(dipakai)}) ÷ ${dipakai.length}`, {
      desimal,
    })
    return { realisasi, target: targetRataRata(dipakai, { desimal }) }
  }
  const terbesar = (tipe === 'TERBAIK') === (arah === 'MAKS')
  const pilihan = terisi.reduce((a, b) => ((terbesar ? b.angka.gt(a.angka) : b.angka.lt(a.angka)) ? b : a), terisi[0])
  const kata = tipe === 'TERBAIK' ? 'terbaik' : 'terburuk'
  const realisasi = hasilAngka(pilihan.angka, `nilai ${kata}, TW ${romawi(pilihan.ke)}`, { desimal })
  return { realisasi, target: targetTerakhir(titik, { desimal }) }
}

/** Targets of all due quarters. A running target grows by its difference to the one before, so a left-out quarter can be taken out. */
function targetKumulatif(titik: readonly Titik[], { cara }: MasukanAgregasi, opsi: { desimal: number }): Hasil {
  let sebelum = new Desimal(0)
  const bagian: Desimal[] = []
  for (const { target, nilai } of titik) {
    if (!target) continue
    const tambahan = cara === 'BERJALAN' ? target.minus(sebelum) : target
    sebelum = target
    if (nilai.status !== 'TIDAK_BERLAKU' && nilai.status !== 'BELUM_JATUH_TEMPO') bagian.push(tambahan)
  }
  if (bagian.length === 0) return belumAdaTarget()
  const total = bagian.reduce((a, b) => a.plus(b))
  const utuh = cara === 'BERJALAN' && total.eq(sebelum)
  return hasilAngka(total, utuh ? 'target berjalan' : bagian.map(suku).join(' + '), opsi)
}

function targetTerakhir(titik: readonly Titik[], opsi: { desimal: number }): Hasil {
  const akhir = titik.findLast(({ target }) => target !== null)
  return akhir?.target ? hasilAngka(akhir.target, `target TW ${romawi(akhir.ke)}`, opsi) : belumAdaTarget()
}

function targetRataRata(titik: readonly Titik[], opsi: { desimal: number }): Hasil {
  const target = titik.flatMap((satu) => (satu.target ? [satu.target] : []))
  if (target.length === 0) return belumAdaTarget()
  const total = target.reduce((a, b) => a.plus(b))
  return hasilAngka(total.div(target.length), `(${target.map(suku).join(' + ')}) ÷ ${target.length}`, opsi)
}

function belumAdaTarget(): Hasil {
  return tanpaNilai('BELUM_JATUH_TEMPO', 'Belum ada target yang jatuh tempo sampai periode ini')
}

function harusnyaTerisi({ nilai, target }: Titik, { selaluJatuhTempo = false }: MasukanAgregasi): boolean {
  return nilai.status === 'KOSONG' && (selaluJatuhTempo || target !== null)
}

function tanpaRealisasi(titik: readonly Titik[], kosong: boolean): Hasil {
  if (kosong) return tanpaNilai('KOSONG', 'Realisasi belum diisi')
  if (titik.some(({ nilai }) => nilai.status === 'TIDAK_BERLAKU')) {
    return tanpaNilai('TIDAK_BERLAKU', 'Tidak diukur sampai periode ini')
  }
  return tanpaNilai('BELUM_JATUH_TEMPO', 'Belum jatuh tempo sampai periode ini')
}

function susunTitik({ sampai, target, realisasi }: MasukanAgregasi): Titik[] {
  return Array.from({ length: Math.max(0, sampai) }, (_, ke) => {
    const nilai = realisasi[ke] ?? { status: 'KOSONG' }
    const angka = nilai.status === 'TERISI' ? cariAngka(nilai.nilai) : null
    return { ke: ke + 1, target: cariAngka(target[ke]), nilai, angka }
  })
}

/** A text that is no number spoils the aggregate instead of being dropped silently. */
function cariRusak({ sampai, target, realisasi }: MasukanAgregasi): Hasil | null {
  for (let ke = 0; ke < sampai; ke++) {
    const nilai = realisasi[ke]
    if (nilai?.status === 'TERISI' && !cariAngka(nilai.nilai)) return bukanAngka(`Realisasi TW ${romawi(ke + 1)}`)
    if (typeof target[ke] === 'string' && !cariAngka(target[ke])) return bukanAngka(`Target TW ${romawi(ke + 1)}`)
  }
  return null
}

function nomor(titik: readonly Titik[], syarat: (satu: Titik) => boolean): number[] {
  return titik.filter(syarat).map(({ ke }) => ke)
}

function jumlah(terisi: readonly TitikTerisi[]): Desimal {
  return terisi.reduce((total, { angka }) => total.plus(angka), new Desimal(0))
}

function deret(terisi: readonly TitikTerisi[]): string {
  return terisi.map(({ angka }) => suku(angka)).join(' + ')
}

function romawi(ke: number): string {
  return ROMAWI[ke - 1] ?? String(ke)
}
