import { Desimal } from '../../inti/angka/index.ts'
import { cariAngka, type Hasil, hasilPersen, suku, tanpaNilai } from './hasil.ts'

/** Cap of a single capaian inside averages; the raw value stands beside it. Setting per year, 120 by default. */
export const BATAS_RATA_RATA = ['TANPA', '100', '110', '120', '150'] as const
export type BatasRataRata = (typeof BATAS_RATA_RATA)[number]
export type Butir = {
  readonly id: string
  readonly nama: string
  readonly hasil: Hasil
  readonly bobot?: string | number
}
export type HasilGulung = {
  readonly rataRata: Hasil
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
 * optionally weighted. Each value enters as printed (two decimals), cut at `batas`. What has no number is left out and
 * named with its reason: blank never counts as zero.
 */
export function hitungRataRata(
  butir: readonly Butir[],
  { batas = '120' }: { batas?: BatasRataRata } = {},
): HasilGulung {
  const puncak = batas === 'TANPA' ? null : new Desimal(batas)
  const suara: Suara[] = []
  const dikecualikan: HasilGulung['dikecualikan'][number][] = []
  for (const satu of butir) {
    const angka = satu.hasil.jenis === 'NILAI' ? cariAngka(satu.hasil.nilai) : null
    const bobot = cariAngka(satu.bobot ?? 1)
    const alasan = satu.hasil.jenis === 'NILAI' ? 'Bobotnya nol atau bukan angka' : satu.hasil.alasan
    if (!angka || !bobot || bobot.lte(0) || satu.hasil.jenis !== 'NILAI')
      dikecualikan.push({ id: satu.id, nama: satu.nama, alasan })
    else
      suara.push({ butir: satu, nilai: satu.hasil.nilai, dipakai: puncak ? Desimal.min(angka, puncak) : angka, bobot })
  }
  const disertakan = suara.map(({ butir: { id }, nilai, dipakai }) => {
    return { id, nilai, dipakai: dipakai.toFixed(2), dibatasi: !dipakai.eq(nilai) }
  })
  return { rataRata: rataRataDari(suara), disertakan, dikecualikan }
}

/** Mean of the sasaran, the capaian of the organisation: already capped below, so not capped again. */
export function hitungRataRataOrganisasi(sasaran: readonly Butir[]): HasilGulung {
  return hitungRataRata(sasaran, { batas: 'TANPA' })
}

function rataRataDari(suara: readonly Suara[]): Hasil {
  if (suara.length === 0) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Tidak ada capaian yang dapat dirata-ratakan')
  const total = suara.reduce((jumlah, { dipakai, bobot }) => jumlah.plus(dipakai.times(bobot)), new Desimal(0))
  const jumlahBobot = suara.reduce((jumlah, { bobot }) => jumlah.plus(bobot), new Desimal(0))
  const berbobot = suara.some(({ bobot }) => !bobot.eq(1))
  const bagian = suara.map(({ dipakai, bobot }) => (berbobot ? `${suku(dipakai)} × ${suku(bobot)}` : suku(dipakai)))
  return hasilPersen(total.div(jumlahBobot), `(${bagian.join(' + ')}) ÷ ${suku(jumlahBobot)}`)
}
