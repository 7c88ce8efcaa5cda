import { bulatkan, Desimal, formatAngka } from '../../inti/angka/index.ts'
import { bukanAngka, cariAngka, type TanpaNilai, tanpaNilai, VERSI_RUMUS } from './hasil.ts'

/** PermenPANRB 14/2017: the nine unsur of the Survei Kepuasan Masyarakat. */
export const UNSUR_SKM = [
  { kode: 'U1', nama: 'Persyaratan' },
  { kode: 'U2', nama: 'Sistem, mekanisme, dan prosedur' },
  { kode: 'U3', nama: 'Waktu penyelesaian' },
  { kode: 'U4', nama: 'Biaya/tarif' },
  { kode: 'U5', nama: 'Produk spesifikasi jenis pelayanan' },
  { kode: 'U6', nama: 'Kompetensi pelaksana' },
  { kode: 'U7', nama: 'Perilaku pelaksana' },
  { kode: 'U8', nama: 'Penanganan pengaduan, saran, dan masukan' },
  { kode: 'U9', nama: 'Sarana dan prasarana' },
] as const

/** PermenPANRB 14/2017: classes of the converted IKM (×25), by lower bound on the printed two-decimal value. */
export const MUTU_SKM = [
  { mutu: 'A', kinerja: 'Sangat baik', batasBawah: '88.31' },
  { mutu: 'B', kinerja: 'Baik', batasBawah: '76.61' },
  { mutu: 'C', kinerja: 'Kurang baik', batasBawah: '65' },
  { mutu: 'D', kinerja: 'Tidak baik', batasBawah: '25' },
] as const
export type MutuSkm = (typeof MUTU_SKM)[number]

/** An unsur of a survey; without `bobot` all weigh the same. An office may add unsur to the nine, and weigh them. */
export type UnsurSkm = { readonly kode: string; readonly nama: string; readonly bobot?: string | null }
/** Per unsur: sum of the answers 1–4 and how many respondents answered it (plain decimals). */
export type UnsurTerisi = { readonly kode: string; readonly jumlahNilai: string; readonly responden: string }
export type NrrUnsur = { readonly kode: string; readonly nrr: string; readonly tertimbang: string }
export type HasilSkm =
  | {
      readonly jenis: 'NILAI'
      readonly nrr: readonly NrrUnsur[]
      readonly ikm: string
      readonly mutu: MutuSkm['mutu']
      readonly kinerja: MutuSkm['kinerja']
      readonly rumus: string
      readonly versi: string
    }
  | TanpaNilai

/**
 * IKM = Σ (NRR unsur × bobot) × 25 with NRR = Σ answers ÷ respondents of that unsur (PermenPANRB 14/2017). The weight is
 * exactly 1 ÷ number of unsur (1/9, not 0,11 or 0,111, which make the maximum 99,0 or 99,9); only results are rounded. The
 * regulation lets an office add unsur and weigh them differently, as long as the weights add up to 1. All of them are needed.
 */
