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

/** Per unsur: sum of the answers 1–4 and how many respondents answered it (plain decimals). */
export type UnsurTerisi = { readonly kode: string; readonly jumlahNilai: string; readonly responden: string }
export type HasilSkm =
  | {
      readonly jenis: 'NILAI'
      readonly nrr: readonly { readonly kode: string; readonly nrr: string; readonly tertimbang: string }[]
      readonly ikm: string
      readonly mutu: MutuSkm['mutu']
      readonly kinerja: MutuSkm['kinerja']
      readonly rumus: string
      readonly versi: string
    }
  | TanpaNilai

/**
 * IKM = Σ (NRR unsur × 1/9) × 25 with NRR = Σ answers ÷ respondents of that unsur (PermenPANRB 14/2017). The weight is
 * exactly 1/9, not 0,11 or 0,111 (which make the maximum 99,0 or 99,9); only results are rounded. All nine unsur are needed.
 */
export function hitungSkm(unsur: readonly UnsurTerisi[]): HasilSkm {
  const nrr: { kode: string; angka: Desimal }[] = []
  for (const { kode, nama } of UNSUR_SKM) {
    const terisi = unsur.filter((satu) => satu.kode === kode)
    const [satu] = terisi
    if (!satu) return tanpaNilai('KOSONG', `Unsur ${kode} (${nama}) belum diisi`)
    if (terisi.length > 1) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Unsur ${kode} tercatat dua kali`)
    const angka = hitungNrr(satu)
    if ('jenis' in angka) return angka
    nrr.push({ kode, angka })
  }
  const jumlah = nrr.reduce((total, { angka }) => total.plus(angka), new Desimal(0))
  const ikm = bulatkan(jumlah.times(25).div(UNSUR_SKM.length), 2)
  const kelas = bacaMutuSkm(ikm)
  return {
    jenis: 'NILAI',
    nrr: nrr.map(({ kode, angka }) => ({
      kode,
      nrr: bulatkan(angka, 4),
      tertimbang: bulatkan(angka.div(UNSUR_SKM.length), 4),
    })),
    ikm,
    mutu: kelas.mutu,
    kinerja: kelas.kinerja,
    rumus: `Σ NRR ${formatAngka(jumlah, { desimal: 4 })} × 1/9 × 25 = ${formatAngka(ikm, { desimal: 2 })}`,
    versi: VERSI_RUMUS,
  }
}

/** Class of an IKM value; values between the printed bands belong to the lower one until the next bound. Total. RangeError for no number. */
export function bacaMutuSkm(ikm: string): MutuSkm {
  const tercetak = new Desimal(bulatkan(ikm, 2))
  return MUTU_SKM.find(({ batasBawah }) => tercetak.gte(batasBawah)) ?? MUTU_SKM[3]
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
