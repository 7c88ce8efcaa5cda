import { Desimal, formatAngka } from '../../inti/angka/index.ts'
import type { TargetDalamPk } from './kueri.ts'

/** A target as it is written: what `periksaTarget` needs of it. */
export type TargetTertulis = Pick<
  TargetDalamPk,
  'polaritas' | 'agregasi' | 'kategori' | 'target' | 'atas' | 'teks' | 'cara' | 'tw'
>
/** What does not fit yet, and how the quarters were understood. */
export type HasilPeriksa = { readonly masalah: readonly string[]; readonly bacaan: string }

const ROMAWI = ['I', 'II', 'III', 'IV']

/**
 * Is a target whole, and do its quarters lead to the year's target? By polarity: a number, a range with two bounds, a
 * category of the card. By aggregation: amounts add up (per quarter) or end at the year's target (running) and never fall;
 * means per quarter average to it; levels end at it. Blank quarters are not due. House rule on top of PermenPANRB 53/2014,
 * which asks for quarterly targets; the difference between both ways of typing is asked, never guessed.
 */
export function periksaTarget(t: TargetTertulis): HasilPeriksa {
  const masalah = masalahTahunan(t)
  if (t.polaritas === 'KATEGORI' || t.polaritas === 'RENTANG')
    return {
      masalah: [
        ...masalah,
        ...(terisi(t).length > 0 ? ['Target seperti ini berlaku setahun: kosongkan triwulannya.'] : []),
      ],
      bacaan: 'Diukur terhadap target setahun.',
    }
  if (t.target === null || terisi(t).length === 0)
    return { masalah, bacaan: 'Triwulan kosong: diukur pada akhir tahun.' }
  const { nilai, bacaan } = bacaTriwulan(t)
  const turun = t.agregasi === 'KUMULATIF' && t.cara === 'BERJALAN' ? masalahTurun(t) : []
  const sama = nilai.toDecimalPlaces(6).eq(new Desimal(t.target).toDecimalPlaces(6))
  const beda = sama ? [] : [`${bacaan}, padahal target setahun ${formatAngka(t.target)}. Perbaiki salah satunya.`]
  return {
    masalah: [...masalah, ...turun, ...beda],
    bacaan: sama ? `${bacaan}, sama dengan target setahun.` : `${bacaan}.`,
  }
}

function masalahTahunan({ polaritas, target, atas, teks, kategori, tw }: TargetTertulis): string[] {
  // the capaian divides by it
  if ([target, atas, ...tw].some((nilai) => nilai !== null && new Desimal(nilai).isNegative()))
    return ['Target kurang dari nol tidak dapat diukur. Tulis 0 atau lebih.']
  if (polaritas === 'KATEGORI') return kategori.some((k) => k.kode === teks) ? [] : ['Pilih kategori yang ditargetkan.']
  if (polaritas !== 'RENTANG') return target === null ? ['Tulis target setahun.'] : []
  if (target === null || atas === null) return ['Tulis kedua batas rentangnya.']
  return new Desimal(target).gt(atas) ? ['Batas bawah lebih besar dari batas atas.'] : []
}

type Titik = { readonly ke: number; readonly nilai: Desimal }
const terisi = ({ tw }: TargetTertulis): Titik[] =>
  tw.flatMap((nilai, ke) => (nilai === null ? [] : [{ ke, nilai: new Desimal(nilai) }]))

/** The figure of the year that the quarters say, and the sentence that shows it back. */
function bacaTriwulan(t: TargetTertulis): { nilai: Desimal; bacaan: string } {
  const titik = terisi(t)
  const jumlah = titik.reduce((n, { nilai }) => n.plus(nilai), new Desimal(0))
  const deret = titik.map(({ nilai }) => formatAngka(nilai)).join(' + ')
  if (t.cara === 'PER_TRIWULAN' && t.agregasi === 'KUMULATIF')
    return { nilai: jumlah, bacaan: `Jumlah triwulan ${deret} = ${formatAngka(jumlah)}` }
  if (t.cara === 'PER_TRIWULAN' && t.agregasi === 'RATA_RATA') {
    const rata = jumlah.div(titik.length)
    return { nilai: rata, bacaan: `Rata-rata triwulan (${deret}) ÷ ${titik.length} = ${formatAngka(rata)}` }
  }
  const akhir = titik.at(-1)
  const sebut = t.agregasi === 'KUMULATIF' ? 'Sampai dengan' : 'Target'
  return {
    nilai: akhir?.nilai ?? new Desimal(0),
    bacaan: `${sebut} triwulan ${ROMAWI[akhir?.ke ?? 0]} = ${formatAngka(akhir?.nilai ?? null)}`,
  }
}

/** An amount counted since the beginning of the year cannot become less. */
function masalahTurun(t: TargetTertulis): string[] {
  const titik = terisi(t)
  return titik.some(({ nilai }, ke) => nilai.lt(titik[ke - 1]?.nilai ?? nilai))
    ? ['Target yang dihitung sejak awal tahun tidak dapat turun dari triwulan ke triwulan.']
    : []
}