export function hitungSkm(unsur: readonly UnsurTerisi[], daftar: readonly UnsurSkm[] = UNSUR_SKM): HasilSkm {
  const bobot = bacaBobot(daftar)
  if ('jenis' in bobot) return bobot
  const nrr: { kode: string; angka: Desimal; tertimbang: Desimal }[] = []
  for (const [ke, { kode, nama }] of daftar.entries()) {
    const terisi = unsur.filter((satu) => satu.kode === kode)
    const [satu] = terisi
    if (!satu) return tanpaNilai('KOSONG', `Unsur ${kode} (${nama}) belum diisi`)
    if (terisi.length > 1) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Unsur ${kode} tercatat dua kali`)
    const angka = hitungNrr(satu)
    if ('jenis' in angka) return angka
    const [pembilang, penyebut] = bobot.daftar[ke] ?? [new Desimal(1), new Desimal(daftar.length)]
    nrr.push({ kode, angka, tertimbang: angka.times(pembilang).div(penyebut) })
  }
  return susunHasil(nrr, bobot.sama ? daftar.length : null)
}

type Nrr = { readonly kode: string; readonly angka: Desimal; readonly tertimbang: Desimal }
/** `sama`: number of unsur that all weigh the same; the sum is then divided once, so that no thirds are lost on the way. */
function susunHasil(nrr: readonly Nrr[], sama: number | null): HasilSkm {
  const jumlahkan = (ambil: (satu: Nrr) => Desimal) => nrr.reduce((j, satu) => j.plus(ambil(satu)), new Desimal(0))
  const jumlah = jumlahkan(({ angka, tertimbang }) => (sama === null ? tertimbang : angka))
  const ikm = bulatkan(sama === null ? jumlah.times(25) : jumlah.times(25).div(sama), 2)
  const kelas = bacaMutuSkm(ikm)
  const kali = sama === null ? '' : ` × 1/${sama}`
  return {
    jenis: 'NILAI',
    nrr: nrr.map(({ kode, angka, tertimbang }) => ({
      kode,
      nrr: bulatkan(angka, 4),
      tertimbang: bulatkan(tertimbang, 4),
    })),
    ikm,
    mutu: kelas.mutu,
    kinerja: kelas.kinerja,
    rumus: `Σ NRR${sama === null ? ' tertimbang' : ''} ${formatAngka(jumlah, { desimal: 4 })}${kali} × 25 = ${formatAngka(ikm, { desimal: 2 })}`,
    versi: VERSI_RUMUS,
  }
}

/** Weights as fractions, none where all weigh the same; all or none of the unsur carry one, and together they are exactly 1. */
function bacaBobot(daftar: readonly UnsurSkm[]): { sama: boolean; daftar: [Desimal, Desimal][] } | TanpaNilai {
  if (daftar.length === 0) return tanpaNilai('KOSONG', 'Survei ini belum mempunyai unsur')
  const berbobot = daftar.filter((u) => u.bobot !== undefined && u.bobot !== null)
  if (berbobot.length === 0) return { sama: true, daftar: [] }
  const angka = daftar.map((u) => cariAngka(u.bobot))
  const jumlah = angka.reduce<Desimal>((j, satu) => j.plus(satu ?? 0), new Desimal(0))
  if (angka.some((satu) => !satu || satu.lte(0)) || !jumlah.eq(1))
    return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Bobot semua unsur harus berjumlah 1, sekarang ${formatAngka(jumlah)}`)
  return { sama: false, daftar: angka.map((satu) => [satu ?? new Desimal(0), new Desimal(1)]) }
}

/** Class of an IKM value; values between the printed bands belong to the lower one until the next bound. Total. RangeError for no number. */
export function bacaMutuSkm(ikm: string): MutuSkm {
  const tercetak = new Desimal(bulatkan(ikm, 2))
  return MUTU_SKM.find(({ batasBawah }) => tercetak.gte(batasBawah)) ?? MUTU_SKM[3]
}

/**
 * How many respondents a population needs: Krejcie and Morgan, the sample table of PermenPANRB 14/2017:
 * χ²·N·P·Q ÷ (d²·(N − 1) + χ²·P·Q) with χ² = 3,841 (5 %, one degree of freedom), P = Q = 0,5, d = 0,05, rounded half up.
 * @param populasi whole number of people who received the service, at least 1; RangeError otherwise
 */
export function hitungSampelSkm(populasi: number): number {
  if (!Number.isSafeInteger(populasi) || populasi < 1) throw new RangeError(`Bukan jumlah orang: ${populasi}`)
  const kali = new Desimal('3.841').times('0.25')
  const sampel = kali.times(populasi).div(new Desimal('0.0025').times(populasi - 1).plus(kali))
  return Number(bulatkan(sampel, 0))
}

/**
 * IKM of an office out of those of its services: their simple mean, rounded half up once (88,61 and 87,72 → 88,17). A
 * service without a value takes no part. Null without any.
 */
export function hitungIkmLayanan(ikm: readonly (string | null)[]): string | null {
  const ada = ikm.flatMap((satu) => (satu === null ? [] : [new Desimal(satu)]))
  if (ada.length === 0) return null
  return bulatkan(ada.reduce((j, satu) => j.plus(satu), new Desimal(0)).div(ada.length), 2)
}

function hitungNrr({ kode, jumlahNilai, responden }: UnsurTerisi): Desimal | TanpaNilai {
  const jumlah = cariAngka(jumlahNilai)
  const orang = cariAngka(responden)
  if (!jumlah || !orang) return bukanAngka(`Isian unsur ${kode}`)
  if (orang.lte(0)) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Unsur ${kode} tidak punya responden`)
  const nrr = jumlah.div(orang)
  const wajar = nrr.gte(1) && nrr.lte(4)
  return wajar
    ? nrr
    : tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Rata-rata unsur ${kode} di luar 1–4: periksa jumlah nilai dan responden`)
}
