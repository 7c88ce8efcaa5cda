import { bulatkan, Desimal, formatAngka, formatPersen } from '../../inti/angka/index.ts'
import { type DesaBerstatus, pada, type StatusTahun } from './kueri.ts'
import { SEBUT_UKURAN, STATUS_DESA, type StatusKemajuan } from './status.ts'

/** What the status of the desa can tell an indicator. */
export const UKURAN_ANGKA = [
  { kode: 'PERSEN_MANDIRI', nama: 'persentase desa Mandiri' },
  { kode: 'PERSEN_MAJU_MANDIRI', nama: 'persentase desa Maju dan Mandiri' },
  { kode: 'PERSEN_NAIK', nama: 'persentase desa yang nilainya naik' },
  { kode: 'RATA_RATA', nama: 'rata-rata nilai indeks desa' },
] as const
export type KodeUkuran = (typeof UKURAN_ANGKA)[number]['kode']

export type HasilUkuran =
  | {
      readonly jenis: 'ADA'
      readonly tunggal: string
      readonly pasangan: readonly [string, string] | null
      readonly kalimat: string
    }
  | { readonly jenis: 'BELUM'; readonly alasan: string }

/** How many desa have which status in a year; a desa without one counts nowhere. */
export function hitungPerStatus(desa: readonly DesaBerstatus[], tahun: number) {
  const ada = desa.flatMap((d) => pada(d, tahun) ?? [])
  const jumlah = (status: StatusKemajuan) => ada.filter((s) => s.status === status).length
  return { per: STATUS_DESA.map((status) => ({ status, jumlah: jumlah(status) })) }
}

type Bahan = { readonly desa: readonly DesaBerstatus[]; readonly tahun: number }

/**
 * A measure over the desa of the office in a year (kelurahan are assessed by neither index). Percentages are of all desa; a
 * desa without a status makes the measure wait, because blank is not zero.
 */
export function hitungUkuran(ukuran: KodeUkuran, { desa: semua, tahun }: Bahan): HasilUkuran {
  const desa = semua.filter((d) => d.jenis === 'DESA' && d.aktif)
  if (desa.length === 0) return belum('Daftar desa belum diisi.')
  const kini = desa.flatMap((d) => pada(d, tahun) ?? [])
  if (kini.length < desa.length)
    return belum(`Status ${desa.length - kini.length} dari ${desa.length} desa tahun ${tahun} belum diisi.`)
  if (new Set(kini.map((s) => s.ukuran)).size > 1) return belum(`Tahun ${tahun} memuat dua ukuran: samakan dahulu.`)
  if (ukuran === 'RATA_RATA') return hitungRata(kini, tahun)
  if (ukuran === 'PERSEN_NAIK') return hitungNaik(desa, tahun)
  const dihitung: readonly StatusKemajuan[] = ukuran === 'PERSEN_MANDIRI' ? ['MANDIRI'] : ['MANDIRI', 'MAJU']
  const pembilang = kini.filter((s) => dihitung.includes(s.status)).length
  const sebut = ukuran === 'PERSEN_MANDIRI' ? 'Mandiri' : 'Maju atau Mandiri'
  return persentase(
    [pembilang, desa.length],
    `${pembilang} dari ${desa.length} desa ${sebut}, ${sebutTahun(kini, tahun)}`,
  )
}

const belum = (alasan: string): HasilUkuran => ({ jenis: 'BELUM', alasan })
const sebutTahun = ([satu]: readonly StatusTahun[], tahun: number): string =>
  `menurut ${satu ? SEBUT_UKURAN[satu.ukuran] : 'status desa'} ${tahun}`

function persentase([pembilang, penyebut]: readonly [number, number], kalimat: string): HasilUkuran {
  const tunggal = bulatkan(new Desimal(pembilang).times(100).div(penyebut), 2)
  return {
    jenis: 'ADA',
    tunggal,
    pasangan: [String(pembilang), String(penyebut)],
    kalimat: `${formatPersen(tunggal)}: ${kalimat}`,
  }
}

function hitungRata(kini: readonly StatusTahun[], tahun: number): HasilUkuran {
  const skor = kini.flatMap((s) => (s.skor === null ? [] : [new Desimal(s.skor)]))
  if (skor.length < kini.length) return belum(`Skor ${kini.length - skor.length} desa tahun ${tahun} belum diisi.`)
  const jumlah = skor.reduce((j, satu) => j.plus(satu), new Desimal(0))
  const tunggal = bulatkan(jumlah.div(skor.length), 4)
  return {
    jenis: 'ADA',
    tunggal,
    pasangan: [jumlah.toFixed(), String(skor.length)],
    kalimat: `Rata-rata ${formatAngka(tunggal, { desimal: 4 })} dari ${skor.length} desa, ${sebutTahun(kini, tahun)}`,
  }
}

/** A desa counts as risen when its score is above that of the year before, measured by the same index. */
function hitungNaik(desa: readonly DesaBerstatus[], tahun: number): HasilUkuran {
  const pasang = desa.map((d) => [pada(d, tahun), pada(d, tahun - 1)] as const)
  const tanpaSkor = pasang.filter(([kini, lalu]) => !kini?.skor || !lalu?.skor).length
  if (tanpaSkor > 0) return belum(`Skor ${tanpaSkor} desa tahun ${tahun - 1} atau ${tahun} belum diisi.`)
  if (pasang.some(([kini, lalu]) => kini?.ukuran !== lalu?.ukuran))
    return belum(`Tahun ${tahun - 1} dan ${tahun} memakai ukuran yang berbeda, jadi tidak dapat dibandingkan.`)
  const naik = pasang.filter(([kini, lalu]) => new Desimal(kini?.skor ?? 0).gt(lalu?.skor ?? 0)).length
  const kini = pasang.flatMap(([satu]) => satu ?? [])
  return persentase(
    [naik, desa.length],
    `${naik} dari ${desa.length} desa lebih tinggi daripada tahun ${tahun - 1}, ${sebutTahun(kini, tahun)}`,
  )
}
