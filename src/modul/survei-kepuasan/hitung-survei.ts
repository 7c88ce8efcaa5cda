import { cariDesimal, Desimal, formatAngka } from '../../inti/angka/index.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'
import { bacaMutuSkm, type HasilSkm, hitungSampelSkm, hitungSkm, type MutuSkm } from '../pengukuran/index.ts'
import type { Survei, Unsur } from './kueri.ts'

/** How many unsur are named as the lowest: those the regulation wants followed up first. */
export const BANYAK_TERENDAH = 3

export type HasilUnsur = Unsur & {
  readonly nrr: string | null
  readonly tertimbang: string | null
  /** NRR × 25 and its class */
  readonly nilai: string | null
  readonly mutu: MutuSkm['mutu'] | null
}
export type Rangkuman = {
  readonly responden: number
  readonly unsur: readonly HasilUnsur[]
  /** plain decimal; null: it cannot be computed yet, `alasan` says why */
  readonly ikm: string | null
  readonly mutu: MutuSkm | null
  readonly rumus: string
  readonly alasan: string
  /** the lowest unsur, the lowest first */
  readonly terendah: readonly HasilUnsur[]
  /** respondents needed for the population (Krejcie and Morgan); null: the population is not known */
  readonly perlu: number | null
}

/** IKM and values of unsur are printed with two decimals, NRR with four; blank as a dash. */
export const dua = (nilai: string | null): string => formatAngka(nilai, { desimal: 2 })
export const empat = (nilai: string | null): string => formatAngka(nilai, { desimal: 4 })

/** Everything a survey says: NRR per unsur, IKM, mutu, the three lowest, and whether enough people answered. */
export function hitungSurvei(survei: Survei): Rangkuman {
  const perlu = survei.populasi === null ? null : hitungSampelSkm(survei.populasi)
  if (survei.cara === 'HASIL') return { ...hasilAkhir(survei), perlu }
  const hasil = hitungSkm(terisi(survei.unsur), survei.unsur)
  const unsur = survei.unsur.map((u) => lengkapi(u, hasil))
  const urut = unsur.filter((u) => u.nrr !== null).sort((a, b) => bandingkan(a.nrr, b.nrr))
  return {
    responden: hitungResponden(survei),
    unsur,
    ikm: hasil.jenis === 'NILAI' ? hasil.ikm : null,
    mutu: hasil.jenis === 'NILAI' ? bacaMutuSkm(hasil.ikm) : null,
    rumus: hasil.jenis === 'NILAI' ? hasil.rumus : '',
    alasan: hasil.jenis === 'NILAI' ? '' : hasil.alasan,
    terendah: hasil.jenis === 'NILAI' ? urut.slice(0, BANYAK_TERENDAH) : [],
    perlu,
  }
}

function hasilAkhir({ ikm, responden }: Survei): Omit<Rangkuman, 'perlu'> {
  const mutu = ikm === null ? null : bacaMutuSkm(ikm)
  const alasan = ikm === null ? 'IKM belum diisi' : ''
  return { responden: responden ?? 0, unsur: [], ikm, mutu, rumus: '', alasan, terendah: [] }
}

const terisi = (unsur: readonly Unsur[]) =>
  unsur.flatMap(({ kode, jumlahNilai, responden }) =>
    jumlahNilai === null || responden === null
      ? []
      : [{ kode, jumlahNilai: String(jumlahNilai), responden: String(responden) }],
  )

/** Questionnaires where they are kept; otherwise the most that answered one unsur. */
function hitungResponden({ cara, kuesioner, unsur }: Survei): number {
  if (cara === 'KUESIONER') return kuesioner.petugas + kuesioner.pengunjung
  return Math.max(0, ...unsur.map((u) => u.responden ?? 0))
}

function lengkapi(unsur: Unsur, hasil: HasilSkm): HasilUnsur {
  const { kode, jumlahNilai, responden } = unsur
  if (jumlahNilai === null || responden === null)
    return { ...unsur, nrr: null, tertimbang: null, nilai: null, mutu: null }
  const dihitung = hasil.jenis === 'NILAI' ? hasil.nrr.find((n) => n.kode === kode) : undefined
  const nrr = new Desimal(jumlahNilai).div(responden)
  const nilai = nrr.times(25).toFixed(2)
  return {
    ...unsur,
    nrr: dihitung?.nrr ?? nrr.toFixed(4),
    tertimbang: dihitung?.tertimbang ?? null,
    nilai,
    mutu: bacaMutuSkm(nilai).mutu,
  }
}

const bandingkan = (a: string | null, b: string | null): number =>
  (cariDesimal(a ?? '') ?? new Desimal(0)).cmp(cariDesimal(b ?? '') ?? new Desimal(0))

type BerPeriode = Pick<Survei, 'jenisPeriode' | 'tahun' | 'nomorPeriode'>
export const periodeSurvei = ({ jenisPeriode, tahun, nomorPeriode }: BerPeriode): string =>
  namaPeriode({ jenis: jenisPeriode, tahun, nomor: nomorPeriode })
