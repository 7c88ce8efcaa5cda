import { Desimal } from '../../inti/angka/index.ts'
import { cariAngka, type Hasil, hasilPersen, suku, tanpaNilai } from './hasil.ts'

/** Cap of a single capaian inside averages; the raw value stands beside it. Setting per year, 120 by default. */
export const BATAS_RATA_RATA = ['TANPA', '100', '110', '120', '150'] as const
export type BatasRataRata = (typeof BATAS_RATA_RATA)[number]
export type Butir = {
  readonly id: string
  readonly nama: string
  readonly hasil: Hasil
  readonly bobot?: string | number | null
  /** cap of this one inside averages, where its card has its own; otherwise that of the year */
  readonly batas?: BatasRataRata | null
}
export type HasilGulung = {
  readonly rataRata: Hasil
  /** the rule in a sentence, as it is printed */
  readonly aturan: string
  readonly disertakan: readonly {
    readonly id: string
    readonly nilai: string
    readonly dipakai: string
    readonly dibatasi: boolean
  }[]
  readonly dikecualikan: readonly { readonly id: string; readonly nama: string; readonly alasan: string }[]
}

type Suara = { readonly butir: Butir; readonly nilai: string; readonly dipakai: Desimal; readonly bobot: Desimal }

/**
 * Mean capaian of the indicators of a sasaran (house rule of the roll-up: indicator → mean per sasaran → mean of sasaran),
 * optionally weighted. Each value enters as printed (two decimals), cut at its own `batas` or that of the year. What has
 * no number is left out, with its weight, and named with its reason: blank never counts as zero.
 */
export function hitungRataRata(
  butir: readonly Butir[],
  { batas = '120', sebutan = 'indikator' }: { batas?: BatasRataRata; sebutan?: string } = {},
): HasilGulung {
  const suara: Suara[] = []
  const dikecualikan: HasilGulung['dikecualikan'][number][] = []
  for (const satu of butir) {
    const hasil = timbang(satu, satu.batas ?? batas)
    if (typeof hasil === 'string') dikecualikan.push({ id: satu.id, nama: satu.nama, alasan: hasil })
    else suara.push(hasil)
  }
  const disertakan = suara.map(({ butir: { id }, nilai, dipakai }) => {
    return { id, nilai, dipakai: dipakai.toFixed(2), dibatasi: !dipakai.eq(nilai) }
  })
  const aturan = kalimatAturan(suara, { batas, sebutan, jumlahDikecualikan: dikecualikan.length })
  return { rataRata: suara.length > 0 ? rataRataDari(suara) : tanpaRataRata(butir), aturan, disertakan, dikecualikan }
}

/** What one value adds to the mean, or why it is left out. */
function timbang(butir: Butir, batas: BatasRataRata): Suara | string {
  const { hasil } = butir
  if (hasil.jenis !== 'NILAI') return hasil.alasan
  const angka = cariAngka(hasil.nilai)
  const bobot = cariAngka(butir.bobot ?? 1)
  if (!angka || !bobot || bobot.lte(0)) return 'Bobotnya nol atau bukan angka'
  const dipakai = batas === 'TANPA' ? angka : Desimal.min(angka, batas)
  return { butir, nilai: hasil.nilai, dipakai, bobot }
}

type Keadaan = { batas: BatasRataRata; sebutan: string; jumlahDikecualikan: number }
function kalimatAturan(suara: readonly Suara[], { batas, sebutan, jumlahDikecualikan }: Keadaan): string {
  const bagian = [`Rata-rata ${berbobot(suara) ? 'berbobot ' : ''}${suara.length} ${sebutan}`]
  if (batas !== 'TANPA') bagian.push(`capaian di atas ${batas}% dihitung ${batas}%`)
  if (suara.some(({ butir }) => butir.batas && butir.batas !== batas))
    bagian.push('kecuali yang kartunya berbatas lain')
  if (jumlahDikecualikan > 0) bagian.push(`${jumlahDikecualikan} tidak ikut dihitung`)
  return `${bagian.join('; ')}.`
}

const berbobot = (suara: readonly Suara[]): boolean => suara.some(({ bobot }) => !bobot.eq(1))

/** What is not due yet is no failure of the arithmetic: said as such where it holds of all. */
const tanpaRataRata = (butir: readonly Butir[]): Hasil =>
  butir.length > 0 && butir.every(({ hasil }) => hasil.jenis === 'BELUM_JATUH_TEMPO')
    ? tanpaNilai('BELUM_JATUH_TEMPO', 'Belum ada yang jatuh tempo')
    : tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Tidak ada capaian yang dapat dirata-ratakan')

function rataRataDari(suara: readonly Suara[]): Hasil {
  const total = suara.reduce((jumlah, { dipakai, bobot }) => jumlah.plus(dipakai.times(bobot)), new Desimal(0))
  const jumlahBobot = suara.reduce((jumlah, { bobot }) => jumlah.plus(bobot), new Desimal(0))
  const bagian = suara.map(({ dipakai, bobot }) =>
    berbobot(suara) ? `${suku(dipakai)} × ${suku(bobot)}` : suku(dipakai),
  )
  return hasilPersen(total.div(jumlahBobot), `(${bagian.join(' + ')}) ÷ ${suku(jumlahBobot)}`)
}
